// What is asked one at a time: a question, or one question of a case under the note of that case.

import type { Answerable, CaseStudy, Question } from './question.ts';

export interface Item {
  readonly question: Answerable;
  /** Of a question that belongs to a case. */
  readonly of?: {
    readonly caseStudy: CaseStudy;
    /** From 1. */
    readonly part: number;
  };
}

export function itemsOf(question: Question): readonly Item[] {
  if (question.kind !== 'case') return [{ question }];
  return question.questions.map((part, index) => ({
    question: part,
    of: { caseStudy: question, part: index + 1 },
  }));
}

/** Of everything that is asked for one question of the bank: a case has several. */
export function itemIds(question: Question): readonly string[] {
  return itemsOf(question).map((item) => item.question.id);
}
