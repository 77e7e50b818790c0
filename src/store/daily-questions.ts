// Daily questions of the groups, and what members answered.

import type { GroupId } from '../core/ids.ts';
import type { DailyQuestion, QuizRecords } from './quiz-records.ts';
import { millisecondsOf, type Sql } from './sql.ts';

type DailyQuestions = Pick<
  QuizRecords,
  | 'daily'
  | 'dailyOf'
  | 'dailyAsked'
  | 'dailyAskedOn'
  | 'addDaily'
  | 'reveal'
  | 'lastDaily'
  | 'answerDaily'
  | 'dailyAnswer'
  | 'dailyCounts'
  | 'dailyDays'
>;

interface DailyRow {
  readonly daily_id: string;
  readonly group_id: GroupId;
  readonly day: string;
  readonly question_id: string;
  readonly shown_order: string;
  readonly revealed: number;
}

export function makeDailyQuestions(sql: Sql): DailyQuestions {
  return {
    async daily(id) {
      const row = await sql.get<DailyRow>('SELECT * FROM daily_questions WHERE daily_id = ?', id);
      return row && dailyOf(row);
    },
    async dailyOf(group, day) {
      const row = await sql.get<DailyRow>(
        'SELECT * FROM daily_questions WHERE group_id = ? AND day = ?',
        group,
        day.toString(),
      );
      return row && dailyOf(row);
    },
    async dailyAsked(group) {
      const rows = await sql.all<{ question_id: string }>(
        'SELECT question_id FROM daily_questions WHERE group_id = ? ORDER BY day',
        group,
      );
      return rows.map((row) => row.question_id);
    },
    async dailyAskedOn(group) {
      const rows = await sql.all<{ day: string }>(
        'SELECT day FROM daily_questions WHERE group_id = ? ORDER BY day',
        group,
      );
      return rows.map(({ day }) => Temporal.PlainDate.from(day));
    },
    async addDaily(daily) {
      await sql.run(
        `INSERT INTO daily_questions (daily_id, group_id, day, question_id, shown_order)
         VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
        daily.id,
        daily.group,
        daily.day.toString(),
        daily.questionId,
        JSON.stringify(daily.order),
      );
    },
    async reveal(id) {
      await sql.run('UPDATE daily_questions SET revealed = 1 WHERE daily_id = ?', id);
    },
    async lastDaily(group, before) {
      const row = await sql.get<DailyRow>(
        `SELECT * FROM daily_questions WHERE group_id = ? AND day < ?
         ORDER BY day DESC LIMIT 1`,
        group,
        before.toString(),
      );
      return row && dailyOf(row);
    },
    async answerDaily(member, id, { choice, right, at }) {
      const added = await sql.run(
        `INSERT INTO daily_answers (daily_id, member_id, choice, is_right, answered_at)
         SELECT daily_id, ?, ?, ?, ? FROM daily_questions WHERE daily_id = ? AND revealed = 0
         ON CONFLICT DO NOTHING`,
        member,
        choice,
        right ? 1 : 0,
        millisecondsOf(at),
        id,
      );
      return added > 0;
    },
    async dailyAnswer(member, id) {
      const row = await sql.get<{ choice: number; is_right: number }>(
        'SELECT choice, is_right FROM daily_answers WHERE daily_id = ? AND member_id = ?',
        id,
        member,
      );
      return row && { choice: row.choice, right: row.is_right === 1 };
    },
    async dailyCounts(id) {
      const row = await sql.get<{ answered: number; right: number }>(
        `SELECT COUNT(*) AS answered, COALESCE(SUM(is_right), 0) AS "right"
         FROM daily_answers WHERE daily_id = ?`,
        id,
      );
      return row ?? { answered: 0, right: 0 };
    },
    async dailyDays(member, group) {
      const rows = await sql.all<{ day: string }>(
        `SELECT q.day FROM daily_answers a JOIN daily_questions q ON q.daily_id = a.daily_id
         WHERE a.member_id = ? AND q.group_id = ?`,
        member,
        group,
      );
      return rows.map((row) => Temporal.PlainDate.from(row.day));
    },
  };
}

function dailyOf(row: DailyRow): DailyQuestion {
  return {
    id: row.daily_id,
    group: row.group_id,
    day: Temporal.PlainDate.from(row.day),
    questionId: row.question_id,
    order: JSON.parse(row.shown_order) as number[],
    revealed: row.revealed === 1,
  };
}
