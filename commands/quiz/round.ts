// The buttons of a round: joining, answering in private, leading it, one's own result.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { formatted, joinLines, md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { choice, flag, number, text } from '../../src/bot/shape.ts';
import type { SingleChoice } from '../../src/core/quiz/question.ts';
import { nextSecond, resumed, saved } from '../../src/core/quiz/round.ts';
import type { Locked, Round } from '../../src/store/round-records.ts';
import { nameOf, revealText } from './card.ts';
import { announce } from './group.ts';
import { savedCard, shownIn, stoppedCard } from './round-cards.ts';
import { editOf, mayLead, moveTo, noteAnswer, roundQuestion } from './rounds.ts';
import { missedText } from './session-cards.ts';

const roundArg = { round: text('Which round', { max: 20 }) };
const atArg = number('Which question of it', { max: 50 });

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

const phases = { lobby: 'Begin', asking: 'Reveal', revealed: 'Next' } as const;

/** A button of a question that is over, or pressed twice, does nothing. */
const hurry = action({
  id: 'quiz.round_hurry',
  args: { ...roundArg, phase: choice('What is to end', phases), at: atArg },
  async run({ round: id, phase, at }, ctx) {
    const round = await ctx.store.rounds.round(id);
    if (round?.state !== 'running') return roundIsOver();
    if (!(await mayLead(round, ctx))) return notTheLeader('go on before the time is up');
    const soon = nextSecond(ctx.now);
    const stands = round.phase === phase && round.position === at;
    if (stands && Temporal.Instant.compare(soon, round.phaseEnds) < 0)
      await ctx.store.transaction((tx) => moveTo(tx, round, { ...round, phaseEnds: soon }));
    return aside(stands ? md`It goes on at once.` : md`It has gone on already.`);
  },
});

const stop = action({
  id: 'quiz.round_stop',
  args: roundArg,
  async run({ round: id }, ctx) {
    const round = await ctx.store.rounds.round(id);
    return round?.state === 'running' ? stopOrSaveRound(round, ctx) : roundIsOver();
  },
});

export async function stopOrSaveRound(round: Round, ctx: Context): Promise<Reply> {
  if (!(await mayLead(round, ctx))) return notTheLeader('stop it');
  const ref = (save: boolean) => refer(end, { round: round.id, save });
  return say(
    md`The round is at question ${round.position + 1} of ${round.questionIds.length}. Save it for later, or stop it and show the result?`,
    {
      title: 'Stop this round?',
      mode: 'new',
      controls: [
        button('Save for later', ref(true), 'primary'),
        button('Stop', ref(false), 'danger'),
      ],
    },
  );
}

const end = action({
  id: 'quiz.round_end',
  args: { ...roundArg, save: flag('Whether it is kept for later') },
  async run({ round: id, save }, ctx): Promise<Reply> {
    const round = await ctx.store.rounds.round(id);
    if (round?.state !== 'running') return roundIsOver();
    if (!(await mayLead(round, ctx))) return notTheLeader('stop it');
    return save ? saveRound(round, ctx) : stopRound(round, ctx);
  },
});

async function saveRound(round: Round, ctx: Context): Promise<Reply> {
  const to = saved(round, round.questionIds.length);
  if (to.state === 'over') return stopRound(round, ctx);
  const card = savedCard({ ...round, ...to }, md`Whoever leads it saved it for later.`);
  await ctx.store.transaction(async (tx) => {
    if (await moveTo(tx, round, to))
      await ctx.outbox.add(tx, editOf(round, 'saved', card, ctx.now));
  });
  return say(md`Saved. **/quiz group** in this channel, or **Go on**, continues it.`, {
    tone: 'good',
  });
}

/** As after its last question: the job shows the result. */
async function stopRound(round: Round, ctx: Context): Promise<Reply> {
  await ctx.store.transaction(async (tx) => {
    const last = { phase: 'revealed', position: round.questionIds.length - 1 } as const;
    if (await moveTo(tx, round, { ...round, ...last, phaseEnds: nextSecond(ctx.now) }))
      await ctx.outbox.add(tx, editOf(round, 'stopped', stoppedCard(), ctx.now));
  });
  return say(md`Stopped. The result is on its way into the channel.`, { tone: 'good' });
}

const goOn = action({
  id: 'quiz.round_resume',
  args: roundArg,
  async run({ round: id }, ctx) {
    const found = await ctx.store.rounds.round(id);
    if (found?.state !== 'saved') return roundIsOver();
    const goesOn = { ...found, ...resumed(found, ctx.now) };
    const isFirst = await ctx.store.transaction(async (tx) => {
      if (!(await tx.rounds.move(found, goesOn))) return false;
      await announce(goesOn, tx, ctx);
      return true;
    });
    return isFirst
      ? aside(md`It goes on: the next question comes in half a minute.`, 'good')
      : aside(md`It goes on already, or another round is running in this channel.`, 'warning');
  },
});

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

export const roundActions = [join, answer, hurry, stop, end, goOn, mine];

/** Beside what the channel sees. */
function aside(words: Reply['text'], tone?: Reply['tone']): Reply {
  return say(md`${formatted(words)}`, { mode: 'new', ...(tone && { tone }) });
}

function roundIsOver(): Reply {
  return say(md`This round is over. Start the next one?`, {
    mode: 'new',
    controls: [button('Start a round', '/quiz group…', 'primary')],
  });
}

function notTheLeader(what: string): Reply {
  return aside(
    md`Only whoever started this round, or an organizer, can ${what}. You can leave it at any time: just press nothing.`,
    'warning',
  );
}
