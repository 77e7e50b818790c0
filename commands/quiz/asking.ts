// Asking one question after the other: the press is the answer, and the reveal comes at once.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { md } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../src/bot/reply.ts';
import { number, text } from '../../src/bot/shape.ts';
import { optionOrder } from '../../src/core/quiz/choosing.ts';
import type { SingleChoice } from '../../src/core/quiz/question.ts';
import type { Attempt, QuizSession } from '../../src/store/quiz-records.ts';
import { letterButtons, questionText, revealText } from './card.ts';
import { endCard, notYours, overAlready } from './session-cards.ts';
import { topicTitle } from './topics.ts';

export const session = { session: text('Which quiz', { max: 20 }) };

const answer = action({
  id: 'quiz.answer',
  args: {
    attempt: text('Which attempt', { max: 20 }),
    choice: number('Place of the option in the bank', { max: 10 }),
  },
  async run({ attempt: id, choice: place }, ctx) {
    const attempt = await ctx.store.quizzes.attempt(ctx.member.id, id);
    if (!attempt) return notYours();
    const question = questionOf(attempt, ctx);
    const right = question.options[place]?.right;
    if (right === undefined) return notYours();
    const given = { choice: place, right, at: ctx.now };
    const first =
      attempt.choice === undefined &&
      (await ctx.store.transaction((tx) => tx.quizzes.answer(ctx.member.id, id, given)));
    const kept = first ? place : (await ctx.store.quizzes.attempt(ctx.member.id, id))?.choice;
    return reveal({ ...attempt, choice: kept ?? place }, question, attempt.session, ctx);
  },
});

const next = action({
  id: 'quiz.next',
  args: { ...session, at: number('Place in the quiz', { max: 100 }) },
  async run({ session: id, at }, ctx) {
    const found = await ctx.store.quizzes.session(ctx.member.id, id);
    if (!found) return notYours();
    if (!found.open) return overAlready();
    return { ...(await showAt(found, at, ctx)), mode: 'new' };
  },
});

const continueInDm = action({
  id: 'quiz.dm',
  args: session,
  async run({ session: id }, ctx) {
    const found = await ctx.store.quizzes.session(ctx.member.id, id);
    if (!found) return notYours();
    if (!found.open) return overAlready();
    const card = await continued(found, ctx, true);
    await ctx.store.transaction((tx) =>
      ctx.outbox.add(tx, {
        key: `quiz:dm:${id}:${ctx.now.epochMilliseconds}`,
        to: { kind: 'dm', user: ctx.user.id },
        reply: card,
        due: ctx.now,
        notAfter: ctx.now.add({ hours: 1 }),
        member: ctx.member.id,
      }),
    );
    return say(md`Your quiz goes on in a direct message, where it stays.`, {
      tone: 'good',
      mode: 'new',
    });
  },
});

export const askingActions = [answer, next, continueInDm];

export async function continued(found: QuizSession, ctx: Context, inDm = false): Promise<Reply> {
  const latest = await ctx.store.quizzes.latestAttempt(ctx.member.id, found.id);
  const at = latest ? latest.position + (latest.choice === undefined ? 0 : 1) : 0;
  if (at >= found.questionIds.length) return endCard(found, ctx);
  return showAt(found, at, ctx, inDm);
}

export async function showAt(
  found: QuizSession,
  at: number,
  ctx: Context,
  inDm = ctx.channel.kind === 'dm',
): Promise<Reply> {
  const questionId = found.questionIds[at];
  const question = ctx.content.questions.find((q) => q.id === questionId);
  if (questionId === undefined || question?.kind !== 'single') throw questionGone();
  const order = optionOrder(question, ctx.random);
  const attempt = await ctx.store.transaction((tx) =>
    tx.quizzes.show(ctx.member.id, found.id, { questionId, position: at, order }),
  );
  if (attempt.choice !== undefined) return reveal(attempt, question, found.id, ctx);
  return questionCard(question, attempt, found, inDm, ctx);
}

function questionCard(
  question: SingleChoice,
  attempt: Attempt,
  found: QuizSession,
  inDm: boolean,
  ctx: Context,
): Reply {
  const shown = { question, order: attempt.order };
  const letters = letterButtons(shown, (place) =>
    refer(answer, { attempt: attempt.id, choice: place }),
  );
  const elsewhere: readonly Control[] = inDm
    ? []
    : [button('Continue in DM', refer(continueInDm, { session: found.id }))];
  return say(questionText(shown), {
    title: `Question ${attempt.position + 1} of ${found.questionIds.length} · ${topicTitle(question.topic, ctx)}`,
    controls: [
      ...letters,
      ...elsewhere,
      button('Stop', refer({ id: 'quiz.stop' }, { session: found.id })),
    ],
  });
}

async function reveal(
  attempt: Attempt,
  question: SingleChoice,
  sessionId: string,
  ctx: Context,
): Promise<Reply> {
  const found = await ctx.store.quizzes.session(ctx.member.id, sessionId);
  const total = found?.questionIds.length ?? 0;
  const right = attempt.choice !== undefined && question.options[attempt.choice]?.right === true;
  const last = attempt.position + 1 >= total;
  const onward = last
    ? button('See the result', refer({ id: 'quiz.finish' }, { session: sessionId }), 'primary')
    : button(
        'Next question',
        refer(next, { session: sessionId, at: attempt.position + 1 }),
        'primary',
      );
  return say(revealText({ question, order: attempt.order }, attempt.choice), {
    title: `Question ${attempt.position + 1} of ${total} · ${topicTitle(question.topic, ctx)}`,
    tone: right ? 'good' : 'bad',
    controls: found?.open ? [onward] : [],
  });
}

function questionOf(attempt: Attempt, ctx: Context): SingleChoice {
  const question = ctx.content.questions.find((q) => q.id === attempt.questionId);
  if (question?.kind !== 'single') throw questionGone();
  return question;
}

function questionGone(): UserError {
  return new UserError(
    'This question has left the bank since you began. Stop this quiz with /quiz stop and start another.',
  );
}
