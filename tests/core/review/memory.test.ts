import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  intervals,
  isSound,
  type Memory,
  type Rating,
  ratings,
  review,
} from '../../../src/core/review/memory.ts';

const today = Temporal.PlainDate.from('2026-11-22');
const rating = fc.constantFrom(...ratings);
/** A life of a card: after how many days it was looked at again, and how it went. */
const life = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), rating), {
  minLength: 1,
  maxLength: 30,
});

function live(steps: readonly (readonly [number, Rating])[]): readonly Memory[] {
  let day = today;
  let memory: Memory | undefined;
  return steps.map(([days, given]) => {
    day = day.add({ days });
    memory = review(memory, given, day);
    return memory;
  });
}

describe('a question that is always known', () => {
  it('comes at growing distances, in days from the first on', () => {
    const distances: number[] = [];
    let memory = review(undefined, 'good', today);
    for (let times = 0; times < 5; times += 1) {
      distances.push(memory.reviewed.until(memory.due, { largestUnit: 'days' }).days);
      memory = review(memory, 'good', memory.due);
    }
    expect(distances.every((days, index) => days > (distances[index - 1] ?? 0))).toBe(true);
    expect(distances[0]).toBeLessThanOrEqual(4);
    expect(distances[4]).toBeGreaterThan(100);
  });
});

describe('a question that was forgotten', () => {
  it('comes again soon, and counts as forgotten', () => {
    const known = review(review(undefined, 'good', today), 'good', today.add({ days: 3 }));
    const forgotten = review(known, 'again', known.due);
    expect(forgotten.lapses).toBe(1);
    expect(forgotten.stability).toBeLessThan(known.stability);
    expect(Temporal.PlainDate.compare(forgotten.due, known.due.add({ days: 7 }))).toBe(-1);
  });

  it('for the first time is not forgotten but new', () => {
    expect(review(undefined, 'again', today)).toMatchObject({ lapses: 0, reviews: 1 });
  });
});

describe('whatever a member does', () => {
  it('the memory stays sound, and is due on a later day than it was reviewed', () => {
    fc.assert(
      fc.property(life, (steps) => {
        for (const memory of live(steps)) {
          expect(isSound(memory)).toBe(true);
          expect(Temporal.PlainDate.compare(memory.due, memory.reviewed)).toBe(1);
        }
      }),
    );
  });

  it('a better rating never comes back sooner, and what is foretold is what happens', () => {
    fc.assert(
      fc.property(life, fc.integer({ min: 0, max: 400 }), (steps, later) => {
        const memory = live(steps).at(-1);
        const day = (memory?.reviewed ?? today).add({ days: later });
        const foretold = intervals(memory, day);
        const days = ratings.map((given) => foretold[given]);
        expect(days).toEqual([...days].sort((a, b) => a - b));
        for (const given of ratings)
          expect(review(memory, given, day).due.toString()).toBe(
            day.add({ days: foretold[given] }).toString(),
          );
      }),
    );
  });

  it('a clock that goes back is taken for one that stands still', () => {
    fc.assert(
      fc.property(life, rating, fc.integer({ min: 1, max: 5000 }), (steps, given, back) => {
        const memory = live(steps).at(-1);
        if (!memory) return;
        const before = review(memory, given, memory.reviewed.subtract({ days: back }));
        expect(before).toEqual(review(memory, given, memory.reviewed));
      }),
    );
  });

  it('a damaged row begins afresh instead of throwing', () => {
    const sound = review(undefined, 'good', today);
    const damage = fc.constantFrom<Partial<Memory>>(
      { difficulty: 0.5 },
      { difficulty: 11 },
      { difficulty: Number.NaN },
      { stability: 0 },
      { stability: -3 },
      { stability: Number.POSITIVE_INFINITY },
      { due: sound.reviewed.subtract({ days: 1 }) },
    );
    fc.assert(
      fc.property(damage, rating, (damaged, given) => {
        const next = review({ ...sound, ...damaged }, given, today.add({ days: 2 }));
        expect(isSound(next)).toBe(true);
      }),
    );
  });
});
