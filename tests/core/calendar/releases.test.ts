import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  expectedFiles,
  isUnchanged,
  lastRelease,
  nextRelease,
  releasesBetween,
} from '../../../src/core/calendar/releases.ts';
import { allSets, cpt, hcpcs, icd10Cm, icd10Pcs, on } from './real-sets.ts';

const anyDay = fc.integer({ min: 0, max: 111 * 365 }).map((days) => on('1990-01-01').add({ days }));
const anySet = fc.constantFrom(...allSets);
const compare = Temporal.PlainDate.compare;

describe('on November 22, 2026', () => {
  const today = on('2026-11-22');

  it.each([
    [icd10Cm, 'ICD-10-CM FY2027', 'ICD-10-CM FY2027 April update', '2027-04-01'],
    [icd10Pcs, 'ICD-10-PCS FY2027', 'ICD-10-PCS FY2027 April update', '2027-04-01'],
    [cpt, 'CPT 2026', 'CPT 2027', '2027-01-01'],
    [hcpcs, 'HCPCS Level II 2026 Q4', 'HCPCS Level II 2027 Q1', '2027-01-01'],
  ])('$name has one release in force and one ahead', (set, current, next, effective) => {
    expect(lastRelease(set, today)?.title).toBe(current);
    expect(nextRelease(set, today)?.title).toBe(next);
    expect(nextRelease(set, today)?.effective.toString()).toBe(effective);
  });
});

describe('the date of service picks the release', () => {
  it('which changes overnight', () => {
    expect(lastRelease(icd10Cm, on('2026-09-30'))?.id).toBe('FY2026-april');
    expect(lastRelease(icd10Cm, on('2026-10-01'))?.id).toBe('FY2027-october');
    expect(lastRelease(cpt, on('2026-12-31'))?.id).toBe('CY2026');
    expect(lastRelease(cpt, on('2027-01-01'))?.id).toBe('CY2027');
    expect(lastRelease(hcpcs, on('2027-06-30'))?.id).toBe('CY2027-q2');
    expect(lastRelease(hcpcs, on('2027-07-01'))?.id).toBe('CY2027-q3');
  });

  it('also where a release came outside the usual days', () => {
    expect(lastRelease(icd10Cm, on('2020-12-31'))?.id).toBe('FY2021-october');
    expect(lastRelease(icd10Cm, on('2021-01-01'))?.id).toBe('FY2021-january');
    expect(lastRelease(icd10Cm, on('2021-04-01'))?.id).toBe('FY2021-january');
    expect(nextRelease(icd10Cm, on('2020-10-01'))?.title).toBe('ICD-10-CM FY2021 January update');
  });

  it('and before the calendar begins there is none', () => {
    expect(lastRelease(icd10Cm, on('2015-09-30'))).toBeUndefined();
    expect(lastRelease(icd10Cm, on('1990-01-01'))).toBeUndefined();
    expect(nextRelease(icd10Cm, on('1990-01-01'))?.id).toBe('FY2016-october');
  });
});

it('April of ICD-10-CM is known to be empty in 2024, 2025 and 2026, and not known for 2027', () => {
  const aprils = releasesBetween(icd10Cm, on('2022-01-01'), on('2027-12-31')).filter(
    ({ effective }) => effective.month === 4,
  );
  expect(aprils.map((april) => [april.id, isUnchanged(april)])).toEqual([
    ['FY2022-april', false],
    ['FY2023-april', false],
    ['FY2024-april', true],
    ['FY2025-april', true],
    ['FY2026-april', true],
    ['FY2027-april', false],
  ]);
});

describe('the files of a release are expected', () => {
  const days = (set: typeof icd10Cm, effective: string) => {
    const release = lastRelease(set, on(effective));
    const expected = release && expectedFiles(release);
    return [expected?.window.text, expected?.days?.from.toString(), expected?.days?.to.toString()];
  };

  it('in summer for October, around New Year for April', () => {
    expect(days(icd10Cm, '2027-10-01')).toEqual([
      'between mid-June and mid-July',
      '2027-06-09',
      '2027-07-18',
    ]);
    expect(days(icd10Cm, '2027-04-01')).toEqual([
      'between late December and late January',
      '2026-12-15',
      '2027-01-23',
    ]);
    expect(days(cpt, '2028-01-01').slice(1)).toEqual(['2027-09-01', '2027-09-15']);
  });

  it('without days where none were seen often enough', () => {
    expect(days(hcpcs, '2027-04-01')).toEqual(['some weeks ahead', undefined, undefined]);
    expect(days(icd10Pcs, '2027-04-01')).toEqual([undefined, undefined, undefined]);
  });

  it('always before it takes effect, the first day before the last', () => {
    fc.assert(
      fc.property(anySet, anyDay, (set, day) => {
        const release = nextRelease(set, day);
        const expected = release && expectedFiles(release)?.days;
        if (!release || !expected) return;
        expect(compare(expected.from, expected.to)).toBeLessThanOrEqual(0);
        expect(compare(expected.to, release.effective)).toBeLessThan(0);
        expect(expected.from.until(release.effective).days).toBeLessThan(366);
      }),
    );
  });
});

describe('from 1990 to 2100', () => {
  it('the next release comes after the day, and the last one by the day', () => {
    fc.assert(
      fc.property(anySet, anyDay, (set, day) => {
        const next = nextRelease(set, day);
        const last = lastRelease(set, day);
        expect(next && compare(next.effective, day)).toBe(1);
        if (last) expect(compare(last.effective, day)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('nothing lies between the last release and the next', () => {
    fc.assert(
      fc.property(anySet, anyDay, (set, day) => {
        const last = lastRelease(set, day);
        const next = nextRelease(set, day);
        expect(last ? nextRelease(set, last.effective) : next).toEqual(next);
        expect(next && lastRelease(set, next.effective)).toEqual(next);
        const dayBefore = next?.effective.subtract({ days: 1 });
        expect(dayBefore && lastRelease(set, dayBefore)).toEqual(last);
      }),
    );
  });

  it('who walks from one to the next meets each release once', () => {
    fc.assert(
      fc.property(anySet, anyDay, fc.integer({ min: 0, max: 4000 }), (set, from, length) => {
        const to = from.add({ days: length });
        const met: string[] = [];
        let release = nextRelease(set, from.subtract({ days: 1 }));
        while (release && compare(release.effective, to) <= 0) {
          met.push(release.id);
          release = nextRelease(set, release.effective);
        }
        expect(releasesBetween(set, from, to).map(({ id }) => id)).toEqual(met);
        expect(new Set(met).size).toBe(met.length);
      }),
    );
  });

  it('every year has its releases, on their days', () => {
    for (let year = 2022; year <= 2100; year += 1) {
      const of = (set: typeof icd10Cm) =>
        releasesBetween(set, on(`${year}-01-01`), on(`${year}-12-31`)).map(
          ({ id, effective }) => `${id} ${effective}`,
        );
      expect(of(icd10Cm)).toEqual([
        `FY${year}-april ${year}-04-01`,
        `FY${year + 1}-october ${year}-10-01`,
      ]);
      expect(of(cpt)).toEqual([`CY${year} ${year}-01-01`]);
      expect(of(hcpcs)).toEqual(
        ['01', '04', '07', '10'].map((month, i) => `CY${year}-q${i + 1} ${year}-${month}-01`),
      );
    }
  });
});
