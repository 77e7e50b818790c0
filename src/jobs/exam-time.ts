// When the time of an exam set is up: hands it in as it is, and says so.

import { examTimeJob, handIn, readTimeSubject } from '../../commands/exam/hand-in.ts';
import { refer } from '../bot/action.ts';
import type { Job } from '../bot/job.ts';
import { md } from '../bot/markdown.ts';
import { button, say } from '../bot/reply.ts';
import { secondsLeft } from '../core/exams/sitting.ts';

export const examTime: Job = {
  name: examTimeJob,
  async ring(alarm, now, { content, tx }) {
    const { member, session } = readTimeSubject(alarm.subject);
    const sitting = await tx.exams.sitting(member, session);
    if (!sitting || secondsLeft(sitting, now) !== 0) return { outgoing: [] };
    if (!(await handIn(tx, member, session, { content }, now))) return { outgoing: [] };
    const [user] = await tx.members.accounts(member);
    if (!user) return { outgoing: [] };
    const reply = say(md`Your ${sitting.exam} set is handed in with what you had chosen.`, {
      title: 'Time is up',
      tone: 'warning',
      controls: [button('See the report', refer({ id: 'exam.report' }, { session }), 'primary')],
    });
    const key = `exam:time:${session}`;
    return { outgoing: [{ key, to: { kind: 'dm', user }, reply, due: now, member }] };
  },
};
