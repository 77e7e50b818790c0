// Sends what nobody asked for just now: reminders, notices, the daily question.

import type { Log } from '../../bot/log.ts';
import { marked } from '../../bot/mark.ts';
import { md } from '../../bot/markdown.ts';
import type { Address, Delivery, MessageRef } from '../../bot/platform.ts';
import { type Reply, say } from '../../bot/reply.ts';
import { type ChannelId, localId, type UserId } from '../../core/ids.ts';
import { hasFiles, sendFiles } from './files.ts';
import { failureOf } from './outcomes.ts';
import type { People } from './people.ts';
import { messageOf } from './render.ts';
import { asTyped, literal, whyNot } from './speak.ts';
import type { Web } from './web.ts';

export interface Deliverer {
  readonly web: Web;
  readonly people: People;
  readonly team: string;
  readonly log: Log;
}

/** The same by its key for ever: the first reference carries its mark. */
export async function deliver(
  parts: Deliverer,
  to: Address,
  reply: Reply,
  { key, thread }: { readonly key: string; readonly thread?: string },
): Promise<Delivery> {
  try {
    const channel = await channelOf(parts, to);
    const message = messageOf(marked(reply, key));
    const { ts } = await parts.web.chat.postMessage({ channel, ...message, ...literal });
    if (!ts) return { ok: false, reason: 'unknown', detail: 'Slack did not name the message.' };
    await addBeneath(parts, reply, { channel, ts }, thread);
    return { ok: true, channel: `slack:${parts.team}/${channel}`, messageId: ts };
  } catch (error) {
    return failureOf(error);
  }
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

function channelOf({ people }: Deliverer, to: Address): Promise<string> {
  return to.kind === 'dm' ? people.dmOf(ownId(to.user)) : Promise.resolve(ownId(to.channel));
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
