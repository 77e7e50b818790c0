// Reminds a member of what is due with one certifying body, by direct message.

import { readEducation } from '../../commands/ceu/education.ts';
import { messageKey, nextMoment, reminderJob, subjectOf } from '../../commands/ceu/planning.ts';
import type { Reminded } from '../../commands/ceu/reminder-card.ts';
import { seenOn } from '../../commands/ceu/reminders-together.ts';
import { isNear } from '../../commands/ceu/status-buttons.ts';
import { dayOf, openOn, type Watch, watchesOf, watchOf } from '../../commands/ceu/watches.ts';
import type { Job, Outgoing, Services } from '../bot/job.ts';
import { type Deadline, reminderKey } from '../core/ceu/reminders.ts';
import { deadlineKey, markOf, reminderNow } from '../core/ceu/watch.ts';
import type { MemberId } from '../core/ids.ts';
import { inReminder, messageOf, type Said } from './ceu-message.ts';

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
    const said = [...own, ...others];
    const near = said.some(({ replaces }) => replaces) ? await nearOnes(said, now, services) : [];
    const next = nextMoment(watch, now);
    return { outgoing: await together(said, near, services), ...(next && { next }) };
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

/** A message that never left may have named other dates as well: the one in its place names all. */
async function nearOnes(
  said: readonly Said[],
  now: Temporal.Instant,
  { tx, content }: Services,
): Promise<readonly Reminded[]> {
  const [first] = said;
  if (!first) return [];
  const { member } = first.watch;
  const all = await readEducation(member.id, tx, content);
  return (await watchesOf(tx, member.id, content.rulePacks)).flatMap((watch) => {
    const today = dayOf(watch, now);
    const education = all.find(({ pack }) => pack === watch.pack);
    const others = openOn(watch, today).filter(
      (deadline) =>
        isNear(deadline, today) && !said.some((each) => isSame(each.deadline, deadline)),
    );
    return education ? others.map((deadline) => ({ ...seenOn(today, deadline), education })) : [];
  });
}

function isSame(one: Deadline, other: Deadline): boolean {
  return deadlineKey(one) === deadlineKey(other);
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
    const earlier = await takeBackEarlier(each, services);
    if (earlier !== 'was this one') said.push({ ...each, replaces: earlier === 'waited' });
  }
  return said;
}

/**
 * The most urgent speaks for all. The others are written down as said with it, so that none of them
 * comes again, whatever is planned anew today.
 */
async function together(
  said: readonly Said[],
  near: readonly Reminded[],
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
  return [messageOf(main, [...others.map(inReminder), ...near])];
}

/** What still waits of the same date gives way to this one, unless this one was written down before. */
async function takeBackEarlier(
  { watch, deadline, reminder }: Omit<Said, 'replaces'>,
  { tx, all, outbox }: Services,
): Promise<'was this one' | 'waited' | 'none'> {
  const { id } = watch.member;
  if (await all.message(messageKey(id, reminderKey(deadline, reminder)))) return 'was this one';
  const earlier = messageKey(id, deadlineKey(deadline));
  if ((await tx.outbox.waiting(earlier)).length === 0) return 'none';
  await outbox.void(tx, earlier, 'A later reminder took its place.');
  return 'waited';
}
