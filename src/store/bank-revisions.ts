// What tells that a group's bank has changed, and which of its questions are the same.

import { createHash } from 'node:crypto';
import type { GroupId } from '../core/ids.ts';
import type { Sql } from './sql.ts';

/** Whoever keeps the questions of this group at hand reads them anew. */
export async function revise(sql: Sql, group: GroupId): Promise<void> {
  await sql.run(
    `INSERT INTO bank_revisions (group_id, revision) VALUES (?, ?)
     ON CONFLICT (group_id) DO UPDATE SET revision = excluded.revision`,
    group,
    crypto.randomUUID(),
  );
}

/** Of the words that make questions the same, which may be long. */
export function digest(sameness: string): string {
  return createHash('sha256').update(sameness).digest('base64url');
}
