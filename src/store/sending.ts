// The outbox as its sender sees it: what is due, and what became of it.

import type { ChannelId, UserId } from '../core/ids.ts';
import { never, type Row } from './outbox.ts';
import type { Sealer } from './sealing.ts';
import { instantOf, millisecondsOf, type Sql } from './sql.ts';
import type { AllOf, QueuedMessage } from './store.ts';

type Sending = Pick<
  AllOf,
  | 'dueMessages'
  | 'message'
  | 'markSending'
  | 'markSent'
  | 'markWaiting'
  | 'markEnded'
  | 'markTried'
  | 'hold'
>;

export function makeSending(sql: Sql, sealer: Sealer): Sending {
  return {
    async dueMessages(platform, now, most) {
      const at = millisecondsOf(now);
      const inDoubt = await sql.all<QueuedRow>(dueInDoubt, platform, at, at, most);
      const left = most - inDoubt.length;
      const fresh = left > 0 ? await sql.all<QueuedRow>(dueFresh, platform, at, left) : [];
      return Promise.all([...inDoubt, ...fresh].map((row) => queuedOf(row, sealer)));
    },
    async message(key) {
      const row = await sql.get<QueuedRow>(`${queued} WHERE message_key = ?`, key);
      return row && queuedOf(row, sealer);
    },
    async markSending(key, now, again) {
      const changed = await sql.run(
        `UPDATE outbox SET state = 'sending', attempts = attempts + 1, next_at = ?,
           last_attempt_at = ?, first_attempt_at = COALESCE(first_attempt_at, ?)
         WHERE message_key = ? AND state IN ('pending', 'sending')`,
        millisecondsOf(again),
        millisecondsOf(now),
        millisecondsOf(now),
        key,
      );
      return changed > 0;
    },
    /** True whatever was decided meanwhile: it was sent. */
    async markSent(key, at, channel, messageId) {
      await sql.run(
        `UPDATE outbox SET state = 'sent', sent_at = ?, channel = ?, message_id = ?, reason = NULL,
           payload_sealed = ''
         WHERE message_key = ?`,
        millisecondsOf(at),
        channel,
        messageId,
        key,
      );
      await sql.run(
        `UPDATE identities SET dm_channel = ?
         WHERE user_id = (SELECT to_user FROM outbox WHERE message_key = ?)
           AND dm_channel IS NOT ?`,
        channel,
        key,
        channel,
      );
    },
    async markWaiting(key, state, next, reason) {
      await sql.run(
        `UPDATE outbox SET state = ?, next_at = ?, reason = ?
         WHERE message_key = ? AND state IN ('pending', 'sending')`,
        state,
        millisecondsOf(next),
        reason,
        key,
      );
    },
    async markEnded(key, state, reason) {
      await sql.run(
        `UPDATE outbox SET state = ?, reason = ?, payload_sealed = ''
         WHERE message_key = ? AND state IN ('pending', 'sending')`,
        state,
        reason,
        key,
      );
    },
    async markTried(key, at) {
      await sql.run(
        'UPDATE outbox SET last_attempt_at = ? WHERE message_key = ?',
        millisecondsOf(at),
        key,
      );
    },
    async hold(key, reason) {
      await sql.run(
        `UPDATE outbox SET next_at = ?, reason = ? WHERE message_key = ? AND state = 'sending'`,
        never,
        reason,
        key,
      );
    },
  };
}

interface QueuedRow extends Row {
  readonly dm_channel: ChannelId | null;
}

const queued = `SELECT outbox.*, identities.dm_channel FROM outbox
  LEFT JOIN identities ON identities.user_id = outbox.to_user`;
const dueInDoubt = `${queued}
  WHERE platform = ? AND state = 'sending' AND (next_at <= ? OR last_attempt_at > ?)
  ORDER BY next_at, message_key LIMIT ?`;
const dueFresh = `${queued}
  WHERE platform = ? AND state = 'pending' AND next_at <= ? ORDER BY due, message_key LIMIT ?`;

async function queuedOf(row: QueuedRow, sealer: Sealer): Promise<QueuedMessage> {
  const { to_channel: channel, to_user: user, payload_sealed: payload } = row;
  return {
    key: row.message_key,
    to: channel !== null ? { channel } : { user: user as UserId },
    payload: payload && (await sealer.open(row.member_id ?? undefined, payload)),
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
    ...(row.dm_channel !== null && { directChannel: row.dm_channel }),
  };
}
