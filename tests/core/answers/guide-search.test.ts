import { expect, test } from 'vitest';
import { makeGuideSearch } from '../../../src/core/answers/guide-search.ts';
import { wordsOf } from '../../../src/core/answers/words.ts';
import { realContent } from '../../world.ts';

const { passages } = realContent();
const search = makeGuideSearch(passages);

test('words are compared without case, accents, endings and filler', () => {
  expect(wordsOf("What are the coders' CEUs?")).toEqual(wordsOf('CODER ceu'));
  expect(wordsOf('résumé')).toEqual(wordsOf('resume'));
  expect(wordsOf('CPC-A')).not.toEqual(wordsOf('CPC'));
});

test('whoever asks in the words of a title gets that passage', () => {
  const wrong = passages.filter((p) => search.answer(p.title)?.passage.id !== p.id);
  expect(wrong.map((p) => p.id)).toEqual([]);
});

test.each([
  ['how many ceus every two years for one aapc credential', /36/],
  ['when do new icd-10 codes start', /October 1/],
  ['is cpc open book', /book/],
  ['do i need a degree to code', /degree/],
])('%s', (question, answer) => {
  expect(search.answer(question)?.passage.text).toMatch(answer);
});

test.each([
  'which crankshaft fits a 1967 tractor engine?',
  'best pizza dough hydration',
  'who won the world cup',
  'qwertz asdf',
  '',
])('does not answer: %s', (question) => {
  expect(search.answer(question)).toBeUndefined();
});
