// What somebody probably meant to type.

import { mistakesBetween } from '../core/codes/words.ts';

/** Those of the same first word; where there are none, at most five within two typing mistakes. */
export function nearestPaths(typed: string, paths: readonly string[]): readonly string[] {
  const word = typed.replace(/^\//, '').toLowerCase().slice(0, 32);
  if (word === '') return [];
  const [first = ''] = word.split(' ');
  const same = paths.filter((path) => path.split(' ')[0] === first);
  const near = paths.filter((path) => path.split(' ').some((part) => distance(part, first) <= 2));
  return same.length > 0 ? same.slice(0, 20) : near.slice(0, 5);
}

/** Given up beyond 2; short words are only like themselves. */
function distance(a: string, b: string): number {
  if (Math.min(a.length, b.length) < 3) return a === b ? 0 : 3;
  return mistakesBetween(a, b, 2);
}
