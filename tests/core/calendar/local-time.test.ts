import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDay, localMoment, nextLocalTime } from '../../../src/core/calendar/local-time.ts';

const at = (text: string) => Temporal.Instant.from(text);
const clock = (text: string) => Temporal.PlainTime.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);

/** What clocks in the zone show. */
const shown = (moment: Temporal.Instant, zone: string) =>
  moment.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never' });

const zones = [
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Pacific/Apia',
  'Pacific/Chatham',
  'America/Goose_Bay',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Antarctica/Troll',
  'Europe/London',
  'UTC',
];

const anyZone = fc.constantFrom(...zones);
const anyTime = fc.integer({ min: 0, max: 1439 }).map((minutes) => clock('00:00').add({ minutes }));
const anyMoment = fc
  .integer({
    min: at('2005-01-01T00:00Z').epochMilliseconds,
    max: at('2040-01-01T00:00Z').epochMilliseconds,
  })
  .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));

describe('the moment of a local time', () => {
  it.each([
    [
      'New York, an ordinary day',
      'America/New_York',
      '2026-03-07',
      '02:30',
      '2026-03-07T02:30:00-05:00',
    ],
    ['New York skips it', 'America/New_York', '2026-03-08', '02:30', '2026-03-08T03:00:00-04:00'],
    [
      'New York shows it twice',
      'America/New_York',
      '2026-11-01',
      '01:30',
      '2026-11-01T01:30:00-04:00',
    ],
    [
      'Lord Howe skips half an hour',
      'Australia/Lord_Howe',
      '2026-10-04',
      '02:10',
      '2026-10-04T02:30:00+11:00',
    ],
    [
      'Lord Howe repeats half an hour',
      'Australia/Lord_Howe',
      '2027-04-04',
      '01:45',
      '2027-04-04T01:45:00+11:00',
    ],
    ['Cairo skips midnight', 'Africa/Cairo', '2026-04-24', '00:00', '2026-04-24T01:00:00+03:00'],
    ['Cairo shows 23:30 twice', 'Africa/Cairo', '2026-10-29', '23:30', '2026-10-29T23:30:00+03:00'],
    ['Samoa left out the day', 'Pacific/Apia', '2011-12-30', '09:00', '2011-12-31T00:00:00+14:00'],
  ])('%s', (_, zone, on, time, expected) => {
    expect(shown(localMoment(day(on), zone, clock(time)), zone)).toBe(expected);
  });

  it('is the time asked for, or the end of a gap', () => {
    fc.assert(
      fc.property(anyMoment, anyZone, anyTime, (moment, zone, time) => {
        const found = localMoment(localDay(moment, zone), zone, time).toZonedDateTimeISO(zone);
        if (found.toPlainTime().equals(time)) return;
        const before = found.subtract({ nanoseconds: 1 });
        expect(before.offsetNanoseconds).toBeLessThan(found.offsetNanoseconds);
      }),
    );
  });

  it('refuses a zone that does not exist', () => {
    expect(() => localMoment(day('2026-11-22'), 'Mars/Olympus', clock('09:00'))).toThrow(
      RangeError,
    );
  });
});

describe('the next time of the clock', () => {
  it('is today while it is ahead, else tomorrow, never now', () => {
    const zone = 'America/New_York';
    const next = (after: string) => shown(nextLocalTime(at(after), zone, clock('09:00')), zone);
    expect(next('2026-11-22T13:59:59Z')).toBe('2026-11-22T09:00:00-05:00');
    expect(next('2026-11-22T14:00:00Z')).toBe('2026-11-23T09:00:00-05:00');
  });

  it('keeps nine o’clock over a change of clocks', () => {
    const zone = 'America/New_York';
    const days = walk(at('2026-03-06T12:00Z'), zone, clock('09:00'), 4);
    expect(days.map((moment) => moment.toString())).toEqual([
      '2026-03-06T14:00:00Z',
      '2026-03-07T14:00:00Z',
      '2026-03-08T13:00:00Z',
      '2026-03-09T13:00:00Z',
    ]);
  });

  it('goes back to half past two after the night that had none', () => {
    const zone = 'America/New_York';
    const nights = walk(at('2026-03-07T06:00Z'), zone, clock('02:30'), 3);
    expect(nights.map((moment) => shown(moment, zone))).toEqual([
      '2026-03-07T02:30:00-05:00',
      '2026-03-08T03:00:00-04:00',
      '2026-03-09T02:30:00-04:00',
    ]);
  });

  it('comes once in the night that shows it twice', () => {
    const zone = 'America/New_York';
    const nights = walk(at('2026-11-01T05:00Z'), zone, clock('01:30'), 2);
    expect(nights.map((moment) => shown(moment, zone))).toEqual([
      '2026-11-01T01:30:00-04:00',
      '2026-11-02T01:30:00-05:00',
    ]);
  });

  it('passes over the day that Samoa left out', () => {
    const zone = 'Pacific/Apia';
    const mornings = walk(at('2011-12-29T12:00Z'), zone, clock('09:00'), 2);
    expect(mornings.map((moment) => shown(moment, zone))).toEqual([
      '2011-12-29T09:00:00-10:00',
      '2011-12-31T09:00:00+14:00',
    ]);
  });

  it('rests at the weekend if asked to', () => {
    const friday = at('2026-11-20T20:00Z');
    const next = nextLocalTime(friday, 'America/New_York', clock('09:00'), 'weekdays');
    expect(shown(next, 'America/New_York')).toBe('2026-11-23T09:00:00-05:00');
  });

  it('comes after the moment, within two days, and nothing comes in between', () => {
    fc.assert(
      fc.property(anyMoment, anyZone, anyTime, (after, zone, time) => {
        const next = nextLocalTime(after, zone, time);
        expect(Temporal.Instant.compare(next, after)).toBe(1);
        expect(after.until(next).total('hours')).toBeLessThanOrEqual(49);
        const justBefore = next.subtract({ nanoseconds: 1 });
        expect(nextLocalTime(justBefore, zone, time).equals(next)).toBe(true);
        expect(nextLocalTime(middle(after, next), zone, time).equals(next)).toBe(true);
      }),
    );
  });

  it('comes once for every day that the place had', () => {
    fc.assert(
      fc.property(anyMoment, anyZone, anyTime, (start, zone, time) => {
        const moments = walk(start, zone, time, 400);
        const gaps = moments
          .slice(1)
          .map((moment, i) => moments[i]?.until(moment).total('hours') ?? 0);
        expect(Math.min(...gaps)).toBeGreaterThanOrEqual(21);
        expect(Math.max(...gaps)).toBeLessThanOrEqual(27);
      }),
      { numRuns: 30 },
    );
  });
});

function middle(from: Temporal.Instant, to: Temporal.Instant): Temporal.Instant {
  return from.add({ nanoseconds: Math.floor(from.until(to).total('nanoseconds') / 3) });
}

function walk(
  after: Temporal.Instant,
  zone: string,
  time: Temporal.PlainTime,
  count: number,
): readonly Temporal.Instant[] {
  const moments: Temporal.Instant[] = [];
  let moment = after;
  while (moments.length < count) {
    moment = nextLocalTime(moment, zone, time);
    moments.push(moment);
  }
  return moments;
}
