// Continuing-education entries: titles, sponsors and index numbers sealed, counts per body.

import { toCredits, toQuarters } from '../core/ceu/credits.ts';
import type { Neighbour } from '../core/ceu/entry.ts';
import type { MemberId } from '../core/ids.ts';
import type { EducationRecords, EntryCount, LoggedEntry } from './education-records.ts';
import type { Sealer } from './sealing.ts';
import type { Sql } from './sql.ts';

type Entries = Pick<
  EducationRecords,
  'entries' | 'entry' | 'addEntry' | 'describe' | 'rename' | 'recount' | 'uncount' | 'removeEntry'
>;

export function makeEntries(sql: Sql, sealer: Sealer): Entries {
  const sealed = (member: MemberId, text: string | undefined) =>
    text === undefined ? null : sealer.seal(member, text);
  return {
    async entries(member) {
      const rows = await sql.all<EntryRow>(
        'SELECT * FROM ceu_entries WHERE member_id = ? ORDER BY completed_on DESC, entry_id',
        member,
      );
      const counts = await sql.all<CountRow>(
        'SELECT * FROM ceu_counts WHERE member_id = ?',
        member,
      );
      return Promise.all(rows.map((row) => entryOf(row, counts, sealer)));
    },
    async entry(member, id) {
      const row = await sql.get<EntryRow>(
        'SELECT * FROM ceu_entries WHERE entry_id = ? AND member_id = ?',
        id,
        member,
      );
      const counts = await sql.all<CountRow>('SELECT * FROM ceu_counts WHERE entry_id = ?', id);
      return row && entryOf(row, counts, sealer);
    },
    async addEntry(member, entry) {
      await sql.run(
        `INSERT INTO ceu_entries
           (entry_id, member_id, title_sealed, sponsor_sealed, index_number_sealed, completed_on)
         VALUES (?, ?, ?, ?, ?, ?)`,
        entry.id,
        member,
        await sealer.seal(member, entry.title),
        await sealed(member, entry.sponsor),
        await sealed(member, entry.indexNumber),
        entry.completedOn.toString(),
      );
      for (const count of entry.counts) await addCount(sql, member, entry.id, count);
    },
    async describe(member, id, { sponsor, indexNumber }) {
      const changed = await sql.run(
        `UPDATE ceu_entries SET sponsor_sealed = ?, index_number_sealed = ?
         WHERE entry_id = ? AND member_id = ?`,
        await sealed(member, sponsor),
        await sealed(member, indexNumber),
        id,
        member,
      );
      return changed > 0;
    },
    async rename(member, id, { title, completedOn }) {
      const changed = await sql.run(
        `UPDATE ceu_entries SET title_sealed = ?, completed_on = ?
         WHERE entry_id = ? AND member_id = ?`,
        await sealer.seal(member, title),
        completedOn.toString(),
        id,
        member,
      );
      return changed > 0;
    },
    async recount(member, id, count) {
      const entry = await sql.get(
        'SELECT entry_id FROM ceu_entries WHERE entry_id = ? AND member_id = ?',
        id,
        member,
      );
      if (!entry) return false;
      await sql.run('DELETE FROM ceu_counts WHERE entry_id = ? AND body = ?', id, count.body);
      await addCount(sql, member, id, count);
      return true;
    },
    async uncount(member, id, body) {
      const removed = await sql.run(
        `DELETE FROM ceu_counts WHERE entry_id = ? AND member_id = ? AND body = ? AND EXISTS
         (SELECT 1 FROM ceu_counts other WHERE other.entry_id = ? AND other.body <> ?)`,
        id,
        member,
        body,
        id,
        body,
      );
      return removed > 0;
    },
    async removeEntry(member, id) {
      const statement = 'DELETE FROM ceu_entries WHERE entry_id = ? AND member_id = ?';
      return (await sql.run(statement, id, member)) > 0;
    },
  };
}

async function addCount(sql: Sql, member: MemberId, id: string, count: EntryCount): Promise<void> {
  await sql.run(
    `INSERT INTO ceu_counts (entry_id, member_id, body, quarters, category, approved_for,
       count_for, is_another_course)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    member,
    count.body,
    toQuarters(count.credits),
    count.category,
    count.approvedFor ? JSON.stringify(count.approvedFor) : null,
    count.countFor ?? null,
    count.isAnotherCourse ? 1 : 0,
  );
}

interface EntryRow {
  readonly entry_id: string;
  readonly member_id: MemberId;
  readonly title_sealed: string;
  readonly sponsor_sealed: string | null;
  readonly index_number_sealed: string | null;
  readonly completed_on: string;
}

interface CountRow {
  readonly entry_id: string;
  readonly body: string;
  readonly quarters: number;
  readonly category: string;
  readonly approved_for: string | null;
  readonly count_for: Neighbour | null;
  readonly is_another_course: number;
}

async function entryOf(
  row: EntryRow,
  counts: readonly CountRow[],
  sealer: Sealer,
): Promise<LoggedEntry> {
  const { entry_id: id, member_id: member, sponsor_sealed: sponsor } = row;
  const indexNumber = row.index_number_sealed;
  return {
    id,
    title: await sealer.open(member, row.title_sealed),
    completedOn: Temporal.PlainDate.from(row.completed_on),
    counts: counts.filter(({ entry_id }) => entry_id === id).map(countOf),
    ...(sponsor !== null && { sponsor: await sealer.open(member, sponsor) }),
    ...(indexNumber !== null && { indexNumber: await sealer.open(member, indexNumber) }),
  };
}

function countOf(row: CountRow): EntryCount {
  return {
    body: row.body,
    credits: toCredits(row.quarters),
    category: row.category,
    ...(row.approved_for !== null && { approvedFor: JSON.parse(row.approved_for) as string[] }),
    ...(row.count_for !== null && { countFor: row.count_for }),
    ...(row.is_another_course === 1 && { isAnotherCourse: true }),
  };
}
