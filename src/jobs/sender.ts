// Sends what is due in the outbox, each platform for itself, and records what became of it.

import type { Clock } from '../bot/clock.ts';
import type { Log } from '../bot/log.ts';
import type { Address, Delivery, Platform } from '../bot/platform.ts';
import type { Reply } from '../bot/reply.ts';
import type { JobStore, QueuedMessage } from '../store/store.ts';
import { isLate, saidLate } from './late.ts';
import { replyOf } from './payload.ts';

export interface SenderParts {
  readonly store: JobStore;
  readonly platforms: readonly Platform[];
  readonly clock: Clock;
  readonly log: Log;
}

/** How long an answer may have been lost on its way before the message is sent again. */
const quietPeriod = Temporal.Duration.from({ seconds: 30 });
/** Doubled with every attempt. */
const firstWait = Temporal.Duration.from({ seconds: 5 });
const longestWait = Temporal.Duration.from({ minutes: 30 });
const shortestWait = Temporal.Duration.from({ seconds: 1 });
/** Between two batches alarms ring, so that a long queue does not hold them up. */
const batch = 20;

/** Sends a batch on each platform; ends early after `stop`. Says whether more may be due. */
export async function sendSome(parts: SenderParts, stop: AbortSignal): Promise<boolean> {
  const results = await Promise.allSettled(
    parts.platforms.map((platform) => sendOn(platform, parts, stop)),
  );
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return results.some((result) => result.status === 'fulfilled' && result.value);
}

async function sendOn(platform: Platform, parts: SenderParts, stop: AbortSignal): Promise<boolean> {
  const due = await parts.store.all.dueMessages(platform.name, parts.clock.now(), batch);
  for (const message of due) {
    if (stop.aborted) return false;
    await deliver(message, platform, parts);
  }
  return due.length > 0;
}

async function deliver(
  message: QueuedMessage,
  platform: Platform,
  parts: SenderParts,
): Promise<void> {
  const { store, clock, log } = parts;
  const now = clock.now();
  if (message.notAfter && Temporal.Instant.compare(message.notAfter, now) < 0)
    return store.all.markEnded(message.key, 'missed', 'It was too late to be of use.');
  if (!(await store.all.markSending(message.key, now, now.add(quietPeriod)))) return;
  const delivery = await attempt(message, platform, parts).catch((error: unknown): Delivery => {
    log.error('A platform failed at a message.', { key: message.key }, error);
    return { ok: false, reason: 'unknown', detail: 'The platform failed; the log says how.' };
  });
  if (!delivery.ok)
    log.warn('A message was not delivered.', { key: message.key, reason: delivery.reason });
  await record(message, delivery, parts);
}

async function attempt(
  message: QueuedMessage,
  platform: Platform,
  { store, clock }: SenderParts,
): Promise<Delivery> {
  const reply = replyOf(message.payload);
  if (message.edits !== undefined)
    return editOf(await store.all.message(message.edits), reply, platform);
  const to: Address =
    'user' in message.to
      ? { kind: 'dm', user: message.to.user }
      : { kind: 'channel', channel: message.to.channel };
  const now = clock.now();
  return platform.send(to, isLate(message.due, now) ? saidLate(reply, message.due, now) : reply, {
    key: message.key,
    ...(message.thread !== undefined && { thread: message.thread }),
  });
}

async function editOf(
  edited: QueuedMessage | undefined,
  reply: Reply,
  platform: Platform,
): Promise<Delivery> {
  if (edited?.channel && edited.messageId)
    return platform.edit({ channel: edited.channel, messageId: edited.messageId }, reply);
  if (edited?.state === 'pending' || edited?.state === 'sending')
    return { ok: false, reason: 'retry', detail: 'The message to edit has not been sent yet.' };
  return { ok: false, reason: 'closed', detail: 'The message to edit was never sent.' };
}

async function record(
  message: QueuedMessage,
  delivery: Delivery,
  { store, clock }: SenderParts,
): Promise<void> {
  const now = clock.now();
  if (delivery.ok)
    return store.all.markSent(message.key, now, delivery.channel, delivery.messageId);
  if (delivery.reason === 'closed')
    return store.all.markEnded(message.key, 'closed', delivery.detail);
  const isAmbiguous = delivery.reason === 'unknown' || message.state === 'sending';
  const next = now.add(waitAfter(delivery, message.attempts));
  const state = isAmbiguous ? 'sending' : 'pending';
  return store.all.markWaiting(message.key, state, next, delivery.detail);
}

/** What the platform asks for; else 5 s, doubled with every attempt, half an hour at most. */
function waitAfter(
  { reason, after }: Extract<Delivery, { ok: false }>,
  attempts: number,
): Temporal.Duration {
  const doubled = firstWait.seconds * 2 ** Math.min(attempts, 20);
  const backOff = Math.min(doubled, longestWait.total('seconds'));
  const least = reason === 'unknown' ? quietPeriod : shortestWait;
  const wanted = after?.total('seconds') ?? backOff;
  return Temporal.Duration.from({
    milliseconds: Math.ceil(1000 * Math.max(wanted, least.total('seconds'))),
  });
}
