// When a member is nudged to review: once a day, at their hour, outside their quiet hours.

import { localDay, localMoment } from '../calendar/local-time.ts';
import { outsideQuietHours, type QuietHours } from '../calendar/quiet-hours.ts';

export interface NudgeTimes {
  readonly zone: string;
  readonly time: Temporal.PlainTime;
  readonly quiet?: QuietHours;
}

/** Always later than `after`. */
export function nextNudge(times: NudgeTimes, after: Temporal.Instant): Temporal.Instant {
  let day = localDay(after, times.zone).subtract({ days: 1 });
  for (;;) {
    const moment = nudgeOn(times, day);
    if (Temporal.Instant.compare(moment, after) > 0) return moment;
    day = day.add({ days: 1 });
  }
}

/** The nudge of that day; where its hour is quiet, when quiet ends, which may be the next morning. */
function nudgeOn({ zone, time, quiet }: NudgeTimes, day: Temporal.PlainDate) {
  return outsideQuietHours(localMoment(day, zone, time), zone, quiet);
}
