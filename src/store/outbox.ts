// Messages that wait to be sent, as commands and jobs write them down.

import {
  type ChannelId,
  type GroupId,
  type MemberId,
  platformOf,
  type UserId,
} from '../core/ids.ts';
import { memberIdOf } from './members.ts';
import type { Sealer } from './sealing.ts';
import { instantOf, millisecondsOf, type Sql } from './sql.ts';
import type { DeliveryRecord, DeliveryState, OutboxRecords, OutboxRow } from './store.ts';

/** When a message that is held is tried next: the last moment that a clock can tell. */
export const never = 8.64e15;

export interface Row {
  readonly message_key: string;
  readonly to_channel: ChannelId | null;
  readonly to_user: UserId | null;
  readonly member_id: MemberId | null;
  readonly group_id: GroupId | null;
  readonly payload_sealed: string;
  readonly due: number;
  readonly next_at: number;
  readonly not_after: number | null;
  readonly edits: string | null;
  readonly thread: string | null;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly first_attempt_at: number | null;
  readonly last_attempt_at: number | null;
  readonly sent_at: number | null;
  readonly channel: ChannelId | null;
  readonly message_id: string | null;
  readonly reason: string | null;
}

export function makeOutbox(sql: Sql, sealer: Sealer): OutboxRecords {
  return {
    async add(row) {
      const added = await insert(sql, sealer, row);
      if (added && row.edits !== undefined) await dropEarlierEdits(sql, row, row.edits);
      return added;
    },
    void: (keyPrefix, reason) =>
      sql.run(
        `UPDATE outbox SET state = 'missed', reason = ?, payload_sealed = ''
         WHERE state IN ('pending', 'sending') AND substr(message_key, 1, length(?)) = ?`,
        reason,
        keyPrefix,
        keyPrefix,
      ),
    async waiting(keyPrefix) {
      const rows = await sql.all<{ message_key: string }>(
        `SELECT message_key FROM outbox
         WHERE state IN ('pending', 'sending') AND substr(message_key, 1, length(?)) = ?`,
        keyPrefix,
        keyPrefix,
      );
      return rows.map((row) => row.message_key);
    },
    async ofGroup(group, most, skip = 0) {
      const rows = await sql.all<Row>(
        'SELECT * FROM outbox WHERE group_id = ? ORDER BY due DESC, message_key LIMIT ? OFFSET ?',
        group,
        most,
        skip,
      );
      return rows.map(recordOf);
    },
    async countOfGroup(group) {
      const row = await sql.get<{ messages: number }>(
        'SELECT COUNT(*) AS messages FROM outbox WHERE group_id = ?',
        group,
      );
      return row?.messages ?? 0;
    },
    async heldOfGroup(group) {
      const rows = await sql.all<Row>(
        `SELECT * FROM outbox WHERE group_id = ? AND state = 'sending' AND next_at = ?
         ORDER BY due DESC, message_key`,
        group,
        never,
      );
      return rows.map(recordOf);
    },
    async release(group, key, found, now) {
      const held = `message_key = ? AND group_id = ? AND state = 'sending' AND next_at = ?`;
      if (found === 'it is not there') {
        const again = `UPDATE outbox SET state = 'pending', next_at = ? WHERE ${held}`;
        return (await sql.run(again, millisecondsOf(now), key, group, never)) > 0;
      }
      const over = `UPDATE outbox SET state = 'sent', payload_sealed = '', reason = ? WHERE ${held}`;
      return (await sql.run(over, 'An organizer saw that it had arrived.', key, group, never)) > 0;
    },
  };
}

async function insert(sql: Sql, sealer: Sealer, row: OutboxRow): Promise<boolean> {
  const channel = 'channel' in row.to ? row.to.channel : undefined;
  const user = 'user' in row.to ? row.to.user : undefined;
  const member = row.member ?? (user && (await memberIdOf(sql, user)));
  const added = await sql.run(
    `INSERT INTO outbox (message_key, platform, to_channel, to_user, member_id, group_id,
       payload_sealed, due, not_after, edits, thread, next_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (message_key) DO NOTHING`,
    row.key,
    platformOf('channel' in row.to ? row.to.channel : row.to.user),
    channel ?? null,
    user ?? null,
    member ?? null,
    row.group ?? null,
    await sealer.seal(member, row.payload),
    millisecondsOf(row.due),
    row.notAfter ? millisecondsOf(row.notAfter) : null,
    row.edits ?? null,
    row.thread ?? null,
    millisecondsOf(row.due),
  );
  return added > 0;
}

/** Of unsent edits of one message the last wins. */
async function dropEarlierEdits(sql: Sql, row: OutboxRow, edited: string): Promise<void> {
  await sql.run(
    `DELETE FROM outbox
     WHERE state IN ('pending', 'sending') AND edits = ? AND due <= ? AND message_key <> ?`,
    edited,
    millisecondsOf(row.due),
    row.key,
  );
}

function recordOf(row: Row): DeliveryRecord {
  return {
    key: row.message_key,
    state: row.state,
    due: instantOf(row.due),
    attempts: row.attempts,
    isHeld: row.state === 'sending' && row.next_at === never,
    isEdit: row.edits !== null,
    ...(row.sent_at !== null && { sentAt: instantOf(row.sent_at) }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.to_channel !== null && { channel: row.to_channel }),
  };
}
