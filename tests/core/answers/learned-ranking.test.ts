import { expect, test } from 'vitest';
import { learnRanking } from '../../../src/core/answers/learned-ranking.ts';
import { finish } from '../../../src/core/answers/steps.ts';

const wordings = [
  ['how long is the exam', 'exam time', 'minutes for the exam'],
  ['what does the exam cost', 'exam fee', 'price of the exam'],
];

test('what sets passages apart speaks for them, what they share for none', () => {
  const speaksFor = finish(learnRanking(wordings));
  const [time = 0, fee = 0] = speaksFor('the fee please');
  expect(fee).toBeGreaterThan(time);
  const [sharedTime = 0, sharedFee = 0] = speaksFor('exam');
  expect(Math.abs(sharedTime - sharedFee)).toBeLessThan(fee - time);
});

test('of unknown words it says nothing', () => {
  expect([...finish(learnRanking(wordings))('zebra crossing')]).toEqual([0, 0]);
});

test('without passages it says nothing', () => {
  expect(finish(learnRanking([]))('anything')).toHaveLength(0);
});
