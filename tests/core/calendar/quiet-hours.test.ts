import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isQuiet, outsideQuietHours } from '../../../src/core/calendar/quiet-hours.ts';

const clock = (text: string) => Temporal.PlainTime.from(text);
const quiet = (from: string, to: string) => ({ from: clock(from), to: clock(to) });
const local = (text: string) => Temporal.ZonedDateTime.from(text).toInstant();

const moved = (text: string, hours: ReturnType<typeof quiet>) => {
  const given = Temporal.ZonedDateTime.from(text);
  const zone = given.timeZoneId;
  return outsideQuietHours(given.toInstant(), zone, hours)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never' });
};

describe('quiet from ten in the evening to seven', () => {
  const night = quiet('22:00', '07:00');

  it.each([
    [
      'the evening goes to the next morning',
      '2026-11-22T23:15[America/New_York]',
      '2026-11-23T07:00:00-05:00',
    ],
    [
      'the small hours go to the same morning',
      '2026-11-22T03:00[America/New_York]',
      '2026-11-22T07:00:00-05:00',
    ],
    ['ten o’clock is quiet', '2026-11-22T22:00[America/New_York]', '2026-11-23T07:00:00-05:00'],
    ['seven is not', '2026-11-22T07:00[America/New_York]', '2026-11-22T07:00:00-05:00'],
    ['nor is noon', '2026-11-22T12:34:56[America/New_York]', '2026-11-22T12:34:56-05:00'],
    [
      'a night with a change of clocks ends at seven too',
      '2026-03-07T23:00[America/New_York]',
      '2026-03-08T07:00:00-04:00',
    ],
  ])('%s', (_, given, expected) => {
    expect(moved(given, night)).toBe(expected);
  });
});

it('an end that the clocks skip is the first minute after', () => {
  const hours = quiet('22:00', '02:30');
  expect(moved('2026-03-08T01:00[America/New_York]', hours)).toBe('2026-03-08T03:00:00-04:00');
});

it('in an hour that is shown twice, quiet ends the second time if the first is over', () => {
  const hours = quiet('01:00', '01:45');
  expect(moved('2026-11-01T01:10-04:00[America/New_York]', hours)).toBe(
    '2026-11-01T01:45:00-04:00',
  );
  expect(moved('2026-11-01T01:10-05:00[America/New_York]', hours)).toBe(
    '2026-11-01T01:45:00-05:00',
  );
});

it('from and to the same hour means no quiet at all', () => {
  expect(isQuiet(clock('09:00'), quiet('09:00', '09:00'))).toBe(false);
  expect(moved('2026-11-22T09:00[UTC]', quiet('09:00', '09:00'))).toBe('2026-11-22T09:00:00+00:00');
});

it('whatever the hours and the place: never earlier, never quiet, moved only out of quiet', () => {
  const anyTime = fc
    .integer({ min: 0, max: 1439 })
    .map((minutes) => clock('00:00').add({ minutes }));
  const anyZone = fc.constantFrom(
    'America/New_York',
    'Australia/Lord_Howe',
    'Africa/Cairo',
    'Pacific/Apia',
    'America/Goose_Bay',
    'UTC',
  );
  const start = local('2010-01-01T00:00[UTC]').epochMilliseconds;
  const anyMoment = fc
    .integer({ min: start, max: start + 20 * 366 * 86_400_000 })
    .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
  fc.assert(
    fc.property(anyMoment, anyZone, anyTime, anyTime, (moment, zone, from, to) => {
      const hours = { from, to };
      const result = outsideQuietHours(moment, zone, hours);
      const wall = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainTime();
      expect(isQuiet(wall(result), hours)).toBe(false);
      if (isQuiet(wall(moment), hours)) expect(Temporal.Instant.compare(result, moment)).toBe(1);
      else expect(result.equals(moment)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
