// How a member likes their reviews: how many a day, rated by whom, nudged when, away until, of what.

import { z } from 'zod';
import { action, refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { isoDate } from '../../src/bot/fill.ts';
import { formatted, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../src/bot/reply.ts';
import { choice, number, text } from '../../src/bot/shape.ts';
import { clockAt, isOff, timeOrOff, todayOf, zoneHere } from '../../src/bot/zone.ts';
import { sayDay } from '../../src/core/calendar/release-words.ts';
import type { ReviewSettings } from '../../src/store/review-records.ts';
import { topicsIn, topicTitle } from '../quiz/topics.ts';
import { testMessage } from '../settings.ts';
import { planNudges } from './planning.ts';
import { comeBack } from './vacation.ts';

const ratingNames = {
  two: 'Right or wrong decides',
  four: 'I rate: again, hard, good, easy',
} as const;

/** A day, or `none`. */
const vacation = z
  .string()
  .trim()
  .max(20)
  .refine(
    (typed) => isOff(typed) || z.iso.date().safeParse(isoDate(typed)).success,
    'is not a day, such as 2026-12-31 or 12/31/2026, nor none',
  )
  .transform((typed) => (isOff(typed) ? 'none' : Temporal.PlainDate.from(isoDate(typed))))
  .meta({
    is: 'text',
    hint: 'The last day away, such as 2026-12-31; or none',
    label: 'Away until',
  });

export const settings = command({
  name: 'settings',
  summary: 'How many a day, nudges, vacation, topics',
  title: 'Review settings',
  options: {
    per_day: number('How many questions a day at most', {
      min: 1,
      max: 200,
      label: 'A day at most',
    }).optional(),
    ratings: choice('Who says how well you knew it', ratingNames).optional(),
    nudge: timeOrOff('When to be nudged by direct message, such as 8:00; or off').optional(),
    vacation: vacation.optional(),
  },
  initial: async ({ store, member }) => {
    const { perDay, fourRatings, nudgeAt, awayUntil } = await store.reviews.settings(member.id);
    return {
      per_day: perDay,
      ratings: fourRatings ? 'four' : 'two',
      nudge: nudgeAt ? nudgeAt.toString({ smallestUnit: 'minute' }) : 'off',
      vacation: awayUntil?.toString() ?? 'none',
    };
  },
  async run({ per_day: perDay, ratings, nudge, vacation: until }, ctx) {
    const changes = {
      ...(perDay !== undefined && { perDay }),
      ...(ratings !== undefined && { fourRatings: ratings === 'four' }),
      ...(nudge !== undefined && { nudgeAt: nudge === 'off' ? null : nudge }),
    };
    const { nudgeAt: before } = await ctx.store.reviews.settings(ctx.member.id);
    if (Object.keys(changes).length === 0 && until === undefined) return shown(ctx);
    const today = await todayOf(ctx);
    if (until !== undefined && until !== 'none') checkVacation(until, today);
    const startsNudges = nudge !== undefined && nudge !== 'off' && !before;
    await ctx.store.transaction(async (tx) => {
      await tx.reviews.change(ctx.member.id, changes);
      if (until === 'none') await comeBack(tx, ctx.member.id, today);
      else if (until) await tx.reviews.change(ctx.member.id, { awayUntil: until });
      if (startsNudges) await ctx.outbox.add(tx, testMessage(ctx));
      await planNudges(tx, ctx);
    });
    return shown(
      ctx,
      startsNudges
        ? md`Saved. A test message is on its way to your direct messages: if it does not arrive, allow messages from this server or workspace.`
        : md`Saved.`,
    );
  },
});

function checkVacation(until: Temporal.PlainDate, today: Temporal.PlainDate): void {
  if (Temporal.PlainDate.compare(until, today) < 0)
    throw new UserError(`${until} is past. Enter the last day on which you are away.`);
  if (Temporal.PlainDate.compare(until, today.add({ years: 1 })) > 0)
    throw new UserError(`${until} is more than a year ahead. Please check the year.`);
}

const topicArg = { topic: text('Which topic', { max: 60 }) };

const addTopic = action({
  id: 'review.topic',
  args: topicArg,
  async run({ topic }, ctx) {
    if (!(await topicsIn(ctx)).some(({ id }) => id === topic))
      throw new UserError('That topic is no longer in the bank. Choose another one.');
    await changeTopics(ctx, (topics) => [...topics.filter((each) => each !== topic), topic]);
    return shown(
      ctx,
      md`**${topicTitle(topic, ctx)}** is added: up to five new questions a day come from your topics.`,
    );
  },
});

const dropTopic = action({
  id: 'review.untopic',
  args: topicArg,
  async run({ topic }, ctx) {
    await changeTopics(ctx, (topics) => topics.filter((each) => each !== topic));
    return shown(
      ctx,
      md`No new questions come from **${topicTitle(topic, ctx)}**. Those that you have stay.`,
    );
  },
});

export const settingsActions = [addTopic, dropTopic];

async function changeTopics(
  ctx: Context,
  change: (topics: readonly string[]) => readonly string[],
): Promise<void> {
  await ctx.store.transaction(async (tx) => {
    const { topics } = await tx.reviews.settings(ctx.member.id);
    await tx.reviews.change(ctx.member.id, { topics: change(topics) });
  });
}

async function shown(ctx: Context, first?: Markdown): Promise<Reply> {
  const set = await ctx.store.reviews.settings(ctx.member.id);
  const waiting = await ctx.store.reviews.count(ctx.member.id);
  const intro = first ?? md`What you missed or saved comes again just before you would forget it.`;
  return say(md`${formatted(intro)}`, {
    title: 'Your reviews',
    ...(first && { tone: 'good' as const }),
    fields: [
      { label: 'In your queue', value: md`${waiting}` },
      { label: 'A day at most', value: md`${set.perDay}` },
      { label: 'Rated', value: md`${ratingNames[set.fourRatings ? 'four' : 'two']}` },
      { label: 'Nudge by DM', value: await nudgeText(set, ctx) },
      { label: 'Away until', value: set.awayUntil ? md`${sayDay(set.awayUntil)}` : md`Not away` },
      { label: 'New questions from', value: topicsText(set, ctx) },
    ],
    controls: [
      button('Review now', '/review start', 'primary'),
      button('Change', '/review settings…'),
      ...(await topicSelects(set, ctx)),
    ],
  });
}

async function nudgeText({ nudgeAt }: ReviewSettings, ctx: Context): Promise<Markdown> {
  if (!nudgeAt) return md`Off`;
  const zone = await zoneHere(ctx);
  return md`${nudgeAt.toString({ smallestUnit: 'minute' })} (${zone}, where it should be ${clockAt(ctx.now, zone)} now)`;
}

function topicsText({ topics }: ReviewSettings, ctx: Context): Markdown {
  const titles = topics.map((topic) => topicTitle(topic, ctx)).join(', ');
  return titles === '' ? md`No topic` : md`${titles}`;
}

async function topicSelects({ topics }: ReviewSettings, ctx: Context): Promise<readonly Control[]> {
  const choices = (await topicsIn(ctx)).map(({ id, title }) => ({ label: title, value: id }));
  const others = choices.filter(({ value }) => !topics.includes(value)).slice(0, 25);
  const chosen = choices.filter(({ value }) => topics.includes(value)).slice(0, 25);
  const select = (label: string, press: string, from: typeof choices): readonly Control[] =>
    from.length > 0 ? [{ kind: 'select', label, press, choices: from }] : [];
  return [
    ...select('New questions from a topic', refer(addTopic), others),
    ...select('No longer from a topic', refer(dropTopic), chosen),
  ];
}
