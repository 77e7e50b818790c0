// What we are to Discord: what the platform can do here, and the definitions of our commands.

import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { CommandGroup } from '../../bot/command.ts';
import type { Platform } from '../../bot/platform.ts';
import { type FoundCommand, makeRegistry, pathOf } from '../../bot/registry.ts';
import type { Spec } from '../../bot/shape.ts';

export const discordAbilities: Platform['abilities'] = {
  commands: true,
  'typed lines': 'Discord shows a bot no messages unless it may read all of them',
  suggestions: true,
  forms: true,
  'form errors':
    'Discord closes a form when it is sent: the answer lists the mistakes and opens it again, filled in',
  buttons: true,
  'private replies': true,
  pictures: true,
  'files out': true,
  'files in': true,
  'direct messages': true,
  edits: true,
  threads: true,
  mentions: true,
  'role mentions': true,
};

export type Definition = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** Channels in which the bot can post. */
export const channelTypes = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
] as const;

/** For one server, or (left out) for everywhere, direct messages with the bot among it. */
export function definitions(
  groups: readonly CommandGroup[],
  scope: 'everywhere' | 'server' = 'everywhere',
): readonly Definition[] {
  const { commands } = makeRegistry(groups);
  return groups.map((group) => {
    const found = group.commands
      .map((command) => commands.get(pathOf(group, command)))
      .filter((command) => command !== undefined);
    return {
      type: ApplicationCommandType.ChatInput,
      name: group.name,
      description: group.summary,
      options: optionsOf(group, found),
      ...forOrganizers(group),
      ...(scope === 'everywhere' && {
        contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
        integration_types: [ApplicationIntegrationType.GuildInstall],
      }),
    };
  });
}

function optionsOf(group: CommandGroup, commands: readonly FoundCommand[]) {
  const [only] = commands;
  if (only && only.path === group.name) return basicOptions(only.specs);
  return commands.map(
    ({ command, specs }): APIApplicationCommandSubcommandOption => ({
      type: ApplicationCommandOptionType.Subcommand,
      name: command.name,
      description: command.summary,
      options: basicOptions(specs),
    }),
  );
}

/** Hides them in the menu; who may is checked by `Bot` at every use. */
function forOrganizers(group: CommandGroup) {
  const all = group.commands.every((command) => command.audience === 'organizer');
  return all ? { default_member_permissions: String(PermissionFlagsBits.ManageGuild) } : {};
}

/** Discord wants the required ones first. */
function basicOptions(specs: readonly Spec[]): APIApplicationCommandBasicOption[] {
  return [...specs].sort((a, b) => Number(b.required) - Number(a.required)).map(basicOption);
}

function basicOption(spec: Spec): APIApplicationCommandBasicOption {
  const shared = { name: spec.name, description: spec.hint, required: spec.required };
  switch (spec.is) {
    case 'flag':
      return { ...shared, type: ApplicationCommandOptionType.Boolean };
    case 'user':
      return { ...shared, type: ApplicationCommandOptionType.User };
    case 'channel':
      return {
        ...shared,
        type: ApplicationCommandOptionType.Channel,
        channel_types: [...channelTypes],
      };
    case 'role':
      return { ...shared, type: ApplicationCommandOptionType.Role };
    case 'file':
      return { ...shared, type: ApplicationCommandOptionType.Attachment };
    case 'number':
      return { ...shared, ...numberOption(spec) };
    default:
      return { ...shared, ...stringOption(spec) };
  }
}

function numberOption(spec: Spec) {
  return {
    type: spec.whole
      ? (ApplicationCommandOptionType.Integer as const)
      : (ApplicationCommandOptionType.Number as const),
    ...(spec.min !== undefined && { min_value: spec.min }),
    ...(spec.max !== undefined && { max_value: spec.max }),
    ...(spec.suggests && { autocomplete: true as const }),
  };
}

/** Days are typed as text: Discord has no option for them. */
function stringOption(spec: Spec) {
  const type = ApplicationCommandOptionType.String as const;
  if (spec.choices)
    return { type, choices: spec.choices.map(({ label, value }) => ({ name: label, value })) };
  return {
    type,
    ...(spec.min !== undefined && { min_length: spec.min }),
    ...(spec.max !== undefined && { max_length: spec.max }),
    ...(spec.suggests && { autocomplete: true as const }),
  };
}
