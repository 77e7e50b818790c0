// Writes messages down in the transaction of the change that they tell of.

import type { Outbox, Outgoing } from '../bot/job.ts';
import { payloadOf } from '../bot/payload.ts';
import type { OutboxRow, Transaction } from '../store/store.ts';

export const outbox: Outbox = {
  add: async (tx, { leftOut, ...outgoing }) => {
    if (leftOut === undefined) await tx.outbox.add(rowOf(outgoing));
    else await recordLeftOut(tx, outgoing, leftOut);
  },
  void: async (tx, keyPrefix, reason) => {
    await tx.outbox.void(keyPrefix, reason);
  },
};

/** Under a key of its own: what was left out may still be sent, once a pause is over. */
async function recordLeftOut(tx: Transaction, outgoing: Outgoing, reason: string): Promise<void> {
  const key = `${outgoing.key}:left out`;
  if (await tx.outbox.add(rowOf({ ...outgoing, key }))) await tx.outbox.void(key, reason);
}

function rowOf({ to, reply, ...rest }: Omit<Outgoing, 'leftOut'>): OutboxRow {
  return {
    ...rest,
    to: to.kind === 'dm' ? { user: to.user } : { channel: to.channel },
    payload: payloadOf(reply),
  };
}
