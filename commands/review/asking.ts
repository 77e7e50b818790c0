// Reviewing as a setting of questions: the answer rates itself, or the member says how well they
// knew it.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { button, type Control, type Reply } from '../../src/bot/reply.ts';
import { choice, number, text } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { isRight } from '../../src/core/quiz/grade.ts';
import { intervals, type Rating, ratings, review } from '../../src/core/review/memory.ts';
import type { QuizSession } from '../../src/store/quiz-records.ts';
import type { Transaction } from '../../src/store/store.ts';
import { withoutSave } from '../quiz/after-reveal.ts';
import { playing } from '../quiz/playing.ts';
import type { Play } from '../quiz/setting.ts';
import { topicTitle } from '../quiz/topics.ts';
import { endCard, notYours, overAlready } from './session-cards.ts';
import { sayDistance, sayInterval } from './words.ts';

export const reviewing = playing({
  command: 'review',
  title: ({ session: { questionIds }, attempt, shown }, ctx) =>
    `Review ${attempt.position + 1} of ${questionIds.length} · ${topicTitle(shown.question.topic, ctx)}`,
  whileOpen: ({ session: { id: session }, attempt: { questionId: question } }) => [
    button('Take it out', refer({ id: 'review.remove' }, { question })),
    button('Enough for now', refer({ id: 'review.finish' }, { session })),
  ],
  async onceAnswered(play, ctx) {
    const after = withoutSave(play.shown.question);
    if (!play.session.open) return after;
    const { fourRatings } = await ctx.store.reviews.settings(ctx.member.id);
    const today = await todayOf(ctx);
    const card = await ctx.store.reviews.card(ctx.member.id, play.attempt.questionId);
    const isRated = card?.memory?.reviewed.equals(today) ?? false;
    if (fourRatings && card && !isRated)
      return [
        ...rateButtons(play, intervals(card.memory, today), card.memory?.reviews ?? 0),
        ...after,
      ];
    const days = card && today.until(card.due, { largestUnit: 'days' }).days;
    return [onward(play, days), ...after];
  },
  /** Where the member rates, the answer alone changes nothing yet. */
  async counted({ attempt: { questionId } }, { credit }, tx, ctx) {
    const { fourRatings } = await tx.reviews.settings(ctx.member.id);
    if (!fourRatings) await rate(tx, questionId, isRight(credit) ? 'good' : 'again', ctx);
  },
  notYours,
  overAlready,
});

/** `before`: how often it had been reviewed when the rating was asked for; then it counts once. */
async function rate(
  tx: Transaction,
  question: string,
  rating: Rating,
  ctx: Context,
  before?: number,
): Promise<void> {
  const card = await tx.reviews.card(ctx.member.id, question);
  const reviews = card?.memory?.reviews ?? 0;
  if (!card || (before !== undefined && before !== reviews)) return;
  const today = await todayOf({ ...ctx, store: tx });
  await tx.reviews.rate(ctx.member.id, question, reviews, review(card.memory, rating, today));
}

const names: Readonly<Record<Rating, string>> = {
  again: 'Again',
  hard: 'Hard',
  good: 'Good',
  easy: 'Easy',
};

function rateButtons(
  { attempt }: Play,
  days: Readonly<Record<Rating, number>>,
  before: number,
): readonly Control[] {
  return ratings.map((rating) =>
    button(
      `${names[rating]} · ${sayDistance(days[rating])}`,
      refer(rateAction, { attempt: attempt.id, rating, before }),
      rating === 'good' ? 'primary' : undefined,
    ),
  );
}

function onward({ session, attempt }: Play, days: number | undefined): Control {
  const at = attempt.position + 1;
  const again = days === undefined ? '' : ` · this one again ${sayInterval(days)}`;
  return at < session.questionIds.length
    ? button(`Next${again}`, refer(next, { session: session.id, at }), 'primary')
    : button(`Done${again}`, refer({ id: 'review.finish' }, { session: session.id }), 'primary');
}

const rateAction = action({
  id: 'review.rate',
  args: {
    attempt: text('Which attempt', { max: 20 }),
    rating: choice('How well you knew it', names),
    before: number('How often it was reviewed before'),
  },
  async run({ attempt: id, rating, before }, ctx) {
    const attempt = await ctx.store.quizzes.attempt(ctx.member.id, id);
    const session = attempt && (await ctx.store.quizzes.session(ctx.member.id, attempt.session));
    if (!attempt?.answer || !session) return notYours();
    await ctx.store.transaction((tx) => rate(tx, attempt.questionId, rating, ctx, before));
    return goOn(session, attempt.position + 1, ctx);
  },
});

const next = action({
  id: 'review.next',
  args: {
    session: text('Which review', { max: 20 }),
    at: number('Place in the review', { max: 1000 }),
  },
  async run({ session: id, at }, ctx) {
    const found = await ctx.store.quizzes.session(ctx.member.id, id);
    if (!found) return notYours();
    return found.open ? goOn(found, at, ctx) : overAlready();
  },
});

export const askingActions = [...reviewing.actions, rateAction, next];

async function goOn(session: QuizSession, at: number, ctx: Context): Promise<Reply> {
  return { ...(await showFrom(session, at, ctx)), mode: 'new' };
}

/** From that place on, the first that is still in the queue; after the last one, how it went. */
async function showFrom(session: QuizSession, from: number, ctx: Context): Promise<Reply> {
  for (let at = from; at < session.questionIds.length; at += 1) {
    const card = await ctx.store.reviews.card(ctx.member.id, session.questionIds[at] ?? '');
    if (card) return reviewing.show(session, at, ctx);
  }
  return endCard(session, ctx);
}

/** The open question, or the next one. */
export async function continued(session: QuizSession, ctx: Context): Promise<Reply> {
  const latest = await ctx.store.quizzes.latestAttempt(ctx.member.id, session.id);
  return showFrom(session, latest ? latest.position + (latest.answer ? 1 : 0) : 0, ctx);
}
