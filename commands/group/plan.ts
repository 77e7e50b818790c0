// When a group's schedules post next; sets their alarms in the transaction of what changed them.

import type { Context } from '../../src/bot/command.ts';
import type { CodeSet } from '../../src/core/calendar/code-set.ts';
import {
  dailyKey,
  groupJobs,
  nextDaily,
  noticePostKey,
  subjectOf,
} from '../../src/core/calendar/group-alarms.ts';
import { localDay, localMoment, nextLocalTime } from '../../src/core/calendar/local-time.ts';
import { type DueNotice, nextNoticeDue, noticesDue } from '../../src/core/calendar/notice-times.ts';
import type { GroupId } from '../../src/core/ids.ts';
import type {
  DailySchedule,
  GroupSettings,
  NoticeSchedule,
} from '../../src/store/group-records.ts';
import type { Repositories, Transaction } from '../../src/store/store.ts';
import { planMeetings } from '../meeting/planning.ts';

type Now = Pick<Context, 'now' | 'content'>;

/** Tomorrow where today has its question already: a later hour does not ask it again. */
export async function nextDailyPost(
  records: Repositories,
  schedule: DailySchedule,
  { zone }: GroupSettings,
  { now }: Now,
): Promise<Temporal.Instant> {
  const today = localDay(now, zone);
  const written = await writtenKeys(records, schedule.group);
  const posted = written.has(dailyKey(schedule.channel, today)) ? today : undefined;
  return nextDaily(schedule, zone, now, posted);
}

/** A notice whose day is today is not lost by an hour that has passed already: it comes now. */
export async function nextNoticePost(
  records: Repositories,
  schedule: NoticeSchedule,
  { zone }: GroupSettings,
  { now, content }: Now,
): Promise<DueNotice | undefined> {
  const { codeSets } = content;
  const times = { ...schedule, zone };
  const written = await writtenKeys(records, schedule.group);
  const isNew = ({ notice }: DueNotice) => !written.has(noticePostKey(schedule.channel, notice));
  const midnight = localMoment(localDay(now, zone), zone, Temporal.PlainTime.from('00:00'));
  const missed = noticesDue(codeSets, times, midnight, now).find(isNew);
  return missed ? { ...missed, at: now } : nextNew(codeSets, times, now, isNew);
}

function nextNew(
  sets: readonly CodeSet[],
  times: Parameters<typeof nextNoticeDue>[1],
  after: Temporal.Instant,
  isNew: (due: DueNotice) => boolean,
): DueNotice | undefined {
  const next = nextNoticeDue(sets, times, after);
  return !next || isNew(next) ? next : nextNew(sets, times, next.at, isNew);
}

/** Enough to hold what was written down today. */
const latest = 200;

async function writtenKeys(records: Repositories, group: GroupId): Promise<ReadonlySet<string>> {
  const messages = await records.outbox.ofGroup(group, latest);
  return new Set(messages.map(({ key }) => key));
}

export async function planDaily(
  tx: Transaction,
  schedule: DailySchedule,
  settings: GroupSettings,
  ctx: Now,
): Promise<void> {
  const at = await nextDailyPost(tx, schedule, settings, ctx);
  const alarm = { job: groupJobs.daily, subject: subjectOf(schedule), at };
  await tx.alarms.set(alarm, { group: schedule.group });
  await moveReveal(tx, schedule, settings, ctx);
}

/** The answer to a question that is open follows the hour, and the group's clocks. */
async function moveReveal(
  tx: Transaction,
  schedule: DailySchedule,
  { zone }: GroupSettings,
  { now }: Now,
): Promise<void> {
  const reveal = { job: groupJobs.reveal, subject: subjectOf(schedule) };
  if (!(await tx.alarms.find(reveal.job, reveal.subject))) return;
  if (!schedule.revealTime) return tx.alarms.clear(reveal.job, reveal.subject);
  const at = nextLocalTime(now, zone, schedule.revealTime);
  await tx.alarms.set({ ...reveal, at }, { group: schedule.group });
}

export async function planNotices(
  tx: Transaction,
  schedule: NoticeSchedule,
  settings: GroupSettings,
  ctx: Now,
): Promise<void> {
  const subject = subjectOf(schedule);
  const next = await nextNoticePost(tx, schedule, settings, ctx);
  if (!next) return tx.alarms.clear(groupJobs.notices, subject);
  const alarm = { job: groupJobs.notices, subject, at: next.at };
  await tx.alarms.set(alarm, { group: schedule.group });
}

/** After a change that moves them all: of the zone, of the pause. */
export async function planAll(tx: Transaction, settings: GroupSettings, ctx: Now): Promise<void> {
  for (const schedule of await tx.groups.daily(settings.id))
    await planDaily(tx, schedule, settings, ctx);
  for (const schedule of await tx.groups.notices(settings.id))
    await planNotices(tx, schedule, settings, ctx);
  await planMeetings(tx, settings, ctx.now);
}
