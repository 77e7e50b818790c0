// What people say, and what the titles say for it: heart attack, acute myocardial infarction.

import { singular, wordsOf } from './words.ts';

export interface LayWords {
  /** `heart attack`, `MI`: any of them. */
  readonly say: readonly string[];
  /** Words of titles; each is another way to put it. */
  readonly means: readonly string[];
  /** Beginnings of the codes that are meant most often, the likeliest first, without dots. */
  readonly codes: readonly string[];
}

/** Found by the phrase, its words in the singular. */
export type LayWordIndex = ReadonlyMap<string, LayWords>;

export function indexLayWords(all: readonly LayWords[]): LayWordIndex {
  return new Map(all.flatMap((each) => each.say.map((phrase) => [layKey(wordsOf(phrase)), each])));
}

export function layKey(words: readonly string[]): string {
  return words.map(singular).join(' ');
}

/** Words in the longest phrase that anybody says. */
export const longestPhrase = 5;
