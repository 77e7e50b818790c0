// Questions that members passed on, sealed under the asker's key, and how many found no answer.

import type { GroupId, MemberId } from '../core/ids.ts';
import type { AskedQuestion, QuestionRecords } from './answer-records.ts';
import type { Sealer } from './sealing.ts';
import { instantOf, millisecondsOf, type Sql } from './sql.ts';

interface Row {
  readonly question_id: string;
  readonly member_id: MemberId;
  readonly question_sealed: string;
  readonly asked_at: number;
}

export function makeAskedQuestions(sql: Sql, sealer: Sealer): QuestionRecords {
  return {
    async countUnanswered(group, day) {
      await writeDown(sql, group);
      await sql.run(
        `INSERT INTO unanswered_counts (group_id, day, questions) VALUES (?, ?, 1)
         ON CONFLICT (group_id, day) DO UPDATE SET questions = unanswered_counts.questions + 1`,
        group,
        day.toString(),
      );
    },
    async unanswered(group, since) {
      const row = await sql.get<{ total: number }>(
        `SELECT COALESCE(SUM(questions), 0) AS total FROM unanswered_counts
         WHERE group_id = ? AND day >= ?`,
        group,
        since.toString(),
      );
      return row?.total ?? 0;
    },
    async passOn(member, { id, group, text }, now, noneSince) {
      await writeDown(sql, group);
      const added = await sql.run(
        `INSERT INTO asked_questions (question_id, group_id, member_id, question_sealed, asked_at)
         SELECT ?, ?, ?, ?, ? WHERE NOT EXISTS
         (SELECT 1 FROM asked_questions a WHERE a.member_id = ? AND a.asked_at > ?)`,
        id,
        group,
        member,
        await sealer.seal(member, text),
        millisecondsOf(now),
        member,
        millisecondsOf(noneSince),
      );
      return added > 0;
    },
    async lastPassedOn(member) {
      const row = await sql.get<{ at: number | null }>(
        'SELECT MAX(asked_at) AS at FROM asked_questions WHERE member_id = ?',
        member,
      );
      return row?.at ? instantOf(row.at) : undefined;
    },
    async waiting(group, most) {
      const rows = await sql.all<Row>(
        `SELECT * FROM asked_questions WHERE group_id = ? AND passage_id IS NULL
         ORDER BY asked_at, question_id LIMIT ?`,
        group,
        most,
      );
      return Promise.all(rows.map((row) => questionOf(row, sealer)));
    },
    answered: (group, questions, passage) =>
      eachThat(questions, ({ id }) =>
        sql.run(
          `UPDATE asked_questions SET passage_id = ?
           WHERE question_id = ? AND group_id = ? AND passage_id IS NULL`,
          passage,
          id,
          group,
        ),
      ),
    dismiss: (group, questions) =>
      eachThat(questions, ({ id }) =>
        sql.run(
          `DELETE FROM asked_questions
           WHERE question_id = ? AND group_id = ? AND passage_id IS NULL`,
          id,
          group,
        ),
      ),
    async noteReading(group, now) {
      await writeDown(sql, group);
      await sql.run(
        `INSERT INTO question_readings (group_id, read_at) VALUES (?, ?)
         ON CONFLICT (group_id) DO UPDATE SET read_at = excluded.read_at`,
        group,
        millisecondsOf(now),
      );
    },
    async lastRead(group) {
      const row = await sql.get<{ read_at: number }>(
        'SELECT read_at FROM question_readings WHERE group_id = ?',
        group,
      );
      return row && instantOf(row.read_at);
    },
  };
}

/** Questions may come before an organizer set anything up. */
export async function writeDown(sql: Sql, group: GroupId): Promise<void> {
  await sql.run('INSERT INTO study_groups (group_id) VALUES (?) ON CONFLICT DO NOTHING', group);
}

async function eachThat(
  questions: readonly AskedQuestion[],
  change: (question: AskedQuestion) => Promise<number>,
): Promise<readonly AskedQuestion[]> {
  const changed: AskedQuestion[] = [];
  for (const question of questions) if ((await change(question)) > 0) changed.push(question);
  return changed;
}

async function questionOf(row: Row, sealer: Sealer): Promise<AskedQuestion> {
  return {
    id: row.question_id,
    member: row.member_id,
    text: await sealer.open(row.member_id, row.question_sealed),
    askedAt: instantOf(row.asked_at),
  };
}
