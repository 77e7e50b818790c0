import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defaultNoticeChoice,
  leadDaysOffered,
  type Notice,
  type NoticeChoice,
  nextNotice,
  noticeKey,
  noticesBetween,
} from '../../../src/core/calendar/notices.ts';
import { allSets, cpt, hcpcs, icd10Cm, on } from './real-sets.ts';

const byDefault = defaultNoticeChoice(allSets);

const titles = ({ sections }: Notice) => sections.map(({ release }) => release.title);
const agenda = (choice: NoticeChoice, from: string, to: string) =>
  noticesBetween(allSets, choice, on(from), on(to)).map((notice) => [
    notice.on.toString(),
    noticeKey(notice),
    titles(notice).join(' + '),
  ]);

describe('a group that chose nothing', () => {
  it('hears of ICD-10-CM, CPT and HCPCS, 30 days ahead and on the day', () => {
    expect(byDefault.codeSets).toEqual([cpt.id, hcpcs.id, icd10Cm.id]);
    expect(byDefault.leadDays).toEqual([30, 0]);
  });

  it('gets one notice per effective date, with a section per set', () => {
    expect(agenda(byDefault, '2026-11-22', '2027-10-01')).toEqual([
      ['2026-12-02', '2027-01-01:30', 'CPT 2027 + HCPCS Level II 2027 Q1'],
      ['2027-01-01', '2027-01-01:0', 'CPT 2027 + HCPCS Level II 2027 Q1'],
      ['2027-03-02', '2027-04-01:30', 'HCPCS Level II 2027 Q2 + ICD-10-CM FY2027 April update'],
      ['2027-04-01', '2027-04-01:0', 'HCPCS Level II 2027 Q2 + ICD-10-CM FY2027 April update'],
      ['2027-06-01', '2027-07-01:30', 'HCPCS Level II 2027 Q3'],
      ['2027-07-01', '2027-07-01:0', 'HCPCS Level II 2027 Q3'],
      ['2027-09-01', '2027-10-01:30', 'HCPCS Level II 2027 Q4 + ICD-10-CM FY2028'],
      ['2027-10-01', '2027-10-01:0', 'HCPCS Level II 2027 Q4 + ICD-10-CM FY2028'],
    ]);
  });
});

describe('a release that changes nothing', () => {
  it('is one line on the day, behind the others, without a lead-up', () => {
    expect(agenda(byDefault, '2026-02-01', '2026-05-01')).toEqual([
      ['2026-03-02', '2026-04-01:30', 'HCPCS Level II 2026 Q2'],
      ['2026-04-01', '2026-04-01:0', 'HCPCS Level II 2026 Q2 + ICD-10-CM FY2026 April update'],
    ]);
    const [, onTheDay] = noticesBetween(allSets, byDefault, on('2026-02-01'), on('2026-05-01'));
    expect(onTheDay?.sections.map(({ isOneLine }) => isOneLine)).toEqual([false, true]);
  });

  it('is passed over by the lead-ups of a group that follows only that set', () => {
    const choice = { codeSets: [icd10Cm.id], leadDays: [30] };
    const next = nextNotice(allSets, choice, on('2025-11-22'));
    expect(next && [next.on.toString(), ...titles(next)]).toEqual([
      '2026-09-01',
      'ICD-10-CM FY2027',
    ]);
  });
});

it('60 and 7 days and every set come by choice', () => {
  const choice = { codeSets: allSets.map(({ id }) => id), leadDays: [...leadDaysOffered] };
  expect(agenda(choice, '2027-08-01', '2027-10-01').map(([day, key]) => [day, key])).toEqual([
    ['2027-08-02', '2027-10-01:60'],
    ['2027-09-01', '2027-10-01:30'],
    ['2027-09-24', '2027-10-01:7'],
    ['2027-10-01', '2027-10-01:0'],
  ]);
  const [first] = noticesBetween(allSets, choice, on('2027-08-02'), on('2027-08-02'));
  expect(first && titles(first)).toEqual([
    'HCPCS Level II 2027 Q4',
    'ICD-10-CM FY2028',
    'ICD-10-PCS FY2028',
  ]);
});

it('who chose no set, no day, or a set that is not there hears nothing', () => {
  const never = [
    { codeSets: [], leadDays: [30, 0] },
    { codeSets: [cpt.id], leadDays: [] },
    { codeSets: ['icd-9-cm'], leadDays: [30, 0] },
  ];
  for (const choice of never) {
    expect(nextNotice(allSets, choice, on('2026-11-22'))).toBeUndefined();
    expect(agenda(choice, '2026-01-01', '2027-12-31')).toEqual([]);
  }
});

describe('a section holds what a message needs', () => {
  const choice = { codeSets: [icd10Cm.id], leadDays: [30, 0] };
  const [ahead, onTheDay] = noticesBetween(allSets, choice, on('2026-09-01'), on('2026-10-01'));
  const section = onTheDay?.sections[0];

  it('the figures and where they come from', () => {
    expect(section?.release.known?.counts).toMatchObject({ new: 190, removed: 30, revised: 4 });
    expect(section?.sources.map(({ title }) => title)).toEqual([
      'CMS, ICD-10 codes and files',
      'makevision/icd10cm-open-data, order files compared (secondary; not the official file)',
    ]);
    expect(section?.checked?.toString()).toBe('2026-11-22');
  });

  it('links to the issuer, the release’s own first', () => {
    expect(section?.links.at(0)?.url).toContain('2027-icd-10-addendum.zip');
    expect(section?.links.at(-1)?.url).toBe(
      'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
    );
  });

  it('what to do now, which is something else ahead than on the day', () => {
    expect(ahead?.sections[0]?.toDo).toBe(icd10Cm.toDo.ahead);
    expect(section?.toDo).toBe(icd10Cm.toDo.onTheDay);
  });
});

describe('whatever is chosen, from 1990 to 2100', () => {
  const anyChoice = fc.record({
    codeSets: fc.subarray(
      allSets.map(({ id }) => id),
      { minLength: 1 },
    ),
    leadDays: fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 4 }),
  });
  const anyDay = fc
    .integer({ min: 0, max: 110 * 365 })
    .map((days) => on('1990-01-01').add({ days }));
  const compare = Temporal.PlainDate.compare;

  it('the next notice is the first of those that follow', () => {
    fc.assert(
      fc.property(anyChoice, anyDay, (choice, day) => {
        const next = nextNotice(allSets, choice, day);
        if (!next) throw new Error('every set has releases for ever');
        expect(compare(next.on, day)).toBe(1);
        const [first] = noticesBetween(allSets, choice, day.add({ days: 1 }), next.on);
        expect(first && noticeKey(first)).toBe(noticeKey(next));
      }),
    );
  });

  it('two spans that meet hold each notice once, in order, with something to say', () => {
    fc.assert(
      fc.property(anyChoice, anyDay, fc.tuple(fc.nat(500), fc.nat(500)), (choice, from, [a, b]) => {
        const between = (first: Temporal.PlainDate, last: Temporal.PlainDate) =>
          noticesBetween(allSets, choice, first, last);
        const cut = from.add({ days: a });
        const to = cut.add({ days: b + 1 });
        const whole = between(from, to);
        const parts = [...between(from, cut), ...between(cut.add({ days: 1 }), to)];
        expect(parts.map(noticeKey)).toEqual(whole.map(noticeKey));
        expect(new Set(whole.map(noticeKey)).size).toBe(whole.length);
        expect(whole.every(({ sections }) => sections.length > 0)).toBe(true);
        const days = whole.map((notice) => notice.on.toString());
        expect(days).toEqual([...days].sort());
      }),
    );
  });
});
