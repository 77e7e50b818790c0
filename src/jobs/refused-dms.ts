// What becomes of a direct message that its reader's settings refuse: it is kept for them, and where
// they chose a channel for it, they are told there that there is something to read.

import { md } from '../bot/markdown.ts';
import type { Failure } from '../bot/platform.ts';
import { say } from '../bot/reply.ts';
import { readButton } from '../bot/undelivered.ts';
import { platformOf } from '../core/ids.ts';
import type { JobStore, QueuedMessage } from '../store/store.ts';
import { outbox } from './outbox.ts';

/** Nothing of what it says is shown in the channel. */
export async function keepRefused(
  { key, to, member, payload }: QueuedMessage,
  { detail }: Failure,
  now: Temporal.Instant,
  store: JobStore,
): Promise<void> {
  await store.transaction(async (tx) => {
    await tx.all.markEnded(key, 'closed', detail);
    if (!('user' in to) || member === undefined) return;
    const kept = await tx.undelivered.keep(member, payload, now);
    const channel = (await tx.members.read(member))?.fallbackChannel;
    if (channel === undefined || platformOf(channel) !== platformOf(to.user)) return;
    await outbox.add(tx, {
      key: `${key}:refused`,
      to: { kind: 'channel', channel },
      reply: say(md`I could not send you a direct message. Only you can open it here.`, {
        mentions: [to.user],
        controls: [readButton(kept)],
      }),
      due: now,
      member,
    });
  });
}
