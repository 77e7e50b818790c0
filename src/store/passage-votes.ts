// Which passages members found helpful, and which not.

import type { VoteRecords } from './answer-records.ts';
import { writeDown } from './asked-questions.ts';
import { millisecondsOf, type Sql } from './sql.ts';

export function makePassageVotes(sql: Sql): VoteRecords {
  return {
    async vote(member, { passage, group, isHelpful }, now) {
      if (group) await writeDown(sql, group);
      await sql.run(
        `INSERT INTO passage_votes (member_id, passage_id, group_id, is_helpful, voted_at)
         VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (member_id, passage_id) DO UPDATE SET group_id = excluded.group_id,
           is_helpful = excluded.is_helpful, voted_at = excluded.voted_at, is_settled = 0`,
        member,
        passage,
        group ?? null,
        isHelpful ? 1 : 0,
        millisecondsOf(now),
      );
    },
    complaints: (group) =>
      sql.all(
        `SELECT passage_id AS passage, COUNT(*) AS votes FROM passage_votes
         WHERE group_id = ? AND is_helpful = 0 AND is_settled = 0
         GROUP BY passage_id ORDER BY votes DESC, passage_id`,
        group,
      ),
    settle: (group, passage) =>
      sql.run(
        `UPDATE passage_votes SET is_settled = 1
         WHERE group_id = ? AND passage_id = ? AND is_helpful = 0 AND is_settled = 0`,
        group,
        passage,
      ),
  };
}
