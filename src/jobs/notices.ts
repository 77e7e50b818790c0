// Posts what changes in the code sets: one post per effective date, at the group's local hour.

import { prepareFigures } from '../../commands/updates/figures.ts';
import { noticePost, noticeThread } from '../../commands/updates/notice.ts';
import { groupPaused, type Job, type Outgoing, type Services } from '../bot/job.ts';
import { groupJobs, noticePostKey, readSubject } from '../core/calendar/group-alarms.ts';
import { localDay, localMoment } from '../core/calendar/local-time.ts';
import {
  type DueNotice,
  type NoticeTimes,
  nextNoticeDue,
  noticesDue,
} from '../core/calendar/notice-times.ts';
import type { NoticeSchedule } from '../store/group-records.ts';

const midnight = Temporal.PlainTime.from('00:00');

export const notices: Job = {
  name: groupJobs.notices,
  prepare: async (now, { content, catalog }) =>
    prepareFigures(content.codeSets, localDay(now, 'UTC'), catalog),
  async ring(alarm, now, services) {
    const { group: groupId, channel } = readSubject(alarm.subject);
    const group = await services.tx.groups.settings(groupId);
    const schedules = await services.tx.groups.notices(groupId);
    const schedule = schedules.find((each) => each.channel === channel);
    if (!schedule) return { outgoing: [] };
    const times = { ...schedule, zone: group.zone };
    const next = nextNoticeDue(services.content.codeSets, times, now)?.at;
    const due = messagesFor(schedule, times, alarm.at, now, services);
    const outgoing = group.paused ? due.map((each) => ({ ...each, leftOut: groupPaused })) : due;
    return { outgoing, ...(next && { next }) };
  },
};

/** From the morning of the alarm's day: after a change of the hour it can stand behind a notice. */
function messagesFor(
  schedule: NoticeSchedule,
  times: NoticeTimes,
  alarmAt: Temporal.Instant,
  now: Temporal.Instant,
  { content, catalog }: Services,
): readonly Outgoing[] {
  const from = localMoment(localDay(alarmAt, times.zone), times.zone, midnight);
  const due = noticesDue(content.codeSets, times, from, now);
  return due.map((each) => ({
    ...messageOf(each, schedule, alarmAt, catalog),
    notAfter: isOvertaken(each, due) ? each.at : each.notAfter,
  }));
}

/** After an outage a lead-up is no news any more, once a later notice of the same date is due. */
function isOvertaken({ notice }: DueNotice, due: readonly DueNotice[]): boolean {
  return due.some(
    (other) =>
      other.notice.effective.equals(notice.effective) && other.notice.daysAhead < notice.daysAhead,
  );
}

function messageOf(
  { notice, at }: DueNotice,
  { group, channel, role }: NoticeSchedule,
  alarmAt: Temporal.Instant,
  catalog: Services['catalog'],
): Outgoing {
  const thread = noticeThread(notice);
  return {
    key: noticePostKey(channel, notice),
    to: { kind: 'channel', channel },
    reply: { ...noticePost(notice, catalog), ...(role !== undefined && { mentionedRole: role }) },
    due: Temporal.Instant.compare(at, alarmAt) < 0 ? alarmAt : at,
    group,
    ...(thread !== undefined && { thread }),
  };
}
