// Handing in: what was chosen becomes answers, once, by the member's press or when time is up.

import type { Context } from '../../src/bot/command.ts';
import { endsAt } from '../../src/core/exams/sitting.ts';
import type { MemberId } from '../../src/core/ids.ts';
import { grade } from '../../src/core/quiz/grade.ts';
import type { Transaction } from '../../src/store/store.ts';
import { type Banks, questionById } from '../quiz/questions.ts';
import { noteMiss } from '../review/missed.ts';

export const examTimeJob = 'exam-time';

function timeSubject(member: MemberId, session: string): string {
  return `${member} ${session}`;
}

export function readTimeSubject(subject: string): {
  readonly member: MemberId;
  readonly session: string;
} {
  const [member = '', session = ''] = subject.split(' ');
  return { member: member as MemberId, session };
}

/** Whether it was open: of two at once one hands in. */
export async function handIn(
  tx: Transaction,
  member: MemberId,
  session: string,
  banks: Omit<Banks, 'store'>,
  now: Temporal.Instant,
): Promise<boolean> {
  if (!(await tx.exams.handIn(member, session, now))) return false;
  for (const attempt of await tx.quizzes.attempts(member, session)) {
    const item = attempt.draft && (await questionById(attempt.questionId, { ...banks, store: tx }));
    if (!item || !attempt.draft || attempt.answer) continue;
    const credit = grade(item.question, attempt.draft);
    await tx.quizzes.answer(member, attempt.id, { response: attempt.draft, credit, at: now });
    await noteMiss(tx, member, { question: attempt.questionId, credit }, now);
  }
  await tx.quizzes.end(member, session, now);
  await tx.alarms.clear(examTimeJob, timeSubject(member, session));
  return true;
}

/** Sets the alarm for when its time is up, or takes it back while it rests. */
export async function planTime(
  tx: Transaction,
  session: string,
  { member }: Pick<Context, 'member'>,
): Promise<void> {
  const sitting = await tx.exams.sitting(member.id, session);
  const at = sitting && endsAt(sitting);
  const subject = timeSubject(member.id, session);
  if (!at) return tx.alarms.clear(examTimeJob, subject);
  await tx.alarms.set({ job: examTimeJob, subject, at }, { member: member.id });
}
