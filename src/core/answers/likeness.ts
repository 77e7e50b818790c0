// How alike two short texts are: by their words, rare ones counting most, misspelt ones nearly so.

import { meaningOf } from './word-groups.ts';
import { wordsOf } from './words.ts';

/** The meanings in a text, each with how much it counts. */
export type Gist = ReadonlyMap<string, number>;

export interface Likeness {
  gist(text: string): Gist;
}

/** Learns from texts of the trade which words are common there and say little. */
export function makeLikeness(texts: readonly string[]): Likeness {
  const holding = new Map<string, number>();
  for (const text of texts)
    for (const meaning of new Set(meaningsOf(text)))
      holding.set(meaning, (holding.get(meaning) ?? 0) + 1);
  const weight = (meaning: string) =>
    Math.log(1 + (texts.length + 1) / ((holding.get(meaning) ?? 0) + 1));
  return {
    gist: (text) => new Map(meaningsOf(text).map((meaning) => [meaning, weight(meaning)])),
  };
}

/** From 0 to 1, the same both ways. */
export function alikeness(one: Gist, other: Gist): number {
  const total = sizeOf(one) + sizeOf(other);
  return total === 0 ? 0 : (weightFound(one, other) + weightFound(other, one)) / total;
}

/** How much of `one` is in `other`: from 0 to 1. */
export function coverage(one: Gist, other: Gist): number {
  const size = sizeOf(one);
  return size === 0 ? 0 : weightFound(one, other) / size;
}

/** Filler counts only where there is nothing else. */
function meaningsOf(text: string): readonly string[] {
  const words = wordsOf(text);
  const telling = words.filter(({ isFiller }) => !isFiller);
  return (telling.length > 0 ? telling : words).map(({ stem }) => meaningOf(stem));
}

function sizeOf(gist: Gist): number {
  let size = 0;
  for (const weight of gist.values()) size += weight;
  return size;
}

const misspeltCounts = 0.8;

function weightFound(one: Gist, other: Gist): number {
  let found = 0;
  for (const [meaning, weight] of one)
    if (other.has(meaning)) found += weight;
    else if (hasMisspelt(meaning, other)) found += weight * misspeltCounts;
  return found;
}

/** Of words alone: a group of words with one meaning has a number, which is never misspelt. */
function hasMisspelt(meaning: string, gist: Gist): boolean {
  if (/\d/.test(meaning)) return false;
  for (const other of gist.keys()) if (isMisspelt(meaning, other)) return true;
  return false;
}

/** Long words that differ in one letter, or in the order of two. Asked very often, so it makes nothing. */
export function isMisspelt(one: string, other: string): boolean {
  if (one[0] !== other[0] || Math.min(one.length, other.length) < 5) return false;
  if (Math.abs(one.length - other.length) > 1) return false;
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [left, right] = [one.length - start - end, other.length - start - end];
  if (left <= 1 && right <= 1) return true;
  const isSwapped = one[start] === other[start + 1] && one[start + 1] === other[start];
  return left === 2 && right === 2 && isSwapped;
}
