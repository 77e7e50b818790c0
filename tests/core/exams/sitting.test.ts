import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Clock,
  endsAt,
  percentOf,
  resultOf,
  sayLeft,
  secondsLeft,
  usedAt,
} from '../../../src/core/exams/sitting.ts';

const began = Temporal.Instant.from('2026-12-01T15:00:00Z');
const at = (seconds: number) => began.add({ seconds });

describe('the clock of a sitting', () => {
  test('runs, rests, and never goes below zero', () => {
    const running: Clock = { seconds: 600, usedMilliseconds: 0, runningSince: began };
    expect(secondsLeft(running, at(90))).toBe(510);
    expect(secondsLeft(running, at(5000))).toBe(0);
    expect(endsAt(running)).toEqual(at(600));
    const resting: Clock = { seconds: 600, usedMilliseconds: 90_000 };
    expect(secondsLeft(resting, at(100_000))).toBe(510);
    expect(endsAt(resting)).toBeUndefined();
  });

  test('a clock that was put back adds nothing', () => {
    expect(usedAt({ usedMilliseconds: 5, runningSince: began }, began.subtract({ hours: 1 }))).toBe(
      5,
    );
  });

  test('however often it rests, what is used and what is left make the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(500), fc.nat(500))), (spans) => {
        let used = 0;
        let now = began;
        let ran = 0;
        for (const [run, rest] of spans) {
          const since = now;
          now = now.add({ seconds: run });
          used = usedAt({ usedMilliseconds: used, runningSince: since }, now);
          now = now.add({ seconds: rest });
          ran += run;
        }
        const left = secondsLeft({ seconds: 1_000_000, usedMilliseconds: used }, now);
        expect(left).toBe(1_000_000 - ran);
      }),
    );
  });

  test.each([
    [45, '45 s'],
    [60, '1 min'],
    [3599, '59 min'],
    [3600, '1 h 0 min'],
    [5184, '1 h 26 min'],
  ])('%i seconds are %s', (seconds, said) => {
    expect(sayLeft(seconds)).toBe(said);
  });
});

describe('the result of a sitting', () => {
  test('counts what has no answer as wrong, and names what is weak, the weakest first', () => {
    const sitting = { domainTitles: ['A', 'B', 'C'], domains: [0, 0, 0, 1, 1, 2, 2, 2, 2, 2] };
    const rights = new Map([
      [0, true],
      [1, true],
      [2, true],
      [3, false],
      [5, true],
      [6, true],
      [7, false],
    ]);
    const result = resultOf(sitting, rights);
    expect(result).toMatchObject({ right: 5, of: 10, answered: 7, percent: 50 });
    expect(result.weak).toEqual([
      { title: 'B', right: 0, of: 2 },
      { title: 'C', right: 2, of: 5 },
    ]);
  });

  test('69.9 per cent are not 70', () => {
    expect(percentOf(699, 1000)).toBe(69);
    expect(percentOf(7, 10)).toBe(70);
    expect(percentOf(0, 0)).toBe(0);
  });
});
