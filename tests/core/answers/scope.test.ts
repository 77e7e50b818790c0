import { expect, test } from 'vitest';
import { learnScope } from '../../../src/core/answers/scope.ts';
import { finish } from '../../../src/core/answers/steps.ts';

const inside = [
  'how many ceus for cpc',
  'when do codes change',
  'which exam is first',
  'is cpc hard',
];
const outside = ['will it rain', 'how do i bake bread', 'who won the game', 'best pizza'];

test('what is like the guide’s questions is inside, what is like the others outside', () => {
  const scope = finish(learnScope(inside, outside));
  expect(scope('how many ceus for the exam')).toBeGreaterThan(0);
  expect(scope('who will win the pizza game')).toBeLessThan(0);
});

test('it learns the same every time', () => {
  const question = 'how do codes change the game';
  const again = finish(learnScope(inside, outside));
  expect(finish(learnScope(inside, outside))(question)).toBe(again(question));
});

test('without examples it knows nothing', () => {
  expect(finish(learnScope([], []))('anything')).toBe(0);
});
