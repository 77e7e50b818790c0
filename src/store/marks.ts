// What members said about due dates: submitted, in order, paid, stopped, snoozed.

import type { Mark } from '../core/ceu/watch.ts';
import type { EducationRecords, MarkChanges } from './education-records.ts';
import type { Sql, SqlValue } from './sql.ts';

export function makeMarks(sql: Sql): Pick<EducationRecords, 'marks' | 'mark'> {
  return {
    async marks(member, body) {
      const rows = await sql.all<MarkRow>(
        'SELECT * FROM ceu_marks WHERE member_id = ? AND body = ? ORDER BY due_day',
        member,
        body,
      );
      return rows.map(markOf);
    },
    async mark(member, body, due, changes) {
      const row = [member, body, due.toString()] as const;
      await sql.run(
        `INSERT INTO ceu_marks (member_id, body, due_day) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
        ...row,
      );
      for (const [column, value] of markColumns(changes))
        await sql.run(
          `UPDATE ceu_marks SET ${column} = ? WHERE member_id = ? AND body = ? AND due_day = ?`,
          value,
          ...row,
        );
    },
  };
}

interface MarkRow {
  readonly due_day: string;
  readonly submitted: number;
  readonly accepted: number;
  readonly paid: number;
  readonly stopped: number;
  readonly snoozed_until: string | null;
}

function markOf(row: MarkRow): Mark {
  return {
    due: Temporal.PlainDate.from(row.due_day),
    submitted: row.submitted === 1,
    accepted: row.accepted === 1,
    paid: row.paid === 1,
    stopped: row.stopped === 1,
    ...(row.snoozed_until !== null && {
      snoozedUntil: Temporal.PlainDate.from(row.snoozed_until),
    }),
  };
}

function markColumns({
  snoozedUntil,
  ...flags
}: MarkChanges): readonly (readonly [string, SqlValue])[] {
  const columns: [string, SqlValue][] = (['submitted', 'accepted', 'paid', 'stopped'] as const)
    .filter((name) => flags[name] !== undefined)
    .map((name) => [name, flags[name] ? 1 : 0]);
  if (snoozedUntil === undefined) return columns;
  return [...columns, ['snoozed_until', snoozedUntil?.toString() ?? null]];
}
