// What the search costs: time to be ready, time of a question, memory.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { makeGuideSearch } from '../../../src/core/answers/guide-search.ts';
import type { Passage } from '../../../src/core/answers/passage.ts';
import { finish } from '../../../src/core/answers/steps.ts';
import { notCovered, passages } from './guide.ts';

export interface Costs {
  readonly passages: number;
  readonly readyMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** What stays in memory, tables of numbers included, beyond the passages themselves. */
  readonly megabytes: number;
}

/** Of the guide repeated until there are so many passages. */
export function measureCosts(count: number, questions: readonly string[]): Costs {
  const repeated = Array.from({ length: count }, (_, at): Passage => {
    const passage = passages[at % passages.length] as Passage;
    return { ...passage, id: `${passage.id}-${at}` };
  });
  const before = memoryInUse();
  const start = performance.now();
  const search = finish(makeGuideSearch(repeated, notCovered));
  const readyMs = performance.now() - start;
  const megabytes = (memoryInUse() - before) / 2 ** 20;
  // A bot runs for weeks: the first questions, before the code is compiled, are not counted.
  for (const question of questions) search.answer(question);
  const times = [...questions, ...questions, ...questions].map((question) => {
    const asked = performance.now();
    search.answer(question);
    return performance.now() - asked;
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * times.length)] ?? 0;
  return { passages: count, readyMs, p50Ms: at(0.5), p99Ms: at(0.99), megabytes };
}

function memoryInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
