// The moment of a reminder: nine in the morning where the member is, outside their quiet hours.

/** `from` is quiet, `to` is not; `from` after `to` runs over midnight; equal means none. */
export interface QuietHours {
  readonly from: Temporal.PlainTime;
  readonly to: Temporal.PlainTime;
}

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

function isQuiet(time: Temporal.PlainTime, { from, to }: QuietHours): boolean {
  const reached = Temporal.PlainTime.compare(from, time) <= 0;
  const before = Temporal.PlainTime.compare(time, to) < 0;
  return Temporal.PlainTime.compare(from, to) <= 0 ? reached && before : reached || before;
}
