// Messages that wait to be sent, and what became of them.

import {
  type ChannelId,
  type GroupId,
  type MemberId,
  platformOf,
  type UserId,
} from '../core/ids.ts';
import type { Sealer } from './sealing.ts';
import { instantOf, millisecondsOf, type Sql } from './sql.ts';
import type {
  AllOf,
  DeliveryRecord,
  DeliveryState,
  OutboxRecords,
  OutboxRow,
  QueuedMessage,
} from './store.ts';

interface Row {
  readonly message_key: string;
  readonly to_channel: ChannelId | null;
  readonly to_user: UserId | null;
  readonly member_id: MemberId | null;
  readonly group_id: GroupId | null;
  readonly payload_sealed: string;
  readonly due: number;
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
    add: (row) => addRow(sql, sealer, row),
    void: (keyPrefix, reason) =>
      sql.run(
        `UPDATE outbox SET state = 'missed', reason = ?
         WHERE state = 'pending' AND message_key >= ? AND message_key < ?`,
        reason,
        keyPrefix,
        `${keyPrefix}\u{10ffff}`,
      ),
    async ofGroup(group, most) {
      const rows = await sql.all<Row>(
        'SELECT * FROM outbox WHERE group_id = ? ORDER BY due DESC, message_key LIMIT ?',
        group,
        most,
      );
      return rows.map(recordOf);
    },
  };
}

async function addRow(sql: Sql, sealer: Sealer, row: OutboxRow): Promise<boolean> {
  const to = 'channel' in row.to ? row.to.channel : row.to.user;
  if (row.edits !== undefined) await dropEarlierEdits(sql, row);
  const added = await sql.run(
    `INSERT INTO outbox (message_key, platform, to_channel, to_user, member_id, group_id,
       payload_sealed, due, not_after, edits, thread, next_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (message_key) DO NOTHING`,
    row.key,
    platformOf(to),
    'channel' in row.to ? row.to.channel : null,
    'user' in row.to ? row.to.user : null,
    row.member ?? null,
    row.group ?? null,
    await sealer.seal(row.member, row.payload),
    millisecondsOf(row.due),
    row.notAfter ? millisecondsOf(row.notAfter) : null,
    row.edits ?? null,
    row.thread ?? null,
    millisecondsOf(row.due),
  );
  return added > 0;
}

/** Of unsent edits of one message the last wins. */
async function dropEarlierEdits(sql: Sql, row: OutboxRow): Promise<void> {
  await sql.run(
    `DELETE FROM outbox WHERE state = 'pending' AND edits = ? AND due <= ?`,
    row.edits ?? '',
    millisecondsOf(row.due),
  );
}

function recordOf(row: Row): DeliveryRecord {
  return {
    key: row.message_key,
    state: row.state,
    due: instantOf(row.due),
    attempts: row.attempts,
    ...(row.sent_at !== null && { sentAt: instantOf(row.sent_at) }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.to_channel !== null && { channel: row.to_channel }),
  };
}

type Sending = Pick<
  AllOf,
  'dueMessages' | 'message' | 'markSending' | 'markSent' | 'markRetry' | 'markEnded'
>;

/** The outbox as its sender sees it. */
export function makeSending(sql: Sql, sealer: Sealer): Sending {
  return {
    async dueMessages(now, most) {
      const rows = await sql.all<Row>(
        `SELECT * FROM (
           SELECT * FROM outbox WHERE state = 'sending' ORDER BY first_attempt_at LIMIT ?
         ) UNION ALL SELECT * FROM (
           SELECT * FROM outbox WHERE state = 'pending' AND next_at <= ?
           ORDER BY next_at, due, message_key LIMIT ?
         )`,
        most,
        millisecondsOf(now),
        most,
      );
      return Promise.all(rows.slice(0, most).map((row) => queuedOf(row, sealer)));
    },
    async message(key) {
      const row = await sql.get<Row>('SELECT * FROM outbox WHERE message_key = ?', key);
      return row && queuedOf(row, sealer);
    },
    async markSending(key, now) {
      const at = millisecondsOf(now);
      const changed = await sql.run(
        `UPDATE outbox SET state = 'sending', attempts = attempts + 1, last_attempt_at = ?,
           first_attempt_at = COALESCE(first_attempt_at, ?)
         WHERE message_key = ? AND state IN ('pending', 'sending')`,
        at,
        at,
        key,
      );
      return changed > 0;
    },
    async markSent(key, at, channel, messageId) {
      await sql.run(
        `UPDATE outbox SET state = 'sent', sent_at = ?, channel = ?, message_id = ?, reason = NULL
         WHERE message_key = ?`,
        millisecondsOf(at),
        channel,
        messageId,
        key,
      );
    },
    async markRetry(key, next, reason) {
      await sql.run(
        `UPDATE outbox SET state = 'pending', next_at = ?, reason = ? WHERE message_key = ?`,
        millisecondsOf(next),
        reason,
        key,
      );
    },
    async markEnded(key, state, reason) {
      const statement = 'UPDATE outbox SET state = ?, reason = ? WHERE message_key = ?';
      await sql.run(statement, state, reason, key);
    },
  };
}

async function queuedOf(row: Row, sealer: Sealer): Promise<QueuedMessage> {
  const { to_channel: channel, to_user: user } = row;
  return {
    key: row.message_key,
    to: channel !== null ? { channel } : { user: user as UserId },
    payload: await sealer.open(row.member_id ?? undefined, row.payload_sealed),
    due: instantOf(row.due),
    state: row.state,
    attempts: row.attempts,
    ...(row.not_after !== null && { notAfter: instantOf(row.not_after) }),
    ...(row.edits !== null && { edits: row.edits }),
    ...(row.thread !== null && { thread: row.thread }),
    ...(row.member_id !== null && { member: row.member_id }),
    ...(row.group_id !== null && { group: row.group_id }),
    ...(row.first_attempt_at !== null && { firstAttemptAt: instantOf(row.first_attempt_at) }),
    ...(row.last_attempt_at !== null && { lastAttemptAt: instantOf(row.last_attempt_at) }),
    ...(row.channel !== null && { channel: row.channel }),
    ...(row.message_id !== null && { messageId: row.message_id }),
  };
}
