// The labelled questions of the bench, and who may tune on which.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Labelled {
  readonly question: string;
  /** `near`: of the trade, and not in the guide. */
  readonly kind: 'covered' | 'near' | 'off-topic';
  /** Ids of the passages that answer it. */
  readonly passages?: readonly string[];
}

/** Written by people who did not see the passages; `b` nobody tuned on. */
export function readQuestions(set: 'a' | 'b'): readonly Labelled[] {
  const path = join(import.meta.dirname, `questions-${set}.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as readonly Labelled[];
}

/** Half of set A was tuned on: which half, the question itself decides. */
export function isTuned({ question }: Labelled): boolean {
  let hash = 2166136261;
  for (let at = 0; at < question.length; at += 1)
    hash = Math.imul(hash ^ question.charCodeAt(at), 16777619);
  return (hash >>> 0) % 2 === 0;
}
