import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { findCodes } from '../../commands/code/finding.ts';
import { openCatalog } from '../../src/catalog/open.ts';
import { realContent } from '../world.ts';
import { downloaded, installing, orderText, someDiagnoses, temporaryFolder } from './official.ts';

const file = () => downloaded(orderText(someDiagnoses));

/** The folder is looked at twice a second; the machine may be busy. */
const patient = { timeout: 10_000 };

function opened(folder: string) {
  const catalog = openCatalog(folder);
  onTestFinished(() => catalog.close());
  return catalog;
}

it('what is installed or removed while it is open is noticed', { timeout: 40_000 }, async () => {
  const folder = temporaryFolder();
  const catalog = opened(folder);
  expect(catalog.installed).toEqual([]);
  await installing(file(), folder);
  await expect
    .poll(() => catalog.installed.map(({ release }) => release), patient)
    .toEqual(['FY2041-october']);
  expect(catalog.book('icd-10-cm', 'FY2041-october')?.entry('E119')?.long).toMatch(/^Type 2/);
  const other = downloaded(orderText(someDiagnoses.map(([code, long]) => [code, `${long}!`])));
  await installing(other, folder);
  await expect
    .poll(() => catalog.book('icd-10-cm', 'FY2041-october')?.entry('E119')?.long, patient)
    .toMatch(/!$/);
  rmSync(join(folder, 'icd-10-cm.FY2041-october.db'));
  await expect.poll(() => catalog.installed, patient).toEqual([]);
});

it('a file that is damaged, or none of ours, is left out', async () => {
  const folder = temporaryFolder();
  await installing(file(), folder);
  writeFileSync(join(folder, 'icd-10-cm.FY2040-october.db'), 'This is no database at all.');
  writeFileSync(join(folder, 'notes.txt'), 'Mine.');
  expect(opened(folder).installed.map(({ release }) => release)).toEqual(['FY2041-october']);
});

it('a release is read by code, by header, by beginning and in its order', async () => {
  const folder = temporaryFolder();
  await installing(file(), folder);
  const book = opened(folder).book('icd-10-cm', 'FY2041-october');
  const codes = (entries: readonly { readonly code: string }[] | undefined) =>
    entries?.map(({ code }) => code);
  expect(book?.entry('S52501A')).toMatchObject({ billable: true, parent: 'S52501' });
  expect(book?.entry('S99')).toBeUndefined();
  expect(codes(book?.under('E11'))).toEqual(['E116', 'E119']);
  expect(codes(book?.under(''))).toEqual(['A00', 'C4A', 'E11', 'I21', 'S52', 'Z99']);
  expect(codes(book?.startingWith('E11', 3))).toEqual(['E11', 'E116', 'E1165']);
  expect(codes(book?.after('I219', 2))).toEqual(['S52', 'S525']);
});

it('whatever is typed is looked for without a fault, and never finds more than was asked for', async () => {
  const folder = temporaryFolder();
  await installing(file(), folder);
  const catalog = opened(folder);
  const books = [catalog.book('icd-10-cm', 'FY2041-october')].filter((book) => book !== undefined);
  const { layWords } = realContent();
  const said = layWords.all.flatMap(({ say }) => say);
  const words = fc.array(
    fc.oneof(fc.string(), fc.constantFrom(...said, '"', '*', 'AND', 'of', '-')),
  );
  fc.assert(
    fc.property(words, fc.boolean(), (typed, typing) => {
      const search = { typed: typed.join(' '), layWords, typing, most: 25 };
      expect(findCodes(books, search).codes.length).toBeLessThanOrEqual(25);
    }),
    { numRuns: 300 },
  );
});
