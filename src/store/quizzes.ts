// Practice sessions and their attempts.

import { makeAttempts } from './attempts.ts';
import { makeDailyQuestions } from './daily-questions.ts';
import type { Purpose, QuizRecords, QuizSession } from './quiz-records.ts';
import { instantOf, millisecondsOf, type Sql } from './sql.ts';

interface SessionRow {
  readonly session_id: string;
  readonly purpose: Purpose;
  readonly question_ids: string;
  readonly topic: string | null;
  readonly seconds_each: number | null;
  readonly started_at: number;
  readonly ended_at: number | null;
}

export function makeQuizzes(sql: Sql): QuizRecords {
  return { ...sessions(sql), ...makeAttempts(sql), ...makeDailyQuestions(sql) };
}

type Sessions = Pick<
  QuizRecords,
  'openSession' | 'session' | 'lastSession' | 'start' | 'end' | 'score' | 'missed'
>;

function sessions(sql: Sql): Sessions {
  return {
    async openSession(member, purpose) {
      const row = await sql.get<SessionRow>(
        'SELECT * FROM quiz_sessions WHERE member_id = ? AND purpose = ? AND ended_at IS NULL',
        member,
        purpose,
      );
      return row && sessionOf(row);
    },
    async session(member, id) {
      const row = await sql.get<SessionRow>(
        'SELECT * FROM quiz_sessions WHERE session_id = ? AND member_id = ?',
        id,
        member,
      );
      return row && sessionOf(row);
    },
    async lastSession(member, purpose) {
      const row = await sql.get<SessionRow>(
        `SELECT * FROM quiz_sessions WHERE member_id = ? AND purpose = ? AND ended_at IS NOT NULL
         ORDER BY ended_at DESC LIMIT 1`,
        member,
        purpose,
      );
      return row && sessionOf(row);
    },
    async start(member, session) {
      const added = await sql.run(
        `INSERT INTO quiz_sessions
           (session_id, member_id, purpose, question_ids, topic, seconds_each, started_at)
         VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
        session.id,
        member,
        session.purpose,
        JSON.stringify(session.questionIds),
        session.topic ?? null,
        session.secondsEach ?? null,
        millisecondsOf(session.startedAt),
      );
      return added > 0;
    },
    async end(member, id, now) {
      const changed = await sql.run(
        `UPDATE quiz_sessions SET ended_at = ?
         WHERE session_id = ? AND member_id = ? AND ended_at IS NULL`,
        millisecondsOf(now),
        id,
        member,
      );
      return changed > 0;
    },
    async score(member, session) {
      const row = await sql.get<{ answered: number; right: number }>(
        `SELECT COUNT(*) AS answered, COALESCE(SUM(is_right), 0) AS "right" FROM attempts
         WHERE session_id = ? AND member_id = ? AND answered_at IS NOT NULL`,
        session,
        member,
      );
      return row ?? { answered: 0, right: 0 };
    },
    async missed(member, session) {
      const rows = await sql.all<{ question_id: string }>(
        `SELECT question_id FROM attempts
         WHERE session_id = ? AND member_id = ? AND is_right = 0 ORDER BY position`,
        session,
        member,
      );
      return rows.map((row) => row.question_id);
    },
  };
}

function sessionOf(row: SessionRow): QuizSession {
  return {
    id: row.session_id,
    purpose: row.purpose,
    questionIds: JSON.parse(row.question_ids) as string[],
    startedAt: instantOf(row.started_at),
    open: row.ended_at === null,
    ...(row.topic !== null && { topic: row.topic }),
    ...(row.seconds_each !== null && { secondsEach: row.seconds_each }),
  };
}
