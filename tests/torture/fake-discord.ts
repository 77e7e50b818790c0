// As much of Discord as deliveries need, with a ledger and faults; in a process of its own.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { makeGateway } from '../fixtures/discord/gateway.ts';
import { applicationId } from '../fixtures/discord/names.ts';
import { toldGateway, toldUser } from '../fixtures/discord/told.ts';
import type { Mistreating, Refusals } from './faults.ts';
import { type Entry, type Ledger, textsIn } from './ledger.ts';

type Json = Readonly<Record<string, unknown>>;

export const discordRefusals: Refusals = {
  slowDown(response) {
    const headers = { 'retry-after': '0.2', 'content-type': 'application/json' };
    response.writeHead(429, headers);
    response.end(JSON.stringify({ message: 'slow down', retry_after: 0.2, global: false }));
  },
  failure: (response, status) => void response.writeHead(status).end('<html>'),
};

export function makeFakeDiscord(origin: () => string, ledger: Ledger, mistreating: Mistreating) {
  const gatewayUrl = () => `${origin().replace('http', 'ws')}/gateway`;
  const gateway = makeGateway({
    url: gatewayUrl,
    application: applicationId,
    heartbeat: 45_000,
    changed: () => {},
  });
  const answer = (request: IncomingMessage, response: ServerResponse, body: Json) => {
    const path = new URL(request.url ?? '/', origin()).pathname.replace(/^.*\/v\d+/, '');
    const [, channel = ''] = /^\/channels\/(\d+)\/messages$/.exec(path) ?? [];
    if (path === '/gateway/bot') return send(response, toldGateway(gatewayUrl(), 1000));
    if (path === '/users/@me/channels')
      return send(response, { id: dmOf(String(body.recipient_id)), type: 1 });
    if (channel === '') return send(response, { code: 0, message: 'Not Found' }, 404);
    if (request.method === 'GET')
      return send(response, [...ledger.newest(channel), welcome(channel)].slice(0, 100).map(told));
    mistreating.treat(request, response, () => {
      const { components, nonce, enforce_nonce: isEnforced } = body;
      const text = textsIn(components, ['content']).join('\n');
      const known = isEnforced ? String(nonce) : undefined;
      return told(ledger.accept({ channel, text, mark: components }, known));
    });
  };
  return { answer, gateway };
}

/** Somebody has said something in every channel before us. */
function welcome(channel: string): Entry {
  return { id: '1', channel, text: 'Welcome!', mark: [] };
}

export function dmOf(user: string): string {
  return `5${user.slice(1)}`;
}

function told({ id, channel, mark }: Entry): Json {
  return { id, channel_id: channel, components: mark, author: toldUser(applicationId, 'bot') };
}

function send(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
