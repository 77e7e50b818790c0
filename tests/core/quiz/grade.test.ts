import { describe, expect, test } from 'vitest';
import { codesIn, sameCodes } from '../../../src/core/quiz/codes.ts';
import { grade } from '../../../src/core/quiz/grade.ts';
import { canAnswer, marked } from '../../../src/core/quiz/response.ts';
import { ordering, selectAll, single, typed } from './given.ts';

describe('credit', () => {
  test('of a single choice is all or nothing', () => {
    expect(grade(single, { kind: 'single', choice: 1 })).toBe(1);
    expect(grade(single, { kind: 'single', choice: 0 })).toBe(0);
    expect(grade(single, undefined)).toBe(0);
  });

  test.each([
    { choices: [0, 2], credit: 1 },
    { choices: [0], credit: 0.5 },
    { choices: [0, 2, 3], credit: 0.5 },
    { choices: [0, 1], credit: 0 },
    { choices: [0, 1, 2, 3], credit: 0 },
    { choices: [], credit: 0 },
  ])('of a select-all with $choices is $credit', ({ choices, credit }) => {
    expect(grade(selectAll, { kind: 'select-all', choices })).toBe(credit);
  });

  test.each([
    { sequence: [0, 1, 2, 3], credit: 1 },
    { sequence: [1, 0, 2, 3], credit: 0.5 },
    { sequence: [3, 0, 1, 2], credit: 0 },
    { sequence: [0], credit: 0.25 },
  ])('of the order $sequence is $credit', ({ sequence, credit }) => {
    expect(grade(ordering, { kind: 'order', sequence })).toBe(credit);
  });

  test.each([
    [['E119'], 1],
    [['N184', 'I129'], 1],
    [['I129'], 0],
    [['I129', 'N184', 'Z794'], 0],
  ] as const)('of the codes %j is %d', (codes, credit) => {
    expect(grade(typed, { kind: 'typed', codes })).toBe(credit);
  });

  test('there is none for the answer to another kind of question', () => {
    expect(grade(single, { kind: 'order', sequence: [1] })).toBe(0);
    expect(canAnswer(single, { kind: 'select-all', choices: [1] })).toBe(false);
    expect(canAnswer(single, { kind: 'single', choice: 9 })).toBe(false);
    expect(canAnswer(ordering, { kind: 'order', sequence: [3, 1] })).toBe(true);
  });
});

test('ticking twice is ticking once', () => {
  expect(marked(marked([3], 0, true), 0, true)).toEqual([0, 3]);
  expect(marked([0, 3], 3, false)).toEqual([0]);
});

describe('codes as people type them', () => {
  test.each([
    ['e119', ['E119']],
    [' E11.9 ', ['E119']],
    ['i12.9, n18.4', ['I129', 'N184']],
    ['I12.9 and N18.4', ['I129', 'N184']],
    ['I12.9\nN18.4; Z79.4', ['I129', 'N184', 'Z794']],
    ['e11.9 E119', ['E119']],
    ['GZJZZZZ', ['GZJZZZZ']],
    ['j1885, lt', ['J1885', 'LT']],
  ])('%j', (text, codes) => {
    expect(codesIn(text)).toEqual(codes);
  });

  test.each(['diabetes', 'E11.9 (type 2)', 'the one above', 'A'.repeat(9), 'E11.9?'])(
    '%j is none',
    (text) => {
      expect(codesIn(text)).toBeUndefined();
    },
  );

  test('are the same in any order and with or without dots', () => {
    expect(sameCodes(['I12.9', 'N18.4'], ['n184', 'i129'])).toBe(true);
    expect(sameCodes(['I12.9'], ['I12.0'])).toBe(false);
  });
});
