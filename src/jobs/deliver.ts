// Takes one message a step further: sends it, looks whether it is there, or waits; and records what
// became of it. What to do is decided in src/core/delivery/protocol.ts.

import type { Clock } from '../bot/clock.ts';
import type { Log } from '../bot/log.ts';
import { replyOf } from '../bot/payload.ts';
import type { Address, Delivery, Failure, Found, Platform } from '../bot/platform.ts';
import type { Reply } from '../bot/reply.ts';
import {
  afterRefusal,
  afterRestart,
  afterUnknown,
  type Known,
  nextStep,
  unsent,
} from '../core/delivery/protocol.ts';
import type { JobStore, QueuedMessage } from '../store/store.ts';
import { isLate, saidLate, saidRepeat } from './late.ts';
import type { Pace } from './pace.ts';
import { keepRefused } from './refused-dms.ts';

export interface DeliverParts {
  readonly platform: Platform;
  readonly store: JobStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly elapsed: () => number;
  readonly pace: Pace;
  /** When this process began to deliver, by `elapsed`. */
  readonly started: number;
  /** What this process knows of messages in doubt, by key. */
  readonly doubts: Map<string, Known>;
}

/** Of the quiet period, so that tests may shorten all times together: 5 s, 1 s, half an hour. */
const firstWait = 1 / 6;
const shortestWait = 1 / 30;
const longestWait = 60;

const tooLate = 'It was too late to be of use.';
const inTurn = 'Direct messages are opened one after another.';
const isQuiet = 'Nobody knows yet whether it arrived.';

export async function deliver(message: QueuedMessage, parts: DeliverParts): Promise<void> {
  const { platform, store, clock, elapsed, pace } = parts;
  const now = clock.now();
  if (message.lastAttemptAt && Temporal.Instant.compare(message.lastAttemptAt, now) > 0)
    await store.all.markTried(message.key, now);
  const turn = opensDm(message) ? pace.openingIn(message.key) : 0;
  if (turn > 0) return putOff(message, turn, inTurn, parts);
  const known = knownOf(message, parts);
  const step = nextStep(known, elapsed(), platform.manners);
  switch (step.do) {
    case 'wait':
      return putOff(message, step.for, isQuiet, parts);
    case 'look':
      return look(message, known, parts);
    case 'send':
      return send(message, known, parts);
  }
}

/** An edit may be made twice, so that it is never in doubt. */
function isInDoubt({ state, edits }: QueuedMessage): boolean {
  return state === 'sending' && edits === undefined;
}

function knownOf(message: QueuedMessage, { doubts, elapsed, started }: DeliverParts): Known {
  if (!isInDoubt(message)) return unsent(elapsed());
  return doubts.get(message.key) ?? afterRestart(started);
}

function opensDm({ to, edits, directChannel }: QueuedMessage): boolean {
  return 'user' in to && edits === undefined && directChannel === undefined;
}

/** Due again after so many milliseconds; the reason is for `/group deliveries`. */
export async function putOff(
  message: QueuedMessage,
  milliseconds: number,
  reason: string,
  { store, clock }: DeliverParts,
): Promise<void> {
  const next = clock.now().add({ milliseconds: Math.ceil(milliseconds) });
  const state = isInDoubt(message) ? 'sending' : 'pending';
  await store.all.markWaiting(message.key, state, next, reason);
}

async function look(message: QueuedMessage, known: Known, parts: DeliverParts): Promise<void> {
  const { platform, store, clock, log, pace, doubts } = parts;
  await pace.look();
  const reply = replyOf(message.payload);
  const found: Found = await platform
    .find(addressOf(message), reply, message.key)
    .catch((error: unknown) => broke(message, error, log));
  if (found === 'absent') return sendAnew(message, parts);
  if ('messageId' in found) {
    doubts.delete(message.key);
    return store.all.markSent(message.key, clock.now(), found.channel, found.messageId);
  }
  if ('cannot' in found) {
    // Still in doubt: where this one is refused, the next one has to say so as well.
    if ('user' in message.to) return send(message, known, parts, 'repeat');
    doubts.delete(message.key);
    return store.all.hold(message.key, `It may have been posted or not: ${found.cannot}`);
  }
  return recordFailure(message, known, found, parts);
}

/** It is not there and will not come: as if it had never been tried. */
async function sendAnew(message: QueuedMessage, parts: DeliverParts): Promise<void> {
  const { store, clock, elapsed, doubts } = parts;
  doubts.delete(message.key);
  await store.all.markWaiting(message.key, 'pending', clock.now(), 'It did not arrive.');
  return send({ ...message, state: 'pending' }, unsent(elapsed()), parts);
}

async function send(
  message: QueuedMessage,
  known: Known,
  parts: DeliverParts,
  how?: 'repeat',
): Promise<void> {
  const { store, clock, log, platform, elapsed, doubts } = parts;
  const now = clock.now();
  const isOver = message.notAfter && Temporal.Instant.compare(message.notAfter, now) < 0;
  if (isOver && (how === 'repeat' || !known.inDoubt)) {
    doubts.delete(message.key);
    return store.all.markEnded(message.key, 'missed', tooLate);
  }
  const began = elapsed();
  const again = now.add({ milliseconds: Math.ceil(platform.manners.quietPeriod) });
  if (!(await store.all.markSending(message.key, now, again))) return;
  const delivery = await attempt(message, parts, how).catch((error: unknown) =>
    broke(message, error, log),
  );
  const ended = elapsed();
  if (delivery.ok) {
    doubts.delete(message.key);
    await store.all.markSent(message.key, clock.now(), delivery.channel, delivery.messageId);
    return;
  }
  const next =
    delivery.reason === 'unknown' ? afterUnknown(known, began, ended) : afterRefusal(known, ended);
  await recordFailure(message, next, delivery, parts);
}

function broke({ key }: QueuedMessage, error: unknown, log: Log): Failure {
  log.error('A platform failed at a message.', { key }, error);
  return { ok: false, reason: 'unknown', detail: 'The platform failed; the log says how.' };
}

async function attempt(
  message: QueuedMessage,
  { store, clock, platform }: DeliverParts,
  how?: 'repeat',
): Promise<Delivery> {
  const reply = replyOf(message.payload);
  if (message.edits !== undefined)
    return editOf(await store.all.message(message.edits), reply, platform);
  const now = clock.now();
  const said = how === 'repeat' ? saidRepeat(reply) : reply;
  return platform.send(
    addressOf(message),
    isLate(message.due, now) ? saidLate(said, message.due, now) : said,
    { key: message.key, ...(message.thread !== undefined && { thread: message.thread }) },
  );
}

function addressOf({ to, directChannel }: QueuedMessage): Address {
  if ('channel' in to) return { kind: 'channel', channel: to.channel };
  return { kind: 'dm', user: to.user, ...(directChannel && { channel: directChannel }) };
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

async function recordFailure(
  message: QueuedMessage,
  known: Known,
  failure: Failure,
  parts: DeliverParts,
): Promise<void> {
  const { store, clock, log, pace, doubts } = parts;
  const { key } = message;
  log.warn('A message was not delivered.', { key, reason: failure.reason });
  const milliseconds = waitAfter(failure, known, message.attempts, parts.platform);
  if (failure.pauses === 'openings') pace.pauseOpenings(milliseconds);
  if (failure.pauses === 'everything') pace.pauseAll(milliseconds);
  if (failure.reason === 'closed') {
    doubts.delete(key);
    if (failure.noDms) return keepRefused(message, failure, clock.now(), store);
    return store.all.markEnded(key, 'closed', failure.detail);
  }
  const isDoubtful = known.inDoubt && message.edits === undefined;
  if (isDoubtful) doubts.set(key, known);
  const next = clock.now().add({ milliseconds });
  await store.all.markWaiting(key, isDoubtful ? 'sending' : 'pending', next, failure.detail);
}

/**
 * What the platform asks for; else 5 s, doubled with every attempt, half an hour at most. In doubt
 * without a way to repeat the request, the quiet period.
 */
function waitAfter(
  { reason, after }: Failure,
  { inDoubt }: Known,
  attempts: number,
  { manners: { quietPeriod, repeatableFor } }: Platform,
): number {
  const backOff = quietPeriod * Math.min(firstWait * 2 ** Math.min(attempts, 20), longestWait);
  const mustBeQuiet = reason === 'unknown' && inDoubt && repeatableFor === 0;
  const least = mustBeQuiet ? quietPeriod : quietPeriod * shortestWait;
  return Math.ceil(Math.max(after?.total('milliseconds') ?? backOff, least));
}
