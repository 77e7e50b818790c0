// Discord for load: the gateway of the tests, and no more of its REST interface than answers need.

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { makeGateway } from '../../fixtures/discord/gateway.ts';
import { applicationId, guild, studyHall } from '../../fixtures/discord/names.ts';
import type { Talk } from './talk.ts';

export interface DiscordServer {
  readonly apiUrl: string;
  /** Resolves when the next bot that identifies has been sent READY. */
  welcomed(): Promise<void>;
  person(id: string): Talk;
  close(): Promise<void>;
}

type Json = Readonly<Record<string, unknown>>;

const types = { command: 2, press: 3 } as const;

export async function openDiscordServer(): Promise<DiscordServer> {
  const waiting = new Map<string, (body: string) => void>();
  let interactions = 0n;
  let welcome = () => {};
  let identified = 0;

  const server = createServer(async (request, response) => {
    const [, id = ''] = /\/token-(\d+)\b/.exec(request.url ?? '') ?? [];
    if (request.url?.endsWith('/gateway/bot')) {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(told()));
      return;
    }
    const body = await text(request);
    response.writeHead(waiting.has(id) ? 204 : 404).end();
    if (isThinking(body)) return;
    waiting.get(id)?.(body);
    waiting.delete(id);
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = () => `ws://${origin}/gateway`;
  const told = () => ({ url: url(), shards: 1, session_start_limit: sessions });
  const gateway = makeGateway({
    url,
    application: applicationId,
    heartbeat: 41_250,
    changed: () => {
      if (gateway.identified.length === identified) return;
      identified = gateway.identified.length;
      welcome();
    },
  });
  server.on('upgrade', (request: IncomingMessage, socket) => gateway.upgrade(request, socket));

  const interact = (user: string, what: Json) => {
    interactions += 1n;
    const id = String(4_000_000_000_000_000_000n + interactions);
    const answer = new Promise<string>((resolve) => waiting.set(id, resolve));
    gateway.dispatch('INTERACTION_CREATE', { ...around(user), ...what, id, token: `token-${id}` });
    return answer;
  };
  return {
    apiUrl: `http://${origin}/api`,
    welcomed: () =>
      new Promise((resolve) => {
        welcome = resolve;
      }),
    person: (user) => ({
      type: (path, options = {}) =>
        interact(user, { type: types.command, data: commandData(path, options) }),
      press: (custom_id) =>
        interact(user, {
          type: types.press,
          message: pressedMessage,
          data: { component_type: 2, custom_id },
        }),
      refOf,
    }),
    async close() {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Said on a busy machine; the answer follows. */
function isThinking(body: string): boolean {
  return /^\{"type":[56]\b/.test(body);
}

const sessions = { total: 1000, remaining: 1000, reset_after: 3_600_000, max_concurrency: 1 };

/** As large as Discord's own: its documentation's examples leave half of it out. */
function around(id: string): Json {
  const user = {
    id,
    username: `coder-${id}`,
    global_name: 'A coder',
    avatar: null,
    avatar_decoration_data: null,
    discriminator: '0',
    public_flags: 0,
  };
  const member = {
    user,
    nick: null,
    avatar: null,
    banner: null,
    roles: ['3000000000000000009'],
    permissions: '2248473465835073',
    joined_at: '2026-01-05T15:00:00.000000+00:00',
    premium_since: null,
    communication_disabled_until: null,
    pending: false,
    deaf: false,
    mute: false,
    flags: 0,
  };
  const channel = {
    id: studyHall,
    type: 0,
    guild_id: guild,
    name: 'study-hall',
    topic: null,
    nsfw: false,
    position: 1,
    parent_id: null,
    rate_limit_per_user: 0,
    last_message_id: '4000000000000000000',
    permissions: '2248473465835073',
    flags: 0,
  };
  return {
    version: 1,
    application_id: applicationId,
    guild_id: guild,
    guild: { id: guild, locale: 'en-US', features: [] },
    guild_locale: 'en-US',
    locale: 'en-US',
    channel_id: studyHall,
    channel,
    member,
    context: 0,
    app_permissions: '2248473465835073',
    authorizing_integration_owners: { '0': guild },
    entitlements: [],
    attachment_size_limit: 10_485_760,
  };
}

const optionTypes = { string: 3, number: 4 } as const;

function commandData(path: string, given: Readonly<Record<string, string | number>>): Json {
  const [name, second] = path.split(' ');
  const options = Object.entries(given).map(([option, value]) => ({
    name: option,
    type: typeof value === 'number' ? optionTypes.number : optionTypes.string,
    value,
  }));
  const whole = { id: '6000000000000000001', name, type: 1 };
  return second === undefined
    ? { ...whole, options }
    : { ...whole, options: [{ name: second, type: 1, options }] };
}

const ephemeral = 64;
const pressedMessage = {
  id: '4000000000000000001',
  channel_id: studyHall,
  type: 0,
  content: '',
  author: {
    id: applicationId,
    username: 'Coderounds',
    discriminator: '0',
    avatar: null,
    bot: true,
  },
  attachments: [],
  embeds: [],
  mentions: [],
  mention_roles: [],
  mention_everyone: false,
  pinned: false,
  tts: false,
  timestamp: '2026-11-22T15:00:00.000000+00:00',
  edited_timestamp: null,
  flags: ephemeral,
  components: [],
};

function refOf(answer: string, label: string): string | undefined {
  const { data } = JSON.parse(answer) as { data: Json };
  return buttonsIn(data).find((button) => button.label === label)?.custom_id as string | undefined;
}

function buttonsIn(part: Json): readonly Json[] {
  const inside = (part.components ?? []) as readonly Json[];
  return 'custom_id' in part ? [part] : inside.flatMap(buttonsIn);
}
