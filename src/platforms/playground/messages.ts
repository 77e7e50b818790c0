// What the bot said where others, or its reader later, can see it: kept in memory, told live.

import type { User } from '../../bot/event.ts';
import { marked } from '../../bot/mark.ts';
import type { Address, Delivery, MessageRef } from '../../bot/platform.ts';
import type { Reply } from '../../bot/reply.ts';
import type { ChannelId } from '../../core/ids.ts';
import { dmWith } from './tell.ts';

export interface Message {
  readonly id: string;
  /** Grows with every message and every edit, so that a listener can ask for what it missed. */
  readonly revision: number;
  readonly to: Address;
  readonly channel: ChannelId;
  readonly at: Temporal.Instant;
  readonly reply: Reply;
  readonly edited: boolean;
  /** Title of the thread under it. */
  readonly thread?: string;
  /** Who asked for it, where it answers a command for everybody to see. */
  readonly by?: User;
}

export interface Messages {
  send(
    to: Address,
    reply: Reply,
    delivery: { readonly key: string; readonly thread?: string },
  ): Delivery;
  edit(at: MessageRef, reply: Reply): Delivery;
  /** The answer to a command that everybody in the channel sees. */
  post(channel: ChannelId, reply: Reply, by: User): Message;
  find(id: string): Message | undefined;
  sentUnder(key: string): MessageRef | undefined;
  /** Oldest first. */
  of(address: Address): readonly Message[];
  /** Those that came, or were edited, after a revision, in that order. */
  after(revision: number): readonly Message[];
  /** Returns what ends it. */
  listen(heard: (message: Message) => void): () => void;
}

/** More than a demonstration needs; the oldest go. */
const most = 2000;

export function makeMessages(now: () => Temporal.Instant): Messages {
  const kept = new Map<string, Message>();
  const byKey = new Map<string, string>();
  const listeners = new Set<(message: Message) => void>();
  let revision = 0;

  const forgetOldest = () => {
    const [oldest = ''] = kept.keys();
    kept.delete(oldest);
    for (const [key, id] of byKey) if (id === oldest) byKey.delete(key);
  };
  const keep = (message: Omit<Message, 'revision'>): Message => {
    revision += 1;
    const whole = { ...message, revision };
    kept.set(whole.id, whole);
    if (kept.size > most) forgetOldest();
    for (const heard of listeners) heard(whole);
    return whole;
  };
  const add = (to: Address, reply: Reply, more: Pick<Message, 'thread' | 'by'>): Message =>
    keep({
      id: `m${revision + 1}`,
      to,
      channel: channelOf(to),
      at: now(),
      reply,
      edited: false,
      ...more,
    });

  return {
    send(to, reply, { key, thread }) {
      const sent = kept.get(byKey.get(key) ?? '');
      const message = sent ?? add(to, marked(reply, key), { ...(thread && { thread }) });
      byKey.set(key, message.id);
      return { ok: true, channel: message.channel, messageId: message.id };
    },
    edit(at, reply) {
      const message = kept.get(at.messageId);
      if (message?.channel !== at.channel)
        return {
          ok: false,
          reason: 'closed',
          detail: 'The message is gone: the playground forgets its messages when it stops.',
        };
      keep({ ...message, reply, edited: true });
      return { ok: true, channel: at.channel, messageId: at.messageId };
    },
    post: (channel, reply, by) => add({ kind: 'channel', channel }, reply, { by }),
    find: (id) => kept.get(id),
    sentUnder(key) {
      const message = kept.get(byKey.get(key) ?? '');
      return message && { channel: message.channel, messageId: message.id };
    },
    of: (address) => [...kept.values()].filter((message) => message.channel === channelOf(address)),
    after: (from) =>
      [...kept.values()]
        .filter((message) => message.revision > from)
        .sort((a, b) => a.revision - b.revision),
    listen(heard) {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
  };
}

function channelOf(address: Address): ChannelId {
  return address.kind === 'dm' ? dmWith(address.user).id : address.channel;
}
