// The exams that members plan, and their results in official practice tests.

import type { PlanRecords } from './plan-records.ts';
import type { Sql } from './sql.ts';

export function makePlans(sql: Sql): PlanRecords {
  return {
    async exams(member) {
      const rows = await sql.all<{ exam: string; exam_on: string; planned_on: string }>(
        'SELECT * FROM exam_plans WHERE member_id = ? ORDER BY exam_on, exam',
        member,
      );
      return rows.map((row) => ({
        exam: row.exam,
        on: Temporal.PlainDate.from(row.exam_on),
        plannedOn: Temporal.PlainDate.from(row.planned_on),
      }));
    },
    async set(member, { exam, on, plannedOn }) {
      await sql.run(
        `INSERT INTO exam_plans (member_id, exam, exam_on, planned_on) VALUES (?, ?, ?, ?)
         ON CONFLICT (member_id, exam) DO UPDATE SET exam_on = excluded.exam_on`,
        member,
        exam,
        on.toString(),
        plannedOn.toString(),
      );
    },
    async remove(member, exam) {
      await sql.run('DELETE FROM practice_results WHERE member_id = ? AND exam = ?', member, exam);
      const removed = await sql.run(
        'DELETE FROM exam_plans WHERE member_id = ? AND exam = ?',
        member,
        exam,
      );
      return removed > 0;
    },
    async results(member, exam) {
      const rows = await sql.all<{ result_id: string; taken_on: string; percent: number }>(
        `SELECT * FROM practice_results WHERE member_id = ? AND exam = ?
         ORDER BY taken_on DESC, result_id`,
        member,
        exam,
      );
      return rows.map((row) => ({
        id: row.result_id,
        exam,
        takenOn: Temporal.PlainDate.from(row.taken_on),
        percent: row.percent,
      }));
    },
    async addResult(member, { id, exam, takenOn, percent }) {
      await sql.run(
        `INSERT INTO practice_results (result_id, member_id, exam, taken_on, percent)
         VALUES (?, ?, ?, ?, ?)`,
        id,
        member,
        exam,
        takenOn.toString(),
        percent,
      );
    },
    async removeResult(member, id) {
      const removed = await sql.run(
        'DELETE FROM practice_results WHERE member_id = ? AND result_id = ?',
        member,
        id,
      );
      return removed > 0;
    },
  };
}
