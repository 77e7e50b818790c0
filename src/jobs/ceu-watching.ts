// Says twice a year which due dates are watched. Its subject is the member.

import { watchingJob } from '../../commands/ceu/planning.ts';
import { dayOf, momentOn, watchesOf } from '../../commands/ceu/watches.ts';
import { isSpokenOf, watchingCard } from '../../commands/ceu/watching.ts';
import type { Job } from '../bot/job.ts';
import { outsideQuietHours } from '../core/calendar/quiet-hours.ts';
import type { MemberId } from '../core/ids.ts';

export const ceuWatching: Job = {
  name: watchingJob,
  async ring(alarm, now, { content, tx }) {
    const member = alarm.subject as MemberId;
    const watches = await watchesOf(tx, member, content.rulePacks);
    const [watch] = watches;
    const [user] = await tx.members.accounts(member);
    if (!watch || !user) return { outgoing: [] };
    const today = dayOf(watch, now);
    // One message a day is enough: it comes on the next day on which no reminder speaks.
    if (isSpokenOf(watches, today))
      return { outgoing: [], next: momentOn(watch, today.add({ days: 1 })) };
    const message = {
      key: `${watchingJob}:${member}:${today}`,
      to: { kind: 'dm' as const, user },
      reply: watchingCard(watches, today),
      due: outsideQuietHours(now, watch.zone, watch.member.quiet),
      member,
    };
    return { outgoing: [message], next: momentOn(watch, today.add({ months: 6 })) };
  },
};
