// Announces a group's meetings, ends check-ins that nobody ended, and forgets rosters in time.

import { announcementKey } from '../../commands/meeting/planning.ts';
import { announcement } from '../../commands/meeting/posts.ts';
import { closeCheckIn } from '../../commands/meeting/start.ts';
import { groupPaused, type Job, type Outgoing, type Services } from '../bot/job.ts';
import {
  announcements,
  type Meeting,
  meetingJob,
  nextAnnouncement,
  readMeetingSubject,
} from '../core/meetings/meeting.ts';

export const meetings: Job = {
  name: meetingJob,
  async ring(alarm, now, services) {
    const { id, what } = readMeetingSubject(alarm.subject);
    const meeting = await services.tx.meetings.byId(id);
    if (!meeting) return { outgoing: [] };
    if (what === 'announce') return announce(meeting, alarm.at, now, services);
    if (what === 'close') await closeCheckIn(services.tx, meeting, now, services.outbox);
    if (what === 'forget') await services.tx.meetings.clearRoster(id);
    return { outgoing: [] };
  },
};

const overtaken = 'The bot was down, and a later announcement took its place.';

async function announce(
  meeting: Meeting,
  plannedAt: Temporal.Instant,
  now: Temporal.Instant,
  { tx }: Services,
): Promise<{ readonly outgoing: readonly Outgoing[]; readonly next?: Temporal.Instant }> {
  const { zone, paused } = await tx.groups.settings(meeting.group);
  if (meeting.state !== 'planned') return { outgoing: [] };
  const next = nextAnnouncement(meeting.startsAt, zone, now)?.at;
  const isDue = ({ at }: { readonly at: Temporal.Instant }) =>
    Temporal.Instant.compare(at, plannedAt) >= 0 && Temporal.Instant.compare(at, now) <= 0;
  const due = announcements(meeting.startsAt, zone).filter(isDue);
  const outgoing = due.map(({ at, daysAhead }, index): Outgoing => {
    const whyNot = paused ? groupPaused : index < due.length - 1 ? overtaken : undefined;
    return {
      key: announcementKey(meeting, daysAhead),
      to: { kind: 'channel', channel: meeting.channel },
      reply: announcement(meeting, zone),
      due: at,
      notAfter: meeting.startsAt,
      group: meeting.group,
      ...(whyNot !== undefined && { leftOut: whyNot }),
    };
  });
  return { outgoing, ...(next && { next }) };
}
