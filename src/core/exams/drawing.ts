// Draws the questions of a set by its blueprint.

import { chooseQuestions } from '../quiz/choosing.ts';
import { itemIds } from '../quiz/items.ts';
import type { Question } from '../quiz/question.ts';
import { type Blueprint, isOf, type Length, lengths } from './blueprint.ts';

export interface Drawn {
  readonly questionIds: readonly string[];
  /** By position, the place of its domain in the blueprint. */
  readonly domains: readonly number[];
  /** Domains for which the bank has fewer than wanted. */
  readonly short: readonly {
    readonly title: string;
    readonly wanted: number;
    readonly got: number;
  }[];
}

/**
 * `on`: the day whose edition counts. No question twice, those met longest ago last, domain after
 * domain: exams mix them, but a case stays whole and the report is read by domain.
 */
export function drawSet(
  blueprint: Blueprint,
  length: Length,
  bank: readonly Question[],
  wanted: { readonly on: Temporal.PlainDate; readonly seen: readonly string[] },
  random: () => number,
): Drawn {
  const taken = new Set<string>();
  const drawn = blueprint.domains.map((domain) => {
    const count = Math.max(1, Math.round(domain.count * lengths[length]));
    const fitting = bank.filter(
      (question) => !taken.has(question.id) && isOf(domain, blueprint.exam, question),
    );
    const chosen = chooseQuestions(fitting, { ...wanted, count, kinds: blueprint.kinds }, random);
    for (const { id } of chosen) taken.add(id);
    return { title: domain.title, wanted: count, ids: chosen.flatMap(itemIds) };
  });
  return {
    questionIds: drawn.flatMap(({ ids }) => ids),
    domains: drawn.flatMap(({ ids }, index) => ids.map(() => index)),
    short: drawn
      .filter(({ wanted: count, ids }) => ids.length < count)
      .map(({ title, wanted: count, ids }) => ({ title, wanted: count, got: ids.length })),
  };
}
