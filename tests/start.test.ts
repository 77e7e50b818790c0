import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fastFolder } from './fixtures/fast-folder.ts';

const root = join(import.meta.dirname, '..');
const run = promisify(execFile);

function folder(): string {
  const path = mkdtempSync(join(fastFolder, 'coderounds-start-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** The environment of a newcomer: nothing set but what the test says. */
function environment(home: string, more: Readonly<Record<string, string>> = {}) {
  return {
    PATH: '/usr/bin:/bin',
    PORT: '0',
    DATA_DIR: join(home, 'var'),
    DATA_KEY_FILE: join(home, 'key'),
    ...more,
  };
}

interface Ended {
  readonly code: number;
  readonly stderr: string;
}

/** Starts the bot and waits for its end, which comes by itself where something is wrong. */
async function startAndFail(
  home: string,
  more: Readonly<Record<string, string>> = {},
  { from = root, args = [] }: { from?: string; args?: readonly string[] } = {},
): Promise<Ended> {
  const file = join(from, 'src/start.js');
  const options = { env: environment(home, more), cwd: home, timeout: 20_000 };
  try {
    await run(process.execPath, [file, ...args], options);
    return { code: 0, stderr: '' };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, stderr };
  }
}

async function listening(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

describe('what whoever hosts the bot can mend is said in one sentence, and nothing is changed', () => {
  test('a port in use', async () => {
    const port = await listening((_, response) => response.end());
    const ended = await startAndFail(folder(), { PORT: String(port) });
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(new RegExp(`port ${port} is in use.*PORT`, 's'));
  });

  test('values that cannot be, all in one message', async () => {
    const ended = await startAndFail(folder(), { PORT: 'http', SLACK_BOT_TOKEN: 'abc' });
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('PORT');
    expect(ended.stderr).toContain('SLACK_BOT_TOKEN must begin with xoxb-');
    expect(ended.stderr).toContain('OAuth & Permissions');
  });

  test('half of what a platform needs', async () => {
    const ended = await startAndFail(folder(), { SLACK_BOT_TOKEN: 'xoxb-1' });
    expect(ended.stderr).toContain('SLACK_APP_TOKEN is missing.');
  });

  test('a token that Discord refuses', async () => {
    const port = await listening((_, response) => {
      response.writeHead(401, { 'content-type': 'application/json' });
      response.end('{"message":"401: Unauthorized","code":0}');
    });
    const ended = await startAndFail(folder(), {
      DISCORD_TOKEN: `${'a'.repeat(26)}.${'b'.repeat(6)}.${'c'.repeat(38)}`,
      DISCORD_API_URL: `http://127.0.0.1:${port}/api`,
    });
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('Discord refuses DISCORD_TOKEN.');
    expect(ended.stderr).not.toContain('ccc');
  });

  test('a database of a newer version, which is left as it is', async () => {
    const home = folder();
    await startAndFail(home, { PORT: '-1' });
    const file = join(home, 'coderounds.db');
    const made = new Database(file);
    made.pragma('user_version = 999');
    made.close();
    const ended = await startAndFail(home, {
      DATA_DIR: home,
      DATA_KEY_FILE: join(folder(), 'key'),
    });
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('was written by a newer version of Coderounds');
    const after = new Database(file, { readonly: true });
    expect(after.pragma('user_version', { simple: true })).toBe(999);
    after.close();
  });

  test('a data file that ends in the middle', async () => {
    const copy = folder();
    for (const room of ['src', 'commands', 'data'])
      cpSync(join(root, room), join(copy, room), { recursive: true });
    cpSync(join(root, 'package.json'), join(copy, 'package.json'));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    writeFileSync(join(copy, 'data/questions/compliance.json'), '{"topic": {"id": "compl');
    writeFileSync(join(copy, 'data/guide/cpt.md'), '---\ntitle: CPT\n');
    const ended = await startAndFail(folder(), {}, { from: copy });
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('data/questions/compliance.json');
    expect(ended.stderr).toContain('data/guide/cpt.md, line 1');
  });

  test('a word that it does not know', async () => {
    const ended = await startAndFail(folder(), {}, { args: ['dance'] });
    expect(ended.stderr).toContain(
      'There is no “dance”. Say one of: start, chat, register, manifest, codes, backup, restore, doctor.',
    );
  });

  test('a file of codes that is not there', async () => {
    const args = ['codes', 'install', '/nowhere.zip', '--release', 'FY2026-october'];
    const ended = await startAndFail(folder(), {}, { args });
    expect(ended.stderr).toBe(
      'There is no file /nowhere.zip. Give the path of the zip or text file as you downloaded it.\n',
    );
  });

  test('a Node that is too old', async ({ skip }) => {
    const system = await run('/usr/bin/env', ['node', '--version'], {
      env: { PATH: '/usr/local/bin:/usr/bin:/bin' },
    }).catch(() => undefined);
    const major = Number(/^v(\d+)/.exec(system?.stdout ?? '')?.[1] ?? 99);
    skip(major >= 26, 'the system has no Node older than 26');
    const failed = await run('/usr/bin/env', ['node', join(root, 'src/start.js')], {
      env: { PATH: '/usr/local/bin:/usr/bin:/bin' },
    }).catch((error: Ended) => error);
    expect(failed).toMatchObject({ code: 1 });
    expect((failed as Ended).stderr).toContain('Coderounds needs Node 26 or later');
  });
});

test('it starts, says that it is ready, and ends quietly when it is told to', async () => {
  const home = folder();
  const bot = spawn(process.execPath, [join(root, 'src/start.js')], {
    env: environment(home),
    cwd: home,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const { promise: ready, resolve } = Promise.withResolvers<void>();
  bot.stderr.on('data', (chunk: Buffer) => {
    if (String(chunk).includes('Coderounds is ready.')) resolve();
  });
  await ready;
  const { promise: ended, resolve: end } = Promise.withResolvers<number | null>();
  bot.on('exit', end);
  bot.kill('SIGTERM');
  expect(await ended).toBe(0);
});
