// When the clock is to nudge a member to review. Set anew in the transaction of every change of their
// hour, zone or quiet hours.

import { zoneOf } from '../../src/bot/zone.ts';
import type { MemberId } from '../../src/core/ids.ts';
import { type NudgeTimes, nextNudge } from '../../src/core/review/nudges.ts';
import type { Transaction } from '../../src/store/store.ts';

/** Its subject is the member. */
export const nudgeJob = 'review-nudges';

/** Nothing where no nudge is wanted. */
export async function nudgeTimes(
  tx: Transaction,
  memberId: MemberId,
): Promise<NudgeTimes | undefined> {
  const member = await tx.members.read(memberId);
  const { nudgeAt: time } = await tx.reviews.settings(memberId);
  if (!member || !time) return undefined;
  return { zone: await zoneOf(member, tx), time, ...(member.quiet && { quiet: member.quiet }) };
}

export async function planNudges(
  tx: Transaction,
  planned: { readonly member: { readonly id: MemberId }; readonly now: Temporal.Instant },
): Promise<void> {
  const { id } = planned.member;
  const times = await nudgeTimes(tx, id);
  if (!times) return tx.alarms.clear(nudgeJob, id);
  const alarm = { job: nudgeJob, subject: id, at: nextNudge(times, planned.now) };
  await tx.alarms.set(alarm, { member: id });
}

/** The one nudge of a day: `review:MEMBER:2026-11-22`. */
export function nudgeKey(member: MemberId, day: Temporal.PlainDate): string {
  return `review:${member}:${day}`;
}
