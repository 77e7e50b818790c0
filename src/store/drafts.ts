// Values that wait for a confirmation or a correction, sealed, for an hour.

import { randomBytes } from 'node:crypto';
import type { Sealer } from './sealing.ts';
import { millisecondsOf, type Sql } from './sql.ts';
import type { Drafts } from './store.ts';

const lifetime = Temporal.Duration.from({ hours: 1 });

export function makeDrafts(sql: Sql, sealer: Sealer): Drafts {
  return {
    async keep(member, action, values, now) {
      const id = randomBytes(9).toString('base64url');
      await sql.run(
        `INSERT INTO drafts (draft_id, member_id, action, values_sealed, expires)
         VALUES (?, ?, ?, ?, ?)`,
        id,
        member,
        action,
        await sealer.seal(member, JSON.stringify(values)),
        millisecondsOf(now.add(lifetime)),
      );
      return id;
    },
    async read(member, id, now) {
      const row = await sql.get<{ action: string; values_sealed: string }>(
        `SELECT action, values_sealed FROM drafts
         WHERE draft_id = ? AND member_id = ? AND expires > ?`,
        id,
        member,
        millisecondsOf(now),
      );
      if (!row) return undefined;
      const values = JSON.parse(await sealer.open(member, row.values_sealed));
      return { action: row.action, values };
    },
    async drop(member, id) {
      const statement = 'DELETE FROM drafts WHERE draft_id = ? AND member_id = ?';
      return (await sql.run(statement, id, member)) > 0;
    },
  };
}
