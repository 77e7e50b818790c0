// Where a round stands, for its command, its buttons and its job: posts, alarms, who leads it.

import type { Context } from '../../src/bot/command.ts';
import type { Outgoing } from '../../src/bot/job.ts';
import type { Reply } from '../../src/bot/reply.ts';
import type { SingleChoice } from '../../src/core/quiz/question.ts';
import {
  haveAllAnswered,
  nextSecond,
  type RoundState,
  roundJob,
  roundKey,
} from '../../src/core/quiz/round.ts';
import type { Round } from '../../src/store/round-records.ts';
import type { Transaction } from '../../src/store/store.ts';
import { type Banks, questionById } from './questions.ts';

/** A round asks what a press alone can answer. */
export async function roundQuestion(
  round: Round,
  banks: Banks,
  at = round.position,
): Promise<SingleChoice | undefined> {
  const item = await questionById(round.questionIds[at] ?? '', banks);
  return item?.question.kind === 'single' ? item.question : undefined;
}

/** The message that the round shows itself in from now on. */
export function postOf(round: Round, reply: Reply, now: Temporal.Instant): Outgoing {
  return {
    key: roundKey(round),
    to: { kind: 'channel', channel: round.channel },
    reply,
    due: now,
    notAfter: round.phaseEnds,
    group: round.group,
  };
}

/** `what` names the edit among those of one message; of those that wait the last is sent. */
export function editOf(round: Round, what: string, reply: Reply, now: Temporal.Instant): Outgoing {
  const edits = roundKey(round);
  return {
    key: `${edits}:${what}`,
    edits,
    to: { kind: 'channel', channel: round.channel },
    reply,
    due: now,
    group: round.group,
  };
}

export async function wake(
  tx: Transaction,
  { id, group }: Round,
  at: Temporal.Instant,
): Promise<void> {
  await tx.alarms.set({ job: roundJob, subject: id, at }, { group });
}

/** False where somebody else was faster. */
export async function moveTo(tx: Transaction, round: Round, to: RoundState): Promise<boolean> {
  if (!(await tx.rounds.move(round, to))) return false;
  if (to.state === 'running') await wake(tx, round, to.phaseEnds);
  else await tx.alarms.clear(roundJob, round.id);
  return true;
}

/** The channel hears of it with the next second; once all have answered, with the answer. */
export async function noteAnswer(
  tx: Transaction,
  round: Round,
  now: Temporal.Instant,
): Promise<void> {
  const soon = nextSecond(now);
  if (Temporal.Instant.compare(soon, round.phaseEnds) >= 0) return;
  const isDone =
    round.phase === 'asking' && haveAllAnswered(await tx.rounds.counts(round.id, round.position));
  if (isDone) await moveTo(tx, round, { ...round, phaseEnds: soon });
  else await wake(tx, round, soon);
}

/** Whoever started it, and organizers of its group. */
export async function mayLead(round: Round, ctx: Context): Promise<boolean> {
  if (ctx.organizer && ctx.group === round.group) return true;
  return ctx.store.rounds.isStarter(ctx.member.id, round.id);
}
