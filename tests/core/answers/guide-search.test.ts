import { expect, test } from 'vitest';
import { makeGuideSearch } from '../../../src/core/answers/guide-search.ts';
import { finish } from '../../../src/core/answers/steps.ts';
import { notCovered, passages } from '../../bench/answers/guide.ts';

const search = finish(makeGuideSearch(passages, notCovered));

test('whoever asks in the words of a title gets that passage', () => {
  const wrong = passages.filter((p) => search.answer(p.title).passage?.id !== p.id);
  expect(wrong.map((p) => p.id)).toEqual([]);
});

test.each([
  ['how many ceus every two years for one aapc credential', /36/],
  ['when do new icd-10 codes start', /October 1/],
  ['is cpc open book', /book/],
  ['do i need a degree to code', /degree/],
  ['who owns cpt', /American Medical Association|AMA/],
])('%s', (question, answer) => {
  expect(search.answer(question).passage?.text).toMatch(answer);
});

test('misspellings are forgiven', () => {
  const id = search.answer('is a degree required to become a medical coder').passage?.id;
  expect(id).toBeDefined();
  expect(search.answer('is a degre requierd to becom a medcal coder').passage?.id).toBe(id);
});

test.each([
  'which crankshaft fits a 1967 tractor engine?',
  'best pizza dough hydration',
  'who won the world cup',
  'qwertz asdf',
  '',
])('does not answer: %s', (question) => {
  expect(search.answer(question).passage).toBeUndefined();
});

test('tells what a question is about that is known as not covered', () => {
  const asked = search.answer('the payer denied my claim, how do i appeal the denial?');
  expect(asked.notCovered?.id).toBe('denials');
});

test('without passages nothing is found', () => {
  const empty = finish(makeGuideSearch([], notCovered));
  expect(empty.answer('is cpc open book')).toEqual({});
  expect(empty.find('is cpc open book', 3)).toEqual([]);
});
