// Sends what is due in the outbox, one platform's pace at a time, and records what became of it.

import type { Clock } from '../bot/clock.ts';
import type { Log } from '../bot/log.ts';
import { formatted, md } from '../bot/markdown.ts';
import type { Address, Delivery, Platform } from '../bot/platform.ts';
import type { Reply } from '../bot/reply.ts';
import { platformOf } from '../core/ids.ts';
import type { JobStore, QueuedMessage } from '../store/store.ts';
import { replyOf } from './payload.ts';

export interface SenderParts {
  readonly store: JobStore;
  readonly platforms: readonly Platform[];
  readonly clock: Clock;
  readonly log: Log;
}

/** From when on a message says that it is late. */
const lateAfter = Temporal.Duration.from({ minutes: 10 });
/** How long an answer may have been lost on its way before the message is sent again. */
const quietPeriod = Temporal.Duration.from({ seconds: 30 });
const firstWait = Temporal.Duration.from({ seconds: 5 });
const longestWait = Temporal.Duration.from({ minutes: 30 });

/** Sends everything that is due; ends when nothing more is. */
export async function sendDue(parts: SenderParts): Promise<void> {
  for (;;) {
    const due = await parts.store.all.dueMessages(parts.clock.now(), 50);
    const ready = due.filter((message) => isReady(message, parts.clock.now()));
    if (ready.length === 0) return;
    for (const message of ready) await deliver(message, parts);
  }
}

/** What a crash left in `sending` waits until its first request is surely over. */
function isReady(message: QueuedMessage, now: Temporal.Instant): boolean {
  if (message.state !== 'sending' || !message.lastAttemptAt) return true;
  return Temporal.Instant.compare(message.lastAttemptAt.add(quietPeriod), now) <= 0;
}

async function deliver(message: QueuedMessage, parts: SenderParts): Promise<void> {
  const { store, clock, log } = parts;
  const now = clock.now();
  if (message.notAfter && Temporal.Instant.compare(message.notAfter, now) < 0)
    return store.all.markEnded(message.key, 'missed', 'It was too late to be of use.');
  const platform = parts.platforms.find((p) => p.name === platformOf(addressee(message)));
  if (!platform)
    return store.all.markRetry(message.key, now.add(longestWait), 'The platform is switched off.');
  if (!(await store.all.markSending(message.key, now))) return;
  const delivery = await attempt(message, platform, parts);
  await record(message, delivery, parts);
  if (!delivery.ok)
    log.warn('A message was not delivered.', { key: message.key, reason: delivery.reason });
}

function addressee(message: QueuedMessage) {
  return 'user' in message.to ? message.to.user : message.to.channel;
}

async function attempt(
  message: QueuedMessage,
  platform: Platform,
  { store, clock }: SenderParts,
): Promise<Delivery> {
  const reply = replyOf(message.payload);
  if (message.edits !== undefined) {
    const edited = await store.all.message(message.edits);
    return editOf(edited, reply, platform);
  }
  const to: Address =
    'user' in message.to
      ? { kind: 'dm', user: message.to.user }
      : { kind: 'channel', channel: message.to.channel };
  const late = Temporal.Instant.compare(message.due.add(lateAfter), clock.now()) < 0;
  return platform.send(to, late ? saidLate(reply, message.due) : reply, {
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

function saidLate(reply: Reply, due: Temporal.Instant): Reply {
  const when = due.toString({ smallestUnit: 'minute' }).replace('T', ' ').replace('Z', ' UTC');
  return {
    ...reply,
    text: md`*This is late: it was due on ${when}, while the bot could not send.*\n\n${formatted(reply.text)}`,
  };
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
  const wait = delivery.after ?? (delivery.reason === 'unknown' ? quietPeriod : backOff(message));
  return store.all.markRetry(message.key, now.add(wait), delivery.detail);
}

/** 5 s, doubled with every attempt, half an hour at most. */
function backOff(message: QueuedMessage): Temporal.Duration {
  const seconds = firstWait.seconds * 2 ** Math.min(message.attempts, 10);
  return Temporal.Duration.from({ seconds: Math.min(seconds, longestWait.total('seconds')) });
}
