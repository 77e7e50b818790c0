// A member's own reminder of a date on which code sets change, asked for under a notice.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { formatted, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../src/bot/reply.ts';
import { date, number } from '../../src/bot/shape.ts';
import { clockAt, zoneHere } from '../../src/bot/zone.ts';
import {
  noticeFor,
  releaseReminderJob,
  reminderChoices,
  reminderSubject,
} from '../../src/core/calendar/release-reminders.ts';
import { sayDay } from '../../src/core/calendar/release-words.ts';
import type { Compared } from './figures.ts';
import { noticePost } from './notice.ts';

const about = { date: date('The day on which code sets change') };

export const remind = action({
  id: 'updates.remind',
  args: about,
  run: ({ date: effective }, ctx) => choices(effective, ctx, 'new'),
});

export const remindAhead = action({
  id: 'updates.remind_at',
  args: { ...about, days: number('Days ahead', { min: 0, max: 30 }) },
  async run({ date: effective, days }, ctx) {
    const { settings, offered } = await offeredFor(effective, ctx);
    const chosen = offered.find(({ daysAhead }) => daysAhead === days);
    if (!chosen) throw new UserError('That moment is over. Choose a later one.');
    const alarm = { job: releaseReminderJob, subject: subjectFor(effective, ctx), at: chosen.at };
    await ctx.store.transaction((tx) => tx.alarms.set(alarm, { member: ctx.member.id }));
    const when = sayDay(chosen.at.toZonedDateTimeISO(settings.zone).toPlainDate());
    const hour = clockAt(chosen.at, settings.zone);
    return choices(
      effective,
      ctx,
      'update',
      md`Saved. You will get a direct message on **${when}**, ${hour} (${settings.zone}).`,
    );
  },
});

export const remindNot = action({
  id: 'updates.remind_not',
  args: about,
  async run({ date: effective }, ctx) {
    const subject = subjectFor(effective, ctx);
    await ctx.store.transaction((tx) => tx.alarms.clear(releaseReminderJob, subject));
    return choices(effective, ctx, 'update', md`The reminder is gone.`);
  },
});

/** What arrives: the same as in the channel, for the day on which it is read. */
export function releaseReminder(
  sets: Context['content']['codeSets'],
  effective: Temporal.PlainDate,
  today: Temporal.PlainDate,
  catalog: Compared,
): Reply | undefined {
  const notice = noticeFor(sets, effective, today);
  if (!notice) return undefined;
  const post = noticePost(notice, catalog);
  return { ...post, text: md`*You asked to be reminded.* ${formatted(post.text)}` };
}

async function choices(
  effective: Temporal.PlainDate,
  ctx: Context,
  mode: 'new' | 'update',
  first?: Markdown,
): Promise<Reply> {
  const { settings, offered } = await offeredFor(effective, ctx);
  const planned = await ctx.store.alarms.find(releaseReminderJob, subjectFor(effective, ctx));
  const now = offered.find(({ at }) => planned?.equals(at));
  if (offered.length === 0)
    return say(md`${sayDay(effective)} has come: there is nothing left to remind you of.`, {
      mode,
      controls: [button('What changes next', '/updates next')],
    });
  const question = md`When shall I remind you of what changes on **${sayDay(effective)}**? It comes by direct message at nine on your clock (${settings.zone}), outside your quiet hours.`;
  return say(first ?? question, {
    title: `Reminder of ${sayDay(effective)}`,
    mode,
    ...(first && { tone: 'good' as const }),
    controls: [
      ...offered.map(({ daysAhead }) =>
        choiceButton(effective, daysAhead, daysAhead === now?.daysAhead),
      ),
      ...(planned
        ? [button('Do not remind me', refer(remindNot, { date: effective.toString() }))]
        : []),
    ],
  });
}

function choiceButton(effective: Temporal.PlainDate, days: number, chosen: boolean): Control {
  const press = refer(remindAhead, { date: effective.toString(), days });
  return chosen
    ? { ...button(`${sayAhead(days)} ✓`, press), disabled: true }
    : button(sayAhead(days), press);
}

function sayAhead(days: number): string {
  if (days === 0) return 'On the day';
  return days === 1 ? 'A day ahead' : `${days} days ahead`;
}

async function offeredFor(effective: Temporal.PlainDate, ctx: Context) {
  const zone = await zoneHere(ctx);
  const settings = { zone, ...(ctx.member.quiet && { quiet: ctx.member.quiet }) };
  return { settings, offered: reminderChoices(effective, settings, ctx.now) };
}

function subjectFor(effective: Temporal.PlainDate, { member }: Context): string {
  return reminderSubject({ member: member.id, effective });
}
