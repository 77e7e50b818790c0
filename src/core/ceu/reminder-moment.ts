// The moment of a reminder: nine in the morning where the member is, outside their quiet hours.

import { isQuiet, type QuietHours } from '../calendar/quiet-hours.ts';

const morning = Temporal.PlainTime.from('09:00');

/**
 * Always on the given day: when nine is quiet, at the hour of that day at which quiet ends. An hour
 * that the clocks skip comes as much later; of one they repeat, the first counts.
 */
export function reminderMoment(
  day: Temporal.PlainDate,
  zone: string,
  quiet?: QuietHours,
): Temporal.Instant {
  const plainTime = quiet && isQuiet(morning, quiet) ? quiet.to : morning;
  return day.toZonedDateTime({ timeZone: zone, plainTime }).toInstant();
}
