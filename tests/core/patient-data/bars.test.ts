// The bars of the detector, on texts of our own; `npm run bench -- patient-data` prints the figures.

import { describe, expect, test } from 'vitest';
import {
  measureFalseAlarms,
  measureRecall,
  positiveSets,
  questionSets,
} from '../../bench/patient-data/measure.ts';
import { nastyQuestions } from '../../bench/patient-data/questions.ts';

const shareOf = ({ count, of }: { readonly count: number; readonly of: number }) => count / of;

describe('at least 95 % of the texts with patient data are stopped', () => {
  test.each(Object.entries(positiveSets))('of templates %s', (_set, make) => {
    const { shares } = measureRecall(make());
    const [all, ...groups] = shares;
    expect(all && shareOf(all)).toBeGreaterThanOrEqual(0.95);
    for (const group of groups)
      expect(shareOf(group), `of ${group.name}`).toBeGreaterThanOrEqual(0.85);
  });

  test('there are a thousand and more of them, all different in kind', () => {
    const positives = Object.values(positiveSets).flatMap((make) => make());
    expect(new Set(positives.map(({ text }) => text)).size).toBeGreaterThan(1900);
  });
});

describe('at most 2 % of the honest questions are stopped', () => {
  test.each(Object.entries(questionSets))('of %s', (set, read) => {
    const [all] = measureFalseAlarms({ [set]: read }).shares;
    expect(all && shareOf(all)).toBeLessThanOrEqual(0.02);
  });

  test('there are two thousand and more of them, 300 of them nasty', () => {
    const questions = Object.values(questionSets).flatMap((read) => read());
    expect(new Set(questions).size).toBeGreaterThan(2000);
    expect(new Set(nastyQuestions()).size).toBeGreaterThanOrEqual(300);
  });
});
