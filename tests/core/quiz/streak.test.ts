import { expect, test } from 'vitest';
import { streakOf } from '../../../src/core/quiz/streak.ts';

const days = (...numbers: readonly number[]) =>
  numbers.map((day) => new Temporal.PlainDate(2026, 11, day));
const today = new Temporal.PlainDate(2026, 11, 23);

test.each([
  ['nothing was answered', [], [19, 20, 23], 0],
  ['only today', [23], [19, 20, 23], 1],
  ['today is still open', [19, 20], [19, 20, 23], 2],
  ['a weekend without questions lies between', [19, 20, 23], [19, 20, 23], 3],
  ['one was missed', [19, 23], [19, 20, 23], 1],
  ['yesterday was missed and today is open', [19, 20], [19, 20, 22, 23], 0],
  ['a later question does not count yet', [19, 20, 23], [19, 20, 23, 24], 3],
])('where %s', (_where, answered, asked, streak) => {
  expect(streakOf(days(...answered), days(...asked).toReversed(), today)).toBe(streak);
});
