// A meeting of a study group: when it is announced, and how its attendance is taken.

import type { ChannelId, GroupId } from '../ids.ts';

export type MeetingState = 'planned' | 'open' | 'closed' | 'cancelled';

export interface Meeting {
  readonly id: string;
  readonly group: GroupId;
  /** Where it is announced. */
  readonly channel: ChannelId;
  readonly title: string;
  readonly startsAt: Temporal.Instant;
  /** What its certificate will say, as far as the organizer knows; in quarters of a credit. */
  readonly credits?: number;
  readonly state: MeetingState;
  /** What is said aloud at the meeting; there while the check-in is open. */
  readonly word?: string;
  /** When its roster was last handed out. */
  readonly exportedAt?: Temporal.Instant;
}

export interface CheckIn {
  readonly firstName: string;
  readonly lastName: string;
  /** As the certifying body knows the member. */
  readonly memberNumber?: string;
  readonly at: Temporal.Instant;
}

export const meetingJob = 'meeting';
/** What its alarms are for: `announce`, and to end what nobody ended. */
type MeetingAlarm = 'announce' | 'close' | 'forget';

export function meetingSubject(id: string, what: MeetingAlarm): string {
  return `${id} ${what}`;
}

export function readMeetingSubject(subject: string): {
  readonly id: string;
  readonly what: MeetingAlarm;
} {
  const [id = '', what = ''] = subject.split(' ');
  return { id, what: what as MeetingAlarm };
}

/** Days ahead on which it is announced in its channel. */
const announcedAhead: readonly number[] = [7, 1];
const announcedAt = Temporal.PlainTime.from('09:00');

export interface Announcement {
  readonly daysAhead: number;
  readonly at: Temporal.Instant;
}

/** At nine on the group's clock, before it begins; the earliest first. */
export function announcements(startsAt: Temporal.Instant, zone: string): readonly Announcement[] {
  const day = startsAt.toZonedDateTimeISO(zone).toPlainDate();
  return announcedAhead.map((daysAhead) => ({
    daysAhead,
    at: day
      .subtract({ days: daysAhead })
      .toZonedDateTime({ timeZone: zone, plainTime: announcedAt })
      .toInstant(),
  }));
}

export function nextAnnouncement(
  startsAt: Temporal.Instant,
  zone: string,
  after: Temporal.Instant,
): Announcement | undefined {
  return announcements(startsAt, zone).find(({ at }) => Temporal.Instant.compare(at, after) > 0);
}

/** After so many a member must ask an organizer: the words are few, and could be guessed. */
export const mostWrongWords = 5;
/** A check-in that nobody stops ends by itself. */
export const longestCheckIn = Temporal.Duration.from({ hours: 6 });
/** A roster goes so long after it was handed out, and so long after its meeting at the latest. */
export const keptAfterExport = Temporal.Duration.from({ hours: 24 * 30 });
export const keptAtMost = Temporal.Duration.from({ hours: 24 * 180 });

/** By last name, then first: as officers read a roster. */
export function inRosterOrder<T extends Pick<CheckIn, 'firstName' | 'lastName'>>(
  checkIns: readonly T[],
): readonly T[] {
  const key = ({ lastName, firstName }: T) => `${lastName} ${firstName}`.toLowerCase();
  return [...checkIns].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
