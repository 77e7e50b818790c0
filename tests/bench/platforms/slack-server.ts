// Slack for load: signed requests to the bot, and no more of the Web API than answers need.

import { createHmac } from 'node:crypto';
import { Agent, createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Talk } from './talk.ts';

export const signingSecret = '8f742231b10e8888abcd99aaaeee85a5';
export const botToken = 'xoxb-bench-bot-token';

export interface SlackServer {
  readonly apiUrl: string;
  /** Where the bot listens; known once it says so. */
  botPort: number;
  person(id: string): Talk;
  close(): Promise<void>;
}

type Json = Readonly<Record<string, unknown>>;

export async function openSlackServer(): Promise<SlackServer> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const waiting = new Map<string, (body: string) => void>();
  let acts = 0;

  const server = createServer(async (request, response) => {
    const [, room, name = ''] = (request.url ?? '').split('/');
    const body = await text(request);
    const answer = room === 'api' ? methods(name, body) : { ok: true };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    waiting.get(name)?.(body);
    waiting.delete(name);
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const post = (form: Readonly<Record<string, string>>): Promise<string> => {
    const body = new URLSearchParams(form).toString();
    const at = Math.floor(performance.timeOrigin / 1000 + performance.now() / 1000);
    const hmac = createHmac('sha256', signingSecret).update(`v0:${at}:${body}`).digest('hex');
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
      'x-slack-request-timestamp': at,
      'x-slack-signature': `v0=${hmac}`,
    };
    const where = { host: '127.0.0.1', port: opened.botPort, path: '/slack/events', agent };
    return new Promise((resolve, reject) => {
      const request = httpRequest({ ...where, method: 'POST', headers }, (response) => {
        text(response).then((said) => {
          if (response.statusCode === 200) resolve(said);
          else reject(new Error(`The bot answered ${response.statusCode} ${said}`));
        }, reject);
      });
      request.on('error', reject).end(body);
    });
  };
  const next = () => {
    acts += 1;
    const id = String(acts);
    return { id, response_url: `${origin}/response/${id}`, trigger_id: `${id}.2.3` };
  };
  const answerTo = (id: string) => new Promise<string>((resolve) => void waiting.set(id, resolve));
  const type: (user: string) => Talk['type'] =
    (user) =>
    async (path, options = {}) => {
      const { id, response_url, trigger_id } = next();
      const [word, ...rest] = path.split(' ');
      const given = Object.entries(options).map(([name, value]) => `${name}:"${value}"`);
      const text = [...rest, ...given].join(' ');
      const later = answerTo(id);
      const said = await post({
        ...typedBy(user),
        ...{ command: `/${word}`, text, response_url, trigger_id },
      });
      // Said on a busy machine; the answer follows.
      if (said.includes('Thinking…')) return later;
      waiting.delete(id);
      return said;
    };
  const press = (user: string) => async (ref: string) => {
    const { id, response_url, trigger_id } = next();
    const answer = answerTo(id);
    const payload = { ...pressedBy(user, ref), response_url, trigger_id };
    await post({ payload: JSON.stringify(payload) });
    return answer;
  };
  const opened: SlackServer = {
    apiUrl: `${origin}/api/`,
    botPort: 0,
    person: (user) => ({ type: type(user), press: press(user), refOf }),
    async close() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return opened;
}

const team = 'T1';
const channel = 'C1';

function methods(name: string, body: string): Json {
  if (name === 'auth.test')
    return { ok: true, team_id: team, user_id: 'U0BOT', bot_id: 'B0BOT', team: 'Coders' };
  if (name !== 'users.info') return { ok: false, error: 'unknown_method' };
  const id = new URLSearchParams(body).get('user');
  return { ok: true, user: { id, team_id: team, is_admin: false, profile: { display_name: 'A' } } };
}

function typedBy(user: string) {
  return {
    token: 'old',
    team_id: team,
    team_domain: 'coders',
    channel_id: channel,
    channel_name: 'study-hall',
    user_id: user,
    user_name: 'a-coder',
    api_app_id: 'A1',
    is_enterprise_install: 'false',
  };
}

function pressedBy(user: string, action_id: string): Json {
  const ts = '1700000000.000100';
  return {
    type: 'block_actions',
    user: { id: user, username: 'a-coder', name: 'a-coder', team_id: team },
    api_app_id: 'A1',
    token: 'old',
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: true },
    team: { id: team, domain: 'coders' },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: channel, name: 'study-hall' },
    actions: [{ type: 'button', action_id, block_id: 'b', action_ts: ts, text: plain('A') }],
  };
}

function plain(written: string): Json {
  return { type: 'plain_text', text: written, emoji: false };
}

function refOf(answer: string, label: string): string | undefined {
  const { blocks = [] } = JSON.parse(answer) as { blocks?: readonly Json[] };
  const buttons = blocks.flatMap(({ type, elements }) =>
    type === 'actions' ? (elements as readonly Json[]) : [],
  );
  const found = buttons.find((button) => (button.text as Json | undefined)?.text === label);
  return found?.action_id as string | undefined;
}
