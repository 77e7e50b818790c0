// A Slack of our own for tests: its Web API, response addresses, uploads and both ways of telling
// the bot what people do. It refuses what Slack refuses, and can be made to fail in each way.

import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Paper } from '../../contracts/driver.ts';
import { methods } from './fake-web-api.ts';
import { type FakeMessage, type Json, makeWorkspace, type Workspace } from './fake-workspace.ts';

/** What becomes of the next call of a method. */
export type Fault =
  | { readonly status: number; readonly retryAfter?: number; readonly body?: string }
  | { readonly error: string }
  | 'drop'
  /** Done, but the answer is lost. */
  | 'drop after';

export interface FakeSlack extends Workspace {
  readonly apiUrl: string;
  /** Every call of the Web API, in order. */
  readonly calls: readonly { readonly method: string; readonly args: Args }[];
  /** Where signed requests are sent; left out, the open socket is used. */
  requestUrl: string | undefined;
  fail(method: string, ...faults: readonly Fault[]): void;
  /** Tells the bot, and gives back what it acknowledged with. */
  tell(kind: Kind, payload: object): Promise<unknown>;
  /** As an HTTP request with the signature that belongs to it, or another. */
  post(body: string, type: string, sign?: Partial<Signature>): Promise<Response>;
  /** A file that a person put into a form, as Slack tells of it. */
  upload(paper: Paper): Json;
  readonly sockets: ReadonlySet<WebSocket>;
  /** So many of the next connections hear no hello. */
  silent: number;
  /** How often the bot was given a connection. */
  readonly connections: () => number;
  /** Resolves once `found` gives something; looked at anew after everything that happens. */
  until<T>(found: () => T | undefined | false): Promise<T>;
  close(): Promise<void>;
}

export type Args = Readonly<Record<string, unknown>>;
export type Kind = 'slash_commands' | 'interactive' | 'events_api';
export interface Signature {
  readonly secret: string;
  readonly timestamp: number;
}

export const signingSecret = '8f742231b10e8888abcd99yyyzzz85a5';
export const appToken = 'xapp-1-A1-1-fake';
export const botToken = 'xoxb-fake-bot-token';

/** `refuse` is asked before each call of a method. */
export async function startFakeSlack(
  refuse: (method: string, args: Args) => Fault | undefined = () => undefined,
): Promise<FakeSlack> {
  const calls: { method: string; args: Args }[] = [];
  const faults = new Map<string, Fault[]>();
  const watchers = new Set<() => void>();
  const changed = () => {
    for (const look of watchers) look();
  };
  const workspace = makeWorkspace(changed);
  const bodies = new Map<string, Buffer>();
  const acks = new WeakMap<WebSocket, Map<string, (payload: unknown) => void>>();
  const sockets = new Set<WebSocket>();
  const tcp = new Set<Socket>();
  let connections = 0;

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', base());
    const body = await bodyOf(request);
    const [, room = '', name = ''] = url.pathname.split('/');
    const fault =
      faults.get(room === 'api' ? name : room)?.shift() ??
      (room === 'api' ? refuse(name, argsOf(String(body))) : undefined);
    if (fault === 'drop') return request.socket.destroy();
    if (typeof fault === 'object' && 'status' in fault) return sendFault(response, fault);
    const reply = (status: number, json: unknown) => {
      if (fault === 'drop after') request.socket.destroy();
      else response.writeHead(status, { 'content-type': 'application/json' }).end(text(json));
    };
    if (room === 'upload') {
      bodies.set(name, fileIn(body, request.headers['content-type'] ?? ''));
      reply(200, 'OK');
    } else if (room === 'files') sendFile(name, request, response);
    else if (room === 'response') reply(...workspace.respond(name, JSON.parse(String(body))));
    else reply(200, callMethod(name, argsOf(String(body)), request, fault));
    changed();
  };
  const callMethod = (
    method: string,
    args: Args,
    request: IncomingMessage,
    fault: Fault | undefined,
  ): unknown => {
    calls.push({ method, args });
    if (typeof fault === 'object' && 'error' in fault) return { ok: false, error: fault.error };
    const expected = method === 'apps.connections.open' ? appToken : botToken;
    if (request.headers.authorization !== `Bearer ${expected}`)
      return { ok: false, error: 'invalid_auth' };
    if (method === 'apps.connections.open') {
      connections += 1;
      return { ok: true, url: `${base().replace('http', 'ws')}/socket` };
    }
    if (method === 'files.getUploadURLExternal') {
      const file = workspace.announceFile(args);
      return { ok: true, upload_url: `${base()}/upload/${file}`, file_id: file };
    }
    return methods[method]?.(args, workspace, bodies) ?? { ok: false, error: 'unknown_method' };
  };
  const sendFile = (name: string, request: IncomingMessage, response: ServerResponse) => {
    const bytes = bodies.get(name);
    const allowed = request.headers.authorization === `Bearer ${botToken}`;
    response.writeHead(bytes && allowed ? 200 : 403).end(allowed ? bytes : undefined);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy());
  });
  server.on('connection', (socket) => {
    tcp.add(socket);
    socket.on('close', () => tcp.delete(socket));
  });
  const live = new WebSocketServer({ server, path: '/socket' });
  live.on('connection', (socket) => {
    const waiting = new Map<string, (payload: unknown) => void>();
    acks.set(socket, waiting);
    sockets.add(socket);
    socket.on('close', () => {
      sockets.delete(socket);
      changed();
    });
    socket.on('message', (data) => {
      const { envelope_id: id, payload } = JSON.parse(String(data));
      waiting.get(id)?.(payload);
      waiting.delete(id);
      changed();
    });
    if (fake.silent > 0) fake.silent -= 1;
    else socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
    changed();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  workspace.base = base();

  /** Each event goes to one of the connections. */
  const overSocket = (kind: Kind, payload: object): Promise<unknown> => {
    const socket = [...sockets].at(-1);
    if (!socket) throw new Error('The bot is not connected.');
    const id = randomUUID();
    const { promise, resolve } = Promise.withResolvers<unknown>();
    acks.get(socket)?.set(id, resolve);
    socket.send(
      JSON.stringify({
        type: kind,
        envelope_id: id,
        payload,
        accepts_response_payload: kind !== 'events_api',
      }),
    );
    return promise;
  };
  const fake: FakeSlack = Object.assign(workspace, {
    apiUrl: `${base()}/api/`,
    calls,
    silent: 0,
    requestUrl: undefined as string | undefined,
    fail: (method: string, ...next: readonly Fault[]) => {
      faults.set(method, [...(faults.get(method) ?? []), ...next]);
    },
    async tell(kind: Kind, payload: object) {
      if (fake.requestUrl === undefined) return overSocket(kind, payload);
      const [body, type] = encoded(kind, payload);
      const said = await (await fake.post(body, type)).text();
      return said === '' ? {} : JSON.parse(said);
    },
    post(body: string, type: string, sign: Partial<Signature> = {}) {
      const { secret = signingSecret, timestamp = Math.floor(Date.now() / 1000) } = sign;
      const hmac = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`);
      return fetch(fake.requestUrl ?? '', {
        method: 'POST',
        body,
        headers: {
          'content-type': type,
          'x-slack-request-timestamp': String(timestamp),
          'x-slack-signature': `v0=${hmac.digest('hex')}`,
        },
      });
    },
    upload({ name, mediaType, bytes }: Paper) {
      const id = `F${randomUUID()}`;
      bodies.set(id, Buffer.from(bytes));
      const url_private_download = `${base()}/files/${id}`;
      return { id, name, mimetype: mediaType, size: bytes.length, url_private_download };
    },
    sockets,
    connections: () => connections,
    async until<T>(found: () => T | undefined | false): Promise<T> {
      const { promise, resolve } = Promise.withResolvers<T>();
      const look = () => {
        const now = found();
        if (now === undefined || now === false) return;
        watchers.delete(look);
        resolve(now);
      };
      watchers.add(look);
      look();
      return promise;
    },
    async close() {
      for (const socket of sockets) socket.terminate();
      live.close();
      for (const socket of tcp) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  });
  return fake;
}

/** A fault of the message that went out is a fault of ours: the test is told. */
export function problemsIn(messages: readonly FakeMessage[]): readonly string[] {
  return messages.flatMap((message) => message.problems);
}

function encoded(kind: Kind, payload: object): [string, string] {
  const form = 'application/x-www-form-urlencoded';
  if (kind === 'events_api') return [JSON.stringify(payload), 'application/json'];
  if (kind === 'interactive')
    return [String(new URLSearchParams({ payload: JSON.stringify(payload) })), form];
  return [String(new URLSearchParams(payload as Record<string, string>)), form];
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

/** The SDK sends forms; what is no plain value is JSON in them. */
function argsOf(body: string): Args {
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [name, parsed(name, value)]),
  );
}

function parsed(name: string, value: string): unknown {
  return ['blocks', 'view', 'files', 'metadata'].includes(name) ? JSON.parse(value) : value;
}

/** The one file in a multipart body. */
function fileIn(body: Buffer, type: string): Buffer {
  const boundary = /boundary=(.+)$/.exec(type)?.[1];
  if (!boundary) return body;
  const start = body.indexOf('\r\n\r\n') + 4;
  return body.subarray(start, body.indexOf(`\r\n--${boundary}`, start));
}

function sendFault(response: ServerResponse, fault: Extract<Fault, { status: number }>): void {
  const pause = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
  response.writeHead(fault.status, pause).end(fault.body ?? '');
}

function text(json: unknown): string {
  return typeof json === 'string' ? json : JSON.stringify(json);
}
