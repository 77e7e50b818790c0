// As much of Slack as deliveries need, with a ledger and faults; in a process of its own.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Mistreating, Refusals } from './faults.ts';
import { type Entry, type Ledger, textsIn } from './ledger.ts';

type Json = Readonly<Record<string, unknown>>;

export const slackRefusals: Refusals = {
  slowDown: (response) => void response.writeHead(429, { 'retry-after': '1' }).end(),
  failure: (response, status) => void response.writeHead(status).end('<html>'),
};

export function makeFakeSlack(origin: () => string, ledger: Ledger, mistreating: Mistreating) {
  const sockets = new WebSocketServer({ noServer: true });
  const methods: Readonly<Record<string, (args: URLSearchParams) => Json>> = {
    'auth.test': () => ({ ok: true, team_id: 'T1', user_id: 'U0', bot_id: 'B0' }),
    'apps.connections.open': () => ({ ok: true, url: `${origin().replace('http', 'ws')}/socket` }),
    'conversations.open': (args) => ({ ok: true, channel: { id: `D${args.get('users')}` } }),
    'conversations.history': (args) => ({
      ok: true,
      messages: ledger.newest(args.get('channel') ?? '').map(told),
    }),
  };
  const answer = (request: IncomingMessage, response: ServerResponse, body: string) => {
    const method = new URL(request.url ?? '/', origin()).pathname.split('/').at(-1) ?? '';
    const args = new URLSearchParams(body);
    if (method !== 'chat.postMessage')
      return send(response, methods[method]?.(args) ?? { ok: false, error: 'unknown_method' });
    mistreating.treat(request, response, () => {
      const channel = args.get('channel') ?? '';
      const text = textsIn(JSON.parse(args.get('blocks') ?? '[]'), ['text']).join('\n');
      const mark: unknown = JSON.parse(args.get('metadata') ?? 'null');
      return { ok: true, ts: ledger.accept({ channel, text, mark }).id };
    });
  };
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) =>
    sockets.handleUpgrade(request, socket, head, (opened) => {
      opened.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
    });
  return { answer, upgrade };
}

function told({ id, text, mark }: Entry): Json {
  return { ts: id, text, metadata: mark };
}

function send(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
