// Real codes that stand near one, as wrong options of a question about it.

import { shuffled } from '../quiz/choosing.ts';
import { seeded } from '../seeded.ts';
import { isHeader } from './changes.ts';
import type { CodeEntry } from './code-entry.ts';
import type { QuestionId } from './question-id.ts';

/** What a question needs of a release. */
export interface Pages {
  entry(code: string): CodeEntry | undefined;
  startingWith(prefix: string, most: number): readonly CodeEntry[];
}

export const wrongOptions = 3;

/** Billable ones that stand nearest, with other titles; which of them, the seed says. */
export function others(id: QuestionId, entry: CodeEntry, pages: Pages): readonly CodeEntry[] {
  return near(id, entry, pages, (each) => each.billable);
}

export function headers(id: QuestionId, entry: CodeEntry, pages: Pages): readonly CodeEntry[] {
  return near(id, entry, pages, isHeader);
}

/** So many of the nearest are drawn from. */
const pool = 8;

export function near(
  id: QuestionId,
  entry: CodeEntry,
  pages: Pages,
  fits: (entry: CodeEntry) => boolean,
): readonly CodeEntry[] {
  const titles = new Set([plainTitle(entry.long)]);
  const found: CodeEntry[] = [];
  for (let length = entry.code.length - 1; length > 0 && found.length < wrongOptions; length -= 1)
    for (const each of alikeFirst(entry, pages.startingWith(entry.code.slice(0, length), 60))) {
      if (!fits(each) || each.modifier || titles.has(plainTitle(each.long)) || found.length >= pool)
        continue;
      titles.add(plainTitle(each.long));
      found.push(each);
    }
  return shuffled(found, seeded(id.seed)).slice(0, wrongOptions);
}

/** Of injuries those of the same encounter: another one would give the answer away. */
function alikeFirst(entry: CodeEntry, all: readonly CodeEntry[]): readonly CodeEntry[] {
  const isAlike = ({ code }: CodeEntry) => code.at(6) === entry.code.at(6);
  return [...all.filter(isAlike), ...all.filter((each) => !isAlike(each))];
}

/** Titles that differ in this alone would both be right. */
export function plainTitle(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}
