// What somebody answered, one form for each kind of question. Options and items are kept by their
// place in the bank, so that the order in which they were shown does not matter.

import type { Answerable } from './question.ts';

export type Response =
  | { readonly kind: 'single'; readonly choice: number }
  | { readonly kind: 'select-all'; readonly choices: readonly number[] }
  /** In the order in which they were put, which may still be incomplete. */
  | { readonly kind: 'order'; readonly sequence: readonly number[] }
  | { readonly kind: 'typed'; readonly codes: readonly string[] };

export type ResponseTo<Q extends Answerable> = Extract<Response, { readonly kind: Q['kind'] }>;

/** Whether it can be an answer to that question at all. */
export function canAnswer(question: Answerable, response: Response): boolean {
  switch (response.kind) {
    case 'single':
      return question.kind === 'single' && response.choice in question.options;
    case 'select-all':
      return question.kind === 'select-all' && response.choices.every((c) => c in question.options);
    case 'order':
      return (
        question.kind === 'order' && response.sequence.every((place) => place in question.items)
      );
    case 'typed':
      return question.kind === 'typed';
  }
}

/** What was stored for a question that has changed its kind since is no answer to it. */
export function responseTo<Q extends Answerable>(
  question: Q,
  response: Response | undefined,
): ResponseTo<Q> | undefined {
  return response?.kind === question.kind ? (response as ResponseTo<Q>) : undefined;
}

/** Ticks or unticks one option of a select-all. */
export function marked(choices: readonly number[], place: number, on: boolean): readonly number[] {
  const others = choices.filter((each) => each !== place);
  return on ? [...others, place].sort((a, b) => a - b) : others;
}
