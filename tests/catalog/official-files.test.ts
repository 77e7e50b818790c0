// Every official file that is at hand is installed, and what changed agrees with what was published.

import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findCodes } from '../../commands/code/finding.ts';
import { type Installed, install } from '../../src/catalog/install.ts';
import { type OpenCatalog, openCatalog } from '../../src/catalog/open.ts';
import { type ChangeCounts, countChanges } from '../../src/core/codes/changes.ts';
import type { InstallableSet } from '../../src/core/codes/code-entry.ts';
import { readLookUps } from '../bench/codes/look-ups.ts';
import { fastFolder } from '../fixtures/fast-folder.ts';
import { realContent } from '../world.ts';
import { aboutGeneratedQuestions } from './generated-questions.ts';
import { official, whyNot } from './official.ts';

const files = [
  ['icd10cm/FY2023-october.zip', 'FY2023-october', 73_639, 96_745],
  ['icd10cm/FY2023-april.zip', 'FY2023-april', 73_674, 96_795],
  ['icd10cm/FY2024-october.zip', 'FY2024-october', 74_044, 97_296],
  ['icd10cm/FY2025-october.zip', 'FY2025-october', 74_260, 97_584],
  ['icd10cm/FY2026-october.zip', 'FY2026-october', 74_719, 98_186],
  ['icd10cm/FY2026-cms-code-descriptions.zip', 'FY2026-october', 74_719, 98_186],
  ['icd10pcs/FY2025-october.zip', 'FY2025-october', 78_948, 79_856],
  ['icd10pcs/FY2026-october.zip', 'FY2026-october', 79_115, 80_029],
  ['hcpcs/2019-Alpha-Numeric-HCPCS-File.zip', 'CY2019-q1', 5_934, 6_794],
] as const;

describe.skipIf(whyNot)(`the files of CMS and CDC${whyNot && ` (or ${whyNot})`}`, () => {
  let folder: string;
  let catalog: OpenCatalog;
  const done: Installed[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(fastFolder, 'coderounds-codes-'));
    const calendar = realContent().codeSets;
    for (const [file, release] of files)
      done.push(await install({ file: official(file), release, folder, calendar }));
    catalog = openCatalog(folder);
  }, 300_000);
  afterAll(() => {
    catalog?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are all installed, with the counts that are known', () => {
    const counted = done.map(({ release, billable, entries }) => [release, billable, entries]);
    expect(counted).toEqual(files.map(([, ...known]) => known));
    expect(catalog.installed).toHaveLength(8);
  });

  const changes = async (from: string, to: string, set: InstallableSet = 'icd-10-cm') => {
    const diff = await catalog.diff(set, from, to);
    return countChanges(diff?.changes ?? []) satisfies ChangeCounts;
  };

  it('differ as was published, April releases included', async () => {
    expect(await changes('FY2025-october', 'FY2026-october')).toMatchObject({
      new: 487,
      removed: 28,
      deleted: 12,
      demoted: 16,
      retitled: 38,
    });
    expect(await changes('FY2024-october', 'FY2025-october')).toMatchObject({
      new: 252,
      removed: 36,
      deleted: 3,
      demoted: 33,
      retitled: 13,
    });
    expect(await changes('FY2023-april', 'FY2024-october')).toMatchObject({
      new: 395,
      removed: 25,
      retitled: 23,
      retitledLong: 14,
    });
    expect(await changes('FY2023-october', 'FY2023-april')).toMatchObject({
      new: 42,
      removed: 7,
      demoted: 7,
      retitled: 1,
    });
    expect(await changes('FY2025-october', 'FY2026-october', 'icd-10-pcs')).toMatchObject({
      new: 206,
      deleted: 39,
    });
  });

  it('bring new codes to the chapters that are known for FY2026', async () => {
    const diff = await catalog.diff('icd-10-cm', 'FY2025-october', 'FY2026-october');
    const isNew = diff?.changes.filter(({ kind }) => kind === 'new' || kind === 'promoted') ?? [];
    const byChapter = Map.groupBy(isNew, ({ chapter }) => chapter);
    const counts = [...byChapter].map(([chapter, all]) => [chapter, all.length]);
    expect(Object.fromEntries(counts)).toEqual({
      ...{ 1: 2, 2: 3, 3: 3, 4: 23, 6: 10, 7: 17, 9: 4, 12: 116, 13: 1, 14: 5 },
      ...{ 17: 23, 18: 21, 19: 213, 20: 20, 21: 26 },
    });
  });

  it('hold every code that lay words name', () => {
    const books = [
      catalog.book('icd-10-cm', 'FY2026-october'),
      catalog.book('icd-10-pcs', 'FY2026-october'),
      catalog.book('hcpcs-level-ii', 'CY2019-q1'),
    ];
    const missing = realContent()
      .layWords.all.flatMap(({ codes }) => codes)
      .filter(({ codeSet, code }) => {
        const book = books.find((each) => each?.codeSet === codeSet);
        return book?.startingWith(code, 1).length === 0;
      });
    expect(missing).toEqual([]);
  });

  it.each([
    ['look-ups.txt', 0.95],
    ['look-ups-later.txt', 0.75],
  ])('find the codes that coders want, by %s', (file, least) => {
    const books = [
      ['icd-10-cm', 'FY2026-october'],
      ['icd-10-pcs', 'FY2026-october'],
      ['hcpcs-level-ii', 'CY2019-q1'],
    ].flatMap(([set = '', release = '']) => catalog.book(set, release) ?? []);
    const { tuned, reported } = readLookUps(file);
    const unknown = [...tuned, ...reported].flatMap(({ wanted }) =>
      wanted.filter((code) => !books.some((book) => book.entry(code))),
    );
    expect(unknown).toEqual([]);
    const { layWords } = realContent();
    const found = reported.filter(({ typed, wanted }) =>
      findCodes(books, { typed, layWords, typing: false, most: 5 }).codes.some(({ entry }) =>
        wanted.includes(entry.code),
      ),
    );
    expect(found.length / reported.length).toBeGreaterThanOrEqual(least);
  });

  it('find what is meant by words, in any order, misspelt or lay', () => {
    const book = catalog.book('icd-10-cm', 'FY2026-october');
    const search = (typed: string) =>
      book
        ? findCodes([book], { typed, layWords: realContent().layWords, typing: false, most: 5 })
        : undefined;
    const first = (typed: string) => search(typed)?.codes.at(0)?.entry.code;
    expect(first('fall')).toBe('W19XXXA');
    expect(first('pain right knee')).toBe('M25561');
    expect(first('hypertention')).toBe('I10');
    expect(first('fracture shaft of left femur sequela')).toMatch(/^S72\.?.*S$/);
  });

  it('are noticed where they are another release than was said', async () => {
    const calendar = realContent().codeSets;
    const claimed = (file: string, release: string) =>
      install({ file: official(file), release, folder, calendar });
    await expect(claimed('icd10cm/FY2023-april.zip', 'FY2023-october')).rejects.toThrow(
      'that is FY2023-april, not FY2023-october',
    );
    await expect(claimed('icd10pcs/FY2025-october.zip', 'FY2026-october')).rejects.toThrow(
      'that is FY2025-october, not FY2026-october',
    );
    await expect(claimed('hcpcs/2019-Alpha-Numeric-HCPCS-File.zip', 'CY2026-q3')).rejects.toThrow(
      'The latest change in the file is of 2019-01-01',
    );
    for (const other of ['icd10cm/FY2026-conversion-table.xlsx', 'icd10cm/FY2026-guidelines.txt'])
      await expect(claimed(other, 'FY2026-october')).rejects.toThrow('no file with codes');
  });

  describe('questions made from them', () => aboutGeneratedQuestions(() => catalog));
});
