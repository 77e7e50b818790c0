// What Slack sends, as what a person did. Every payload is checked here; one that is not understood
// becomes nothing, and nothing of it is written down.

import { z } from 'zod';
import type { BotEvent, From } from '../../bot/event.ts';
import type { Downloads } from './files.ts';
import { typedText, withoutOwnName } from './typed-text.ts';

type WithoutFrom<E> = E extends From ? Omit<E, keyof From> : never;

/** Where it happened, in Slack's own ids, and the ways back that Slack gave us. */
export interface Place {
  readonly user: string;
  readonly userName?: string;
  readonly channel: string;
  readonly thread?: string;
  /** Takes five messages within half an hour. */
  readonly responseUrl?: string;
  /** Opens one form, within three seconds. */
  readonly trigger?: string | undefined;
  /** The message that the pressed control is on. */
  readonly message?: { readonly ts: string; readonly ephemeral: boolean };
  /** Known to be the person's conversation with the bot, which nobody else reads. */
  readonly dm?: boolean;
}

export interface Incoming {
  /** The same for every repetition of one event. */
  readonly id?: string;
  readonly place: Place;
  readonly what: WithoutFrom<BotEvent>;
  /** The message that was pressed, as it looked then. */
  readonly pressed?: { readonly ts: string; readonly blocks: readonly unknown[] };
}

/** Who we are in this workspace, and how files are fetched from it. */
export interface Reader {
  /** Ids are always of the workspace that the app is installed in, wherever a guest comes from. */
  readonly team: string;
  readonly botUser: string;
  readonly downloads: Downloads;
}

const slash = z.object({
  command: z.string().startsWith('/'),
  text: z.string().default(''),
  user_id: z.string(),
  user_name: z.string().optional(),
  channel_id: z.string(),
  response_url: z.url().optional(),
  trigger_id: z.string().optional(),
});

/** `/quiz start cpc` and `/coderounds quiz start cpc` are the same line. */
export function readSlash(body: unknown, umbrella: string, reader: Reader): Incoming | undefined {
  const read = slash.safeParse(body).data;
  if (!read) return undefined;
  const word = read.command.slice(1);
  const typed = typedText(read.text, reader.team).trim();
  const line = word === umbrella ? typed || 'help' : `${word} ${typed}`.trim();
  return {
    ...(read.trigger_id && { id: read.trigger_id }),
    place: {
      user: read.user_id,
      channel: read.channel_id,
      ...(read.user_name && { userName: read.user_name }),
      ...(read.response_url && { responseUrl: read.response_url }),
      ...(read.trigger_id && { trigger: read.trigger_id }),
    },
    what: { kind: 'line', line },
  };
}

export const person = z.object({
  id: z.string(),
  name: z.string().optional(),
  username: z.string().optional(),
});

const press = z.object({
  user: person,
  channel: z.object({ id: z.string() }),
  container: z
    .object({
      message_ts: z.string().optional(),
      thread_ts: z.string().optional(),
      is_ephemeral: z.boolean().default(false),
    })
    .default({ is_ephemeral: false }),
  message: z
    .object({
      ts: z.string(),
      thread_ts: z.string().optional(),
      blocks: z.array(z.unknown()).default([]),
    })
    .optional(),
  response_url: z.url().optional(),
  trigger_id: z.string().optional(),
  actions: z.tuple(
    [
      z.object({
        action_id: z.string(),
        selected_option: z.object({ value: z.string() }).nullish(),
      }),
    ],
    z.unknown(),
  ),
});

/** A press on one of our buttons or selects; a link that was followed is nothing to us. */
export function readPress(body: unknown): Incoming | 'nothing' | undefined {
  const read = press.safeParse(body).data;
  if (!read) return undefined;
  const [{ action_id, selected_option }] = read.actions;
  const ref = /^\d+ (?<ref>.+)$/s.exec(action_id)?.groups?.ref;
  if (ref === undefined) return 'nothing';
  const ts = read.container.message_ts ?? read.message?.ts;
  const thread = read.container.thread_ts ?? read.message?.thread_ts;
  return {
    ...(read.trigger_id && { id: read.trigger_id }),
    ...(read.message && { pressed: { ts: read.message.ts, blocks: read.message.blocks } }),
    place: {
      ...placeOf(read.user, read.channel.id),
      ...(thread && { thread }),
      ...(read.response_url && { responseUrl: read.response_url }),
      ...(read.trigger_id && { trigger: read.trigger_id }),
      ...(ts && { message: { ts, ephemeral: read.container.is_ephemeral } }),
    },
    what: { kind: 'press', ref, ...(selected_option && { value: selected_option.value }) },
  };
}

export function placeOf(user: z.output<typeof person>, channel: string) {
  const userName = user.username ?? user.name;
  return { user: user.id, channel, ...(userName && { userName }) };
}

const message = z.object({
  event: z.object({
    type: z.enum(['app_mention', 'message']),
    channel_type: z.string().optional(),
    subtype: z.string().optional(),
    bot_id: z.string().optional(),
    user: z.string().optional(),
    text: z.string().default(''),
    channel: z.string(),
    ts: z.string(),
    thread_ts: z.string().optional(),
  }),
});

/** What was said to the bot: by its name in a channel, or to it alone. */
export function readMessage(body: unknown, reader: Reader): Incoming | 'nothing' | undefined {
  const read = message.safeParse(body).data;
  if (!read) return undefined;
  const { event } = read;
  const dm = event.type === 'message';
  const isTyped = event.subtype === undefined || event.subtype === 'file_share';
  const isOwn = event.user === reader.botUser || event.user === 'USLACKBOT';
  if (!event.user || event.bot_id || !isTyped || isOwn) return 'nothing';
  if (dm && event.channel_type !== 'im') return 'nothing';
  const line = typedText(withoutOwnName(event.text, reader.botUser), reader.team).trim();
  return {
    id: `${event.channel}/${event.ts}`,
    place: {
      user: event.user,
      channel: event.channel,
      ...(event.thread_ts && { thread: event.thread_ts }),
      ...(dm && { dm }),
    },
    what: { kind: 'line', line: line || 'help' },
  };
}
