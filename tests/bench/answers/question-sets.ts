// The labelled questions of the bench, and who may tune on which.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Labelled {
  readonly question: string;
  /** `near`: of the trade, and not in the guide. */
  readonly kind: 'covered' | 'near' | 'off-topic';
  /** Ids of the passages that answer it. */
  readonly passages?: readonly string[];
}

export type Writer = 'a' | 'b' | 'c' | 'd';

/**
 * Written by people who did not see the passages. Those of `a`, `b` and `c` are read while phrasings
 * are written and weights are set; of `d` only the totals are looked at. Nothing where a writer's are
 * not there.
 */
export function readQuestions(set: Writer): readonly Labelled[] {
  const path = join(import.meta.dirname, `questions-${set}.json`);
  if (!existsSync(path)) return [];
  return JSON.parse(readFileSync(path, 'utf8')) as readonly Labelled[];
}

/** The confidence is fitted on half of sets A, B and C: on which, the question itself decides. */
export function isTuned({ question }: Labelled): boolean {
  let hash = 2166136261;
  for (let at = 0; at < question.length; at += 1)
    hash = Math.imul(hash ^ question.charCodeAt(at), 16777619);
  return (hash >>> 0) % 2 === 0;
}
