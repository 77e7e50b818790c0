// Which of two titles that hold the same words is meant, before anybody asked anything: the plainer.

import type { CodeEntry, InstallableSet } from './code-entry.ts';
import { fillers, wordsOf } from './words.ts';

/** Words that make no title longer: the unspecified code is the one that a few words mean. */
const light = new Set(['unspecified', 'initial', 'encounter', 'unsp']);

/** Letters of the chapters that few words mean unless they say so. */
const seldom: Readonly<Record<string, number>> = { O: 1, P: 1, V: 3, W: 2, X: 2, Y: 2, Z: 0.5 };

/** Lower comes first. */
export function precedenceOf(
  set: InstallableSet,
  entry: CodeEntry,
  title = wordsOf(entry.long),
): number {
  const words = title.filter((word) => !fillers.has(word) && !light.has(word));
  const ended = entry.lastDay !== undefined && !entry.billable ? 10 : 0;
  if (set !== 'icd-10-cm') return words.length + ended + (entry.billable ? 0 : 1);
  const other = /^other\b/i.test(entry.long) ? 1 : 0;
  const header = entry.billable ? 0 : 0.5;
  return words.length + header + other + (seldom[entry.code.charAt(0)] ?? 0);
}
