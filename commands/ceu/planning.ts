// When the clock is to speak of a member's due dates. Set anew in the transaction of every change,
// so that no reminder outlives what it was planned from.

import type { Content } from '../../src/content/content.ts';
import type { Deadline } from '../../src/core/ceu/reminders.ts';
import type { RulePack } from '../../src/core/ceu/rules.ts';
import { deadlineKey, nextReminderDay } from '../../src/core/ceu/watch.ts';
import type { MemberId } from '../../src/core/ids.ts';
import type { Transaction } from '../../src/store/store.ts';
import { dayOf, momentOn, openOn, type Watch, watchesOf, watchOf } from './watches.ts';

export const reminderJob = 'ceu-reminders';

interface Planned {
  readonly member: { readonly id: MemberId };
  readonly content: Pick<Content, 'rulePacks'>;
  readonly now: Temporal.Instant;
}

/** After any change to credentials, due dates, entries, zone, quiet hours or opt-in. */
export async function planReminders(tx: Transaction, planned: Planned): Promise<void> {
  for (const pack of planned.content.rulePacks)
    await planBody(tx, planned.member.id, pack, planned.now);
  await planWatching(tx, planned);
}

export const watchingJob = 'ceu-watching';

/** Half a year from the day on which there was something to watch; the hour follows the member. */
async function planWatching(tx: Transaction, { member, content, now }: Planned): Promise<void> {
  const [watch] = await watchesOf(tx, member.id, content.rulePacks);
  if (!watch) {
    await tx.outbox.void(`${watchingJob}:${member.id}:`, 'Nothing is watched any more.');
    return tx.alarms.clear(watchingJob, member.id);
  }
  const before = await tx.alarms.find(watchingJob, member.id);
  if (before && Temporal.Instant.compare(before, now) <= 0) return;
  const day = before ? dayOf(watch, before) : dayOf(watch, now).add({ months: 6 });
  const at = momentOn(watch, day);
  await tx.alarms.set({ job: watchingJob, subject: member.id, at }, { member: member.id });
}

async function planBody(
  tx: Transaction,
  member: MemberId,
  pack: RulePack,
  now: Temporal.Instant,
): Promise<void> {
  const watch = await watchOf(tx, member, pack);
  const subject = subjectOf(member, pack);
  await voidStale(tx, member, pack, watch ? openOn(watch, dayOf(watch, now)) : []);
  const next = watch && nextMoment(watch, now);
  if (!next) return tx.alarms.clear(reminderJob, subject);
  const planned = await tx.alarms.find(reminderJob, subject);
  // One that is due already rings in a moment and finds everything as it now is.
  if (planned && Temporal.Instant.compare(planned, now) <= 0) return;
  await tx.alarms.set({ job: reminderJob, subject, at: next }, { member });
}

/** Takes back what waits to be sent about a date that no longer stands. */
async function voidStale(
  tx: Transaction,
  member: MemberId,
  pack: RulePack,
  open: readonly Deadline[],
): Promise<void> {
  const waiting = await tx.outbox.waiting(messageKey(member, `${pack.body.id}:`));
  const standing = open.map((deadline) => messageKey(member, deadlineKey(deadline)));
  for (const key of waiting)
    if (!standing.some((prefix) => key.startsWith(prefix)))
      await tx.outbox.void(key, 'What it was about has changed.');
}

/** Always later than `now`. */
export function nextMoment(watch: Watch, now: Temporal.Instant): Temporal.Instant | undefined {
  const { pack, marks } = watch;
  const today = dayOf(watch, now);
  const isOver = Temporal.Instant.compare(momentOn(watch, today), now) <= 0;
  const after = isOver ? today : today.subtract({ days: 1 });
  const day = nextReminderDay(pack, openOn(watch, today), marks, after);
  return day && momentOn(watch, day);
}

/** A member and a body: `MEMBER aapc`. */
export function subjectOf(member: MemberId, pack: RulePack): string {
  return `${member} ${pack.body.id}`;
}

/** `ceu:MEMBER:aapc:cycle:2027-03-31:30` */
export function messageKey(member: MemberId, reminder: string): string {
  return `ceu:${member}:${reminder}`;
}
