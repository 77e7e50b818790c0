// How much of a question somebody got: from 0 to 1, and right is all of it.

import { sameCodes } from './codes.ts';
import type { Answerable, Ordering, SelectAll, TypedCode } from './question.ts';
import { type Response, responseTo } from './response.ts';

export function grade(question: Answerable, response: Response | undefined): number {
  switch (question.kind) {
    case 'single': {
      const given = responseTo(question, response);
      return given && question.options[given.choice]?.right ? 1 : 0;
    }
    case 'select-all':
      return creditOfChoices(question, responseTo(question, response)?.choices ?? []);
    case 'order':
      return creditOfSequence(question, responseTo(question, response)?.sequence ?? []);
    case 'typed':
      return isRightCode(question, responseTo(question, response)?.codes ?? []) ? 1 : 0;
  }
}

export function isRight(credit: number): boolean {
  return credit === 1;
}

/** One point for each right option chosen, one off for each wrong one, never below nothing. */
function creditOfChoices({ options }: SelectAll, choices: readonly number[]): number {
  const wanted = options.filter(({ right }) => right).length;
  const hits = choices.filter((place) => options[place]?.right).length;
  return Math.max(0, hits - (choices.length - hits)) / wanted;
}

/** The share of items that stand at their own place. */
function creditOfSequence({ items }: Ordering, sequence: readonly number[]): number {
  return sequence.filter((place, at) => place === at).length / items.length;
}

function isRightCode({ answers }: TypedCode, codes: readonly string[]): boolean {
  return answers.some((answer) => sameCodes(answer, codes));
}
