import { describe, expect, test } from 'vitest';
import { chooseQuestions, shownOrder } from '../../../src/core/quiz/choosing.ts';
import { seeded } from '../../../src/core/seeded.ts';
import { caseStudy, ordering, selectAll, single, typed } from './given.ts';

const bank = [single, selectAll, ordering, typed, caseStudy];
const wanted = { count: 10, on: Temporal.PlainDate.from('2026-11-22'), seen: [] };
const ids = (more: object) =>
  chooseQuestions(bank, { ...wanted, ...more }, seeded(5)).map(({ id }) => id);

describe('choosing', () => {
  test('a case counts as many as it has questions, and stays whole', () => {
    expect(ids({})).toHaveLength(5);
    expect(ids({ count: 1, kinds: ['case'] })).toEqual([]);
    expect(ids({ count: 2, kinds: ['case'] })).toEqual(['sums-5']);
  });

  test('a case of which one question was met is met', () => {
    const order = ids({ seen: ['sums-5-2', 'sums-1'] });
    expect(order.slice(-2)).toEqual(['sums-5', 'sums-1']);
  });

  test('questions rest outside the days of their edition', () => {
    const validThrough = Temporal.PlainDate.from('2026-09-30');
    const old = { ...single, id: 'old', validThrough };
    expect(chooseQuestions([old], wanted, seeded(5))).toEqual([]);
    const then = { ...wanted, on: validThrough };
    expect(chooseQuestions([old], then, seeded(5))).toEqual([old]);
  });
});

test('an order is never shown as it is right', () => {
  for (let seed = 0; seed < 200; seed += 1)
    expect(shownOrder(ordering, seeded(seed))).not.toEqual([0, 1, 2, 3]);
});
