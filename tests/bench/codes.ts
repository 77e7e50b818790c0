// How well and how fast codes are found, and what the installed sets cost.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exactly, findCodes } from '../../commands/code/finding.ts';
import type { ReleaseBook } from '../../src/catalog/catalog.ts';
import { openCatalog } from '../../src/catalog/open.ts';
import { whyNot } from '../catalog/official.ts';
import { realContent } from '../world.ts';
import { memoryOfBot } from './codes/bot-memory.ts';
import { type LookUp, type LookUps, readLookUps } from './codes/look-ups.ts';
import { plainSearch, type Search } from './codes/plain-search.ts';
import { installAll } from './codes/sets.ts';
import { timeEach } from './codes/timing.ts';
import { machineFacts } from './platforms/machine.ts';

export const name = 'codes';
export const summary = 'finding codes against plain FTS5, and what the installed sets cost';

export async function run(print: (text: string) => void): Promise<void> {
  if (whyNot) return print(`${whyNot}: nothing is measured.`);
  const folder = mkdtempSync(join(tmpdir(), 'coderounds-codes-'));
  const catalog = openCatalog(folder);
  try {
    print('Install (aim: ICD-10-CM under 10 s, under 300 MB)');
    for (const { file, milliseconds, megabytes } of installAll(folder))
      print(`  ${file}: ${(milliseconds / 1000).toFixed(1)} s, ${megabytes} MB at most`);
    const books = catalog.installed.flatMap(
      ({ codeSet, release }) => catalog.book(codeSet, release) ?? [],
    );
    const first = readLookUps('look-ups.txt');
    const later = readLookUps('look-ups-later.txt');
    printQuality(books, first, later, print);
    printTimes(books, [...first.tuned, ...first.reported, ...later.reported], print);
    await printMemory(folder, first, print);
    print(`\n${machineFacts()}`);
  } finally {
    catalog.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function ours(books: readonly ReleaseBook[]): Search {
  const { layWords } = realContent();
  return (typed, most) =>
    findCodes(books, { typed, layWords, typing: false, most }).codes.map(({ entry }) => entry.code);
}

function printQuality(
  books: readonly ReleaseBook[],
  first: LookUps,
  later: LookUps,
  print: (text: string) => void,
): void {
  const searches: readonly (readonly [string, Search])[] = [
    ['/code', ours(books)],
    ['FTS5, bm25', plainSearch(books, 'unicode61 remove_diacritics 2')],
    ['FTS5, porter, bm25', plainSearch(books, 'porter unicode61 remove_diacritics 2')],
  ];
  const parts: readonly (readonly [string, readonly LookUp[]])[] = [
    ['first set, tuned on', first.tuned],
    ['first set, reported', first.reported],
    ['later set, tuned on', later.tuned],
    ['later set, reported', later.reported],
  ];
  print('\nWords: a wanted code among the first five (and as the very first)');
  for (const [what, lookUps] of parts) {
    print(`  ${what}, ${lookUps.length} look-ups`);
    for (const [who, search] of searches) print(`    ${who}: ${shareFound(search, lookUps)}`);
  }
}

function shareFound(search: Search, lookUps: readonly LookUp[]): string {
  const places = lookUps.map(({ typed, wanted }) =>
    search(typed, 5).findIndex((code) => wanted.includes(code)),
  );
  const share = (fits: (place: number) => boolean) =>
    `${((100 * places.filter(fits).length) / places.length).toFixed(1)} %`;
  return `${share((place) => place >= 0)} (${share((place) => place === 0)})`;
}

function printTimes(
  books: readonly ReleaseBook[],
  lookUps: readonly LookUp[],
  print: (text: string) => void,
): void {
  const { layWords } = realContent();
  const find = (typing: boolean, most: number) => (typed: string) =>
    findCodes(books, { typed, layWords, typing, most });
  const codes = books.flatMap((book) =>
    book
      .startingWith('', 200_000)
      .flatMap(({ code, modifier }, at) => (at % 97 === 0 && !modifier ? [code] : [])),
  );
  const words = lookUps.map(({ typed }) => typed);
  const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789'];
  const begun = words.flatMap((word) => [...word].map((_, at) => word.slice(0, at + 1)));
  const typed = [...new Set([...letters, ...letters.map((each) => `fracture ${each}`), ...begun])];
  const rows = [
    ['whole code (aim: p99 under 1)', codes, (code: string) => exactly(books, code)],
    ['beginning of a code (aim: p99 under 1)', codes.map((c) => c.slice(0, 4)), find(false, 25)],
    ['words (aim: p99 under 10)', words, find(false, 25)],
    ['suggestions while typing (aim: none over 50)', typed, find(true, 25)],
  ] as const;
  print('\nTime in ms, over all three sets, each at its quickest of five: p50, p99, most');
  for (const [what, items, search] of rows) {
    const { p50, p99, most } = timeEach(items, search);
    const shown = [p50, p99, most].map((value) => value.toFixed(2)).join(', ');
    print(`  ${what}: ${shown} (${items.length} different ones)`);
  }
}

/** Pauses of the garbage collector and the order of what is asked move it by some megabytes. */
async function printMemory(
  folder: string,
  { tuned, reported }: LookUps,
  print: (text: string) => void,
): Promise<void> {
  const typed = [...tuned, ...reported].map((each) => each.typed);
  const [without, withSets] = [
    await memoryOfBot(typed, undefined),
    await memoryOfBot(typed, folder),
  ];
  print('\nResident memory of the bot after the same look-ups (aim: at most 30 MB more)');
  print(
    `  without sets ${without} MB, with all three ${withSets} MB: ${withSets - without} MB more`,
  );
}
