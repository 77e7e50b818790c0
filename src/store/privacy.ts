// Everything about one person: counted, exported, deleted, from every table with a `member_id`.

import type { MemberId } from '../core/ids.ts';
import type { Graves } from './graves.ts';
import type { Sealer } from './sealing.ts';
import { instantOf, type Sql } from './sql.ts';
import type { Privacy } from './store.ts';

/** The key itself is personal too, but of no use to its member. A test compares with the schema. */
export const personalTables = [
  'members',
  'identities',
  'group_organizers',
  'drafts',
  'alarms',
  'outbox',
  'undelivered',
  'quiz_sessions',
  'attempts',
  'daily_answers',
  'round_players',
  'round_answers',
  'review_settings',
  'review_cards',
  'board_points',
  'exam_plans',
  'practice_results',
  'question_flags',
  'ceu_standings',
  'credentials_held',
  'ceu_marks',
  'ceu_entries',
  'ceu_counts',
  'ceu_certificates',
  'asked_questions',
  'passage_votes',
  'passage_authors',
  'check_ins',
  'wrong_words',
  'bank_contributors',
  'exam_sittings',
] as const;

export function makePrivacy(sql: Sql, sealer: Sealer, graves: Graves): Privacy {
  return {
    async count(member) {
      const counts: Record<string, number> = {};
      for (const table of personalTables) {
        const row = await sql.get<{ rows: number }>(
          `SELECT COUNT(*) AS rows FROM ${table} WHERE member_id = ?`,
          member,
        );
        if (row && row.rows > 0) counts[table] = row.rows;
      }
      return counts;
    },
    async export(member) {
      const tables: Record<string, readonly object[]> = {};
      for (const table of personalTables) {
        const rows = await sql.all<Record<string, unknown>>(
          `SELECT * FROM ${table} WHERE member_id = ?`,
          member,
        );
        if (rows.length > 0)
          tables[table] = await Promise.all(rows.map((row) => opened(row, member, sealer)));
      }
      return tables;
    },
    /** Every personal table refers to `members` with ON DELETE CASCADE, the key's too. */
    async delete(member) {
      graves.add(member);
      await sql.run('DELETE FROM members WHERE member_id = ?', member);
    },
  };
}

/** As its member can read it: `title_sealed` opened as `title`, moments as dates and times. */
async function opened(row: Record<string, unknown>, member: MemberId, sealer: Sealer) {
  const columns = await Promise.all(
    readable(row).map(async ([name, value]) => {
      if (typeof value === 'number' && isMoment(name))
        return [name, instantOf(value).toString()] as const;
      if (!name.endsWith('_sealed')) return [name, value] as const;
      const open = typeof value === 'string' && value ? await sealer.open(member, value) : value;
      return [name.replace(/_sealed$/, ''), open] as const;
    }),
  );
  return Object.fromEntries(columns);
}

/** Without the bytes of files: those are handed out beside, as the files that they are. */
function readable(row: Record<string, unknown>): readonly (readonly [string, unknown])[] {
  return Object.entries(row).filter(([name]) => name !== 'content_sealed');
}

function isMoment(column: string): boolean {
  return /^(?:at|due|not_after|expires|\w+_at)$/.test(column);
}
