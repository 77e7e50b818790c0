// Alarms: when which job is to be started, and for what.

import { instantOf, millisecondsOf, type Sql } from './sql.ts';
import type { Alarms, AllOf } from './store.ts';

export function makeAlarms(sql: Sql): Alarms {
  return {
    async set(alarm, owner) {
      await sql.run(
        `INSERT INTO alarms (job, subject, at, rings_at, member_id, group_id)
         VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (job, subject) DO UPDATE SET at = excluded.at, rings_at = excluded.rings_at,
           member_id = excluded.member_id, group_id = excluded.group_id`,
        alarm.job,
        alarm.subject,
        millisecondsOf(alarm.at),
        millisecondsOf(alarm.at),
        owner.member ?? null,
        owner.group ?? null,
      );
    },
    async clear(job, subject) {
      await sql.run('DELETE FROM alarms WHERE job = ? AND subject = ?', job, subject);
    },
    async find(job, subject) {
      const row = await sql.get<{ at: number }>(
        'SELECT at FROM alarms WHERE job = ? AND subject = ?',
        job,
        subject,
      );
      return row && instantOf(row.at);
    },
  };
}

type Ringing = Pick<AllOf, 'dueAlarms' | 'stands' | 'moveAlarm' | 'restAlarm'>;

/** Alarms as the runner sees them. */
export function makeRinging(sql: Sql): Ringing {
  return {
    async dueAlarms(now, most) {
      const rows = await sql.all<{ job: string; subject: string; at: number }>(
        `SELECT job, subject, at FROM alarms WHERE rings_at <= ?
         ORDER BY rings_at, job, subject LIMIT ?`,
        millisecondsOf(now),
        most,
      );
      return rows.map((row) => ({ job: row.job, subject: row.subject, at: instantOf(row.at) }));
    },
    async stands(alarm) {
      const row = await sql.get(
        'SELECT 1 FROM alarms WHERE job = ? AND subject = ? AND at = ?',
        alarm.job,
        alarm.subject,
        millisecondsOf(alarm.at),
      );
      return row !== undefined;
    },
    async moveAlarm(alarm, to) {
      await sql.run(
        'UPDATE alarms SET at = ?, rings_at = ? WHERE job = ? AND subject = ? AND at = ?',
        millisecondsOf(to),
        millisecondsOf(to),
        alarm.job,
        alarm.subject,
        millisecondsOf(alarm.at),
      );
    },
    async restAlarm(alarm, until) {
      await sql.run(
        'UPDATE alarms SET rings_at = ? WHERE job = ? AND subject = ? AND at = ?',
        millisecondsOf(until),
        alarm.job,
        alarm.subject,
        millisecondsOf(alarm.at),
      );
    },
  };
}
