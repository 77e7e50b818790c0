// Playing in a round: joining, answering in private, one's own result.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { joinLines, md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { number } from '../../src/bot/shape.ts';
import type { SingleChoice } from '../../src/core/quiz/question.ts';
import type { Locked, Round } from '../../src/store/round-records.ts';
import { nameOf, revealText } from './card.ts';
import { shownIn } from './round-cards.ts';
import { aside, atArg, roundArg, roundIsOver } from './round-words.ts';
import { noteAnswer, roundQuestion } from './rounds.ts';
import { missedText } from './session-cards.ts';

const join = action({
  id: 'quiz.join',
  args: roundArg,
  async run({ round: id }, ctx) {
    const round = await ctx.store.transaction(async (tx) => {
      const found = await tx.rounds.round(id);
      if (found?.state !== 'running') return undefined;
      if (await tx.rounds.join(ctx.member.id, id)) await noteAnswer(tx, found, ctx.now);
      return found;
    });
    if (!round) return roundIsOver();
    return aside(
      md`You are in. When a question comes, press a letter: only you see your answer, and you can change it once.`,
      'good',
    );
  },
});

const answer = action({
  id: 'quiz.round',
  args: { ...roundArg, at: atArg, choice: number('Place of the option in the bank', { max: 10 }) },
  async run({ round: id, at, choice: place }, ctx) {
    const known = await ctx.store.rounds.round(id);
    const question = known && (await roundQuestion(known, ctx, at));
    const right = question?.options[place]?.right;
    if (!known || !question || right === undefined) return roundIsOver();
    const { round, locked } = await ctx.store.transaction(async (tx) => {
      const now = (await tx.rounds.round(id)) ?? known;
      if (!isAsking(now, at, ctx.now)) return { round: now };
      const given = { choice: place, right, at: ctx.now };
      const done = await tx.rounds.lock(ctx.member.id, now, given);
      if (done !== 'locked') return { round: now, locked: done };
      await tx.rounds.join(ctx.member.id, id);
      await noteAnswer(tx, now, ctx.now);
      return { round: now, locked: done };
    });
    return locked ? told(locked, round, question, ctx) : tooLate(round, question, at, ctx);
  },
});

function isAsking(round: Round, at: number, now: Temporal.Instant): boolean {
  const { state, phase, position, phaseEnds } = round;
  const isOpen = state === 'running' && phase === 'asking' && position === at;
  return isOpen && Temporal.Instant.compare(now, phaseEnds) < 0;
}

async function told(
  locked: Locked,
  round: Round,
  question: SingleChoice,
  ctx: Context,
): Promise<Reply> {
  const kept = await ctx.store.rounds.choice(ctx.member.id, round.id, round.position);
  const letter = nameOf(shownIn(round, question), { kind: 'single', choice: kept ?? 0 });
  switch (locked) {
    case 'locked':
      return aside(md`**${letter}**, locked in. You can change it once.`, 'good');
    case 'changed':
      return aside(md`Changed to **${letter}**, and locked. It stays now.`, 'good');
    case 'same':
      return aside(md`**${letter}** is locked in already.`, 'good');
    case 'final':
      return aside(
        md`It stays **${letter}**: you changed it once, and then it is locked.`,
        'warning',
      );
  }
}

async function tooLate(
  round: Round,
  question: SingleChoice,
  at: number,
  ctx: Context,
): Promise<Reply> {
  const isShown = round.state !== 'running' || round.position > at || round.phase === 'revealed';
  if (!isShown) return aside(md`**Time was up.** The answer comes in a moment.`, 'warning');
  const chosen = await ctx.store.rounds.choice(ctx.member.id, round.id, at);
  const response = chosen === undefined ? undefined : ({ kind: 'single', choice: chosen } as const);
  const first =
    chosen === undefined
      ? md`**Time was up**: this press does not count.`
      : md`**Time was up**: your answer stays as it was.`;
  return aside(revealText(shownIn(round, question, at), response, first), 'warning');
}

const mine = action({
  id: 'quiz.round_mine',
  args: roundArg,
  async run({ round: id }, ctx) {
    const { answered, right } = await ctx.store.rounds.score(ctx.member.id, id);
    if (answered === 0) return aside(md`You did not answer in this round. Join the next one.`);
    const missed = await ctx.store.rounds.missed(ctx.member.id, id);
    const score = md`You answered **${answered}** and got **${right}** right.`;
    return say(joinLines([score, ...(await missedText(missed, ctx))], '\n\n'), {
      title: 'Your result',
      mode: 'new',
      tone: missed.length === 0 ? 'good' : 'warning',
      footnote: 'Quiz points are not CEUs.',
      controls:
        missed.length > 0
          ? [button('Redo misses', refer({ id: 'quiz.redo_round' }, { round: id }), 'primary')]
          : [],
    });
  },
});

export const roundActions = [join, answer, mine];
