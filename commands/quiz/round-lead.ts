// Leading a round: on at once, stop, save, go on. For whoever started it, and for organizers.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { choice, flag } from '../../src/bot/shape.ts';
import { nextSecond, resumed, saved } from '../../src/core/quiz/round.ts';
import type { Round } from '../../src/store/round-records.ts';
import { announce, unpaused } from './group.ts';
import { savedCard, stoppedCard } from './round-cards.ts';
import { aside, atArg, roundArg, roundIsOver } from './round-words.ts';
import { editOf, mayLead, moveTo } from './rounds.ts';

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
    await unpaused(found.group, ctx);
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

export const leadActions = [hurry, stop, end, goOn];

function notTheLeader(what: string): Reply {
  return aside(
    md`Only whoever started this round, or an organizer, can ${what}. You can leave it at any time: just press nothing.`,
    'warning',
  );
}
