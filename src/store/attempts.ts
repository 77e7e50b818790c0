// What members were asked in their sessions, what they chose so far, and what they answered.

import { randomBytes } from 'node:crypto';
import type { Response } from '../core/quiz/response.ts';
import type { Attempt, QuizRecords } from './quiz-records.ts';
import { instantOf, millisecondsOf, type Sql } from './sql.ts';

interface AttemptRow {
  readonly attempt_id: string;
  readonly session_id: string;
  readonly position: number;
  readonly question_id: string;
  readonly shown_order: string;
  readonly shown_at: number | null;
  readonly draft: string | null;
  readonly response: string | null;
  readonly credit: number | null;
  readonly answered_at: number | null;
}

type Attempts = Pick<
  QuizRecords,
  'show' | 'latestAttempt' | 'attempts' | 'attempt' | 'draft' | 'answer' | 'seen' | 'allMissed'
>;

export function makeAttempts(sql: Sql): Attempts {
  return {
    async show(member, session, attempt) {
      await sql.run(
        `INSERT INTO attempts
           (attempt_id, member_id, session_id, position, question_id, shown_order, shown_at)
         SELECT ?, member_id, session_id, ?, ?, ?, ? FROM quiz_sessions
         WHERE session_id = ? AND member_id = ?
         ON CONFLICT (session_id, position) DO UPDATE SET shown_at = excluded.shown_at
           WHERE attempts.answered_at IS NULL`,
        newId(),
        attempt.position,
        attempt.questionId,
        JSON.stringify(attempt.order),
        millisecondsOf(attempt.shownAt),
        session,
        member,
      );
      const row = await sql.get<AttemptRow>(
        'SELECT * FROM attempts WHERE session_id = ? AND position = ? AND member_id = ?',
        session,
        attempt.position,
        member,
      );
      if (!row) throw new Error('This member has no such session.');
      return attemptOf(row);
    },
    async latestAttempt(member, session) {
      const row = await sql.get<AttemptRow>(
        `SELECT * FROM attempts WHERE session_id = ? AND member_id = ?
         ORDER BY position DESC LIMIT 1`,
        session,
        member,
      );
      return row && attemptOf(row);
    },
    async attempts(member, session) {
      const rows = await sql.all<AttemptRow>(
        'SELECT * FROM attempts WHERE session_id = ? AND member_id = ? ORDER BY position',
        session,
        member,
      );
      return rows.map(attemptOf);
    },
    async attempt(member, id) {
      const row = await sql.get<AttemptRow>(
        'SELECT * FROM attempts WHERE attempt_id = ? AND member_id = ?',
        id,
        member,
      );
      return row && { ...attemptOf(row), session: row.session_id };
    },
    async draft(member, id, response) {
      const changed = await sql.run(
        `UPDATE attempts SET draft = ? WHERE attempt_id = ? AND member_id = ? AND ${isOpen}`,
        JSON.stringify(response),
        id,
        member,
      );
      return changed > 0;
    },
    async answer(member, id, { response, credit, at }) {
      const changed = await sql.run(
        `UPDATE attempts SET response = ?, credit = ?, is_right = ?, answered_at = ?
         WHERE attempt_id = ? AND member_id = ? AND ${isOpen}`,
        JSON.stringify(response),
        credit,
        credit === 1 ? 1 : 0,
        millisecondsOf(at),
        id,
        member,
      );
      return changed > 0;
    },
    async allMissed(member) {
      const rows = await sql.all<{ question_id: string }>(
        `SELECT question_id FROM
         (SELECT question_id, is_right, answered_at, ROW_NUMBER() OVER
            (PARTITION BY question_id ORDER BY answered_at DESC) AS place
          FROM
          (SELECT question_id, is_right, answered_at FROM attempts
           WHERE member_id = ? AND answered_at IS NOT NULL
           UNION ALL
           SELECT q.question_id, a.is_right, a.answered_at FROM daily_answers a
           JOIN daily_questions q ON q.daily_id = a.daily_id WHERE a.member_id = ?
           UNION ALL
           SELECT question_id, is_right, answered_at FROM round_answers
           WHERE member_id = ?) given) latest
         WHERE place = 1 AND is_right = 0 ORDER BY answered_at DESC LIMIT 1000`,
        member,
        member,
        member,
      );
      return rows.map((row) => row.question_id);
    },
    async seen(member) {
      const rows = await sql.all<{ question_id: string }>(
        `SELECT question_id FROM attempts WHERE member_id = ? AND answered_at IS NOT NULL
         GROUP BY question_id ORDER BY MAX(answered_at)`,
        member,
      );
      return rows.map((row) => row.question_id);
    },
  };
}

const isOpen = `answered_at IS NULL AND EXISTS
  (SELECT 1 FROM quiz_sessions s WHERE s.session_id = attempts.session_id AND s.ended_at IS NULL)`;

/** Short enough for a button, and not to be guessed. */
function newId(): string {
  return randomBytes(9).toString('base64url');
}

function attemptOf(row: AttemptRow): Attempt {
  const { response, credit, answered_at: answeredAt } = row;
  return {
    id: row.attempt_id,
    questionId: row.question_id,
    position: row.position,
    order: JSON.parse(row.shown_order) as number[],
    shownAt: instantOf(row.shown_at ?? answeredAt ?? 0),
    ...(row.draft !== null && { draft: JSON.parse(row.draft) as Response }),
    ...(response !== null &&
      credit !== null &&
      answeredAt !== null && {
        answer: {
          response: JSON.parse(response) as Response,
          credit,
          at: instantOf(answeredAt),
        },
      }),
  };
}
