// Makes a question from installed releases: title and code among real neighbours, header or billable,
// what changed, what replaced what. One option is right, and by the files no other can be.

import { shuffled } from '../quiz/choosing.ts';
import type { Option, SingleChoice } from '../quiz/question.ts';
import { seeded } from '../seeded.ts';
import type { Source } from '../source.ts';
import { type ChangeKind, diffOf, isHeader } from './changes.ts';
import { type CodeEntry, installableSets } from './code-entry.ts';
import { writtenCode } from './code-shapes.ts';
import { headers, near, others, type Pages, plainTitle, wrongOptions } from './neighbours.ts';
import { type QuestionId, writeQuestionId } from './question-id.ts';
import { sayRelease } from './release-id.ts';

export interface Releases {
  readonly before: Pages;
  readonly after: Pages;
  readonly source: Source;
  /** When the release was installed. */
  readonly installed: Temporal.PlainDate;
}

/** Under which topics they are kept: what changed, and what stands in one release. */
const changesTopic = 'code-changes';
export const codesTopic = 'codes';

/** Nothing where the code does not make such a question. */
export function makeQuestion(id: QuestionId, releases: Releases): SingleChoice | undefined {
  const before = releases.before.entry(id.code);
  const after = releases.after.entry(id.code);
  const made = makers[id.kind]({ id, ...releases, old: before, now: after });
  if (!made || !hasOneRight(made.options)) return undefined;
  return {
    kind: 'single',
    id: writeQuestionId(id),
    topic: id.from === id.to ? codesTopic : changesTopic,
    ...made,
    source: releases.source,
    level: 2,
    exams: [],
    edition: editionOf(id),
    author: 'Coderounds, from the official files',
    reviewed: releases.installed,
  };
}

interface Making extends Releases {
  readonly id: QuestionId;
  readonly old: CodeEntry | undefined;
  readonly now: CodeEntry | undefined;
}

type Made = Pick<SingleChoice, 'stem' | 'options' | 'rationale'> | undefined;

const makers: Readonly<Record<QuestionId['kind'], (making: Making) => Made>> = {
  title: ({ id, now, after }) => {
    if (!now?.billable) return undefined;
    return {
      stem: `What does ${written(id, now)} stand for in ${editionOf(id)}?`,
      options: [
        right(now.long),
        ...others(id, now, after).map((each) => wrong(each.long, `That is ${written(id, each)}.`)),
      ],
      rationale: standsFor(id, now),
    };
  },
  code: ({ id, now, after }) => {
    if (!now?.billable) return undefined;
    return {
      stem: `Which code of ${editionOf(id)} is “${now.long}”?`,
      options: [
        right(written(id, now)),
        ...others(id, now, after).map((each) =>
          wrong(written(id, each), `That is “${each.long}”.`),
        ),
      ],
      rationale: standsFor(id, now),
    };
  },
  header: ({ id, now, after }) => {
    if (!now || !isHeader(now)) return undefined;
    return {
      stem: `Which of these is a header in ${editionOf(id)}, so not valid on a claim?`,
      options: [
        right(full(id, now)),
        ...others(id, now, after).map((each) => wrong(full(id, each), 'It is billable.')),
      ],
      rationale: `${written(id, now)} only groups the codes under it; one of those is to be reported.`,
    };
  },
  billable: ({ id, now, after }) => {
    if (!now?.billable) return undefined;
    return {
      stem: `Which of these is valid on a claim in ${editionOf(id)}?`,
      options: [
        right(full(id, now)),
        ...headers(id, now, after).map((each) =>
          wrong(full(id, each), 'It is a header: a code under it is to be reported.'),
        ),
      ],
      rationale: `${written(id, now)} is billable; the others are headers.`,
    };
  },
  change: (making) => {
    const { id, old, now } = making;
    const kind = changeOf(making);
    const shown = now ?? old;
    if (!shown || kind === 'promoted') return undefined;
    const happened = happenings[kind ?? 'nothing'];
    return {
      stem: `What happened to ${written(id, shown)}, “${(old ?? shown).long}”, with ${sayRelease(id.to)}?`,
      options: Object.values(happenings).map((each) =>
        each === happened ? right(each) : wrong(each, 'That is not what happened.'),
      ),
      rationale: rationaleOf(making, kind),
    };
  },
  replaced: (making) => {
    const { id, old, now, after } = making;
    if (changeOf(making) !== 'demoted' || !now) return undefined;
    const below = after.startingWith(id.code, 60).filter((each) => each.billable);
    const [successor] = shuffled(below, seeded(id.seed));
    if (!successor) return undefined;
    const isOutside = ({ billable, code }: CodeEntry) => billable && !code.startsWith(id.code);
    const outside = near(id, now, after, isOutside);
    return {
      stem: `${full(id, old ?? now)} is not valid any more since ${sayRelease(id.to)}. Which code took its place?`,
      options: [
        right(full(id, successor)),
        ...outside.map((each) => wrong(full(id, each), `It is not under ${written(id, now)}.`)),
      ],
      rationale: `${written(id, now)} became a header above ${below.length} codes, ${list(below.map((each) => written(id, each)))}.`,
    };
  },
  retitled: (making) => {
    const { id, old, now, after } = making;
    if (changeOf(making) !== 'retitled' || !old || !now || old.long === now.long) return undefined;
    return {
      stem: `What is the title of ${written(id, now)} since ${sayRelease(id.to)}?`,
      options: [
        right(now.long),
        wrong(old.long, `That was its title before ${sayRelease(id.to)}.`),
        ...others(id, now, after)
          .slice(0, wrongOptions - 1)
          .map((each) => wrong(each.long, `That is ${written(id, each)}.`)),
      ],
      rationale: `${written(id, now)} was retitled with ${sayRelease(id.to)}; the code stayed.`,
    };
  },
};

const happenings: Readonly<Record<Exclude<ChangeKind, 'promoted'> | 'nothing', string>> = {
  new: 'It is new.',
  deleted: 'It was deleted.',
  demoted: 'It became a header above new codes.',
  retitled: 'It was kept and got another title.',
  nothing: 'Nothing: it stayed as it was.',
};

function changeOf({ id, old, now }: Making): ChangeKind | undefined {
  const pair = { ...(old && { before: old }), ...(now && { after: now }) };
  return diffOf(id.codeSet, [pair]).changes.at(0)?.kind;
}

function rationaleOf({ id, old, now }: Making, kind: ChangeKind | undefined): string {
  const [code, release] = [written(id, now ?? old ?? { code: id.code }), sayRelease(id.to)];
  switch (kind) {
    case 'new':
      return `${code} is new with ${release}: “${now?.long}”.`;
    case 'deleted':
      return `${code} is not valid any more since ${release}.`;
    case 'demoted':
      return `${code} is a header since ${release}: one of the codes under it is to be reported.`;
    case 'retitled':
      return `With ${release}, ${code} reads “${now?.long}” (short: “${now?.short}”); before “${old?.long}” (short: “${old?.short}”).`;
    default:
      return `${code} is the same in ${release} as before.`;
  }
}

function hasOneRight(options: readonly Option[]): boolean {
  const texts = new Set(options.map(({ text }) => plainTitle(text)));
  const isEnough = options.length >= 3 && texts.size === options.length;
  return isEnough && options.filter((option) => option.right).length === 1;
}

function right(text: string): Option {
  return { text, right: true };
}

function wrong(text: string, why: string): Option {
  return { text, right: false, why };
}

function written(id: QuestionId, { code }: Pick<CodeEntry, 'code'>): string {
  return writtenCode(id.codeSet, code);
}

function full(id: QuestionId, entry: CodeEntry): string {
  return `${written(id, entry)} ${entry.long}`;
}

function standsFor(id: QuestionId, entry: CodeEntry): string {
  return `In ${editionOf(id)}, ${written(id, entry)} is “${entry.long}”.`;
}

function list(codes: readonly string[]): string {
  const shown = codes.slice(0, 6).join(', ');
  return codes.length > 6 ? `${shown} and more` : shown;
}

function editionOf({ codeSet, to }: QuestionId): string {
  return `${installableSets[codeSet]} ${sayRelease(to)}`;
}
