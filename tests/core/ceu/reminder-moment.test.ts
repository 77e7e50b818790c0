import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { QuietHours } from '../../../src/core/calendar/quiet-hours.ts';
import { reminderMoment } from '../../../src/core/ceu/reminder-moment.ts';
import { day } from './given.ts';
import { days } from './oracle.ts';

const zone = 'America/New_York';

function quiet(from: string, to: string): QuietHours {
  return { from: Temporal.PlainTime.from(from), to: Temporal.PlainTime.from(to) };
}

function moment(on: string, hours?: QuietHours, timeZone = zone): string {
  return reminderMoment(day(on), timeZone, hours).toString();
}

test('it is nine in the morning where the member is, in winter and in summer', () => {
  expect(moment('2027-01-15')).toBe('2027-01-15T14:00:00Z');
  expect(moment('2027-07-15')).toBe('2027-07-15T13:00:00Z');
  expect(moment('2027-07-15', undefined, 'Asia/Kolkata')).toBe('2027-07-15T03:30:00Z');
});

test('quiet hours over night leave nine alone', () => {
  expect(moment('2027-01-15', quiet('22:00', '08:00'))).toBe('2027-01-15T14:00:00Z');
});

test('quiet hours that end at nine leave it alone, those that begin at nine do not', () => {
  expect(moment('2027-01-15', quiet('22:00', '09:00'))).toBe('2027-01-15T14:00:00Z');
  expect(moment('2027-01-15', quiet('09:00', '12:00'))).toBe('2027-01-15T17:00:00Z');
});

test('a late sleeper hears of it when quiet ends, still on that day', () => {
  expect(moment('2027-01-15', quiet('23:00', '10:30'))).toBe('2027-01-15T15:30:00Z');
});

test('who works nights and sleeps all day hears of it before, not a day late', () => {
  expect(moment('2027-01-15', quiet('08:00', '06:00'))).toBe('2027-01-15T11:00:00Z');
});

test('equal ends mean no quiet hours', () => {
  expect(moment('2027-01-15', quiet('09:00', '09:00'))).toBe('2027-01-15T14:00:00Z');
});

test('an hour that the clocks skip comes an hour later', () => {
  expect(moment('2027-03-14', quiet('08:00', '02:30'))).toBe('2027-03-14T07:30:00Z');
});

test('of an hour that comes twice the first counts', () => {
  expect(moment('2027-11-07', quiet('08:00', '01:30'))).toBe('2027-11-07T05:30:00Z');
});

test('a day that a zone skipped altogether moves to the next one', () => {
  expect(moment('2011-12-30', undefined, 'Pacific/Apia')).toBe('2011-12-30T19:00:00Z');
});

test('for any day, zone and quiet hours it is on that day and not quiet', () => {
  const times = fc
    .integer({ min: 0, max: 1439 })
    .map((minutes) => new Temporal.PlainTime(Math.floor(minutes / 60), minutes % 60));
  const zones = fc.constantFrom('UTC', zone, 'America/Anchorage', 'Asia/Kolkata', 'Europe/Berlin');
  fc.assert(
    fc.property(days, zones, times, times, (on, timeZone, from, to) => {
      const local = reminderMoment(on, timeZone, { from, to }).toZonedDateTimeISO(timeZone);
      expect(local.toPlainDate()).toEqual(on);
      const time = local.toPlainTime();
      const isAfterStart = Temporal.PlainTime.compare(from, time) <= 0;
      const isBeforeEnd = Temporal.PlainTime.compare(time, to) < 0;
      const overMidnight = Temporal.PlainTime.compare(from, to) > 0;
      expect(overMidnight ? isAfterStart || isBeforeEnd : isAfterStart && isBeforeEnd).toBe(false);
    }),
  );
});
