// Sittings of exams: the clock that runs or rests, marks, when they were handed in.

import { type Sitting, usedAt } from '../core/exams/sitting.ts';
import type { MemberId } from '../core/ids.ts';
import type { ExamRecords } from './exam-records.ts';
import { instantOf, millisecondsOf, type Sql } from './sql.ts';

interface Row {
  readonly session_id: string;
  readonly exam: string;
  readonly domain_titles: string;
  readonly domains: string;
  readonly marked: string;
  readonly seconds: number | null;
  readonly pass_percent: number | null;
  readonly used: number;
  readonly running_since: number | null;
  readonly started_at: number;
  readonly handed_in_at: number | null;
}

export function makeExams(sql: Sql): ExamRecords {
  const sitting = async (member: MemberId, session: string) => {
    const statement = 'SELECT * FROM exam_sittings WHERE session_id = ? AND member_id = ?';
    const row = await sql.get<Row>(statement, session, member);
    return row && sittingOf(row);
  };
  return {
    sitting,
    async begin(member, given) {
      await sql.run(
        `INSERT INTO exam_sittings (session_id, member_id, exam, domain_titles, domains, marked,
           seconds, pass_percent, used, running_since, started_at)
         VALUES (?, ?, ?, ?, ?, '[]', ?, ?, 0, ?, ?)`,
        given.session,
        member,
        given.exam,
        JSON.stringify(given.domainTitles),
        JSON.stringify(given.domains),
        given.seconds ?? null,
        given.passPercent ?? null,
        millisecondsOf(given.startedAt),
        millisecondsOf(given.startedAt),
      );
    },
    async past(member, most) {
      const rows = await sql.all<Row>(
        `SELECT * FROM exam_sittings WHERE member_id = ? AND handed_in_at IS NOT NULL
         ORDER BY handed_in_at DESC LIMIT ?`,
        member,
        most,
      );
      return rows.map(sittingOf);
    },
    async pause(member, session, now) {
      const found = await sitting(member, session);
      if (!found) return false;
      const changed = await sql.run(
        `UPDATE exam_sittings SET used = ?, running_since = NULL
         WHERE session_id = ? AND member_id = ? AND running_since IS NOT NULL
           AND handed_in_at IS NULL`,
        Math.round(usedAt(found, now)),
        session,
        member,
      );
      return changed > 0;
    },
    async goOn(member, session, now) {
      const changed = await sql.run(
        `UPDATE exam_sittings SET running_since = ?
         WHERE session_id = ? AND member_id = ? AND running_since IS NULL
           AND handed_in_at IS NULL`,
        millisecondsOf(now),
        session,
        member,
      );
      return changed > 0;
    },
    async mark(member, session, position, on) {
      const found = await sitting(member, session);
      if (!found) return;
      const others = found.marked.filter((each) => each !== position);
      const marked = on ? [...others, position].sort((a, b) => a - b) : others;
      await sql.run(
        'UPDATE exam_sittings SET marked = ? WHERE session_id = ? AND member_id = ?',
        JSON.stringify(marked),
        session,
        member,
      );
    },
    async handIn(member, session, now) {
      const found = await sitting(member, session);
      if (!found) return false;
      const changed = await sql.run(
        `UPDATE exam_sittings SET handed_in_at = ?, used = ?, running_since = NULL
         WHERE session_id = ? AND member_id = ? AND handed_in_at IS NULL`,
        millisecondsOf(now),
        Math.round(usedAt(found, now)),
        session,
        member,
      );
      return changed > 0;
    },
  };
}

function sittingOf(row: Row): Sitting {
  return {
    session: row.session_id,
    exam: row.exam,
    domainTitles: JSON.parse(row.domain_titles) as string[],
    domains: JSON.parse(row.domains) as number[],
    marked: JSON.parse(row.marked) as number[],
    usedMilliseconds: row.used,
    startedAt: instantOf(row.started_at),
    ...(row.seconds !== null && { seconds: row.seconds }),
    ...(row.pass_percent !== null && { passPercent: row.pass_percent }),
    ...(row.running_since !== null && { runningSince: instantOf(row.running_since) }),
    ...(row.handed_in_at !== null && { handedInAt: instantOf(row.handed_in_at) }),
  };
}
