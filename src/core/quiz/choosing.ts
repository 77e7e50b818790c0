// Which questions a member gets, and in which order their options are shown.

import type { Question, SingleChoice } from './question.ts';

export interface Wanted {
  readonly topic?: string;
  readonly level?: number;
  readonly count: number;
  /** The day whose edition counts: questions about another edition rest. */
  readonly on: Temporal.PlainDate;
  /** Ids of questions met before, the longest ago first: they come after all others. */
  readonly seen: readonly string[];
}

/** New questions first, then those met longest ago; in both, by chance. */
export function chooseQuestions(
  bank: readonly Question[],
  wanted: Wanted,
  random: () => number,
): readonly SingleChoice[] {
  const fitting = bank.filter(
    (question): question is SingleChoice =>
      question.kind === 'single' &&
      isValidOn(question, wanted.on) &&
      (wanted.topic === undefined || question.topic === wanted.topic) &&
      (wanted.level === undefined || question.level === wanted.level),
  );
  const lastSeen = new Map(wanted.seen.map((id, index) => [id, index]));
  const place = (question: Question) => lastSeen.get(question.id) ?? -1;
  return shuffled(fitting, random)
    .sort((a, b) => place(a) - place(b))
    .slice(0, wanted.count);
}

export function isValidOn(question: Question, day: Temporal.PlainDate): boolean {
  const { validFrom, validThrough } = question;
  if (validFrom && Temporal.PlainDate.compare(day, validFrom) < 0) return false;
  return !validThrough || Temporal.PlainDate.compare(day, validThrough) <= 0;
}

/** Fisher-Yates. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const at = Math.floor(random() * (last + 1));
    [result[last], result[at]] = [result[at] as T, result[last] as T];
  }
  return result;
}

/** The order in which options are shown: `order[0]` is the place in the bank of option A. */
export function optionOrder(question: SingleChoice, random: () => number): readonly number[] {
  return shuffled(
    question.options.map((_, index) => index),
    random,
  );
}
