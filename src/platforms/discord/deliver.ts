// Posts and edits messages that nobody asked for just now.

import { createHash } from 'node:crypto';
import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Log } from '../../bot/log.ts';
import { marked } from '../../bot/mark.ts';
import type { Address, Delivery, Platform } from '../../bot/platform.ts';
import type { Reply } from '../../bot/reply.ts';
import type { ChannelId } from '../../core/ids.ts';
import { localId } from '../../core/ids.ts';
import { type Failure, failureOf } from './outcomes.ts';
import { renderMessage } from './render.ts';

const postedSchema = z.object({ id: z.string(), channel_id: z.string() });
const channelSchema = z.object({ id: z.string() });

type Sent = Extract<Delivery, { ok: true }>;

export function makeDelivery(rest: REST, log: Log): Pick<Platform, 'send' | 'edit'> {
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
  };
}

/** What may be done twice without harm need not be known to have been done. */
function certain(failure: Failure): Failure {
  return failure.reason === 'unknown' ? { ...failure, reason: 'retry' } : failure;
}

/** Opening a person's direct messages again gives the same channel. */
async function channelOf(to: Address, rest: REST): Promise<ChannelId> {
  if (to.kind === 'channel') return to.channel;
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
