// When the clock is to speak of a group's meetings; set in the transaction of what changed them.

import type { GroupId } from '../../src/core/ids.ts';
import {
  keptAfterExport,
  keptAtMost,
  longestCheckIn,
  type Meeting,
  meetingJob,
  meetingSubject,
  nextAnnouncement,
} from '../../src/core/meetings/meeting.ts';
import type { GroupSettings } from '../../src/store/group-records.ts';
import type { Transaction } from '../../src/store/store.ts';

/** Names an announcement in the outbox. By its beginning: a meeting that was put off is news again. */
export function announcementKey(
  { id, startsAt }: Pick<Meeting, 'id' | 'startsAt'>,
  what: number | 'now',
): string {
  return `${announcementKeys(id)}${startsAt.epochMilliseconds}:${what}`;
}

/** How the names of all announcements of a meeting begin. */
export function announcementKeys(id: string): string {
  return `meeting:${id}:ahead:`;
}

/** Names the post that says that the check-in is open. */
export function checkInKey(id: string, openedAt: Temporal.Instant): string {
  return `meeting:${id}:open:${openedAt.epochMilliseconds}`;
}

export async function planAnnouncement(
  tx: Transaction,
  { id, group, startsAt, state }: Meeting,
  { zone }: Pick<GroupSettings, 'zone'>,
  now: Temporal.Instant,
): Promise<void> {
  const subject = meetingSubject(id, 'announce');
  const next = state === 'planned' ? nextAnnouncement(startsAt, zone, now) : undefined;
  if (!next) return tx.alarms.clear(meetingJob, subject);
  await tx.alarms.set({ job: meetingJob, subject, at: next.at }, { group });
}

/** After a change of the group's zone, or a pause. */
export async function planMeetings(
  tx: Transaction,
  settings: GroupSettings,
  now: Temporal.Instant,
): Promise<void> {
  for (const meeting of await tx.meetings.coming(settings.id, now))
    await planAnnouncement(tx, meeting, settings, now);
}

/** From the opening on: the check-in ends, and the names go, whatever anybody does. */
export async function planEnds(
  tx: Transaction,
  { id, group }: { readonly id: string; readonly group: GroupId },
  now: Temporal.Instant,
): Promise<void> {
  const set = (what: 'close' | 'forget', at: Temporal.Instant) =>
    tx.alarms.set({ job: meetingJob, subject: meetingSubject(id, what), at }, { group });
  await set('close', now.add(longestCheckIn));
  await set('forget', now.add(keptAtMost));
}

export async function planForgetting(
  tx: Transaction,
  { id, group }: { readonly id: string; readonly group: GroupId },
  now: Temporal.Instant,
): Promise<void> {
  const alarm = { job: meetingJob, subject: meetingSubject(id, 'forget') };
  await tx.alarms.set({ ...alarm, at: now.add(keptAfterExport) }, { group });
}
