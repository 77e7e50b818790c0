// Runs local-slack, a Slack for one machine written by others (npm: local-slack-linux-x64), and plays
// people in it. It listens on every address of the machine, so it is only started in a network of
// its own.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';
import type { Json } from './fake-workspace.ts';

const root = join(import.meta.dirname, '../../..');
const binary = join(root, 'node_modules/local-slack-linux-x64/bin/local-slack');
const loopbackUp = 'ip link set lo up';

export function isInstalled(): boolean {
  return existsSync(binary);
}

/** Whether nobody but this machine can be reached from here. */
export function isPrivateNetwork(): boolean {
  return Object.keys(networkInterfaces()).every((name) => name === 'lo');
}

/** The arguments of `unshare` that are allowed here, or why it cannot be run. */
export function waysToPrivacy(): { readonly flags: string } | { readonly reason: string } {
  if (!isInstalled()) return { reason: 'local-slack is not made for this machine' };
  const flags = ['-n', '-rn'].find(
    (given) => spawnSync('unshare', [given, 'sh', '-c', loopbackUp]).status === 0,
  );
  return flags ? { flags } : { reason: 'a network of its own is not allowed here (unshare -n)' };
}

/** Runs one test file again, in a network of its own. */
export async function runInPrivate(
  flags: string,
  file: string,
): Promise<{ code: number; said: string }> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const command = `${loopbackUp} && exec "$0" "$1" run "$2"`;
  const child = spawn('unshare', [flags, 'sh', '-c', command, process.execPath, vitest, file], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => {
      said += String(part);
    });
  const code = await new Promise<number>((resolve) =>
    child.on('close', (got) => resolve(got ?? 1)),
  );
  return { code, said };
}

export interface LocalSlack {
  readonly apiUrl: string;
  /** Where it sends what people do, in the mode `events`. */
  readonly requestPort: number;
  command(user: string, channel: string, command: string, text: string): Promise<void>;
  write(user: string, channel: string, text: string): Promise<void>;
  press(user: string, message: Json, label: string): Promise<void>;
  submit(user: string, values: Json): void;
  /** Looked at anew whenever something happens. */
  until<T>(found: () => T | undefined | false): Promise<T>;
  messages(): readonly Json[];
  /** The window that is open, and the mistakes that it shows. */
  view(): Json | undefined;
  mistakes(): Json | undefined;
  file(url: string): Promise<Buffer>;
  close(): Promise<void>;
}

export const tokens = {
  botToken: 'xoxb-local-slack',
  appToken: 'xapp-local-slack',
  signingSecret: '8f742231b10e8888abcd99baac88d005',
} as const;
export const places = { channel: 'C01HALL', alice: 'U01ALICE', bob: 'U02BOB' } as const;

export async function startLocalSlack(mode: 'socket' | 'events'): Promise<LocalSlack> {
  const folder = mkdtempSync(join(tmpdir(), 'local-slack-'));
  const requestPort = await freePort();
  const config = join(folder, 'config.json');
  writeFileSync(config, JSON.stringify(configOf(mode, requestPort)));
  const child = spawn(
    binary,
    [
      '--config',
      config,
      '--port',
      '0',
      '--base-host',
      '127.0.0.1',
      '--files-dir',
      join(folder, 'files'),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const base = await baseOf(child.stdout);
  const messages = new Map<string, Json>();
  let stack: readonly Json[] = [];
  let errors: Json | undefined;
  const watchers = new Set<() => void>();
  const ui = new WebSocket(`${base.replace('http', 'ws')}/ui`);
  ui.on('message', (data) => {
    const told = JSON.parse(String(data));
    if (told.message) messages.set(told.message.ts, told.message);
    if (told.stack) stack = told.stack;
    if (told.errors) errors = told.errors;
    for (const look of watchers) look();
  });
  await new Promise((resolve) => ui.once('open', resolve));

  const control = async (what: string, body: object) => {
    const response = await fetch(`${base}/_control/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`local-slack: ${await response.text()}`);
  };
  return {
    apiUrl: `${base}/api/`,
    requestPort,
    command: (user, channel, command, text) => control('command', { user, channel, command, text }),
    write: (user, channel, text) => control('message', { user, channel, text }),
    press: (user, message, label) => {
      const action = message.blocks
        .flatMap((block: Json) => block.elements ?? [])
        .find((element: Json) => element.text?.text === label);
      const { channel, ts: messageTs } = message;
      return control('interact', { channel, messageTs, user, action });
    },
    submit: (user, values) => {
      errors = undefined;
      ui.send(JSON.stringify({ t: 'view_submit', user, values }));
    },
    async until<T>(found: () => T | undefined | false) {
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
    messages: () => [...messages.values()],
    view: () => stack.at(-1),
    mistakes: () => errors,
    async file(url) {
      const headers = { Authorization: `Bearer ${tokens.botToken}` };
      return Buffer.from(await (await fetch(url, { headers })).arrayBuffer());
    },
    async close() {
      ui.terminate();
      const ended = new Promise((resolve) => child.on('exit', resolve));
      child.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configOf(mode: 'socket' | 'events', port: number) {
  const { channel, alice, bob } = places;
  return {
    workspace: { name: 'Coders', domain: 'coders', teamId: 'T01CODERS' },
    apps: [
      {
        appId: 'A01APP',
        botUserId: 'U0BOT',
        botName: 'coderounds',
        ...tokens,
        mode,
        requestUrl: `http://127.0.0.1:${port}/slack/events`,
      },
    ],
    users: [
      { id: alice, name: 'alice' },
      { id: bob, name: 'bob' },
    ],
    channels: [{ id: channel, name: 'study-hall', members: [alice, bob, 'U0BOT'] }],
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** It prints its address once it listens. */
async function baseOf(stdout: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(stdout)) {
    const found = /Web API base:\s+(\S+)\/api\//.exec(line)?.[1];
    if (found) return found;
  }
  throw new Error('local-slack ended before it listened.');
}
