// Practice as a setting of questions: the press is the answer, and the reveal comes at once.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { number, text } from '../../src/bot/shape.ts';
import type { QuizSession } from '../../src/store/quiz-records.ts';
import { revealControls } from './after-reveal.ts';
import { playing } from './playing.ts';
import { endCard, notYours, overAlready } from './session-cards.ts';
import type { Play } from './setting.ts';
import { topicTitle } from './topics.ts';

export const session = { session: text('Which quiz', { max: 20 }) };

export const practice = playing({
  command: 'quiz',
  title: ({ session: { questionIds }, attempt, shown }, ctx) =>
    `Question ${attempt.position + 1} of ${questionIds.length} · ${topicTitle(shown.question.topic, ctx)}`,
  whileOpen: ({ session: { id } }, ctx) => [
    ...(ctx.channel.kind === 'dm'
      ? []
      : [button('Continue in DM', refer(continueInDm, { session: id }))]),
    button('Stop', refer({ id: 'quiz.stop' }, { session: id })),
  ],
  onceAnswered: (play) => [
    ...(play.session.open ? [onward(play)] : []),
    ...revealControls(play.shown.question),
  ],
  notYours,
  overAlready,
});

function onward({ session: { id, questionIds }, attempt: { position } }: Play) {
  const at = position + 1;
  return at < questionIds.length
    ? button('Next question', refer(next, { session: id, at }), 'primary')
    : button('See the result', refer({ id: 'quiz.finish' }, { session: id }), 'primary');
}

const next = action({
  id: 'quiz.next',
  args: { ...session, at: number('Place in the quiz', { max: 100 }) },
  async run({ session: id, at }, ctx) {
    const found = await ctx.store.quizzes.session(ctx.member.id, id);
    if (!found) return notYours();
    if (!found.open) return overAlready();
    return { ...(await practice.show(found, at, ctx)), mode: 'new' };
  },
});

const continueInDm = action({
  id: 'quiz.dm',
  args: session,
  async run({ session: id }, ctx) {
    const found = await ctx.store.quizzes.session(ctx.member.id, id);
    if (!found) return notYours();
    if (!found.open) return overAlready();
    const card = await continued(found, { ...ctx, channel: { ...ctx.channel, kind: 'dm' } });
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

export const askingActions = [...practice.actions, next, continueInDm];

/** The open question, or the next one; after the last one the result. */
export async function continued(found: QuizSession, ctx: Context): Promise<Reply> {
  const latest = await ctx.store.quizzes.latestAttempt(ctx.member.id, found.id);
  const at = latest ? latest.position + (latest.answer ? 1 : 0) : 0;
  return at < found.questionIds.length ? practice.show(found, at, ctx) : endCard(found, ctx);
}
