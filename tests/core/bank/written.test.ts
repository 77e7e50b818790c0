import { expect, test } from 'vitest';
import { readWritten, writeWritten } from '../../../src/core/bank/written.ts';

test('the marked line is right, and what follows ## says why a wrong one is wrong', () => {
  expect(readWritten('* Sends a query\n\nGuesses  ## The record does not say so.\n')).toEqual({
    kind: 'single',
    options: [
      { text: 'Sends a query', right: true },
      { text: 'Guesses', why: 'The record does not say so.', right: false },
    ],
  });
});

test('several marks ask for all that are right', () => {
  expect(readWritten('*LT\n*RT\nGA')?.kind).toBe('select-all');
});

test('codes to type, and things to put in order', () => {
  expect(readWritten('= E11.9 + Z79.4\n= E11.8')).toEqual({
    kind: 'typed',
    answers: [['E11.9', 'Z79.4'], ['E11.8']],
  });
  expect(readWritten('1. First\n2) Second ## always\n3. Third')).toEqual({
    kind: 'order',
    items: [{ text: 'First' }, { text: 'Second', why: 'always' }, { text: 'Third' }],
  });
});

test('without any mark nobody knows what is right', () => {
  expect(readWritten('One\nTwo')).toBeUndefined();
  expect(readWritten('  \n')).toBeUndefined();
});

test.each(['* A\nB ## no', '* A\n* B\nC', '= E11.9 + I10\n= I10', '1. A\n2. B ## so\n3. C'])(
  '%j comes back as it was',
  (text) => {
    const read = readWritten(text);
    expect(read && writeWritten(read)).toBe(text);
  },
);
