// Questions that members flagged, with the reason sealed under the member's key.

import { randomBytes } from 'node:crypto';
import type { MemberId } from '../core/ids.ts';
import { writeDown } from './asked-questions.ts';
import type { FlagRecords } from './flag-records.ts';
import type { Sealer } from './sealing.ts';
import { instantOf, millisecondsOf, type Sql } from './sql.ts';

interface Row {
  readonly flag_id: string;
  readonly question_id: string;
  readonly member_id: MemberId;
  readonly reason_sealed: string;
  readonly flagged_at: number;
}

export function makeQuestionFlags(sql: Sql, sealer: Sealer): FlagRecords {
  return {
    async flag(member, { group, question, reason }, now) {
      await writeDown(sql, group);
      await sql.run(
        `INSERT INTO question_flags
           (flag_id, member_id, group_id, question_id, reason_sealed, flagged_at)
         VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (member_id, group_id, question_id) WHERE state = 'open'
         DO UPDATE SET reason_sealed = excluded.reason_sealed, flagged_at = excluded.flagged_at`,
        randomBytes(9).toString('base64url'),
        member,
        group,
        question,
        await sealer.seal(member, reason),
        millisecondsOf(now),
      );
    },
    async openFlags(group, most) {
      const rows = await sql.all<Row>(
        `SELECT * FROM question_flags WHERE group_id = ? AND state = 'open'
         ORDER BY flagged_at, flag_id LIMIT ?`,
        group,
        most,
      );
      return Promise.all(
        rows.map(async (row) => ({
          id: row.flag_id,
          question: row.question_id,
          member: row.member_id,
          reason: await sealer.open(row.member_id, row.reason_sealed),
          at: instantOf(row.flagged_at),
        })),
      );
    },
    async settleFlags(group, question, outcome, now) {
      const rows = await sql.all<Pick<Row, 'member_id'>>(
        `UPDATE question_flags SET state = ?, settled_at = ?
         WHERE group_id = ? AND question_id = ? AND state = 'open' RETURNING member_id`,
        outcome,
        millisecondsOf(now),
        group,
        question,
      );
      return rows.map((row) => row.member_id);
    },
  };
}
