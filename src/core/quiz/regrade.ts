// What answers are worth under another key.

import { grade, isRight } from './grade.ts';
import type { Answerable } from './question.ts';
import type { Response } from './response.ts';

export interface Given {
  readonly response: Response;
  readonly credit: number;
  /** Came after the time was up: it counts as wrong under any key. */
  readonly isLate: boolean;
}

export interface Regraded<G extends Given> {
  readonly given: G;
  readonly credit: number;
  /** +1 where it became right, -1 where it no longer is. */
  readonly change: -1 | 0 | 1;
}

/** Those that are worth something else now. */
export function regraded<G extends Given>(
  question: Answerable,
  answers: readonly G[],
): readonly Regraded<G>[] {
  return answers.flatMap((given) => {
    const credit = given.isLate ? 0 : grade(question, given.response);
    if (credit === given.credit) return [];
    const change = (Number(isRight(credit)) - Number(isRight(given.credit))) as -1 | 0 | 1;
    return [{ given, credit, change }];
  });
}
