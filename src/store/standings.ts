// Which credentials a member holds, and what they said about each body's cycles.

import type { Apprenticeship } from '../core/ceu/apprenticeship.ts';
import { toCredits, toQuarters } from '../core/ceu/credits.ts';
import type { Confirmed, HeldCredential, Overrides } from '../core/ceu/standing.ts';
import type { MemberId } from '../core/ids.ts';
import type { BodyStanding, EducationRecords, StandingChanges } from './education-records.ts';
import type { Sql, SqlValue } from './sql.ts';

type Standings = Pick<
  EducationRecords,
  'standings' | 'standing' | 'hold' | 'release' | 'changeStanding' | 'tellApprenticeship'
>;

export function makeStandings(sql: Sql): Standings {
  const standings = (member: MemberId) => readStandings(sql, member);
  return {
    standings,
    standing: async (member, body) =>
      (await standings(member)).find((standing) => standing.body === body),
    async hold(member, body, { code, certifiedOn }, today) {
      await sql.run(
        `INSERT INTO ceu_standings (member_id, body, place, added_on)
         SELECT ?, ?, COALESCE(MAX(place), 0) + 1, ? FROM ceu_standings WHERE member_id = ?
         ON CONFLICT (member_id, body) DO NOTHING`,
        member,
        body,
        today.toString(),
        member,
      );
      await sql.run(
        `INSERT INTO credentials_held (member_id, body, code, place, certified_on)
         SELECT ?, ?, ?, COALESCE(MAX(place), 0) + 1, ? FROM credentials_held WHERE member_id = ?
         ON CONFLICT (member_id, body, code) DO UPDATE SET certified_on = excluded.certified_on`,
        member,
        body,
        code,
        certifiedOn.toString(),
        member,
      );
    },
    async tellApprenticeship(member, body, code, told) {
      const changed = await sql.run(
        `UPDATE credentials_held SET apprenticeship = ?
         WHERE member_id = ? AND body = ? AND code = ?`,
        JSON.stringify(told),
        member,
        body,
        code,
      );
      return changed > 0;
    },
    async release(member, body, code) {
      const released = await sql.run(
        'DELETE FROM credentials_held WHERE member_id = ? AND body = ? AND code = ?',
        member,
        body,
        code,
      );
      await sql.run(
        `DELETE FROM ceu_standings WHERE member_id = ? AND body = ? AND NOT EXISTS
         (SELECT 1 FROM credentials_held h WHERE h.member_id = ? AND h.body = ?)`,
        member,
        body,
        member,
        body,
      );
      return released > 0;
    },
    async changeStanding(member, body, changes) {
      for (const [column, value] of standingColumns(changes))
        await sql.run(
          `UPDATE ceu_standings SET ${column} = ? WHERE member_id = ? AND body = ?`,
          value,
          member,
          body,
        );
    },
  };
}

interface StandingRow {
  readonly body: string;
  readonly added_on: string;
  readonly membership_ends: string | null;
  readonly first_exam: string | null;
  readonly confirmed_due: string | null;
  readonly confirmed_total_quarters: number | null;
  readonly overrides: string | null;
}

interface HeldRow {
  readonly body: string;
  readonly code: string;
  readonly certified_on: string;
  readonly apprenticeship: string | null;
}

async function readStandings(sql: Sql, member: MemberId): Promise<readonly BodyStanding[]> {
  const rows = await sql.all<StandingRow>(
    'SELECT * FROM ceu_standings WHERE member_id = ? ORDER BY place',
    member,
  );
  const held = await sql.all<HeldRow>(
    'SELECT * FROM credentials_held WHERE member_id = ? ORDER BY place',
    member,
  );
  return rows.map((row) => standingOf(row, held));
}

function standingOf(row: StandingRow, held: readonly HeldRow[]): BodyStanding {
  const confirmed = confirmedOf(row);
  return {
    body: row.body,
    addedOn: Temporal.PlainDate.from(row.added_on),
    held: held.filter(({ body }) => body === row.body).map(heldOf),
    ...(row.membership_ends !== null && {
      membershipEnds: Temporal.PlainDate.from(row.membership_ends),
    }),
    ...(row.first_exam !== null && { firstExam: Temporal.PlainDate.from(row.first_exam) }),
    ...(confirmed && { confirmed }),
    ...(row.overrides !== null && { overrides: JSON.parse(row.overrides) as Overrides }),
  };
}

function heldOf({ code, certified_on, apprenticeship }: HeldRow): HeldCredential {
  return {
    code,
    certifiedOn: Temporal.PlainDate.from(certified_on),
    ...(apprenticeship !== null && { apprenticeship: apprenticeshipIn(apprenticeship) }),
  };
}

interface StoredApprenticeship {
  readonly workingSince?: string;
  readonly monthsBefore?: number;
  readonly course?: string;
  readonly practicode?: string;
}

function apprenticeshipIn(json: string): Apprenticeship {
  const { workingSince, monthsBefore, course, practicode } = JSON.parse(
    json,
  ) as StoredApprenticeship;
  return {
    ...(workingSince && { workingSince: Temporal.PlainDate.from(workingSince) }),
    ...(monthsBefore !== undefined && { monthsBefore }),
    ...(course && { course: Temporal.PlainDate.from(course) }),
    ...(practicode && { practicode: Temporal.PlainDate.from(practicode) }),
  };
}

function confirmedOf({
  confirmed_due: due,
  confirmed_total_quarters: total,
}: StandingRow): Confirmed | undefined {
  if (due === null) return undefined;
  const day = { due: Temporal.PlainDate.from(due) };
  return total === null ? day : { ...day, total: toCredits(total) };
}

function standingColumns(changes: StandingChanges): readonly (readonly [string, SqlValue])[] {
  const { membershipEnds, firstExam, confirmed, overrides } = changes;
  const columns: [string, SqlValue][] = [];
  if (membershipEnds !== undefined)
    columns.push(['membership_ends', membershipEnds?.toString() ?? null]);
  if (firstExam !== undefined) columns.push(['first_exam', firstExam?.toString() ?? null]);
  if (confirmed !== undefined) {
    const total = confirmed?.total;
    columns.push(
      ['confirmed_due', confirmed?.due.toString() ?? null],
      ['confirmed_total_quarters', total === undefined ? null : toQuarters(total)],
    );
  }
  if (overrides !== undefined) columns.push(['overrides', overrides && JSON.stringify(overrides)]);
  return columns;
}
