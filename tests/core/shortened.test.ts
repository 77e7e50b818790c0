import { expect, test } from 'vitest';
import { shortened } from '../../src/core/shortened.ts';

test('what fits stays, on one line', () => {
  expect(shortened('Ethics for coders', 17)).toBe('Ethics for coders');
  expect(shortened('Ethics\n  for coders', 20)).toBe('Ethics for coders');
});

test('what does not fit ends with an ellipsis, as long as it may be', () => {
  expect(shortened('Ethics for coders', 10)).toBe('Ethics fo…');
  expect(shortened('Ethics for coders', 10)).toHaveLength(10);
});

test('no letter is cut in half', () => {
  expect(shortened('ab😀cd', 4)).toBe('ab…');
  expect(shortened('ab😀cd', 5)).toBe('ab😀…');
});
