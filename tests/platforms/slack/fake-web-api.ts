// The methods of Slack's Web API that the bot calls, with the refusals that Slack would give.

import { problemsOfModal } from './block-kit.ts';
import {
  bot,
  channel,
  type FakeMessage,
  type Json,
  team,
  type Workspace,
} from './fake-workspace.ts';

type Method = (args: Json, workspace: Workspace, bodies: ReadonlyMap<string, Buffer>) => object;

const refuse = (error: string) => ({ ok: false, error });

export const methods: Readonly<Record<string, Method>> = {
  'auth.test': () => ({ ok: true, team_id: team, user_id: bot, bot_id: 'B0BOT' }),

  'users.info': ({ user }, { admins }) => ({
    ok: true,
    user: {
      id: user,
      team_id: user.startsWith('UGUEST') ? 'TOTHER' : team,
      name: user.toLowerCase(),
      is_admin: admins.has(user),
      profile: { display_name: `Name of ${user}` },
    },
  }),

  'conversations.open': ({ users }, workspace) => {
    const id = workspace.dmOf(users);
    return id ? { ok: true, channel: { id } } : refuse('user_not_found');
  },

  'conversations.history': ({ channel: where, limit }, { messages }) => {
    if (!isKnown(where)) return refuse('channel_not_found');
    const there = messages.filter((message) => message.channel === where && !message.only);
    const newest = there.slice(-Number(limit)).reverse();
    return { ok: true, messages: newest.map(({ ts, text, metadata }) => ({ ts, text, metadata })) };
  },

  'chat.postMessage': (args, workspace) => {
    if (!isKnown(args.channel)) return refuse('channel_not_found');
    if (args.channel.startsWith('C') && args.channel !== channel) return refuse('not_in_channel');
    const { ts } = workspace.add(
      { channel: args.channel, ...(args.thread_ts && { thread: args.thread_ts }) },
      plain(args),
    );
    return { ok: true, channel: args.channel, ts };
  },

  'chat.postEphemeral': (args, workspace) => {
    if (args.channel !== channel) return refuse('channel_not_found');
    if (!workspace.isMember(args.channel, args.user)) return refuse('user_not_in_channel');
    const { ts } = workspace.add({ channel: args.channel, only: args.user }, plain(args));
    return { ok: true, message_ts: ts };
  },

  'chat.update': (args, workspace) => {
    const message = find(workspace, args.channel, args.ts);
    if (!message || message.only) return refuse('message_not_found');
    workspace.change(message, plain(args));
    return { ok: true, channel: args.channel, ts: args.ts };
  },

  'views.open': ({ trigger_id: trigger, view }, workspace) => {
    if (!workspace.useTrigger(trigger)) return refuse('expired_trigger_id');
    const problems = problemsOfModal(view);
    if (problems.length > 0) return refuse('invalid_arguments');
    workspace.open({ trigger, view });
    return { ok: true, view };
  },

  'files.completeUploadExternal': (args, workspace, bodies) => {
    if (!isKnown(args.channel_id)) return refuse('channel_not_found');
    if (args.channel_id.startsWith('C') && args.channel_id !== channel)
      return refuse('not_in_channel');
    const files = args.files.map(({ id }: Json) => {
      const file = workspace.files.get(id);
      return { ...file, bytes: bodies.get(id) ?? new Uint8Array() };
    });
    const text = args.initial_comment ?? '';
    workspace.add({ channel: args.channel_id, files, problems: [] }, { text });
    return { ok: true, files: args.files };
  },
};

/** Sent as a form, everything is a string. */
function plain(args: Json): Json {
  const { link_names: names, ...rest } = args;
  return { ...rest, link_names: names === 'true' };
}

/** Besides two channels: direct messages and private channels with the bot in them. */
function isKnown(id: string): boolean {
  return id === channel || id === 'C2' || id.startsWith('D') || id.startsWith('G');
}

function find({ messages }: Workspace, where: string, ts: string): FakeMessage | undefined {
  return messages.find((message) => message.channel === where && message.ts === ts);
}
