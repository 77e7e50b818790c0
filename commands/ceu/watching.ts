// Twice a year: which dates are watched, so that silence is known to be rest and not failure.

import type { Context } from '../../src/bot/command.ts';
import { bullets, formatted, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { hasDues } from '../../src/core/ceu/cycle.ts';
import type { Deadline } from '../../src/core/ceu/reminders.ts';
import type { RulePack } from '../../src/core/ceu/rules.ts';
import { markOf, nextReminderDay } from '../../src/core/ceu/watch.ts';
import type { Transaction } from '../../src/store/store.ts';
import { watchingJob } from './planning.ts';
import { dayOf, openOn, type Watch, watchOf } from './watches.ts';

/** `Still watching: AAPC 2027-03-31.` */
export function watchingCard(watches: readonly Watch[], today: Temporal.PlainDate): Reply {
  const dates = [...watchedDates(watches, today), ...unwatched(watches, today)];
  const next = nextDay(watches, today);
  const parts = [
    md`**Still watching:**\n${formatted(bullets(dates.slice(0, 12)))}`,
    next
      ? md`The next reminder comes on ${next}. Until then it is meant to be quiet.`
      : md`No reminder is planned.`,
    md`If one of these dates is not what your certifying body shows, correct it under **My status**.`,
  ];
  return say(joinLines(parts, '\n\n'), {
    title: 'Still watching',
    controls: [button('My status', '/ceu status', 'primary'), button('My settings', '/settings')],
    footnote: 'Twice a year. Please do not rely on this bot alone.',
  });
}

/** To who wants reminders: what is watched from now on, which tries the way at the same time. */
export async function sayWatched(tx: Transaction, pack: RulePack, ctx: Context): Promise<void> {
  const watch = await watchOf(tx, ctx.member.id, pack);
  if (!watch) return;
  const dates = watchedDates([watch], dayOf(watch, ctx.now));
  if (dates.length === 0) return;
  await ctx.outbox.add(tx, {
    key: `${watchingJob}:${ctx.member.id}:added:${pack.body.id}:${ctx.now.epochMilliseconds}`,
    to: { kind: 'dm', user: ctx.user.id },
    reply: say(
      md`**Watching from now on:**\n${formatted(bullets(dates))}\n\nThis is a test as well: reminders will reach you here. Please do not rely on this bot alone.`,
      { controls: [button('My status', '/ceu status', 'primary')] },
    ),
    due: ctx.now,
    member: ctx.member.id,
  });
}

/** Of each body the next date for credits and the next for dues; of one day as one. */
function watchedDates(watches: readonly Watch[], today: Temporal.PlainDate): readonly Markdown[] {
  return watches.flatMap((watch) => {
    const ahead = openOn(watch, today)
      .filter(({ due }) => Temporal.PlainDate.compare(due, today) >= 0)
      .toSorted((a, b) => Temporal.PlainDate.compare(a.due, b.due));
    return ahead
      .filter((deadline) => deadline === ahead.find(({ kind }) => kind === deadline.kind))
      .map(
        (deadline) => md`${watch.pack.body.name} **${deadline.due}**, ${about(deadline, watch)}`,
      );
  });
}

/** Bodies of which nothing lies ahead: nobody publishes how long their periods last. */
function unwatched(watches: readonly Watch[], today: Temporal.PlainDate): readonly Markdown[] {
  return watches
    .filter((watch) => watchedDates([watch], today).length === 0)
    .map(({ pack: { body } }) => {
      return md`${body.name}: nothing ahead. Once your ${body.tracker} shows the next date, enter it under **My status**`;
    });
}

function about(deadline: Deadline, { pack, standing, marks }: Watch): string {
  if (deadline.kind === 'membership') return 'membership dues';
  const credits = deadline.confirmed ? 'credits' : 'credits (computed, not confirmed)';
  const isPaid = markOf(deadline, marks)?.paid ?? false;
  return hasDues(pack, standing, deadline) && !isPaid ? `${credits} and membership dues` : credits;
}

function nextDay(
  watches: readonly Watch[],
  today: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  const days = watches.flatMap(
    (watch) => nextReminderDay(watch.pack, openOn(watch, today), watch.marks, today) ?? [],
  );
  return days.sort(Temporal.PlainDate.compare)[0];
}

/** Whether a reminder speaks today anyway. */
export function isSpokenOf(watches: readonly Watch[], today: Temporal.PlainDate): boolean {
  return nextDay(watches, today.subtract({ days: 1 }))?.equals(today) ?? false;
}
