import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Due, spread } from '../../../src/core/review/spreading.ts';

const from = Temporal.PlainDate.from('2026-12-07');
const queue = fc
  .array(fc.integer({ min: -60, max: 20 }), { maxLength: 120 })
  .map((days): readonly Due[] =>
    days.map((offset, index) => ({ question: `q${index}`, due: from.add({ days: offset }) })),
  );
const cap = fc.integer({ min: 1, max: 30 });

const daysFrom = ({ due }: Due) => from.until(due, { largestUnit: 'days' }).days;

function perDay(all: readonly Due[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const each of all) counts.set(daysFrom(each), (counts.get(daysFrom(each)) ?? 0) + 1);
  return counts;
}

it('thirty that waited come ten a day', () => {
  const waiting = Array.from({ length: 30 }, (_, index) => ({
    question: `q${index}`,
    due: from.subtract({ days: index }),
  }));
  expect([...perDay(spread(waiting, from, 10))]).toEqual([
    [0, 10],
    [1, 10],
    [2, 10],
  ]);
  expect(spread(waiting, from, 10)[0]?.question).toBe('q29');
});

it('everything that waited is there once, on no earlier day, and nothing else moves', () => {
  fc.assert(
    fc.property(queue, cap, (all, most) => {
      const waiting = all.filter((each) => daysFrom(each) <= 0);
      const moved = spread(all, from, most);
      expect(moved.map(({ question }) => question).sort()).toEqual(
        waiting.map(({ question }) => question).sort(),
      );
      expect(moved.every((each) => daysFrom(each) >= 0)).toBe(true);
    }),
  );
});

it('no day gets more than the cap, but for what was due on it anyway', () => {
  fc.assert(
    fc.property(queue, cap, (all, most) => {
      const later = all.filter((each) => daysFrom(each) > 0);
      const before = perDay(later);
      for (const [day, count] of perDay([...later, ...spread(all, from, most)]))
        expect(count).toBeLessThanOrEqual(Math.max(most, before.get(day) ?? 0));
    }),
  );
});

it('who waited longer comes no later', () => {
  fc.assert(
    fc.property(queue, cap, (all, most) => {
      const was = new Map(all.map((each) => [each.question, daysFrom(each)]));
      const order = spread(all, from, most).map(({ question }) => was.get(question) ?? 0);
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }),
  );
});
