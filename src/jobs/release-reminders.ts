// Reminds a member of the day on which code sets change, as they asked under a notice.

import { prepareFigures } from '../../commands/updates/figures.ts';
import { releaseReminder } from '../../commands/updates/remind.ts';
import type { Job } from '../bot/job.ts';
import { zoneOf } from '../bot/zone.ts';
import { localDay } from '../core/calendar/local-time.ts';
import { outsideQuietHours } from '../core/calendar/quiet-hours.ts';
import { readReminderSubject, releaseReminderJob } from '../core/calendar/release-reminders.ts';

export const releaseReminders: Job = {
  name: releaseReminderJob,
  prepare: async (now, { content, catalog }) =>
    prepareFigures(content.codeSets, localDay(now, 'UTC'), catalog),
  async ring(alarm, now, { content, catalog, tx }) {
    const { member: id, effective } = readReminderSubject(alarm.subject);
    const member = await tx.members.read(id);
    const [user] = await tx.members.accounts(id);
    if (!member || !user) return { outgoing: [] };
    const zone = await zoneOf(member, tx);
    const today = localDay(now, zone);
    const loud = outsideQuietHours(now, zone, member.quiet);
    const reply = releaseReminder(content.codeSets, effective, today, catalog);
    if (!reply) return { outgoing: [] };
    const message = {
      key: `release:${id}:${effective}:${alarm.at.epochMilliseconds}`,
      to: { kind: 'dm' as const, user },
      reply,
      due: loud.equals(now) ? alarm.at : loud,
      member: id,
    };
    return { outgoing: [message] };
  },
};
