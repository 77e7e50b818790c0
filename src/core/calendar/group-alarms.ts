// A group's schedules: what their alarms and messages are called, when the daily question comes next.

import type { ChannelId, GroupId } from '../ids.ts';
import { localDay, nextLocalTime } from './local-time.ts';
import { type Notice, noticeKey } from './notices.ts';

/** The jobs that a group's schedules start. */
export const groupJobs = {
  daily: 'daily-question',
  reveal: 'daily-reveal',
  notices: 'notices',
} as const;

export interface GroupChannel {
  readonly group: GroupId;
  readonly channel: ChannelId;
}

/** The subject of an alarm: `discord:1 discord:2`. Ids hold no spaces. */
export function subjectOf({ group, channel }: GroupChannel): string {
  return `${group} ${channel}`;
}

export function readSubject(subject: string): GroupChannel {
  const [group = '', channel = ''] = subject.split(' ');
  return { group: group as GroupId, channel: channel as ChannelId };
}

/** The one message that holds a day's question in a channel. */
export function dailyKey(channel: ChannelId, day: Temporal.PlainDate): string {
  return `daily:${channel}:${day}`;
}

/** The one message that holds a notice in a channel. */
export function noticePostKey(channel: ChannelId, notice: Notice): string {
  return `notice:${channel}:${noticeKey(notice)}`;
}

export interface DailyTimes {
  readonly time: Temporal.PlainTime;
  readonly weekdaysOnly: boolean;
}

/** The next post after a moment; `posted` is a day that has its question already. */
export function nextDaily(
  { time, weekdaysOnly }: DailyTimes,
  zone: string,
  after: Temporal.Instant,
  posted?: Temporal.PlainDate,
): Temporal.Instant {
  const days = weekdaysOnly ? 'weekdays' : 'every day';
  const next = nextLocalTime(after, zone, time, days);
  const isPosted = posted !== undefined && localDay(next, zone).equals(posted);
  return isPosted ? nextLocalTime(next, zone, time, days) : next;
}

/** The last of the posts from `first` on that was due by now; those before it are over. */
export function latestDaily(
  times: DailyTimes,
  zone: string,
  first: Temporal.Instant,
  now: Temporal.Instant,
): Temporal.Instant {
  let latest = first;
  for (;;) {
    const next = nextDaily(times, zone, latest);
    if (Temporal.Instant.compare(next, now) > 0) return latest;
    latest = next;
  }
}
