// A question as it stands before a member: in which order, under which case, with which letters.

import type { ActionRef } from '../../../src/bot/action.ts';
import type { Markdown } from '../../../src/bot/markdown.ts';
import type { Control } from '../../../src/bot/reply.ts';
import type { Item } from '../../../src/core/quiz/items.ts';
import type { Answerable } from '../../../src/core/quiz/question.ts';
import type { ResponseTo } from '../../../src/core/quiz/response.ts';

export interface Shown<Q extends Answerable = Answerable> extends Item {
  readonly question: Q;
  /** `order[0]` is the place in the bank of option A. */
  readonly order: readonly number[];
}

/** Where the buttons of an open question lead. */
export interface Presses {
  choose(place: number): ActionRef;
  mark(place: number, on: boolean): ActionRef;
  /** The item for the place `at`, from 0. */
  pick(place: number, at: number): ActionRef;
  /** Takes back the item at the place `at`. */
  undo(at: number): ActionRef;
  readonly submit: ActionRef;
  /** Opens the form for codes. */
  readonly type: ActionRef;
}

/** How one kind of question looks, before and after its answer. */
export interface KindCard<Q extends Answerable> {
  /** What stands under the stem. */
  ask(shown: Shown<Q>, draft?: ResponseTo<Q>): Markdown;
  controls(shown: Shown<Q>, draft: ResponseTo<Q> | undefined, presses: Presses): Control[];
  /** In words, with what is right; without a response, what is right alone. */
  verdict(shown: Shown<Q>, response: ResponseTo<Q> | undefined, credit: number): Markdown;
  /** Every option or item, with why wrong is wrong. */
  key(shown: Shown<Q>, response?: ResponseTo<Q>): Markdown | undefined;
  /** `B`, `A, C`, `E11.9`: for "B, locked in." */
  name(shown: Shown<Q>, response: ResponseTo<Q>): string;
}

export interface Lettered<P> {
  readonly letter: string;
  readonly part: P;
  readonly place: number;
}

export function lettered<P>(parts: readonly P[], order: readonly number[]): readonly Lettered<P>[] {
  return order.flatMap((place, index) => {
    const part = parts[place];
    return part === undefined ? [] : [{ letter: letterAt(index), part, place }];
  });
}

function letterAt(index: number): string {
  return String.fromCharCode(65 + index);
}

/** The letters of these places, in the order given: `C, A`. */
export function lettersOf(places: readonly number[], order: readonly number[]): string {
  return places.map((place) => letterAt(order.indexOf(place))).join(', ');
}

/** The letters of these places in the order of the alphabet. */
export function sortedLetters(places: readonly number[], order: readonly number[]): string {
  return lettersOf(
    order.filter((place) => places.includes(place)),
    order,
  );
}
