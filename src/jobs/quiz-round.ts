// Keeps a round in a channel going: counts as they come, the answer, the next question, the result.

import { shownName } from '../../commands/leaderboard/shown-name.ts';
import {
  finalCard,
  lobbyCard,
  roundQuestionCard,
  roundRevealCard,
  type ShownScore,
  savedCard,
} from '../../commands/quiz/round-cards.ts';
import { editOf, postOf, roundQuestion } from '../../commands/quiz/rounds.ts';
import { noteMiss } from '../../commands/review/missed.ts';
import type { Job, Outgoing, Services } from '../bot/job.ts';
import { type Markdown, md } from '../bot/markdown.ts';
import { localDay } from '../core/calendar/local-time.ts';
import {
  absence,
  asking,
  isLast,
  nextSecond,
  over,
  type RoundState,
  revealed,
  roundJob,
  roundKey,
  saved,
} from '../core/quiz/round.ts';
import type { Round } from '../store/round-records.ts';
import { banksOf } from './banks.ts';

interface Step {
  readonly to: RoundState;
  readonly outgoing: readonly Outgoing[];
}

/** Its subject is a round's id. It rings when the phase ends, and before that when counts changed. */
export const quizRound: Job = {
  name: roundJob,
  async ring(alarm, now, services) {
    const { tx } = services;
    const round = await tx.rounds.round(alarm.subject);
    if (round?.state !== 'running') return { outgoing: [] };
    const { to, outgoing } = await nextStep(round, now, services);
    await tx.rounds.move(round, to);
    return { outgoing, ...(to.state === 'running' && { next: to.phaseEnds }) };
  },
};

async function nextStep(round: Round, now: Temporal.Instant, services: Services): Promise<Step> {
  if (Temporal.Instant.compare(now, round.phaseEnds) < 0) return recount(round, now, services);
  const { paused } = await services.tx.groups.settings(round.group);
  if (paused) return putBy(round, md`The group is paused.`, now);
  const away = absence(round, now);
  if (away === 'too long') return putBy(round, md`The bot was away for a while.`, now);
  const message = await services.all.message(roundKey(round));
  if (message?.state === 'closed') return { to: over(round), outgoing: [] };
  if (round.phase === 'lobby') return ask(round, now, services);
  if (round.phase === 'revealed') return goOn(round, now, services);
  if (message?.state !== 'sent') return putBy(round, md`The question did not arrive in time.`, now);
  return away === 'a moment' ? askAgain(round, now, services) : reveal(round, now, services);
}

/** What has changed since: who joined, how many answered. */
async function recount(round: Round, now: Temporal.Instant, services: Services): Promise<Step> {
  const counts = await services.tx.rounds.counts(round.id, round.position);
  const question = await roundQuestion(round, banksOf(services, round.group));
  const card =
    round.phase === 'asking' && question
      ? roundQuestionCard(round, question, counts, services)
      : lobbyCard(round, counts.joined, services);
  const what = String(now.epochMilliseconds);
  return {
    to: round,
    outgoing: round.phase === 'revealed' ? [] : [editOf(round, what, card, now)],
  };
}

async function ask(round: Round, now: Temporal.Instant, services: Services): Promise<Step> {
  const question = await roundQuestion(round, banksOf(services, round.group));
  if (!question) return finish(round, now, services);
  const to = { ...round, ...asking(round, round.secondsEach, now) };
  const counts = await services.tx.rounds.counts(round.id, round.position);
  return { to, outgoing: [postOf(to, roundQuestionCard(to, question, counts, services), now)] };
}

/** Nobody could answer while the bot was away. */
async function askAgain(round: Round, now: Temporal.Instant, services: Services): Promise<Step> {
  const question = await roundQuestion(round, banksOf(services, round.group));
  if (!question) return finish(round, now, services);
  const phaseEnds = nextSecond(now).add({ seconds: round.secondsEach });
  const counts = await services.tx.rounds.counts(round.id, round.position);
  const note = md`*The bot was away for a moment: the time begins again.*`;
  const card = roundQuestionCard(round, question, counts, services, note);
  return {
    to: { ...round, phaseEnds },
    outgoing: [editOf(round, `again:${now.epochMilliseconds}`, card, now)],
  };
}

async function reveal(round: Round, now: Temporal.Instant, services: Services): Promise<Step> {
  const question = await roundQuestion(round, banksOf(services, round.group));
  if (!question) return finish(round, now, services);
  const { tx } = services;
  const counts = await tx.rounds.counts(round.id, round.position);
  const choices = await tx.rounds.choices(round.id, round.position);
  await record(round, question, now, services);
  const to = { ...round, ...revealed(round, counts.answered, now) };
  const card = roundRevealCard(to, question, counts, choices, services);
  return { to, outgoing: [editOf(round, 'reveal', card, now)] };
}

/** Points for the boards, and what was missed for the reviews. */
async function record(
  { id, position, group }: Round,
  question: { readonly id: string; readonly topic: string },
  now: Temporal.Instant,
  { tx }: Services,
): Promise<void> {
  const on = localDay(now, (await tx.groups.settings(group)).zone);
  for (const { member, right } of await tx.rounds.answers(id, position)) {
    const credit = right ? 1 : 0;
    await tx.boards.add(
      member,
      { group, topic: question.topic, on },
      { answered: 1, right: credit },
    );
    await noteMiss(tx, member, { question: question.id, credit }, now);
  }
}

function goOn(round: Round, now: Temporal.Instant, services: Services): Promise<Step> {
  return isLast(round, round.questionIds.length)
    ? finish(round, now, services)
    : ask({ ...round, position: round.position + 1 }, now, services);
}

async function finish(round: Round, now: Temporal.Instant, services: Services): Promise<Step> {
  const { joined } = await services.tx.rounds.counts(round.id, round.position);
  const to = { ...round, ...over(round), posts: round.posts + 1 };
  const { notAfter: _always, ...post } = postOf(
    to,
    finalCard(round, joined, await shownScores(round, services)),
    now,
  );
  return { to, outgoing: [post] };
}

async function putBy(round: Round, why: Markdown, now: Temporal.Instant): Promise<Step> {
  const to = saved(round, round.questionIds.length);
  return { to, outgoing: [editOf(round, 'saved', savedCard({ ...round, ...to }, why), now)] };
}

async function shownScores(round: Round, { tx }: Services): Promise<readonly ShownScore[]> {
  const scores = await tx.rounds.shownScores(round.id, 10);
  return Promise.all(
    scores.map(async ({ member, answered, right }) => ({
      name: await shownName(member, round.group, tx),
      answered,
      right,
    })),
  );
}
