// What members answered, wherever they were asked.

import type { ProgressRecords } from './progress-records.ts';
import { instantOf, millisecondsOf, type Sql } from './sql.ts';

interface Row {
  readonly question_id: string;
  readonly is_right: number;
  readonly answered_at: number;
}

export function makeProgress(sql: Sql): ProgressRecords {
  return {
    async answers(member, since) {
      const from = millisecondsOf(since);
      const rows = await sql.all<Row>(
        `SELECT question_id, is_right, answered_at FROM attempts
         WHERE member_id = ? AND answered_at >= ?
         UNION ALL
         SELECT q.question_id, a.is_right, a.answered_at
         FROM daily_answers a JOIN daily_questions q ON q.daily_id = a.daily_id
         WHERE a.member_id = ? AND a.answered_at >= ?
         UNION ALL
         SELECT question_id, is_right, answered_at FROM round_answers
         WHERE member_id = ? AND answered_at >= ?`,
        member,
        from,
        member,
        from,
        member,
        from,
      );
      return rows.map((row) => ({
        question: row.question_id,
        right: row.is_right === 1,
        at: instantOf(row.answered_at),
      }));
    },
  };
}
