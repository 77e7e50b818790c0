// Sends what nobody asked for just now: reminders, notices, the daily question.

import type { Log } from '../../bot/log.ts';
import { marked, markOf } from '../../bot/mark.ts';
import { md } from '../../bot/markdown.ts';
import type { Address, Delivery, Failure, Found, Manners, MessageRef } from '../../bot/platform.ts';
import type { Pressed } from '../../bot/pressed.ts';
import { type Reply, say } from '../../bot/reply.ts';
import { type ChannelId, localId, type UserId } from '../../core/ids.ts';
import { hasFiles, sendFiles } from './files.ts';
import { codeOf, failureOf, isPause } from './outcomes.ts';
import type { People } from './people.ts';
import { messageOf } from './render.ts';
import { asTyped, literal, whyNot } from './speak.ts';
import type { Web } from './web.ts';

export interface Deliverer {
  readonly web: Web;
  readonly people: People;
  readonly pressed: Pressed;
  readonly team: string;
  readonly log: Log;
}

/**
 * chat.postMessage: about one a second in a channel; conversations.open and conversations.history:
 * tier 3, 50 a minute (docs.slack.dev, Rate limits). Slack knows no repeated message, so that one in
 * doubt is looked for before it is sent again.
 */
export const slackManners: Manners = {
  atOnce: 8,
  between: 50,
  betweenInChannel: 1_000,
  betweenOpenings: 1_300,
  betweenLooks: 1_300,
  repeatableFor: 0,
  quietPeriod: 30_000,
};

const markType = 'coderounds_delivery';

/** The same by its key for ever: its metadata carries the mark. */
export async function deliver(
  parts: Deliverer,
  to: Address,
  reply: Reply,
  { key, thread }: { readonly key: string; readonly thread?: string },
): Promise<Delivery> {
  const channel = await channelOf(parts, to).catch(notOpened);
  if (typeof channel !== 'string') return channel;
  try {
    const message = messageOf(marked(reply, key));
    const metadata = { event_type: markType, event_payload: { mark: markOf(key) } };
    const { ts } = await parts.web.chat.postMessage({ channel, ...message, ...literal, metadata });
    if (!ts) return { ok: false, reason: 'unknown', detail: 'Slack did not name the message.' };
    await addBeneath(parts, reply, { channel, ts }, thread);
    return { ok: true, channel: `slack:${parts.team}/${channel}`, messageId: ts };
  } catch (error) {
    return failureOf(error);
  }
}

/** Nothing was sent yet. A pause that Slack asks for here is one of opening, whoever is next. */
function notOpened(error: unknown): Failure {
  const failure = failureOf(error);
  if (failure.reason === 'unknown') return { ...failure, reason: 'retry' };
  return isPause(error) ? { ...failure, pauses: 'openings' } : failure;
}

export async function editDelivered(
  { web }: Pick<Deliverer, 'web'>,
  at: MessageRef,
  reply: Reply,
): Promise<Delivery> {
  try {
    const channel = ownId(at.channel);
    await web.chat.update({ channel, ts: at.messageId, ...messageOf(reply), ...asTyped });
    return { ok: true, channel: at.channel, messageId: at.messageId };
  } catch (error) {
    return failureOf(error);
  }
}

/** Pressed, or among the newest hundred; where a scope is missing it cannot be told. */
export async function findDelivered(parts: Deliverer, to: Address, key: string): Promise<Found> {
  const seen = parts.pressed.under(key);
  if (seen) return seen;
  try {
    const channel = await channelOf(parts, to);
    const { messages = [] } = await parts.web.conversations.history({
      channel,
      limit: 100,
      include_all_metadata: true,
    });
    const mark = markOf(key);
    const found = messages.find(
      ({ metadata }) =>
        metadata?.event_type === markType &&
        (metadata.event_payload as { readonly mark?: unknown } | undefined)?.mark === mark,
    );
    if (!found?.ts) return 'absent';
    return { channel: `slack:${parts.team}/${channel}`, messageId: found.ts };
  } catch (error) {
    return codeOf(error) === 'missing_scope' ? { cannot: mayNotRead(to) } : failureOf(error);
  }
}

function mayNotRead(to: Address): string {
  const scopes = to.kind === 'dm' ? 'im:history' : 'channels:history or groups:history';
  return `the app may not read there (scope ${scopes}).`;
}

async function channelOf({ people }: Deliverer, to: Address): Promise<string> {
  if (to.kind === 'channel') return ownId(to.channel);
  return to.channel ? ownId(to.channel) : people.dmOf(ownId(to.user));
}

/** `slack:T1/C1` → `C1`. */
function ownId(id: UserId | ChannelId): string {
  return localId(id).split('/')[1] ?? '';
}

/** The message is there: what belongs to it may fail without undoing that. */
async function addBeneath(
  { web, log }: Deliverer,
  reply: Reply,
  { channel, ts }: { readonly channel: string; readonly ts: string },
  thread: string | undefined,
): Promise<void> {
  try {
    if (hasFiles(reply)) await sendFiles(web, reply, { channel });
    if (thread === undefined) return;
    const opening = messageOf(say(md`${thread}`));
    await web.chat.postMessage({ channel, thread_ts: ts, ...opening, ...literal });
  } catch (error) {
    log.warn('What belongs to a message could not be sent.', { why: whyNot(error) });
  }
}
