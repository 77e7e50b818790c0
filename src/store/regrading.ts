// Answers whose worth changes when a key is mended.

import { assumedZone } from '../core/calendar/assumed-zone.ts';
import { localDay } from '../core/calendar/local-time.ts';
import type { MemberId } from '../core/ids.ts';
import { isRight } from '../core/quiz/grade.ts';
import type { Response } from '../core/quiz/response.ts';
import type { PastAnswer, RegradingRecords } from './regrading-records.ts';
import { instantOf, type Sql } from './sql.ts';

interface AttemptRow {
  readonly attempt_id: string;
  readonly member_id: MemberId;
  readonly response: string;
  readonly credit: number;
  readonly late_by: number | null;
}

interface DailyRow {
  readonly daily_id: string;
  readonly member_id: MemberId;
  readonly choice: number;
  readonly is_right: number;
  readonly day: string;
}

interface RoundRow {
  readonly round_id: string;
  readonly position: number;
  readonly member_id: MemberId;
  readonly choice: number;
  readonly is_right: number;
  readonly answered_at: number;
  readonly is_revealed: number;
  readonly zone: string | null;
}

export function makeRegrading(sql: Sql): RegradingRecords {
  return {
    async answersTo(question) {
      return [
        ...(await attemptsAt(sql, question)),
        ...(await dailyAnswersTo(sql, question)),
        ...(await roundAnswersTo(sql, question)),
      ];
    },
    async regrade({ in: table, id, member, position = 0 }, credit) {
      const right = isRight(credit) ? 1 : 0;
      if (table === 'attempts')
        await sql.run(
          'UPDATE attempts SET credit = ?, is_right = ? WHERE attempt_id = ? AND member_id = ?',
          credit,
          right,
          id,
          member,
        );
      else if (table === 'daily_answers')
        await sql.run(
          'UPDATE daily_answers SET is_right = ? WHERE daily_id = ? AND member_id = ?',
          right,
          id,
          member,
        );
      else
        await sql.run(
          `UPDATE round_answers SET is_right = ?
           WHERE round_id = ? AND position = ? AND member_id = ?`,
          right,
          id,
          position,
          member,
        );
    },
  };
}

async function attemptsAt(sql: Sql, question: string): Promise<readonly PastAnswer[]> {
  const rows = await sql.all<AttemptRow>(
    `SELECT a.attempt_id, a.member_id, a.response, a.credit,
       a.answered_at - a.shown_at - 1000 * s.seconds_each AS late_by
     FROM attempts a JOIN quiz_sessions s ON s.session_id = a.session_id
     WHERE a.question_id = ? AND a.response IS NOT NULL AND a.credit IS NOT NULL`,
    question,
  );
  return rows.map((row) => ({
    in: 'attempts',
    id: row.attempt_id,
    member: row.member_id,
    response: JSON.parse(row.response) as Response,
    credit: row.credit,
    isLate: row.late_by !== null && row.late_by > 0,
  }));
}

async function dailyAnswersTo(sql: Sql, question: string): Promise<readonly PastAnswer[]> {
  const rows = await sql.all<DailyRow>(
    `SELECT a.daily_id, a.member_id, a.choice, a.is_right, q.day
     FROM daily_questions q JOIN daily_answers a ON a.daily_id = q.daily_id
     WHERE q.question_id = ?`,
    question,
  );
  return rows.map((row) => ({
    in: 'daily_answers',
    id: row.daily_id,
    member: row.member_id,
    response: { kind: 'single', choice: row.choice },
    credit: row.is_right,
    isLate: false,
    on: Temporal.PlainDate.from(row.day),
  }));
}

/** They are counted on boards when the answer is revealed to all: seconds after it was given. */
async function roundAnswersTo(sql: Sql, question: string): Promise<readonly PastAnswer[]> {
  const rows = await sql.all<RoundRow>(
    `SELECT a.round_id, a.position, a.member_id, a.choice, a.is_right, a.answered_at, g.zone,
       CASE WHEN r.position > a.position OR r.phase = 'revealed' THEN 1 ELSE 0 END AS is_revealed
     FROM round_answers a
     JOIN rounds r ON r.round_id = a.round_id
     JOIN study_groups g ON g.group_id = r.group_id
     WHERE a.question_id = ?`,
    question,
  );
  return rows.map((row) => ({
    in: 'round_answers',
    id: row.round_id,
    position: row.position,
    member: row.member_id,
    response: { kind: 'single', choice: row.choice },
    credit: row.is_right,
    isLate: false,
    ...(row.is_revealed === 1 && {
      on: localDay(instantOf(row.answered_at), row.zone ?? assumedZone),
    }),
  }));
}
