// Messages that a person's direct messages refused: kept until they read them elsewhere.

import type { Sealer } from './sealing.ts';
import { millisecondsOf, type Sql } from './sql.ts';
import type { UndeliveredRecords } from './undelivered-records.ts';

export function makeUndelivered(sql: Sql, sealer: Sealer): UndeliveredRecords {
  return {
    async keep(member, payload, at) {
      const id = crypto.randomUUID();
      await sql.run(
        `INSERT INTO undelivered (undelivered_id, member_id, payload_sealed, kept_at)
         VALUES (?, ?, ?, ?)`,
        id,
        member,
        await sealer.seal(member, payload),
        millisecondsOf(at),
      );
      return id;
    },
    async unread(member) {
      const row = await sql.get<{ undelivered_id: string }>(
        `SELECT undelivered_id FROM undelivered WHERE member_id = ? AND read_at IS NULL
         ORDER BY kept_at, undelivered_id LIMIT 1`,
        member,
      );
      return row?.undelivered_id;
    },
    async read(member, id, at) {
      const row = await sql.get<{ payload_sealed: string }>(
        'SELECT payload_sealed FROM undelivered WHERE member_id = ? AND undelivered_id = ?',
        member,
        id,
      );
      if (!row) return undefined;
      await sql.run(
        'UPDATE undelivered SET read_at = ? WHERE undelivered_id = ? AND read_at IS NULL',
        millisecondsOf(at),
        id,
      );
      return sealer.open(member, row.payload_sealed);
    },
  };
}
