import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readContent } from '../../src/content/read.ts';
import { fastFolder } from '../fixtures/fast-folder.ts';

const real = join(import.meta.dirname, '../../data');
const passage = 'guide/cpc.md';
const bank = 'questions/compliance.json';
const pack = 'credentials/aapc.json';
const calendar = 'calendar/cpt.json';
const notCovered = 'not-covered/coding-work.json';
const exam = 'exams/cpma.json';
const layWords = 'codes/lay-words.json';

/** One good file of each kind, to be broken. */
function smallData(): string {
  const folder = mkdtempSync(join(fastFolder, 'coderounds-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const file of [passage, bank, pack, calendar, notCovered, exam, layWords])
    cpSync(join(real, file), join(folder, file), { recursive: true });
  edit(folder, passage, (text) => text.replace(/^related: .*\n/m, ''));
  editJson(folder, exam, (entry) => {
    entry.domains = entry.domains.slice(0, 1);
  });
  return folder;
}

function edit(folder: string, file: string, change: (text: string) => string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error(`Nothing was changed in ${file}.`);
  writeFileSync(path, changed);
}

// biome-ignore lint/suspicious/noExplicitAny: a file as it is edited by hand, before any check
function editJson(folder: string, file: string, change: (entry: any) => unknown): void {
  edit(folder, file, (text) => {
    const entry = JSON.parse(text);
    change(entry);
    return JSON.stringify(entry, null, 2);
  });
}

function faultsOf(folder: string): readonly string[] {
  try {
    readContent(folder);
  } catch (error) {
    expect(error).toMatchObject({ name: 'ContentError' });
    return (error as { faults: readonly string[] }).faults;
  }
  return [];
}

it('good files of each kind are read', () => {
  const content = readContent(smallData());
  expect(content.passages.map(({ id }) => id)).toEqual(['cpc']);
  expect(content.topics).toEqual([{ id: 'compliance', title: 'Compliance and privacy' }]);
  expect(content.questions.length).toBeGreaterThan(10);
  expect(content.rulePacks).toHaveLength(1);
  expect(content.codeSets).toHaveLength(1);
});

it("files written on Windows are read: a mark at the beginning, two characters at each line's end", () => {
  const folder = smallData();
  for (const file of [passage, bank, pack, calendar, notCovered, layWords])
    edit(folder, file, (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`);
  expect(readContent(folder).passages[0]?.title).toBe('What is the CPC?');
});

/** Where the passage's head says when it was checked: its phrasings before that grow. */
const verifiedLine =
  readFileSync(join(real, passage), 'utf8')
    .split('\n')
    .findIndex((line) => line.startsWith('verified:')) + 1;

describe('a broken passage is named with its line and the reason', () => {
  it.each<[string, (text: string) => string, RegExp]>([
    ['it is empty', () => '', /^data\/guide\/cpc\.md, line 1: begin and end the head/],
    ['it has no head', (t) => t.slice(4), /line 1: begin and end the head/],
    ['its head does not end', (t) => t.replace(/\n---\n/, '\n'), /line 1: begin and end the head/],
    ['it ends in the middle', (t) => t.slice(0, 300), /line 1: begin and end the head/],
    ['its head is a list', (t) => t.replace(/^---\n[\s\S]*?\n---/, '---\n- a\n---'), /, title: /],
    ['its head is empty', (t) => t.replace(/^---\n[\s\S]*?\n---/, '---\n\n---'), /, title: /],
    [
      'a quote is not closed',
      (t) => t.replace('title: What', 'title: "What'),
      /^data\/guide\/cpc\.md, line \d+: /,
    ],
    ['a field is missing', (t) => t.replace(/^title: .*\n/m, ''), /cpc\.md, title: is missing$/],
    [
      'a field that there is not',
      (t) => t.replace('verified:', 'autor: me\nverified:'),
      /the whole file: there is no such field: "autor"$/,
    ],
    [
      'a day is no day',
      (t) => t.replace('verified: 2026-11-22', 'verified: 2026-02-30'),
      new RegExp(`cpc\\.md, line ${verifiedLine}, verified: write the day as 2026-11-22`),
    ],
    [
      'an entry of a list is wrong',
      (t) => t.replace('    checked: 2026-11-22', '    checked: soon'),
      /cpc\.md, line 6, sources 1, checked: write the day/,
    ],
    [
      'it names no source',
      (t) => t.replace(/^sources:\n(?: .*\n)+/m, 'sources: []\n'),
      /line 4, sources: name at least one source/,
    ],
    [
      'too few ways of asking',
      (t) => t.replace(/^phrasings:\n(?: {2}- .*\n)+/m, 'phrasings: [what is it]\n'),
      /line \d+, phrasings: give a dozen ways/,
    ],
    ['it is too short', (t) => t.replace(/\n---\n[\s\S]*$/, '\n---\nYes.\n'), /write at least 40/],
    ['it is too long', (t) => `${t}${'word '.repeat(150)}`, /write at most 140 words/],
    [
      'a flag is no flag',
      (t) => t.replace('verified:', 'pinned: perhaps\nverified:'),
      new RegExp(`line ${verifiedLine}, pinned: `),
    ],
    [
      'it points nowhere',
      (t) => t.replace('verified:', 'related: [no-such-passage]\nverified:'),
      /^data\/guide\/cpc\.md, related: there is no passage no-such-passage$/,
    ],
  ])('%s', (_what, change, fault) => {
    const folder = smallData();
    edit(folder, passage, change);
    expect(faultsOf(folder)).toEqual([expect.stringMatching(fault), ...faultsOf(folder).slice(1)]);
    expect(faultsOf(folder).every((each) => each.startsWith('data/guide/cpc.md'))).toBe(true);
  });

  it('its name is no id', () => {
    const folder = smallData();
    cpSync(join(folder, passage), join(folder, 'guide/CPC Exam.md'));
    expect(faultsOf(folder)).toEqual([
      expect.stringMatching(/^data\/guide\/CPC Exam\.md, id: use small letters/),
    ]);
  });
});

describe('a broken bank of questions is named with its entry and the reason', () => {
  // biome-ignore lint/suspicious/noExplicitAny: a file as it is edited by hand, before any check
  it.each<[string, (file: any) => unknown, RegExp]>([
    [
      'a wrong option does not say why',
      (f) => delete f.questions[2].options[0].why,
      /questions 3, options 1: say why this wrong option is wrong/,
    ],
    [
      'two options are right',
      (f) => {
        for (const option of f.questions[1].options.slice(0, 2)) option.right = true;
      },
      /questions 2, options: mark exactly one option as right/,
    ],
    ['no rationale', (f) => delete f.questions[0].rationale, /questions 1, rationale: /],
    ['no source', (f) => delete f.questions[0].source, /questions 1, source: /],
    [
      'an unknown field',
      (f) => {
        f.questions[0].anser = 'B';
      },
      /questions 1: .*"anser"/,
    ],
    [
      'an unknown kind',
      (f) => {
        f.questions[4].kind = 'essay';
      },
      /questions 5, kind: /,
    ],
    [
      'an id twice',
      (f) => {
        f.questions[5].id = f.questions[0].id;
      },
      /the question compliance-001 stands in data\/questions\/compliance\.json already$/,
    ],
    [
      'no question at all',
      (f) => {
        f.questions = [];
      },
      /json, questions: /,
    ],
    ['no topic', (f) => delete f.topic, /json, topic: /],
  ])('%s', (_what, change, fault) => {
    const folder = smallData();
    editJson(folder, bank, change);
    expect(faultsOf(folder)).toEqual([expect.stringMatching(fault)]);
    expect(faultsOf(folder)[0]).toMatch(/^data\/questions\/compliance\.json[,:] /);
  });

  it('a topic and questions that another file has already', () => {
    const folder = smallData();
    cpSync(join(folder, bank), join(folder, 'questions/copy.json'));
    const faults = faultsOf(folder);
    expect(faults).toContain(
      'data/questions/copy.json: the topic compliance stands in data/questions/compliance.json already',
    );
    expect(faults).toContain(
      'data/questions/copy.json: the question compliance-001 stands in data/questions/compliance.json already',
    );
  });
});

describe('a broken file of rules or releases is named', () => {
  it('a rule names a source that the file does not list', () => {
    const folder = smallData();
    editJson(folder, pack, (file) => {
      file.cycle.source = 'hearsay';
    });
    expect(faultsOf(folder)[0]).toMatch(
      /^data\/credentials\/aapc\.json, cycle, source: name one of the sources/,
    );
  });

  it('a body or a code set stands in two files', () => {
    const folder = smallData();
    cpSync(join(folder, pack), join(folder, 'credentials/copy.json'));
    cpSync(join(folder, calendar), join(folder, 'calendar/x.json'));
    expect(faultsOf(folder)).toEqual([
      'data/credentials/copy.json: the certifying body aapc stands in data/credentials/aapc.json already',
      'data/calendar/x.json: the code set cpt stands in data/calendar/cpt.json already',
    ]);
  });

  it('a release has no day', () => {
    const folder = smallData();
    editJson(folder, calendar, (file) => delete file.rules[0].effective);
    expect(faultsOf(folder)[0]).toMatch(/^data\/calendar\/cpt\.json, rules 1, effective: /);
  });
});

describe('a broken set for an exam is named', () => {
  it.each([
    [
      'a domain without a place for its questions',
      (file: { domains: { topics?: unknown }[] }) => delete file.domains[0]?.topics,
      /^data\/exams\/cpma\.json, domains 1: say where its questions come from$/,
    ],
    [
      'a topic that there is not',
      (file: { domains: { topics?: unknown }[] }) =>
        Object.assign(file.domains[0] ?? {}, { topics: ['astrology'] }),
      /^data\/exams\/cpma\.json, Compliance: there is no topic astrology$/,
    ],
    [
      'a fact without a source',
      (file: { facts: unknown }) =>
        Object.assign(file, { facts: [{ text: 'It is long.', source: 'hearsay', grade: 'V1' }] }),
      /^data\/exams\/cpma\.json, the whole file: there is no source “hearsay”$/,
    ],
    [
      'a mock exam of which nothing is known',
      (file: { kind: string }) => Object.assign(file, { kind: 'mock' }),
      /^data\/exams\/cpma\.json, the whole file: a mock exam needs facts of the real one$/,
    ],
  ])('%s', (_what, change, fault) => {
    const folder = smallData();
    editJson(folder, exam, change);
    expect(faultsOf(folder)).toEqual([expect.stringMatching(fault)]);
  });
});

describe('a damaged file is named', () => {
  it.each([bank, pack, calendar, layWords])('%s, half written', (file) => {
    const folder = smallData();
    truncateSync(join(folder, file), 500);
    expect(faultsOf(folder)).toEqual([
      expect.stringMatching(new RegExp(`^data/${file}: is not JSON \\(.+\\)$`)),
    ]);
  });

  it.each([bank, pack, calendar, layWords])('%s, empty', (file) => {
    const folder = smallData();
    truncateSync(join(folder, file), 0);
    expect(faultsOf(folder)[0]).toContain(`data/${file}: is not JSON`);
  });

  it.each([bank, pack, calendar, layWords])('%s, something else', (file) => {
    const folder = smallData();
    writeFileSync(join(folder, file), 'null');
    expect(faultsOf(folder)[0]).toMatch(new RegExp(`^data/${file}, the whole file: `));
  });

  it.each([passage, bank])('%s, in another encoding', (file) => {
    const folder = smallData();
    const path = join(folder, file);
    writeFileSync(path, Buffer.from(`${readFileSync(path, 'utf8')}Zoë`, 'latin1'));
    expect(faultsOf(folder)).toEqual([
      `data/${file}: is not UTF-8 text. Save it with that encoding`,
    ]);
  });

  it('a folder in the place of a file, a folder that is not there', () => {
    const folder = smallData();
    mkdirSync(join(folder, 'questions/more.json'));
    rmSync(join(folder, 'calendar'), { recursive: true });
    expect(faultsOf(folder)).toEqual([
      'data/questions/more.json: cannot be read (EISDIR)',
      'data/calendar: cannot be read (ENOENT). Put the folder back.',
    ]);
  });
});

it('all faults come in one message, a line each', () => {
  const folder = smallData();
  edit(folder, passage, (text) => text.replace('verified: 2026-11-22', 'verified: soon'));
  editJson(folder, bank, (file) => delete file.questions[0].stem);
  truncateSync(join(folder, pack), 100);
  expect(() => readContent(folder)).toThrow(/^The data cannot be used:\n( {2}data\/.*\n?){3}$/);
});
