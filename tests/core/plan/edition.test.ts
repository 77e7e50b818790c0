import { expect, it } from 'vitest';
import { editionOn, examBooks } from '../../../src/core/plan/edition.ts';
import { realContent } from '../../world.ts';

const books = examBooks(realContent().codeSets, 'aapc');

/** AAPC's rule was checked in November 2026. */
function editionFor(day: string) {
  if (!books) throw new Error('There is no calendar of exam books.');
  const edition = editionOn(books, Temporal.PlainDate.from(day));
  return edition && [edition.release.name, edition.next?.effective.toString()];
}

it('an exam goes by the books of its calendar year, not by the ICD-10 of October', () => {
  expect(editionFor('2026-12-31')).toEqual(['2026', '2027-01-01']);
  expect(editionFor('2027-01-01')).toEqual(['2027', undefined]);
  expect(editionFor('2027-12-31')).toEqual(['2027', undefined]);
});

it('nothing is said of a year beyond the first switch after the day of the check', () => {
  expect(editionFor('2028-01-01')).toBeUndefined();
  expect(editionFor('2031-06-01')).toBeUndefined();
});

it('of bodies without a calendar nothing is known', () => {
  expect(examBooks(realContent().codeSets, 'ahima')).toBeUndefined();
});
