import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextNoticeDue, noticesDue } from '../../../src/core/calendar/notice-times.ts';
import { noticeKey } from '../../../src/core/calendar/notices.ts';
import { allSets, cpt, hcpcs, icd10Cm } from './real-sets.ts';

const at = (text: string) => Temporal.Instant.from(text);

function inZone(zone: string, time = '09:00', leadDays: readonly number[] = [30, 0]) {
  const codeSets = [icd10Cm.id, cpt.id, hcpcs.id];
  return { codeSets, leadDays, zone, time: Temporal.PlainTime.from(time) };
}

describe('the October notice of 2026 at nine', () => {
  it.each([
    ['America/New_York', '2026-10-01T13:00:00Z'],
    ['America/Los_Angeles', '2026-10-01T16:00:00Z'],
    ['Asia/Manila', '2026-10-01T01:00:00Z'],
    ['Pacific/Kiritimati', '2026-09-30T19:00:00Z'],
  ])('comes in the morning of %s', (zone, expected) => {
    const due = nextNoticeDue(allSets, inZone(zone), at('2026-09-20T00:00Z'));
    expect(due && noticeKey(due.notice)).toBe('2026-10-01:0');
    expect(due?.at.toString()).toBe(expected);
  });
});

it('keeps its hour from summer to winter time', () => {
  const times = inZone('America/New_York');
  const year = noticesDue(allSets, times, at('2026-09-01T00:00Z'), at('2027-03-31T00:00Z'));
  expect(year.map((due) => `${noticeKey(due.notice)} ${due.at}`)).toEqual([
    '2026-10-01:30 2026-09-01T13:00:00Z',
    '2026-10-01:0 2026-10-01T13:00:00Z',
    '2027-01-01:30 2026-12-02T14:00:00Z',
    '2027-01-01:0 2027-01-01T14:00:00Z',
    '2027-04-01:30 2027-03-02T14:00:00Z',
  ]);
});

it('is of use for a week, a lead-up not beyond the day itself', () => {
  const times = inZone('UTC', '09:00', [30, 3, 0]);
  const due = noticesDue(allSets, times, at('2026-12-01T00:00Z'), at('2027-01-02T00:00Z'));
  expect(due.map(({ notice, notAfter }) => `${notice.daysAhead}: ${notAfter}`)).toEqual([
    '30: 2026-12-09T09:00:00Z',
    '3: 2027-01-01T09:00:00Z',
    '0: 2027-01-08T09:00:00Z',
  ]);
});

it('is not due again at the moment at which it was due', () => {
  const times = inZone('UTC');
  const moment = at('2027-01-01T09:00Z');
  expect(noticesDue(allSets, times, moment, moment)).toHaveLength(1);
  expect(nextNoticeDue(allSets, times, moment)?.notice.effective.toString()).toBe('2027-04-01');
  const before = moment.subtract({ nanoseconds: 1 });
  expect(nextNoticeDue(allSets, times, before)?.at.equals(moment)).toBe(true);
});

it('on the day that Samoa left out of its calendar it comes as the next one begins', () => {
  const times = { ...inZone('Pacific/Apia', '09:00', [2]), codeSets: [cpt.id] };
  const midnight = at('2011-12-30T10:00Z');
  const [due] = noticesDue(allSets, times, midnight, midnight);
  expect(due?.notice.on.toString()).toBe('2011-12-30');
});

it('where clocks go back over midnight it comes at the first midnight, and once', () => {
  // On 2010-11-07 at 00:01 Goose Bay went back to 23:01 of the day before.
  const times = { ...inZone('America/Goose_Bay', '00:00', [55]), codeSets: [cpt.id] };
  const dayBeforeAgain = at('2010-11-07T03:30Z');
  const [due] = noticesDue(allSets, times, at('2010-11-07T02:00Z'), dayBeforeAgain);
  expect(due?.at.toString()).toBe('2010-11-07T03:00:00Z');
  const next = nextNoticeDue(allSets, times, dayBeforeAgain);
  expect(next?.notice.effective.toString()).toBe('2012-01-01');
});

it('a clock that stops anywhere and goes on misses none and repeats none', () => {
  const anyZone = fc.constantFrom(
    'America/New_York',
    'Australia/Lord_Howe',
    'Africa/Cairo',
    'Pacific/Apia',
    'UTC',
  );
  const anyTime = fc.integer({ min: 0, max: 1439 }).map((minutes) => {
    const time = Temporal.PlainTime.from('00:00').add({ minutes });
    return time.toString({ smallestUnit: 'minute' });
  });
  const anyStart = fc
    .integer({ min: 0, max: 25 * 365 * 24 * 60 })
    .map((minutes) => at('2005-01-01T00:00Z').add({ minutes }));
  const anyPauses = fc.array(fc.integer({ min: 1, max: 200 * 24 * 60 }), { maxLength: 8 });
  fc.assert(
    fc.property(anyZone, anyTime, anyStart, anyPauses, (zone, time, start, pauses) => {
      const times = inZone(zone, time, [60, 30, 7, 0]);
      const posted: string[] = [];
      let now = start;
      for (const minutes of pauses) {
        // As the job does: it rings at the first due moment, or later when the process was down.
        const alarm = nextNoticeDue(allSets, times, now)?.at;
        if (!alarm) throw new Error('there is always a next notice');
        const through = alarm.add({ minutes });
        posted.push(...noticesDue(allSets, times, alarm, through).map((d) => noticeKey(d.notice)));
        now = through;
      }
      const whole = noticesDue(allSets, times, start.add({ nanoseconds: 1 }), now);
      expect(posted).toEqual(whole.map((due) => noticeKey(due.notice)));
    }),
  );
});
