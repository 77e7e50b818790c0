import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { commandGroups } from '../commands/index.ts';
import { pathOf } from '../src/bot/registry.ts';
import type { Content } from '../src/content/content.ts';
import { readContent } from '../src/content/read.ts';
import type { Passage } from '../src/core/answers/passage.ts';
import type { Question } from '../src/core/quiz/question.ts';

const folder = join(import.meta.dirname, '../data');
const rooms = ['guide', 'questions', 'credentials', 'calendar', 'codes', 'exams'];

let content: Content;
beforeAll(() => {
  content = readContent(folder);
});

interface Line {
  readonly at: string;
  readonly text: string;
}

/** Every line of every file of data/, without addresses and without the numbers of JSON. */
const lines: readonly Line[] = rooms.flatMap((room) =>
  readdirSync(join(folder, room)).flatMap((file) =>
    readFileSync(join(folder, room, file), 'utf8')
      .split('\n')
      .map((text, index) => ({
        at: `data/${room}/${file}, line ${index + 1}`,
        text: text.replace(/https?:\/\/[^\s"]+/g, '').replace(/^\s*"\w+": \d+,?$/, ''),
      })),
  ),
);

/** Names the lines where it stands, so that it can be found. */
function linesWith(pattern: RegExp): readonly string[] {
  return lines
    .filter(({ text }) => pattern.test(text))
    .map(({ at, text }) => `${at}: ${text.trim()}`);
}

/** Every run of four words, by which two texts are compared. */
function runsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(3).map((_, index) => words.slice(index, index + 4).join(' ')));
}

/** Pairs of texts that share a third of their runs of words, or their title. */
function nearlySame(texts: readonly { readonly id: string; readonly text: string }[]) {
  const all = texts.map(({ id, text }) => ({ id, runs: runsOf(text) }));
  return all.flatMap((one, index) =>
    all
      .slice(0, index)
      .filter((other) => {
        const shared = one.runs.intersection(other.runs).size;
        return shared > (one.runs.size + other.runs.size - shared) / 3;
      })
      .map((other) => `${one.id} and ${other.id}`),
  );
}

function repeated(values: readonly string[]): readonly string[] {
  const plain = values.map((value) => value.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, ''));
  return plain.filter((value, index) => plain.indexOf(value) !== index);
}

describe('the guide', () => {
  it('answers at least what a member asks first', () => {
    expect(content.passages.length).toBeGreaterThanOrEqual(60);
  });

  it('says nothing twice', () => {
    expect(repeated(content.passages.map(({ title }) => title))).toEqual([]);
    expect(nearlySame(content.passages)).toEqual([]);
  });

  it('knows for every way of asking one passage', () => {
    expect(repeated(content.passages.flatMap(({ phrasings }) => phrasings))).toEqual([]);
  });

  it('says of every source when it was checked', () => {
    const undated = (passage: Passage) => passage.sources.some(({ checked }) => !checked);
    expect(content.passages.filter(undated).map(({ id }) => id)).toEqual([]);
  });

  it('sends nobody to the passage that they are reading, or to one twice', () => {
    const circular = content.passages.filter(
      ({ id, related }) => related.includes(id) || new Set(related).size < related.length,
    );
    expect(circular.map(({ id }) => id)).toEqual([]);
  });

  it('has no topic of one or two passages: that is a misspelt one', () => {
    const topics = content.passages.flatMap((passage) => passage.topics);
    const rare = topics.filter((topic) => topics.filter((other) => other === topic).length < 3);
    expect(rare).toEqual([]);
  });
});

describe('the question bank', () => {
  it('has enough for a practice of every topic, in every kind and at every level', () => {
    const { questions, topics } = content;
    expect(questions.length).toBeGreaterThanOrEqual(600);
    expect(topics.length).toBeGreaterThanOrEqual(6);

    const few = (what: 'topic' | 'kind' | 'level', each: string | number, least: number) =>
      questions.filter((question) => question[what] === each).length < least;
    const kinds: Question['kind'][] = ['single', 'select-all', 'order', 'typed', 'case'];
    expect(topics.filter(({ id }) => few('topic', id, 25))).toEqual([]);
    expect(kinds.filter((kind) => few('kind', kind, 15))).toEqual([]);
    expect([1, 2, 3].filter((level) => few('level', level, 100))).toEqual([]);
  });

  it('asks nothing twice', () => {
    const texts = content.questions.map(({ id, stem, rationale }) => ({
      id,
      text: `${stem} ${rationale}`,
    }));
    expect(repeated(content.questions.map(({ stem }) => stem))).toEqual([]);
    expect(nearlySame(texts)).toEqual([]);
  });

  it('offers no option twice in one question', () => {
    const optionsOf = (question: Question) =>
      'options' in question ? question.options.map(({ text }) => text) : [];
    const twice = content.questions.filter((question) => repeated(optionsOf(question)).length > 0);
    expect(twice.map(({ id }) => id)).toEqual([]);
  });

  it('does not give the answer away by its length', () => {
    const longest = content.questions.filter((question) => {
      if (question.kind !== 'single') return false;
      const [longestOption] = question.options.toSorted((a, b) => b.text.length - a.text.length);
      return longestOption?.right;
    });
    expect(longest.length / content.questions.length).toBeLessThan(0.5);
  });

  it('trains every exam that it names in at least five questions', () => {
    const named = content.questions.flatMap(({ exams }) =>
      exams.map(({ exam, domain }) => `${exam}: ${domain}`),
    );
    const rare = named.filter((name) => named.filter((other) => other === name).length < 5);
    expect(rare).toEqual([]);
  });
});

it('the rules of every body that the guide speaks of and the four code sets are there', () => {
  expect(content.rulePacks.map(({ body }) => body.id)).toEqual(
    expect.arrayContaining(['aapc', 'acdis', 'ahima', 'amba', 'mab', 'nha', 'pmi']),
  );
  expect(content.codeSets.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['cpt', 'hcpcs-level-ii', 'icd-10-cm', 'icd-10-pcs']),
  );
});

describe('nothing in data/', () => {
  it('was checked on a day that is still to come', () => {
    const tomorrow = Temporal.Now.plainDateISO('UTC').add({ days: 1 });
    const days = lines.flatMap(({ at, text }) => {
      const day = /\b(?:checked|verified|reviewed)"?: "?(\d{4}-\d\d-\d\d)/.exec(text)?.[1];
      return day ? [{ at, day: Temporal.PlainDate.from(day) }] : [];
    });
    expect(days.length).toBeGreaterThan(200);
    expect(days.filter(({ day }) => Temporal.PlainDate.compare(day, tomorrow) > 0)).toEqual([]);
  });

  /** `70000 codes`: a count, which is no code. Years have four digits, money and counts a comma. */
  it('looks like a code of CPT or of the dental set', () => {
    const count = String.raw`(?! (?:codes|entries)\b)`;
    const code = new RegExp(String.raw`\b(?:\d{5}|\d{4}[FTUM]|D\d{4})\b${count}`, 'i');
    for (const example of ['99213', '0001F', '0042T', '0001U', 'D0120', 'report 99213-25.'])
      expect(example).toMatch(code);
    for (const fine of ['$65,000', 'in 2027', 'E11.9', 'G0008', '0DTJ4ZZ', '74,719 codes'])
      expect(fine).not.toMatch(code);
    expect(linesWith(code)).toEqual([]);
  });

  it('gives a telephone number, or leads anywhere but to https', () => {
    expect(linesWith(/\b\d{3}[-. ]\d{3}[-. ]\d{4}\b|\(\d{3}\) ?\d{3}/)).toEqual([]);
    const all = rooms.flatMap((room) =>
      readdirSync(join(folder, room)).map((file) => readFileSync(join(folder, room, file), 'utf8')),
    );
    expect(all.filter((text) => text.includes('http://'))).toEqual([]);
  });

  it('is unfinished or unverified', () => {
    expect(linesWith(/\b(?:UNVERIFIED|TODO|FIXME|TBD|lorem ipsum)\b/)).toEqual([]);
  });
});

it('every command that a passage names can be typed', () => {
  const words = new Set(
    commandGroups.flatMap((group) => group.commands.map((each) => pathOf(group, each))),
  );
  const named = content.passages.flatMap((passage) =>
    [...passage.text.matchAll(/`\/([a-z]+(?: [a-z]+)?)`/g)].map(([, path = '']) => ({
      passage: passage.id,
      path,
    })),
  );
  expect(named.length).toBeGreaterThan(20);
  const known = (path: string) =>
    words.has(path) || [...words].some((word) => word.startsWith(`${path} `));
  expect(named.filter(({ path }) => !known(path))).toEqual([]);
});
