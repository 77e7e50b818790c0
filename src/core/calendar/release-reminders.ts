// A member's own reminder of the day on which code sets change: what its alarm is called, when it
// rings, and what it is about.

import { reminderMoment } from '../ceu/reminder-moment.ts';
import type { MemberId } from '../ids.ts';
import type { CodeSet } from './code-set.ts';
import { type Notice, noticesBetween } from './notices.ts';
import type { QuietHours } from './quiet-hours.ts';

export const releaseReminderJob = 'release-reminder';

/** Days ahead that a member can choose from; 0 is the day itself. */
const reminderDaysOffered: readonly number[] = [30, 7, 1, 0];

export interface ReleaseReminder {
  readonly member: MemberId;
  readonly effective: Temporal.PlainDate;
}

/** One for each member and date: `MEMBER 2027-10-01`. */
export function reminderSubject({ member, effective }: ReleaseReminder): string {
  return `${member} ${effective}`;
}

export function readReminderSubject(subject: string): ReleaseReminder {
  const [member = '', effective = ''] = subject.split(' ');
  return { member: member as MemberId, effective: Temporal.PlainDate.from(effective) };
}

/** The moments that are still to come, the earliest first. */
export function reminderChoices(
  effective: Temporal.PlainDate,
  { zone, quiet }: { readonly zone: string; readonly quiet?: QuietHours },
  now: Temporal.Instant,
): readonly { readonly daysAhead: number; readonly at: Temporal.Instant }[] {
  return reminderDaysOffered
    .map((daysAhead) => ({
      daysAhead,
      at: reminderMoment(effective.subtract({ days: daysAhead }), zone, quiet),
    }))
    .filter(({ at }) => Temporal.Instant.compare(at, now) > 0);
}

/** What changes on the date: of the sets that every group hears of, or else of all. */
export function noticeFor(
  sets: readonly CodeSet[],
  effective: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Notice | undefined {
  const daysAhead = Math.max(0, today.until(effective, { largestUnit: 'days' }).days);
  const on = effective.subtract({ days: daysAhead });
  const about = (chosen: readonly CodeSet[]) =>
    noticesBetween(
      chosen,
      { codeSets: chosen.map(({ id }) => id), leadDays: [daysAhead] },
      on,
      on,
    ).find((notice) => notice.effective.equals(effective));
  return about(sets.filter(({ noticedByDefault }) => noticedByDefault)) ?? about(sets);
}
