import { expect, test } from 'vitest';
import { meaningOf } from '../../../src/core/answers/word-groups.ts';
import { stemOf, wordsOf } from '../../../src/core/answers/words.ts';

const stemsOf = (text: string) =>
  wordsOf(text)
    .filter(({ isFiller }) => !isFiller)
    .map(({ stem }) => stem);

test('words are compared without case, accents, endings and filler', () => {
  expect(stemsOf("What are the coders' CEUs?")).toEqual(stemsOf('CODER ceu'));
  expect(stemsOf('résumé')).toEqual(stemsOf('resume'));
});

test('names that differ by their last letters stay apart, however they are written', () => {
  expect(stemsOf('CPC-A')).not.toEqual(stemsOf('CPC'));
  expect(stemsOf('ICD-10-CM')).toEqual(stemsOf('icd 10 cm'));
  expect(stemsOf('icd10pcs')).not.toEqual(stemsOf('icd10cm'));
});

test('what is typed for short is read in full', () => {
  expect(stemsOf('job w/o exp, pls')).toEqual(stemsOf('job without experience please'));
  expect(stemsOf('avg $ for 3 yrs')).toEqual(stemsOf('average money for 3 years'));
  expect(stemsOf('$65,000')).toEqual(['65', '000']);
});

test('words for one thing have one meaning', () => {
  expect(meaningOf(stemOf('dx'))).toBe(meaningOf(stemOf('diagnoses')));
  expect(meaningOf(stemOf('wages'))).toBe(meaningOf(stemOf('salary')));
  expect(meaningOf(stemOf('salary'))).not.toBe(meaningOf(stemOf('exam')));
});
