import { describe, expect, test } from 'vitest';
import {
  absence,
  haveAllAnswered,
  isLast,
  nextSecond,
  type RoundState,
  revealed,
  saved,
} from '../../../src/core/quiz/round.ts';

const at = (time: string) => Temporal.Instant.from(`2026-11-22T${time}Z`);

const asked: RoundState = {
  state: 'running',
  phase: 'asking',
  position: 2,
  phaseEnds: at('15:00:10'),
  posts: 4,
  silent: 0,
};

test.each([
  ['15:00:00', '15:00:01'],
  ['15:00:00.001', '15:00:01'],
  ['15:00:00.999', '15:00:01'],
])('after %s the next second is %s', (now, next) => {
  expect(nextSecond(at(now)).toString()).toBe(at(next).toString());
});

describe('silence', () => {
  test('adds up until somebody answers', () => {
    const once = revealed(asked, 0, at('15:00:10'));
    expect(once.silent).toBe(1);
    expect(isLast(once, 10)).toBe(false);
    expect(isLast(revealed(once, 0, at('15:01:00')), 10)).toBe(true);
    expect(revealed(once, 1, at('15:01:00')).silent).toBe(0);
  });

  test('the last question is the last one, answered or not', () => {
    expect(isLast(revealed(asked, 3, at('15:00:10')), 3)).toBe(true);
  });
});

test('what is saved asks again what was open, and is over where nothing is left', () => {
  expect(saved(asked, 10)).toMatchObject({ state: 'saved', position: 2 });
  const shown = revealed(asked, 1, at('15:00:10'));
  expect(saved(shown, 10)).toMatchObject({ state: 'saved', position: 3 });
  expect(saved(shown, 3).state).toBe('over');
});

test.each([
  ['15:00:10', 'none'],
  ['15:00:25', 'none'],
  ['15:00:26', 'a moment'],
  ['15:10:10', 'a moment'],
  ['15:10:11', 'too long'],
] as const)('at %s the absence is %s', (now, long) => {
  expect(absence(asked, at(now))).toBe(long);
});

test('alone nobody is done before the time is up', () => {
  expect(haveAllAnswered({ joined: 1, answered: 1 })).toBe(false);
  expect(haveAllAnswered({ joined: 2, answered: 1 })).toBe(false);
  expect(haveAllAnswered({ joined: 2, answered: 2 })).toBe(true);
});
