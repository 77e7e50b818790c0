import { describe, expect, it } from 'vitest';
import { noticesBetween } from '../../../src/core/calendar/notices.ts';
import {
  sayCounts,
  sayEffective,
  sayNoticeTitle,
  sayUnchanged,
} from '../../../src/core/calendar/release-words.ts';
import { lastRelease, type Release } from '../../../src/core/calendar/releases.ts';
import { allSets, cpt, hcpcs, icd10Cm, icd10Pcs, on } from './real-sets.ts';

function releaseOf(set: typeof cpt, day: string): Release {
  const release = lastRelease(set, on(day));
  if (!release) throw new Error(`${set.name} has no release on ${day}`);
  return release;
}

describe('the figures are said with how far to trust them', () => {
  it.each([
    [
      icd10Cm,
      '2025-10-01',
      '487 new, 28 removed (12 deleted, 16 demoted to header), 38 revised; 74,719 billable codes in all (recounted, or in two independent sources).',
    ],
    [
      icd10Cm,
      '2022-04-01',
      '3 new, 1 removed, 0 revised; 72,750 billable codes in all (recounted, or in two independent sources).',
    ],
    [
      cpt,
      '2027-01-01',
      '453 changes: 299 new, 80 deleted, 74 revised (one secondary source: check with the issuer).',
    ],
    [cpt, '2023-01-01', '393 changes (from the issuer).'],
    [icd10Pcs, '2024-04-01', '41 new (from the issuer).'],
  ])('$name on %s', (set, day, expected) => {
    expect(sayCounts(set, releaseOf(set, day))).toBe(expected);
  });

  it('and where none are known the issuer is named', () => {
    const unknown = 'How many codes change is not known here: see CMS.';
    expect(sayCounts(hcpcs, releaseOf(hcpcs, '2027-01-01'))).toBe(unknown);
    expect(sayCounts(icd10Pcs, releaseOf(icd10Pcs, '2026-10-01'))).toBe(unknown);
    expect(sayCounts(icd10Pcs, releaseOf(icd10Pcs, '2015-10-01'))).toBe(unknown);
  });
});

it('the day that counts is said', () => {
  expect(sayEffective(icd10Cm, releaseOf(icd10Cm, '2026-10-01'))).toBe(
    'Effective October 1, 2026, by date of service (for inpatient stays, date of discharge), not by the date of the claim.',
  );
});

it('nothing changed takes one line', () => {
  expect(sayUnchanged(releaseOf(icd10Cm, '2026-04-01'))).toBe(
    'ICD-10-CM FY2026 April update: no code changes on April 1, 2026.',
  );
});

it('a title is true on whichever day it is read', () => {
  const said = (codeSets: readonly string[], from: string, to: string) =>
    noticesBetween(allSets, { codeSets, leadDays: [30, 0] }, on(from), on(to)).map(sayNoticeTitle);
  expect(said([cpt.id], '2026-12-01', '2027-01-01')).toEqual([
    'Code sets change on January 1, 2027',
    'New code sets from January 1, 2027',
  ]);
  expect(said([icd10Cm.id], '2026-03-01', '2026-04-01')).toEqual([
    'No code changes on April 1, 2026',
  ]);
});
