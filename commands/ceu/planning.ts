// When the clock is to speak of a member's due dates. Set anew in the transaction of every change,
// so that no reminder outlives what it was planned from.

import { zoneOf } from '../../src/bot/zone.ts';
import type { Content } from '../../src/content/content.ts';
import { reminderMoment } from '../../src/core/ceu/reminder-moment.ts';
import type { Deadline } from '../../src/core/ceu/reminders.ts';
import type { RulePack } from '../../src/core/ceu/rules.ts';
import {
  deadlineKey,
  type Mark,
  nextReminderDay,
  openDeadlines,
} from '../../src/core/ceu/watch.ts';
import type { MemberId } from '../../src/core/ids.ts';
import type { BodyStanding } from '../../src/store/education-records.ts';
import type { Member, Transaction } from '../../src/store/store.ts';

export const reminderJob = 'ceu-reminders';

/** Everything that decides when a member hears of one body. */
export interface Watch {
  readonly member: Member;
  readonly zone: string;
  readonly pack: RulePack;
  readonly standing: BodyStanding;
  readonly marks: readonly Mark[];
}

/** Nothing where there is nothing to watch: reminders are off, or no credential is held. */
export async function watchOf(
  tx: Transaction,
  memberId: MemberId,
  pack: RulePack,
): Promise<Watch | undefined> {
  const member = await tx.members.read(memberId);
  const standing = await tx.education.standing(memberId, pack.body.id);
  if (!member?.remindersByDm || !standing) return undefined;
  const marks = await tx.education.marks(memberId, pack.body.id);
  return { member, zone: await zoneOf(member, tx), pack, standing, marks };
}

/** After any change to credentials, due dates, entries, zone, quiet hours or opt-in. */
export async function planReminders(
  tx: Transaction,
  planned: {
    readonly member: { readonly id: MemberId };
    readonly content: Pick<Content, 'rulePacks'>;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  for (const pack of planned.content.rulePacks)
    await planBody(tx, planned.member.id, pack, planned.now);
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

export function openOn(watch: Watch, today: Temporal.PlainDate): readonly Deadline[] {
  return openDeadlines(watch.pack, watch.standing, watch.marks, today);
}

export function momentOn({ zone, member }: Watch, day: Temporal.PlainDate): Temporal.Instant {
  return reminderMoment(day, zone, member.quiet);
}

export function dayOf({ zone }: Watch, moment: Temporal.Instant): Temporal.PlainDate {
  return moment.toZonedDateTimeISO(zone).toPlainDate();
}

/** A member and a body: `MEMBER aapc`. */
export function subjectOf(member: MemberId, pack: RulePack): string {
  return `${member} ${pack.body.id}`;
}

/** `ceu:MEMBER:aapc:cycle:2027-03-31:30` */
export function messageKey(member: MemberId, reminder: string): string {
  return `ceu:${member}:${reminder}`;
}
