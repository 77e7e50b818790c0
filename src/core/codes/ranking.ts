// Orders what a search found by how well a title says what was asked.

import type { CodeEntry, InstallableSet } from './code-entry.ts';
import { precedenceOf } from './precedence.ts';
import type { CodeQuery, Group, Term } from './query.ts';
import { fillers, wordsOf } from './words.ts';

export interface Found<E> {
  readonly entry: E;
  /** Comparable between code sets, for the same query. */
  readonly score: number;
}

/** Words that narrow nothing down. */
const light: ReadonlySet<string> = new Set(
  'unspecified unsp without complications? nos elsewhere classified not mention initial encounter routine'.split(
    ' ',
  ),
);

export function rank<E extends CodeEntry>(
  set: InstallableSet,
  entries: Iterable<E>,
  query: CodeQuery,
): readonly Found<E>[] {
  const found: Found<E>[] = [];
  for (const entry of entries) found.push({ entry, score: scoreOf(set, entry, query) });
  return found.sort((a, b) => b.score - a.score);
}

/** By hand, tuned on the first half of the look-ups in tests/bench/codes. */
const weights = {
  said: 3,
  covered: 1.6,
  billable: 0.25,
  first: 0.2,
  precedence: 0.03,
  ended: 1,
  sets: { 'icd-10-cm': 0.15, 'icd-10-pcs': 0, 'hcpcs-level-ii': 0.05 },
} as const;

function scoreOf(set: InstallableSet, entry: CodeEntry, { groups }: CodeQuery): number {
  const title = wordsOf(entry.long);
  const used = new Set<number>();
  let said = 0;
  for (const group of groups) said += group.weight * saidBy(group, set, entry, title, used);
  const all = groups.reduce((sum, { weight }) => sum + weight, 0);
  const wanted = title.map((word, at) => (fillers.has(word) || light.has(word) ? -1 : at));
  const content = wanted.filter((at) => at >= 0);
  const covered = content.filter((at) => used.has(at)).length / Math.max(1, content.length);
  return (
    (weights.said * said) / Math.max(0.1, all) +
    weights.covered * covered +
    (entry.billable ? weights.billable : 0) +
    (used.has(0) ? weights.first : 0) -
    weights.precedence * precedenceOf(set, entry, title) -
    (entry.lastDay !== undefined && !entry.billable ? weights.ended : 0) +
    weights.sets[set]
  );
}

/** From 0 to 1; marks which words of the title say it. */
function saidBy(
  group: Group,
  set: InstallableSet,
  entry: CodeEntry,
  title: readonly string[],
  used: Set<number>,
): number {
  let best = 0;
  let bestUsed: readonly number[] = [];
  for (const terms of group.alternatives) {
    const at = terms.map((term) => placeOf(term, title));
    if (at.length === 0 || at.some(({ place }) => place < 0)) continue;
    const quality = at.reduce((sum, each) => sum + each.quality, 0) / at.length;
    if (quality < best || (quality === best && at.length <= bestUsed.length)) continue;
    best = quality;
    bestUsed = at.map(({ place }) => place);
  }
  for (const place of bestUsed) used.add(place);
  const meant = group.codes.findIndex(
    ({ codeSet, code }) => codeSet === set && entry.code.startsWith(code),
  );
  return meant < 0 ? best : Math.max(best, 1.3 - 0.05 * Math.min(meant, 6));
}

/** A whole word is better than one that begins so. */
function placeOf({ word, begins }: Term, title: readonly string[]) {
  const whole = title.indexOf(word);
  if (whole >= 0) return { place: whole, quality: 1 };
  const place = begins ? title.findIndex((each) => each.startsWith(word)) : -1;
  const longer = (title[place]?.length ?? 0) - word.length;
  return { place, quality: longer <= 2 ? 0.98 : 0.85 };
}
