// Posts and edits messages that nobody asked for just now.

import { createHash } from 'node:crypto';
import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Log } from '../../bot/log.ts';
import { marked, markOf } from '../../bot/mark.ts';
import type { Address, Delivery, Failure, Found, Manners, Platform } from '../../bot/platform.ts';
import type { Pressed } from '../../bot/pressed.ts';
import type { Reply } from '../../bot/reply.ts';
import type { ChannelId } from '../../core/ids.ts';
import { localId } from '../../core/ids.ts';
import { failureOf } from './outcomes.ts';
import { renderMessage } from './render.ts';

const postedSchema = z.object({ id: z.string(), channel_id: z.string() });
const channelSchema = z.object({ id: z.string() });

type Sent = Extract<Delivery, { ok: true }>;

/**
 * Discord allows 50 requests a second in all (docs: Rate Limits); answers to members have their part
 * of it. How many direct messages may be opened is not published; people report trouble from a few
 * dozen at once. A nonce is known "for the past few minutes".
 */
export const discordManners: Manners = {
  atOnce: 16,
  between: 50,
  betweenInChannel: 0,
  betweenOpenings: 2_000,
  betweenLooks: 50,
  repeatableFor: 60_000,
  quietPeriod: 30_000,
};

export function makeDelivery(
  rest: REST,
  log: Log,
  pressed: Pressed,
): Pick<Platform, 'send' | 'edit' | 'find'> {
  const failed = (error: unknown): Failure => {
    const failure = failureOf(error);
    log.warn('Discord did not take a message.', { reason: failure.reason, detail: failure.detail });
    return failure;
  };
  return {
    async send(to, reply, { key, thread }) {
      const channel = await channelOf(to, rest).catch((error) => certain(failed(error)));
      if (typeof channel !== 'string') return channel;
      const sent = await post(channel, marked(reply, key), key, rest).catch(failed);
      if (sent.ok && thread !== undefined) await openThread(sent, thread, rest).catch(failed);
      return sent;
    },
    edit: ({ channel, messageId }, reply) => {
      const { body, files } = renderMessage(reply);
      return rest
        .patch(Routes.channelMessage(localId(channel), messageId), { body, files })
        .then(sentOf, (error) => certain(failed(error)));
    },
    async find(to, reply, key) {
      const seen = pressed.under(key);
      if (seen) return seen;
      if (!isMarkable(reply)) return { cannot: 'the message has no button that could tell it.' };
      const channel = await channelOf(to, rest).catch((error) => certain(failed(error)));
      if (typeof channel !== 'string') return channel;
      const isDm = to.kind === 'dm';
      return newest(channel, markOf(key), isDm, rest).catch((error) => certain(failed(error)));
    },
  };
}

/** What may be done twice without harm need not be known to have been done. */
function certain(failure: Failure): Failure {
  return failure.reason === 'unknown' ? { ...failure, reason: 'retry' } : failure;
}

/** Opening a person's direct messages again gives the same channel. */
async function channelOf(to: Address, rest: REST): Promise<ChannelId> {
  if (to.kind === 'channel') return to.channel;
  if (to.channel) return to.channel;
  const body = { recipient_id: localId(to.user) };
  const channel = channelSchema.parse(await rest.post(Routes.userChannels(), { body }));
  return `discord:${channel.id}`;
}

/** The nonce makes Discord answer a repetition within minutes with the first message. */
async function post(channel: ChannelId, reply: Reply, key: string, rest: REST): Promise<Sent> {
  const { body, files } = renderMessage(reply);
  const nonce = createHash('sha256').update(key).digest('base64url').slice(0, 25);
  return sentOf(
    await rest.post(Routes.channelMessages(localId(channel)), {
      body: { ...body, nonce, enforce_nonce: true },
      files,
    }),
  );
}

const newestSchema = z.array(
  z.object({ id: z.string(), components: z.array(z.unknown()).default([]) }),
);

/**
 * A bot sees the whole of its own messages without any intent. Where it may not read the history of
 * a channel Discord shows none at all (docs: Get Channel Messages).
 */
async function newest(channel: ChannelId, mark: string, isDm: boolean, rest: REST): Promise<Found> {
  const query = new URLSearchParams({ limit: '100' });
  const answer = await rest.get(Routes.channelMessages(localId(channel)), { query });
  const messages = newestSchema.parse(answer);
  if (messages.length === 0 && !isDm)
    return { cannot: 'the bot sees no messages there; it needs Read Message History.' };
  const found = messages.find(({ components }) => JSON.stringify(components).includes(`${mark}"`));
  return found ? { channel, messageId: found.id } : 'absent';
}

function isMarkable({ controls = [] }: Reply): boolean {
  return controls.some((control) => control.kind !== 'link');
}

function sentOf(answer: unknown): Sent {
  const { id, channel_id: channel } = postedSchema.parse(answer);
  return { ok: true, channel: `discord:${channel}`, messageId: id };
}

const threadNameMost = 100;
const threeDays = 4320;

async function openThread({ channel, messageId }: Sent, name: string, rest: REST): Promise<void> {
  await rest.post(Routes.threads(localId(channel), messageId), {
    body: { name: name.slice(0, threadNameMost), auto_archive_duration: threeDays },
  });
}
