// Starting a review, going on with it, coming back from a vacation.

import { action } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { newId } from '../../src/bot/new-id.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { askingActions, continued, reviewing } from './asking.ts';
import { dueNow, newFromTopics, type Today, todaysReview } from './queue.ts';
import { away, capReached, endCard, nothingDue, notYours } from './session-cards.ts';
import { comeBack } from './vacation.ts';

export const start = command({
  name: 'start',
  summary: 'What you missed or saved, again just before you would forget it',
  options: {},
  async run(_none, ctx) {
    const today = await todayOf(ctx);
    const { awayUntil } = await ctx.store.reviews.settings(ctx.member.id);
    if (awayUntil && Temporal.PlainDate.compare(today, awayUntil) <= 0) return away(awayUntil);
    if (awayUntil) await ctx.store.transaction((tx) => comeBack(tx, ctx.member.id, today));
    return startToday(ctx);
  },
});

async function startToday(ctx: Context): Promise<Reply> {
  const review = await todaysReview(await todayOf(ctx), ctx);
  const open = await ctx.store.quizzes.openSession(ctx.member.id, 'review');
  if (open && (await isOfToday(open.startedAt, review, ctx))) return continued(open, ctx);
  if (open) await ctx.store.transaction((tx) => tx.quizzes.end(ctx.member.id, open.id, ctx.now));
  return review.room > 0
    ? begin(review, review.room, ctx)
    : capReached(review.settings.perDay, ctx);
}

/** Yesterday's list is no longer what is due. */
async function isOfToday(started: Temporal.Instant, { day }: Today, ctx: Context) {
  return (await todayOf({ ...ctx, now: started })).equals(day);
}

async function begin(review: Today, most: number, ctx: Context): Promise<Reply> {
  const due = await dueNow(review, most, ctx);
  const fresh = await newFromTopics(review, most - due.length, ctx);
  const questionIds = [...due, ...fresh];
  if (questionIds.length === 0) return nothingDue(ctx);
  const { day } = review;
  const started = {
    id: newId(),
    purpose: 'review',
    questionIds,
    startedAt: ctx.now,
  } as const;
  const began = await ctx.store.transaction(async (tx) => {
    for (const question of fresh)
      await tx.reviews.add(ctx.member.id, { question, why: 'topic', due: day }, day);
    return tx.quizzes.start(ctx.member.id, started);
  });
  if (began) return reviewing.show({ ...started, open: true }, 0, ctx);
  const open = await ctx.store.quizzes.openSession(ctx.member.id, 'review');
  return open ? continued(open, ctx) : nothingDue(ctx);
}

const finish = action({
  id: 'review.finish',
  args: { session: text('Which review', { max: 20 }) },
  async run({ session: id }, ctx) {
    const found = await ctx.store.quizzes.session(ctx.member.id, id);
    return found ? endCard(found, ctx) : notYours();
  },
});

/** Beyond the cap, for those who want to. */
const more = action({
  id: 'review.more',
  args: {},
  async run(_none, ctx): Promise<Reply> {
    const open = await ctx.store.quizzes.openSession(ctx.member.id, 'review');
    if (open) return continued(open, ctx);
    return begin(await todaysReview(await todayOf(ctx), ctx), 10, ctx);
  },
});

const back = action({
  id: 'review.back',
  args: {},
  async run(_none, ctx) {
    const today = await todayOf(ctx);
    await ctx.store.transaction((tx) => comeBack(tx, ctx.member.id, today));
    return startToday(ctx);
  },
});

export const startActions = [...askingActions, finish, more, back];
