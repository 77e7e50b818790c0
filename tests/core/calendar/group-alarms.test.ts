import { expect, test } from 'vitest';
import {
  latestDaily,
  nextDaily,
  readSubject,
  subjectOf,
} from '../../../src/core/calendar/group-alarms.ts';

const zone = 'America/New_York';
const at = (text: string) => Temporal.Instant.from(text);
const nine = { time: Temporal.PlainTime.from('09:00'), weekdaysOnly: false };

test('a subject is read as it was written', () => {
  const subject = { group: 'slack:T1', channel: 'slack:T1/C2' } as const;
  expect(readSubject(subjectOf(subject))).toEqual(subject);
});

test('the next post is later today, or tomorrow where today has its question', () => {
  const earlyOnFriday = at('2026-11-20T12:00:00Z');
  expect(`${nextDaily(nine, zone, earlyOnFriday)}`).toBe('2026-11-20T14:00:00Z');
  const friday = Temporal.PlainDate.from('2026-11-20');
  expect(`${nextDaily(nine, zone, earlyOnFriday, friday)}`).toBe('2026-11-21T14:00:00Z');
  const weekdays = { ...nine, weekdaysOnly: true };
  expect(`${nextDaily(weekdays, zone, earlyOnFriday, friday)}`).toBe('2026-11-23T14:00:00Z');
});

test('of posts that were missed the last one counts, over a change of clocks too', () => {
  const first = at('2026-10-30T13:00:00Z');
  expect(`${latestDaily(nine, zone, first, first)}`).toBe('2026-10-30T13:00:00Z');
  expect(`${latestDaily(nine, zone, first, at('2026-11-02T13:30:00Z'))}`).toBe(
    '2026-11-01T14:00:00Z',
  );
});
