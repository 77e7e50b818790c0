// Starts a round in the channel: everybody answers in private, the answer comes for all together.

import { z } from 'zod';
import { action, refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { formatted, md } from '../../src/bot/markdown.ts';
import { newId } from '../../src/bot/new-id.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { choice, number, text } from '../../src/bot/shape.ts';
import { localDay } from '../../src/core/calendar/local-time.ts';
import type { GroupId } from '../../src/core/ids.ts';
import { chooseQuestions, shownOrder } from '../../src/core/quiz/choosing.ts';
import { paceNames, paceSeconds } from '../../src/core/quiz/pace.ts';
import { lobbySeconds, nextSecond, over } from '../../src/core/quiz/round.ts';
import type { GroupSettings } from '../../src/store/group-records.ts';
import type { Round } from '../../src/store/round-records.ts';
import type { Transaction } from '../../src/store/store.ts';
import { allQuestions } from './questions.ts';
import { lobbyCard } from './round-cards.ts';
import { postOf, wake } from './rounds.ts';
import { suggestTopics, topicNamed } from './topics.ts';

const { untimed: _none, ...timed } = paceNames;

const asked = {
  topic: text('A topic; left out, all of them', { max: 60 }).optional(),
  count: number('How many questions', { min: 1, max: 30 }).default(10),
  pace: choice('Time for each question', timed).default('cpc'),
};
type Asked = z.output<z.ZodObject<typeof asked>>;

export const group = command({
  name: 'group',
  summary: 'A round in this channel: everybody answers in private, the answer comes for all',
  title: 'Start a round',
  options: asked,
  suggest: { topic: suggestTopics },
  async run(given, ctx) {
    const { channel, store } = ctx;
    if (channel.kind === 'dm') throw new UserError('A round needs others: type it in a channel.');
    const running = await store.rounds.running(channel.id);
    if (running) return runsAlready(running);
    const saved = await store.rounds.saved(channel.id);
    return saved ? goOnOrAnew(saved, given, ctx) : begin(given, ctx);
  },
});

/** Instead of the one that was saved, with what was asked for when it stood in the way. */
export const roundAnew = action({
  id: 'quiz.round_anew',
  args: {
    round: text('Which round', { max: 20 }),
    draft: text('What was asked for', { max: 20 }),
  },
  async run({ round: id, draft: draftId }, ctx): Promise<Reply> {
    const draft = await ctx.store.drafts.read(ctx.member.id, draftId, ctx.now);
    const saved = await ctx.store.rounds.round(id);
    if (draft?.action !== 'quiz.round_anew')
      throw new UserError('That was an hour ago or more. Please type /quiz group again.');
    return begin(z.object(asked).parse(draft.values), ctx, saved);
  },
});

async function begin(given: Asked, ctx: Context, instead?: Round): Promise<Reply> {
  const { group: place } = ctx;
  if (!place) throw new UserError('A round belongs to a group: type it in one of its channels.');
  const { zone } = await unpaused(place, ctx);
  const topic = given.topic === undefined ? undefined : await topicNamed(given.topic, ctx);
  const questions = await questionsFor(place, { ...given, topic }, zone, ctx);
  const round: Round = {
    id: newId(),
    group: place,
    channel: ctx.channel.id,
    questionIds: questions.map(({ id }) => id),
    orders: questions.map((question) => shownOrder(question, ctx.random)),
    ...(topic !== undefined && { topic }),
    secondsEach: paceSeconds[given.pace],
    startedAt: ctx.now,
    state: 'running',
    phase: 'lobby',
    position: 0,
    phaseEnds: nextSecond(ctx.now).add({ seconds: lobbySeconds }),
    posts: 1,
    silent: 0,
  };
  const began = await ctx.store.transaction(async (tx) => {
    if (!(await tx.rounds.begin(round, ctx.member.id))) return false;
    if (instead?.state === 'saved') await tx.rounds.move(instead, over(instead));
    await announce(round, tx, ctx);
    return true;
  });
  if (began) return youLead();
  const running = await ctx.store.rounds.running(ctx.channel.id);
  return running ? runsAlready(running) : begin(given, ctx);
}

/** The settings of a group in whose channels something may be posted now. */
export async function unpaused(place: GroupId, ctx: Context): Promise<GroupSettings> {
  const settings = await ctx.store.groups.settings(place);
  if (!settings.paused) return settings;
  throw new UserError(
    'The group is paused, so nothing is posted here. An organizer can end that with /group pause off.',
  );
}

/** Posts the lobby of a round that begins or goes on. */
export async function announce(round: Round, tx: Transaction, ctx: Context): Promise<void> {
  const { joined } = await tx.rounds.counts(round.id, round.position);
  await ctx.outbox.add(tx, postOf(round, lobbyCard(round, joined, ctx), ctx.now));
  await wake(tx, round, round.phaseEnds);
}

async function questionsFor(
  place: GroupId,
  { topic, count }: { readonly topic: string | undefined; readonly count: number },
  zone: string,
  ctx: Context,
) {
  const wanted = {
    count,
    kinds: ['single'] as const,
    on: localDay(ctx.now, zone),
    seen: await ctx.store.rounds.asked(place),
    ...(topic !== undefined && { topic }),
  };
  const chosen = chooseQuestions(await allQuestions(ctx), wanted, ctx.random);
  const questions = chosen.filter((question) => question.kind === 'single');
  if (questions.length > 0) return questions;
  throw new UserError('There are no questions for a round on that topic yet. Try another one.');
}

function youLead(): Reply {
  return say(
    md`The round is announced in this channel. You lead it: **Start now**, **Reveal**, **Next question** and **Stop** work for you (and for organizers) at once.`,
    { tone: 'good' },
  );
}

function runsAlready({ phase, position, questionIds }: Round): Reply {
  const where =
    phase === 'lobby'
      ? md`A round is about to begin in this channel. Press **Join** under it, or a letter once a question comes.`
      : md`A round is running in this channel: question ${position + 1} of ${questionIds.length}. Press a letter under it to join in.`;
  return say(
    md`${formatted(where)} Whoever started it, or an organizer, can end it with **Stop**; another channel can have a round of its own.`,
    { tone: 'warning' },
  );
}

async function goOnOrAnew(saved: Round, given: Asked, ctx: Context): Promise<Reply> {
  const draft = await ctx.store.transaction((tx) =>
    tx.drafts.keep(ctx.member.id, 'quiz.round_anew', { ...given }, ctx.now),
  );
  return say(
    md`A round of this channel is saved at question ${saved.position + 1} of ${saved.questionIds.length}.`,
    {
      title: 'Go on, or start anew?',
      controls: [
        button('Go on', refer({ id: 'quiz.round_resume' }, { round: saved.id }), 'primary'),
        button('Start anew', refer(roundAnew, { round: saved.id, draft })),
      ],
    },
  );
}
