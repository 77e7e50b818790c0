// From a time on the wall of a place to the moment it means, however that place moves its clocks.

/**
 * The moment at which clocks in `zone` show `time` on `day`. Where they skip it: the first minute
 * that they show again. Where they show it twice: the first time.
 * Throws a RangeError for a zone that does not exist.
 */
export function localMoment(
  day: Temporal.PlainDate,
  zone: string,
  time: Temporal.PlainTime,
): Temporal.Instant {
  const wanted = day.toPlainDateTime(time);
  const shown = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (shown.toPlainDateTime().equals(wanted)) return shown.toInstant();
  const gapEnds = shown.getTimeZoneTransition('next') ?? shown;
  return gapEnds.toInstant();
}

/** The calendar day in `zone` at that moment. */
export function localDay(moment: Temporal.Instant, zone: string): Temporal.PlainDate {
  return moment.toZonedDateTimeISO(zone).toPlainDate();
}

/**
 * When clocks in `zone` next show `time`, always after `after`. Every day has it once: found from
 * the calendar each time, never from the moment before, so that no change of clocks adds up. Days
 * that a place left out of its calendar (Samoa, 2011-12-30) do not count.
 */
export function nextLocalTime(
  after: Temporal.Instant,
  zone: string,
  time: Temporal.PlainTime,
  days: 'every day' | 'weekdays' = 'every day',
): Temporal.Instant {
  let day = localDay(after, zone);
  for (;;) {
    if ((days === 'every day' || day.dayOfWeek <= 5) && exists(day, zone)) {
      const moment = localMoment(day, zone, time);
      if (Temporal.Instant.compare(moment, after) > 0) return moment;
    }
    day = day.add({ days: 1 });
  }
}

function exists(day: Temporal.PlainDate, zone: string): boolean {
  return day.toZonedDateTime(zone).toPlainDate().equals(day);
}
