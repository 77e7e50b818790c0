// Reminds a member of what is due with one certifying body, by direct message.

import { type BodyEducation, readEducation } from '../../commands/ceu/education.ts';
import { messageKey, nextMoment, reminderJob, subjectOf } from '../../commands/ceu/planning.ts';
import { cardTogether } from '../../commands/ceu/reminders-together.ts';
import {
  dayOf,
  momentOn,
  openOn,
  type Watch,
  watchesOf,
  watchOf,
} from '../../commands/ceu/watches.ts';
import type { Job, Outgoing, Services } from '../bot/job.ts';
import { formatted, md } from '../bot/markdown.ts';
import type { Reply } from '../bot/reply.ts';
import { outsideQuietHours } from '../core/calendar/quiet-hours.ts';
import { type Deadline, type Reminder, reminderKey } from '../core/ceu/reminders.ts';
import { deadlineKey, markOf, reminderNow } from '../core/ceu/watch.ts';
import type { MemberId, UserId } from '../core/ids.ts';

/** Its subject is `MEMBER body`. Whatever was missed while the bot was down is said once. */
export const ceuReminders: Job = {
  name: reminderJob,
  async ring(alarm, now, services) {
    const [member = '', body = ''] = alarm.subject.split(' ');
    const { rulePacks } = services.content;
    const pack = rulePacks.find((each) => each.body.id === body);
    const watch = pack && (await watchOf(services.tx, member as MemberId, pack));
    if (!watch) return { outgoing: [] };
    const own = await remindersFor(watch, alarm.at, now, services);
    const others = await remindersOfOthers(watch, now, services);
    const next = nextMoment(watch, now);
    return { outgoing: await together([...own, ...others], services), ...(next && { next }) };
  },
};

/** One morning makes one message: what is due of other bodies is said with it, and their alarms move. */
async function remindersOfOthers(
  { member, pack }: Watch,
  now: Temporal.Instant,
  services: Services,
): Promise<readonly Said[]> {
  const { tx, content } = services;
  const others: Said[] = [];
  for (const watch of await watchesOf(tx, member.id, content.rulePacks)) {
    const subject = subjectOf(member.id, watch.pack);
    const at = watch.pack === pack ? undefined : await tx.alarms.find(reminderJob, subject);
    if (!at || Temporal.Instant.compare(at, now) > 0) continue;
    others.push(...(await remindersFor(watch, at, now, services)));
    const next = nextMoment(watch, now);
    if (next) await tx.alarms.set({ job: reminderJob, subject, at: next }, { member: member.id });
    else await tx.alarms.clear(reminderJob, subject);
  }
  return others;
}

async function remindersFor(
  watch: Watch,
  plannedAt: Temporal.Instant,
  now: Temporal.Instant,
  services: Services,
): Promise<readonly Said[]> {
  const { member, pack, marks } = watch;
  const today = dayOf(watch, now);
  const since = dayOf(watch, plannedAt).subtract({ days: 1 });
  const all = await readEducation(member.id, services.tx, services.content);
  const education = all.find((each) => each.pack === pack);
  const [user] = await services.tx.members.accounts(member.id);
  if (!education || !user) return [];
  const said: Said[] = [];
  for (const deadline of openOn(watch, today)) {
    const reminder = reminderNow(pack, deadline, markOf(deadline, marks), since, today);
    if (!reminder) continue;
    const each = { watch, education, deadline, reminder, now, user };
    if (await replacesEarlier(each, services)) said.push(each);
  }
  return said;
}

interface Said {
  readonly watch: Watch;
  readonly education: BodyEducation;
  readonly deadline: Deadline;
  readonly reminder: Reminder;
  readonly now: Temporal.Instant;
  readonly user: UserId;
}

/**
 * The most urgent speaks for all. The others are written down as said with it, so that none of them
 * comes again, whatever is planned anew today.
 */
async function together(
  said: readonly Said[],
  { tx, outbox }: Services,
): Promise<readonly Outgoing[]> {
  const [main, ...others] = said.toSorted((a, b) => a.reminder.daysLeft - b.reminder.daysLeft);
  if (!main) return [];
  for (const other of others) {
    const message = messageOf(other, []);
    await outbox.add(tx, message);
    const reason = `It is said in one message with that of ${main.watch.pack.body.name}.`;
    await outbox.void(tx, message.key, reason);
  }
  return [messageOf(main, others)];
}

/** False where this one was written down before. What still waits of the same date gives way to it. */
async function replacesEarlier(
  { watch, deadline, reminder }: Said,
  { tx, all, outbox }: Services,
): Promise<boolean> {
  const { id } = watch.member;
  if (await all.message(messageKey(id, reminderKey(deadline, reminder)))) return false;
  const earlier = messageKey(id, deadlineKey(deadline));
  await outbox.void(tx, earlier, 'A later reminder took its place.');
  return true;
}

/**
 * Never before the hour of the day at which the member wants to hear of it; and where the bot could
 * not speak then, not in their quiet hours either.
 */
function messageOf(said: Said, others: readonly Said[]): Outgoing {
  const { watch, deadline, reminder, now, user } = said;
  const today = dayOf(watch, now);
  const moment = momentOn(watch, today);
  const isMissed = !reminder.day.equals(today);
  const isEarly = Temporal.Instant.compare(now, moment) < 0;
  const speaks = isEarly ? moment : loudFrom(watch, now);
  const isLate = isMissed || !(isEarly || speaks.equals(now));
  const card = cardTogether(
    { ...said, today },
    others.map((other) => ({ ...other, today })),
  );
  return {
    key: messageKey(watch.member.id, reminderKey(deadline, reminder)),
    to: { kind: 'dm', user },
    reply: isLate ? saidLate(card, reminder.day) : card,
    due: isLate ? speaks : moment,
    member: watch.member.id,
  };
}

function loudFrom({ member, zone }: Watch, now: Temporal.Instant): Temporal.Instant {
  return member.quiet ? outsideQuietHours(now, zone, member.quiet) : now;
}

function saidLate(card: Reply, day: Temporal.PlainDate): Reply {
  const note = md`*This is late: it was meant for ${day}, while the bot could not send.*`;
  return { ...card, text: md`${formatted(note)}\n\n${formatted(card.text)}` };
}
