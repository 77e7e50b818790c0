import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { licensedCodeIn } from '../../src/core/licensed-codes.ts';
import { growthOf } from '../fixtures/growth.ts';

describe('held as CPT', () => {
  test.each([
    'Use 99213 for it.',
    '99202–99205',
    'CPT 36415, once',
    '36415,36416',
    'code:36415.',
    'add 99213-25 to the claim',
    'code 00100',
    'the vaccine is 0042T',
    'report 3074F with it',
    '0001U and 0012M',
    'the PLA code 1234u',
    '９９２１３ in wide figures',
    '992\u200b13 with nothing between',
    'what is 99213?',
  ])('%s', (text) => {
    expect(licensedCodeIn(text)?.set).toBe('CPT');
  });
});

describe('held as dental', () => {
  test.each(['D0120', 'bill d2740 for the crown', 'D1110–D1120', '(D9999)'])('%s', (text) => {
    expect(licensedCodeIn(text)?.set).toBe('dental');
  });
});

describe('published', () => {
  test.each([
    'E11.9 and E11.65 in ICD-10-CM',
    'D50.9 iron deficiency anemia',
    'D50 has subcategories; D47.01, D57.00',
    'ICD-10-CM writes D5700 without its dot in files',
    'G0438, J1100 and A4550 are HCPCS Level II',
    '0DTJ4ZZ is ICD-10-PCS',
    'S72.001A, T36.0X1A',
    'it costs $12000, or $99,213, or 10000 dollars',
    'about 75000 members',
    'CMS Transmittal 11865, Change Request 13452',
    'MS-DRG 871, revenue code 0450, modifier 25, place of service 11',
    'in 2026, on 2026-11-22, at 10:30',
    'form CMS-1500',
    'https://www.aapc.com/blog/63036-x',
    '123456 or 1234567890',
    'we raised 1500M',
    'LCD L34567 and article A56789',
    'ZIP code 60601',
  ])('%s', (text) => {
    expect(licensedCodeIn(text)).toBeUndefined();
  });
});

test('what it found is told as it was written', () => {
  expect(licensedCodeIn('First 99213, then 99214.')?.text).toBe('99213');
});

test('a long text of figures is looked at once', () => {
  const look = (size: number) => {
    licensedCodeIn('1234 5 D123 '.repeat(size));
  };
  expect(growthOf(look, 1_000)).toBeLessThan(40);
});

test.each(['a', 'b', 'c', 'd'])('no question of the bench, set %s, names one', (set) => {
  const file = new URL(`../bench/answers/questions-${set}.json`, import.meta.url);
  const questions: { question: string }[] = JSON.parse(readFileSync(file, 'utf8'));
  expect(questions.length).toBeGreaterThan(100);
  expect(questions.filter(({ question }) => licensedCodeIn(question))).toEqual([]);
});
