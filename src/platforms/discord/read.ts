// Reads Discord's interactions as our events.

import {
  ApplicationCommandOptionType,
  ComponentType,
  InteractionContextType,
  InteractionType,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import type { BotEvent, From, SuggestEvent } from '../../bot/event.ts';
import type { MessageRef } from '../../bot/platform.ts';
import type { Upload } from '../../bot/shape.ts';
import { uploadOf } from './files.ts';
import {
  interactionSchema,
  type RawField,
  type RawInteraction,
  type RawOption,
  type RawResolved,
} from './interaction-schema.ts';

/** An event, with what is needed to answer it. */
export interface Interaction<Event = BotEvent | SuggestEvent> {
  readonly id: string;
  /** Opens the interaction to whoever has it: never logged. */
  readonly token: string;
  readonly event: Event;
  /** The message that the pressed control is on, or whose control opened the form. */
  readonly message?: {
    readonly isPrivate: boolean;
    readonly at: MessageRef;
    readonly components: readonly unknown[];
  };
  /** Suggestions for a number must be numbers. */
  readonly isNumeric?: boolean;
}

/** `undefined` where it is malformed, or something that we have not registered. */
export function readInteraction(raw: unknown, hosts: readonly string[]): Interaction | undefined {
  const parsed = interactionSchema.safeParse(raw);
  if (!parsed.success) return undefined;
  const from = readFrom(parsed.data);
  if (!from) return undefined;
  const { id, token, message } = parsed.data;
  const isPrivate =
    from.channel.kind === 'dm' || ((message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  return {
    id,
    token,
    ...(message && {
      message: {
        isPrivate,
        at: { channel: from.channel.id, messageId: message.id },
        components: message.components ?? [],
      },
    }),
    ...readWhat(parsed.data, from, hosts),
  };
}

function readFrom(raw: RawInteraction): From | undefined {
  const user = raw.member?.user ?? raw.user;
  if (!user) return undefined;
  const name = raw.member?.nick ?? user.global_name ?? user.username;
  const isDm = !raw.guild_id && raw.context !== InteractionContextType.PrivateChannel;
  return {
    user: { id: `discord:${user.id}`, name },
    channel: {
      id: `discord:${raw.channel_id}`,
      kind: isDm ? 'dm' : 'channel',
      ...(raw.app_permissions !== undefined && { lacking: lackingIn(raw.app_permissions) }),
    },
    ...(raw.guild_id && { group: `discord:${raw.guild_id}` as const }),
    ...(raw.member && { admin: runsGroup(raw.member.permissions), roles: raw.member.roles }),
  };
}

const running = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator;

function runsGroup(permissions: string): boolean {
  return (BigInt(permissions) & running) !== 0n;
}

/** As Discord names them in a channel's settings; all are needed to post what we post. */
const needed = {
  'View Channel': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads,
  'Create Public Threads': PermissionFlagsBits.CreatePublicThreads,
  'Embed Links': PermissionFlagsBits.EmbedLinks,
  'Attach Files': PermissionFlagsBits.AttachFiles,
  'Read Message History': PermissionFlagsBits.ReadMessageHistory,
} as const;

function lackingIn(permissions: string): readonly string[] {
  const has = BigInt(permissions);
  if ((has & PermissionFlagsBits.Administrator) !== 0n) return [];
  return Object.entries(needed)
    .filter(([, bit]) => (has & bit) === 0n)
    .map(([name]) => name);
}

/** A file that an option or a field names by its id. */
type FindUpload = (id: string) => Upload | undefined;

function uploadsOf(resolved: RawResolved, hosts: readonly string[]): FindUpload {
  return (id) => {
    const attachment = resolved?.attachments?.[id];
    return attachment && uploadOf(attachment, hosts);
  };
}

function readWhat(
  raw: RawInteraction,
  from: From,
  hosts: readonly string[],
): Pick<Interaction, 'event' | 'isNumeric'> {
  switch (raw.type) {
    case InteractionType.ApplicationCommand:
      return { event: readCommand(raw.data, from, uploadsOf(raw.data.resolved, hosts)) };
    case InteractionType.ApplicationCommandAutocomplete:
      return readSuggest(raw.data, from);
    case InteractionType.MessageComponent: {
      const [value] = raw.data.values ?? [];
      const ref = raw.data.custom_id;
      return { event: { ...from, kind: 'press', ref, ...(value !== undefined && { value }) } };
    }
    case InteractionType.ModalSubmit:
      return { event: readSubmit(raw.data, from, uploadsOf(raw.data.resolved, hosts)) };
  }
}

type CommandData = Extract<RawInteraction, { type: InteractionType.ApplicationCommand }>['data'];
type SubmitData = Extract<RawInteraction, { type: InteractionType.ModalSubmit }>['data'];

function readCommand(data: CommandData, from: From, upload: FindUpload): BotEvent {
  const { path, options } = readPath(data);
  const given = options.map((option) => [option.name, readOption(option, upload)] as const);
  return { ...from, kind: 'command', path, options: Object.fromEntries(given) };
}

function readSubmit(data: SubmitData, from: From, upload: FindUpload): BotEvent {
  const given = data.components
    .flat()
    .map((field) => [field.custom_id, readField(field, upload)] as const)
    .filter(([, value]) => value !== undefined);
  return { ...from, kind: 'submit', ref: data.custom_id, fields: Object.fromEntries(given) };
}

/** `quiz start` and what was given with it. */
function readPath(data: CommandData): { path: string; options: readonly RawOption[] } {
  const [first] = data.options ?? [];
  return first?.type === ApplicationCommandOptionType.Subcommand
    ? { path: `${data.name} ${first.name}`, options: first.options ?? [] }
    : { path: data.name, options: data.options ?? [] };
}

function readSuggest(data: CommandData, from: From): Pick<Interaction, 'event' | 'isNumeric'> {
  const { path, options } = readPath(data);
  const focused = options.find((option) => option.focused);
  const numeric = [ApplicationCommandOptionType.Integer, ApplicationCommandOptionType.Number];
  return {
    event: {
      ...from,
      kind: 'suggest',
      path,
      option: focused?.name ?? '',
      typed: String(focused?.value ?? ''),
    },
    isNumeric: numeric.some((type) => type === focused?.type),
  };
}

function readOption({ type, value }: RawOption, upload: FindUpload): unknown {
  switch (type) {
    case ApplicationCommandOptionType.User:
    case ApplicationCommandOptionType.Channel:
      return `discord:${value}`;
    case ApplicationCommandOptionType.Attachment:
      return upload(String(value));
    default:
      return value;
  }
}

function readField({ type, value, values }: RawField, upload: FindUpload): unknown {
  const [first] = values ?? [];
  switch (type) {
    case ComponentType.UserSelect:
    case ComponentType.ChannelSelect:
      return first && `discord:${first}`;
    case ComponentType.FileUpload:
      return first && upload(first);
    default:
      return value ?? first;
  }
}
