// What is watched for a member: per certifying body the dates, the marks, and when they may be told.

import { zoneOf } from '../../src/bot/zone.ts';
import { reminderMoment } from '../../src/core/ceu/reminder-moment.ts';
import type { Deadline } from '../../src/core/ceu/reminders.ts';
import type { RulePack } from '../../src/core/ceu/rules.ts';
import { type Mark, openDeadlines } from '../../src/core/ceu/watch.ts';
import type { MemberId } from '../../src/core/ids.ts';
import type { BodyStanding } from '../../src/store/education-records.ts';
import type { Member, Transaction } from '../../src/store/store.ts';

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

export async function watchesOf(
  tx: Transaction,
  member: MemberId,
  packs: readonly RulePack[],
): Promise<readonly Watch[]> {
  const watches: Watch[] = [];
  for (const pack of packs) {
    const watch = await watchOf(tx, member, pack);
    if (watch) watches.push(watch);
  }
  return watches;
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
