// What Slack is told about us: the app manifest, made from the definitions, and what Slack can do.

import type { webApi } from '@slack/bolt';
import type { CommandGroup } from '../../bot/command.ts';
import type { Ability } from '../../bot/platform.ts';
import { specsOf } from '../../bot/shape.ts';

/** Reaches every command, those too whose own word Slack keeps for itself. */
export const umbrella = 'coderounds';

/**
 * Words that Slack answers itself. An app that asks for one of them has its whole list of commands
 * refused (github.com/openclaw/openclaw/pull/29032). From Slack's help page on slash commands and
 * the list in github.com/NousResearch/hermes-agent/pull/18456; `help` was refused in some
 * workspaces and taken in others.
 */
export const reservedWords: ReadonlySet<string> = new Set([
  ...['active', 'apps', 'archive', 'away', 'call', 'collapse', 'dm', 'dnd', 'expand', 'feed'],
  ...['feedback', 'help', 'huddle', 'invite', 'join', 'keys', 'kick', 'leave', 'me', 'msg'],
  ...['mute', 'open', 'people', 'prefs', 'pro', 'remind', 'remove', 'rename', 'search'],
  ...['shortcuts', 'shrug', 'star', 'status', 'todo', 'topic', 'who'],
]);

/** `/help` becomes `/coderounds help`: that word is Slack's own. */
export function asTypedHere(text: string): string {
  return text.replace(/^\/(\w+)/, (typed, word: string) =>
    reservedWords.has(word) ? `/${umbrella} ${word}` : typed,
  );
}

/** @slack/web-api, ManifestFeatures.slash_commands: at most 50. */
const mostCommands = 50;

/** The three of history: after a crash the bot reads whether its last messages arrived. */
export const scopes = [
  'app_mentions:read',
  'channels:history',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'im:history',
  'im:write',
  'users:read',
] as const;

type Manifest = webApi.AppsManifestCreateArguments['manifest'];

export interface ManifestOptions {
  /** Left out: Socket Mode. */
  readonly socketMode?: boolean;
  /** Over HTTP, the public address that Slack sends to. */
  readonly url?: string;
}

const urlToFillIn = 'https://your-host.example/slack/events';

/** The whole app manifest: paste it at api.slack.com/apps > Create New App > From a manifest. */
export function manifest(
  groups: readonly CommandGroup[],
  { socketMode = true, url: given = urlToFillIn }: ManifestOptions = {},
): Manifest {
  const url = socketMode ? undefined : given;
  return {
    display_information: {
      name: 'Coderounds',
      description: 'A study group for medical coders: quizzes, answers, CEUs and code-set notices.',
      background_color: '#1f3a5f',
    },
    features: {
      bot_user: { display_name: 'coderounds', always_online: true },
      app_home: {
        home_tab_enabled: false,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      slash_commands: slashCommands(groups).map((told) => ({ ...told, ...(url && { url }) })),
    },
    oauth_config: { scopes: { bot: [...scopes] } },
    settings: {
      event_subscriptions: {
        bot_events: ['app_mention', 'message.im'],
        ...(url && { request_url: url }),
      },
      interactivity: {
        is_enabled: true,
        ...(url && { request_url: url, message_menu_options_url: url }),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: socketMode,
      token_rotation_enabled: false,
    },
  };
}

/** Members and channels arrive as ids (`should_escape`), so that a command can name one. */
function slashCommands(groups: readonly CommandGroup[]) {
  const own = groups
    .filter((group) => !reservedWords.has(group.name) && group.name !== umbrella)
    .map((group) => told(group.name, group.summary, usageOf(group)));
  const all = told(umbrella, 'Everything this bot can do: type /coderounds help', 'quiz start');
  return [all, ...own].slice(0, mostCommands);
}

function told(word: string, summary: string, usage: string) {
  return {
    command: `/${word}`,
    description: summary,
    ...(usage && { usage_hint: usage }),
    should_escape: true,
  };
}

/** `start | resume | stop`, or the options where the word is typed alone. */
function usageOf(group: CommandGroup): string {
  const [only] = group.commands;
  if (group.commands.length > 1 || only?.name !== group.name)
    return group.commands.map((command) => command.name).join(' | ');
  return specsOf(only.options)
    .map((spec) => (spec.required ? `<${spec.name}>` : `[${spec.name}:…]`))
    .join(' ');
}

export const slackAbilities: Readonly<Record<Ability, true | string>> = {
  commands: true,
  'typed lines': true,
  suggestions: 'Slack suggests nothing while a command is typed; the same suggestions are in forms',
  forms: true,
  'form errors': true,
  buttons: true,
  'private replies': true,
  pictures: true,
  'files out': true,
  'files in': true,
  'direct messages': true,
  edits: true,
  threads: true,
  mentions: true,
  'role mentions': 'Slack has no roles',
};
