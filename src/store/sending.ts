// The outbox as its sender sees it: what is due, and what became of it.

import type { UserId } from '../core/ids.ts';
import type { Row } from './outbox.ts';
import type { Sealer } from './sealing.ts';
import { instantOf, millisecondsOf, type Sql } from './sql.ts';
import type { AllOf, QueuedMessage } from './store.ts';

type Sending = Pick<
  AllOf,
  'dueMessages' | 'message' | 'markSending' | 'markSent' | 'markWaiting' | 'markEnded'
>;

export function makeSending(sql: Sql, sealer: Sealer): Sending {
  return {
    async dueMessages(platform, now, most) {
      const rows = await sql.all<Row>(
        `SELECT * FROM outbox
         WHERE platform = ? AND state IN ('pending', 'sending') AND next_at <= ?
         ORDER BY due, message_key LIMIT ?`,
        platform,
        millisecondsOf(now),
        most,
      );
      return Promise.all(rows.map((row) => queuedOf(row, sealer)));
    },
    async message(key) {
      const row = await sql.get<Row>('SELECT * FROM outbox WHERE message_key = ?', key);
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
  };
}

async function queuedOf(row: Row, sealer: Sealer): Promise<QueuedMessage> {
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
  };
}
