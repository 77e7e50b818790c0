// The message of a reminder: when it is sent, under which key, and what it says where it comes late.

import type { BodyEducation } from '../../commands/ceu/education.ts';
import { messageKey } from '../../commands/ceu/planning.ts';
import type { Reminded } from '../../commands/ceu/reminder-card.ts';
import { cardTogether } from '../../commands/ceu/reminders-together.ts';
import { dayOf, momentOn, type Watch } from '../../commands/ceu/watches.ts';
import type { Outgoing } from '../bot/job.ts';
import { formatted, md } from '../bot/markdown.ts';
import type { Reply } from '../bot/reply.ts';
import { outsideQuietHours } from '../core/calendar/quiet-hours.ts';
import { type Deadline, type Reminder, reminderKey } from '../core/ceu/reminders.ts';
import type { UserId } from '../core/ids.ts';

export interface Said {
  readonly watch: Watch;
  readonly education: BodyEducation;
  readonly deadline: Deadline;
  readonly reminder: Reminder;
  readonly now: Temporal.Instant;
  readonly user: UserId;
  /** Whether an earlier one of the same date still waited to be sent. */
  readonly replaces: boolean;
}

export function inReminder({ watch, now, education, deadline, reminder }: Said): Reminded {
  return { education, deadline, reminder, today: dayOf(watch, now) };
}

/**
 * Never before the hour of the day at which the member wants to hear of it; and where the bot could
 * not speak then, not in their quiet hours either.
 */
export function messageOf(said: Said, others: readonly Reminded[]): Outgoing {
  const { watch, deadline, reminder, now, user } = said;
  const today = dayOf(watch, now);
  const moment = momentOn(watch, today);
  const isMissed = !reminder.day.equals(today);
  const isEarly = Temporal.Instant.compare(now, moment) < 0;
  const speaks = isEarly ? moment : outsideQuietHours(now, watch.zone, watch.member.quiet);
  const isLate = isMissed || !(isEarly || speaks.equals(now));
  const card = cardTogether(inReminder(said), others);
  return {
    key: messageKey(watch.member.id, reminderKey(deadline, reminder)),
    to: { kind: 'dm', user },
    reply: isLate ? saidLate(card, reminder.day) : card,
    due: isLate ? speaks : moment,
    member: watch.member.id,
  };
}

function saidLate(card: Reply, day: Temporal.PlainDate): Reply {
  const note = md`*This is late: it was meant for ${day}, while the bot could not send.*`;
  return { ...card, text: md`${formatted(note)}\n\n${formatted(card.text)}` };
}
