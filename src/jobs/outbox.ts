// Writes messages down in the transaction of the change that they tell of.

import type { Outbox, Outgoing } from '../bot/job.ts';
import { payloadOf } from '../bot/payload.ts';
import type { OutboxRow } from '../store/store.ts';

export const outbox: Outbox = {
  add: async (tx, outgoing) => {
    await tx.outbox.add(rowOf(outgoing));
  },
  void: async (tx, keyPrefix, reason) => {
    await tx.outbox.void(keyPrefix, reason);
  },
};

function rowOf({ to, reply, ...rest }: Outgoing): OutboxRow {
  return {
    ...rest,
    to: to.kind === 'dm' ? { user: to.user } : { channel: to.channel },
    payload: payloadOf(reply),
  };
}
