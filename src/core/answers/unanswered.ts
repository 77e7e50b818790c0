// Questions that wait for an organizer, those that ask the same together.

import { alikeness, type Likeness } from './likeness.ts';

export interface Waiting {
  readonly id: string;
  readonly text: string;
}

/**
 * From here on two questions are taken to ask the same. Of the guide's phrasings 1 in 1,400 pairs of
 * different passages is so alike: rather the same question twice than two questions as one.
 */
const alike = 0.65;

/**
 * In the order given, each question joins the first group whose first question it is like; so the
 * same questions always make the same groups, and one that comes later moves no other.
 */
export function groupByLikeness<W extends Waiting>(
  waiting: readonly W[],
  likeness: Likeness,
): readonly (readonly [W, ...W[]])[] {
  const groups: { readonly gist: ReturnType<Likeness['gist']>; readonly all: [W, ...W[]] }[] = [];
  for (const question of waiting) {
    const gist = likeness.gist(question.text);
    const group = groups.find((each) => alikeness(each.gist, gist) >= alike);
    if (group) group.all.push(question);
    else groups.push({ gist, all: [question] });
  }
  return groups.map(({ all }) => all);
}
