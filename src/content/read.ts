// Reads data/ once at start and checks all of it: what is wrong is said with file, place and reason.

import type { z } from 'zod';
import { type GuideSearch, makeGuideSearch } from '../core/answers/guide-search.ts';
import type { NotCovered } from '../core/answers/not-covered.ts';
import type { Passage } from '../core/answers/passage.ts';
import { finish } from '../core/answers/steps.ts';
import type { CodeSet } from '../core/calendar/code-set.ts';
import { indexLayWords } from '../core/codes/lay-words.ts';
import type { Blueprint } from '../core/exams/blueprint.ts';
import { itemIds } from '../core/quiz/items.ts';
import type { Question } from '../core/quiz/question.ts';
import { codeSet } from './code-set-schema.ts';
import type { Content, Guide } from './content.ts';
import { type DataFile, filesIn, placeOf, reasonOf } from './data-file.ts';
import { examFile } from './exam-schema.ts';
import { layWordsFile } from './lay-words-schema.ts';
import { readPassage } from './passage-file.ts';
import { rulePack } from './rule-pack-schema.ts';
import { notCoveredFile, questionFile } from './schemas.ts';

/** Every fault found, a line each: `data/questions/compliance.json, questions 3, stem: …`. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The data cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

/** Throws a `ContentError` that names every fault at once. */
export function readContent(folder: string): Content {
  const faults: string[] = [];
  const json = <T extends z.ZodType>(room: string, schema: T) =>
    filesIn(folder, room, '.json', faults).flatMap((file) => readJson(file, schema, faults));
  const passages = filesIn(folder, 'guide', '.md', faults).flatMap((file) =>
    readPassage(file, faults),
  );
  const notCovered = json('not-covered', notCoveredFile);
  const banks = json('questions', questionFile);
  const exams = json('exams', examFile);
  const packs = json('credentials', rulePack);
  const sets = json('calendar', codeSet);
  const layWords = json('codes', layWordsFile);
  faults.push(
    ...twice(notCovered, 'subject', (file) => file.topics.map((t) => t.id)),
    ...twice(banks, 'topic', (bank) => [bank.topic.id]),
    ...twice(banks, 'question', (bank) => bank.questions.flatMap(idsOf)),
    ...twice(exams, 'exam', ({ exam }) => [exam]),
    ...twice(packs, 'certifying body', (pack) => [pack.body.id]),
    ...twice(sets, 'code set', (set) => [set.id]),
    ...twice(layWords, 'lay word', ({ words }) => words.flatMap(({ say }) => say)),
    ...deadLinks(passages),
  );
  // A bank that could not be read would be missed by every set that draws from it.
  if (faults.length === 0) faults.push(...exams.flatMap((each) => unknownParts(each, banks)));
  if (faults.length > 0) throw new ContentError(faults);
  return {
    passages,
    guide: lazyGuide(
      passages,
      notCovered.flatMap(({ entry }) => entry.topics),
    ),
    questions: banks.flatMap(({ entry }) => entry.questions),
    topics: banks.map(({ entry }) => entry.topic).sort((a, b) => (a.title < b.title ? -1 : 1)),
    exams: exams.map(({ entry }) => entry),
    rulePacks: packs.map(({ entry }) => entry),
    codeSets: sets.map(({ entry }) => entry).sort(byDefaultFirst),
    layWords: indexLayWords(layWords.flatMap(({ entry }) => entry.words)),
  };
}

function byDefaultFirst(a: CodeSet, b: CodeSet): number {
  return Number(b.noticedByDefault) - Number(a.noticedByDefault) || (a.name < b.name ? -1 : 1);
}

/** One step of getting ready takes about so long, in milliseconds; members wait no longer. */
const oneStep = 10;

/** Ready when somebody asks, at the latest; `prepare` has it ready before. */
function lazyGuide(passages: readonly Passage[], notCovered: readonly NotCovered[]): Guide {
  const steps = makeGuideSearch(passages, notCovered);
  let made: GuideSearch | undefined;
  const guide = () => {
    made ??= finish(steps);
    return made;
  };
  return {
    find: (question, most) => guide().find(question, most),
    answer: (question) => guide().answer(question),
    prepare() {
      const end = performance.now() + oneStep;
      while (!made && performance.now() < end) {
        const step = steps.next();
        if (step.done) made = step.value;
      }
      return made !== undefined;
    },
  };
}

/** Topics and domains that no question of the bank has: a set would be empty there. */
function unknownParts(
  { file, entry: { exam, domains } }: Read<Blueprint>,
  banks: readonly Read<z.output<typeof questionFile>>[],
): readonly string[] {
  const topics = new Set(banks.map((bank) => bank.entry.topic.id));
  const named = new Set(
    banks.flatMap((bank) =>
      bank.entry.questions.flatMap(({ exams }) =>
        exams.filter((each) => each.exam === exam).map(({ domain }) => domain),
      ),
    ),
  );
  return domains.flatMap(({ title, from }) => [
    ...(from.topics ?? [])
      .filter((topic) => !topics.has(topic))
      .map((topic) => `${file.shown}, ${title}: there is no topic ${topic}`),
    ...(from.domains ?? [])
      .filter((domain) => !named.has(domain))
      .map(
        (domain) => `${file.shown}, ${title}: no question names the domain ${domain} for ${exam}`,
      ),
  ]);
}

/** A case's own and those of its questions. */
function idsOf(question: Question): readonly string[] {
  return question.kind === 'case' ? [question.id, ...itemIds(question)] : [question.id];
}

interface Read<T> {
  readonly file: DataFile;
  readonly entry: T;
}

function readJson<T extends z.ZodType>(
  file: DataFile,
  schema: T,
  faults: string[],
): readonly Read<z.output<T>>[] {
  let given: unknown;
  try {
    given = JSON.parse(file.text);
  } catch (error) {
    faults.push(`${file.shown}: is not JSON (${error instanceof Error ? error.message : error})`);
    return [];
  }
  const result = schema.safeParse(given);
  if (result.success) return [{ file, entry: result.data }];
  for (const issue of result.error.issues)
    faults.push(`${file.shown}, ${placeOf(issue.path)}: ${reasonOf(issue.message)}`);
  return [];
}

function twice<T>(
  read: readonly Read<T>[],
  what: string,
  idsOf: (entry: T) => readonly string[],
): readonly string[] {
  const first = new Map<string, string>();
  return read.flatMap(({ file, entry }) =>
    idsOf(entry).flatMap((id) => {
      const before = first.get(id);
      first.set(id, before ?? file.shown);
      return before ? [`${file.shown}: the ${what} ${id} stands in ${before} already`] : [];
    }),
  );
}

function deadLinks(passages: readonly Passage[]): readonly string[] {
  const ids = new Set(passages.map((p) => p.id));
  return passages.flatMap((p) =>
    p.related
      .filter((id) => !ids.has(id))
      .map((id) => `data/guide/${p.id}.md, related: there is no passage ${id}`),
  );
}
