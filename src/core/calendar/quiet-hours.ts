// The hours of a day in which nothing is sent.

import { localMoment } from './local-time.ts';

/** Local times: `from` is quiet, `to` is not. `from` after `to` spans midnight; equal means none. */
export interface QuietHours {
  readonly from: Temporal.PlainTime;
  readonly to: Temporal.PlainTime;
}

export function isQuiet(time: Temporal.PlainTime, { from, to }: QuietHours): boolean {
  const reached = Temporal.PlainTime.compare(from, time) <= 0;
  const before = Temporal.PlainTime.compare(time, to) < 0;
  return Temporal.PlainTime.compare(from, to) <= 0 ? reached && before : reached || before;
}

/** The moment itself or, if it is quiet then, the end of the quiet hours. */
export function outsideQuietHours(
  moment: Temporal.Instant,
  zone: string,
  quiet: QuietHours | undefined,
): Temporal.Instant {
  if (!quiet) return moment;
  let local = moment.toZonedDateTimeISO(zone);
  while (isQuiet(local.toPlainTime(), quiet)) local = endOfQuiet(local, quiet.to);
  return local.toInstant();
}

/** Where the clocks skip the end, the first minute after; of an hour shown twice, what lies ahead. */
function endOfQuiet(
  local: Temporal.ZonedDateTime,
  end: Temporal.PlainTime,
): Temporal.ZonedDateTime {
  const isToday = Temporal.PlainTime.compare(local.toPlainTime(), end) < 0;
  const day = isToday ? local.toPlainDate() : local.toPlainDate().add({ days: 1 });
  const first = localMoment(day, local.timeZoneId, end).toZonedDateTimeISO(local.timeZoneId);
  if (Temporal.ZonedDateTime.compare(first, local) > 0) return first;
  return day.toPlainDateTime(end).toZonedDateTime(local.timeZoneId, { disambiguation: 'later' });
}
