// Nudges a member to review, by direct message, where something waits.

import { nudgeCard } from '../../commands/review/nudge-card.ts';
import { nudgeJob, nudgeKey, nudgeTimes } from '../../commands/review/planning.ts';
import { newFromTopics, todaysReview } from '../../commands/review/queue.ts';
import { comeBack } from '../../commands/review/vacation.ts';
import type { Job, Services } from '../bot/job.ts';
import { localDay } from '../core/calendar/local-time.ts';
import { outsideQuietHours } from '../core/calendar/quiet-hours.ts';
import type { MemberId } from '../core/ids.ts';
import { nextNudge } from '../core/review/nudges.ts';

/** A nudge that could not be sent within this time is left out: the next one is near. */
const stillOfUse = Temporal.Duration.from({ hours: 8 });

/** Its subject is the member. What was missed while the bot was down is one nudge, or none. */
export const reviewNudges: Job = {
  name: nudgeJob,
  async ring(alarm, now, services) {
    const { tx } = services;
    const member = alarm.subject as MemberId;
    const times = await nudgeTimes(tx, member);
    const [user] = await tx.members.accounts(member);
    if (!times || !user) return { outgoing: [] };
    const next = nextNudge(times, now);
    const today = localDay(now, times.zone);
    const count = await waiting(member, today, services);
    const isTooLate =
      Temporal.Instant.compare(latest(times, alarm.at, now).add(stillOfUse), now) < 0;
    if (count === 0 || isTooLate) return { outgoing: [], next };
    const due = outsideQuietHours(now, times.zone, times.quiet);
    const outgoing = {
      key: nudgeKey(member, today),
      to: { kind: 'dm', user },
      reply: nudgeCard(count),
      due,
      notAfter: due.add(stillOfUse),
      member,
    } as const;
    return { outgoing: [outgoing], next };
  },
};

/** The last of the nudges from `first` on that was due by now. */
function latest(
  times: Parameters<typeof nextNudge>[0],
  first: Temporal.Instant,
  now: Temporal.Instant,
): Temporal.Instant {
  const next = nextNudge(times, first);
  return Temporal.Instant.compare(next, now) > 0 ? first : latest(times, next, now);
}

/** None on vacation, on a day that the member took off, or once the day's cap is reached. */
async function waiting(
  member: MemberId,
  today: Temporal.PlainDate,
  { tx, content, random }: Services,
): Promise<number> {
  const { awayUntil, notToday } = await tx.reviews.settings(member);
  if (awayUntil && Temporal.PlainDate.compare(today, awayUntil) <= 0) return 0;
  if (notToday?.equals(today)) return 0;
  if (awayUntil) await comeBack(tx, member, today);
  const group = (await tx.members.read(member))?.homeGroup;
  const reviewer = { content, random, store: tx, member: { id: member }, ...(group && { group }) };
  const review = await todaysReview(today, reviewer);
  const due = Math.min(review.room, await tx.reviews.countDue(member, today));
  return due + (await newFromTopics(review, review.room - due, reviewer)).length;
}
