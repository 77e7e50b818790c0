// The moments at which a group's notices are posted: its local hour on the days of notices.ts.

import type { CodeSet } from './code-set.ts';
import { localDay, localMoment } from './local-time.ts';
import { type Notice, type NoticeChoice, nextNotice, noticesBetween } from './notices.ts';

/** What a group wants to hear of, and when on the day. */
export interface NoticeTimes extends NoticeChoice {
  /** IANA name. */
  readonly zone: string;
  readonly time: Temporal.PlainTime;
}

export interface DueNotice {
  readonly notice: Notice;
  readonly at: Temporal.Instant;
  /** A week later, but for a lead-up no later than the day itself, which has its own notice. */
  readonly notAfter: Temporal.Instant;
}

/** A week late a notice is still news; after that the next one says it better. */
const daysOfUse = 7;

/**
 * The notices whose moment lies between the two, both included, in order. Together with
 * `nextNoticeDue(…, through)` none is missed and none comes twice.
 */
export function noticesDue(
  sets: readonly CodeSet[],
  times: NoticeTimes,
  from: Temporal.Instant,
  through: Temporal.Instant,
): readonly DueNotice[] {
  const firstDay = dayBefore(localDay(from, times.zone));
  const lastDay = dayAfter(localDay(through, times.zone));
  return noticesBetween(sets, times, firstDay, lastDay)
    .map((notice) => dueAt(notice, times))
    .filter(({ at }) => isUpTo(from, at) && isUpTo(at, through));
}

/** The first notice whose moment comes after `after`. */
export function nextNoticeDue(
  sets: readonly CodeSet[],
  times: NoticeTimes,
  after: Temporal.Instant,
): DueNotice | undefined {
  const today = localDay(after, times.zone);
  const near = noticesBetween(sets, times, dayBefore(today), dayAfter(today))
    .map((notice) => dueAt(notice, times))
    .find(({ at }) => !isUpTo(at, after));
  if (near) return near;
  const next = nextNotice(sets, times, dayAfter(today));
  return next && dueAt(next, times);
}

// Around a change of clocks at midnight, and where a zone leaves out a day, the moment of a day can
// lie in the one before or after it.
const dayBefore = (day: Temporal.PlainDate) => day.subtract({ days: 1 });
const dayAfter = (day: Temporal.PlainDate) => day.add({ days: 1 });

function dueAt(notice: Notice, { zone, time }: NoticeTimes): DueNotice {
  const at = localMoment(notice.on, zone, time);
  const days = notice.daysAhead > 0 ? Math.min(notice.daysAhead, daysOfUse) : daysOfUse;
  return { notice, at, notAfter: localMoment(notice.on.add({ days }), zone, time) };
}

function isUpTo(moment: Temporal.Instant, limit: Temporal.Instant): boolean {
  return Temporal.Instant.compare(moment, limit) <= 0;
}
