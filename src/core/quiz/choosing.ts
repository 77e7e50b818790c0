// Which questions a member gets, and in which order their options are shown.

import { itemIds } from './items.ts';
import type { Answerable, Question } from './question.ts';

export interface Wanted {
  readonly topic?: string;
  readonly level?: number;
  /** Left out: all of them. */
  readonly kinds?: readonly Question['kind'][];
  /** A case counts as many as it has questions. */
  readonly count: number;
  /** The day whose edition counts: questions about another edition rest. */
  readonly on: Temporal.PlainDate;
  /** Ids of questions met before, the longest ago first: they come after all others. */
  readonly seen: readonly string[];
}

/** New questions first, then those met longest ago; in both, by chance. Cases stay whole. */
export function chooseQuestions(
  bank: readonly Question[],
  wanted: Wanted,
  random: () => number,
): readonly Question[] {
  const fitting = bank.filter(
    (question) =>
      (wanted.kinds?.includes(question.kind) ?? true) &&
      isValidOn(question, wanted.on) &&
      (wanted.topic === undefined || question.topic === wanted.topic) &&
      (wanted.level === undefined || question.level === wanted.level),
  );
  const lastSeen = new Map(wanted.seen.map((id, index) => [id, index]));
  const place = (question: Question) =>
    Math.max(...itemIds(question).map((id) => lastSeen.get(id) ?? -1));
  const inOrder = shuffled(fitting, random)
    .map((question) => ({ question, place: place(question) }))
    .sort((a, b) => a.place - b.place);
  return asManyAsFit(
    inOrder.map(({ question }) => question),
    wanted.count,
  );
}

function asManyAsFit(questions: readonly Question[], count: number): readonly Question[] {
  let left = count;
  return questions.filter((question) => {
    const size = itemIds(question).length;
    if (size > left) return false;
    left -= size;
    return true;
  });
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

/** The order in which options or items are shown: `order[0]` is the place in the bank of A. */
export function shownOrder(question: Answerable, random: () => number): readonly number[] {
  if (question.kind === 'typed') return [];
  const parts = question.kind === 'order' ? question.items : question.options;
  const order = shuffled([...parts.keys()], random);
  const givesAway = question.kind === 'order' && order.every((place, index) => place === index);
  return givesAway ? order.toReversed() : order;
}
