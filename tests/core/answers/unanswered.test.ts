import { expect, test } from 'vitest';
import { alikeness, makeLikeness } from '../../../src/core/answers/likeness.ts';
import { groupByLikeness } from '../../../src/core/answers/unanswered.ts';

const likeness = makeLikeness([
  'coding exam',
  'coding jobs',
  'coding books',
  'the exam of the club',
  'who meets in the library',
]);

function grouped(...texts: readonly string[]): readonly (readonly string[])[] {
  const waiting = texts.map((text, index) => ({ id: String(index), text }));
  return groupByLikeness(waiting, likeness).map((group) => group.map(({ text }) => text));
}

test('questions with the same words, in any order and form, are one', () => {
  expect(
    grouped('When does the library close?', 'library closing: when', 'who brings cake'),
  ).toEqual([['When does the library close?', 'library closing: when'], ['who brings cake']]);
});

test('a slip of the finger keeps nothing apart', () => {
  const one = likeness.gist('library membership forms');
  expect(alikeness(one, likeness.gist('libarry membership forms'))).toBeGreaterThan(0.9);
  expect(alikeness(one, likeness.gist('librery membership forms'))).toBeGreaterThan(0.9);
});

test('what is common in the trade makes nothing alike', () => {
  expect(grouped('which coding podcast', 'which coding webinar')).toHaveLength(2);
});

test('a question that comes later moves no other', () => {
  const before = grouped('library key', 'cake');
  expect(grouped('library key', 'cake', 'the key of the library').map(([first]) => first)).toEqual(
    before.map(([first]) => first),
  );
});

test('of nothing there is nothing, and of nothing but filler too', () => {
  expect(grouped()).toEqual([]);
  expect(grouped('what is it', '???', '!!!')).toHaveLength(3);
});
