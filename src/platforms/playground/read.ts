// Reads what the page, or a test, posts: checks it and turns it into the bot's words.

import { z } from 'zod';
import type { BotEvent, From, SuggestEvent } from '../../bot/event.ts';
import type { Upload } from '../../bot/shape.ts';
import type { ChannelId, GroupId, UserId } from '../../core/ids.ts';
import { Refusal } from './refusal.ts';
import { group, nameOf, organizer } from './tell.ts';

/** Ids of the other platforms are refused: nobody becomes a Discord member by typing so here. */
function id<T extends string>(example: T) {
  return z
    .string(`must be an id, such as ${example}`)
    .regex(/^playground:\S{1,100}$/, `must be an id, such as ${example}`)
    .transform((given) => given as T);
}

const file = z
  .object({
    name: z.string().min(1).max(255),
    mediaType: z.string().max(100).default('application/octet-stream'),
    bytes: z.string().refine((given) => !/[^A-Za-z0-9+/=]/.test(given), 'must be base64'),
  })
  .transform(uploadOf);

const value = z.union(
  [z.string(), z.number(), z.boolean(), z.null(), file],
  'must be text, a number, true or false, or a file as { name, mediaType, bytes }',
);

const from = {
  user: z.object(
    { id: id<UserId>('playground:member-1'), name: z.string().max(100).optional() },
    'must be an object with an id',
  ),
  channel: z.object(
    {
      id: id<ChannelId>('playground:study-hall'),
      kind: z.enum(['channel', 'dm'], 'must be channel or dm').default('channel'),
    },
    'must be an object with an id',
  ),
  group: id<GroupId>('playground:study-group').optional(),
};

/** The message that a pressed button is on, where it is one that `GET /api/messages` tells of. */
const message = z.string().max(40).optional();
const text = z.string('must be text');
const values = z.record(z.string(), value, 'must be an object of values by name');

const eventBody = z.discriminatedUnion(
  'kind',
  [
    z.object({ ...from, kind: z.literal('command'), path: text, options: values.default({}) }),
    z.object({ ...from, kind: z.literal('line'), line: text }),
    z.object({ ...from, kind: z.literal('press'), ref: text, value: text.optional(), message }),
    z.object({
      ...from,
      kind: z.literal('submit'),
      ref: text,
      fields: values.default({}),
      message,
    }),
  ],
  'must be command, line, press or submit',
);

const suggestBody = z.object({ ...from, path: text, option: text, typed: text });

const clockBody = z.union(
  [
    z.object({ now: z.string() }),
    z.object({ forward: z.string() }),
    z.object({ to: z.literal('next') }),
  ],
  'must be {"now":"2026-09-01T13:00:00Z"}, {"forward":"P1D"} or {"to":"next"}',
);

export interface PostedEvent {
  readonly event: BotEvent;
  /** The id of the message that was pressed. */
  readonly message?: string;
}

export function readEvent(body: unknown): PostedEvent {
  const given = check(eventBody, body);
  const who = fromOf(given);
  switch (given.kind) {
    case 'command':
      return { event: { ...who, kind: 'command', path: given.path, options: given.options } };
    case 'line':
      return { event: { ...who, kind: 'line', line: given.line } };
    case 'press':
      return {
        event: {
          ...who,
          kind: 'press',
          ref: given.ref,
          ...(given.value !== undefined && { value: given.value }),
        },
        ...(given.message !== undefined && { message: given.message }),
      };
    case 'submit':
      return {
        event: { ...who, kind: 'submit', ref: given.ref, fields: given.fields },
        ...(given.message !== undefined && { message: given.message }),
      };
  }
}

export function readSuggest(body: unknown): SuggestEvent {
  const { path, option, typed, ...given } = check(suggestBody, body);
  return { ...fromOf(given), kind: 'suggest', path, option, typed };
}

export type ClockMove =
  | { readonly now: Temporal.Instant }
  | { readonly forward: Temporal.Duration }
  | { readonly to: 'next' };

export function readClockMove(body: unknown): ClockMove {
  const given = check(clockBody, body);
  try {
    if ('now' in given) return { now: Temporal.Instant.from(given.now) };
    if ('forward' in given) return { forward: Temporal.Duration.from(given.forward) };
    return given;
  } catch {
    throw new Refusal(400, 'Write moments as 2026-09-01T13:00:00Z, and time spans as PT1H or P1D.');
  }
}

/** The address of `?channel=` or `?user=`. */
export function readAddress(query: URLSearchParams) {
  const address = z.union([
    z.object({ user: from.user.shape.id }).transform(({ user }) => ({ kind: 'dm' as const, user })),
    z
      .object({ channel: from.channel.shape.id })
      .transform(({ channel }) => ({ kind: 'channel' as const, channel })),
  ]);
  const { data } = address.safeParse(Object.fromEntries(query));
  if (data) return data;
  throw new Refusal(400, 'Say whose: ?channel=playground:study-hall or ?user=playground:member-1.');
}

type GivenFrom = Pick<z.output<typeof eventBody>, 'user' | 'channel' | 'group'>;

function fromOf(given: GivenFrom): From {
  return {
    user: { id: given.user.id, name: given.user.name ?? nameOf(given.user.id) },
    channel: given.channel,
    group: given.group ?? group,
    admin: given.user.id === organizer,
  };
}

function uploadOf(given: { name: string; mediaType: string; bytes: string }): Upload {
  const bytes = Buffer.from(given.bytes, 'base64');
  return {
    name: given.name,
    mediaType: given.mediaType,
    size: bytes.byteLength,
    bytes: async () => new Uint8Array(bytes),
  };
}

function check<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const { data, error } = schema.safeParse(body);
  if (!error) return data;
  const issue = error.issues[0];
  const where = issue?.path.length ? issue.path.join('.') : 'The body';
  throw new Refusal(400, `${where} ${issue?.message ?? 'cannot be read'}.`.slice(0, 300));
}
