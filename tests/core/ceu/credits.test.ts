import { expect, test } from 'vitest';
import { bar, isCredits, sayCredits, shareOf } from '../../../src/core/ceu/credits.ts';

test.each([
  [24, 36, '██████░░ 24/36'],
  [0, 36, '░░░░░░░░ 0/36'],
  [0.25, 36, '█░░░░░░░ 0.25/36'],
  [35.75, 36, '███████░ 35.75/36'],
  [36, 36, '████████ 36/36'],
  [50, 36, '████████ 50/36'],
  [0, 0, '████████ 0/0'],
])('%d of %d is drawn as %s', (done, required, drawn) => {
  expect(bar(done, required)).toBe(drawn);
});

test('credits are quarters and not negative', () => {
  expect([0, 0.25, 1, 1.75, 36].every(isCredits)).toBe(true);
  expect([-1, 0.1, 1.3, Number.NaN, Number.POSITIVE_INFINITY].some(isCredits)).toBe(false);
});

test('a share is rounded up to a quarter, and exact shares stay as they are', () => {
  expect(shareOf(20, 80)).toBe(16);
  expect(shareOf(20, 40)).toBe(8);
  expect(shareOf(17, 40)).toBe(7);
  expect(shareOf(36, 33)).toBe(12);
});

test('one credit is singular', () => {
  expect([1, 1.25, 0].map(sayCredits)).toEqual(['1 credit', '1.25 credits', '0 credits']);
});
