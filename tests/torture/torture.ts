// Kills the bot with SIGKILL again and again while it sends reminders, then lets it finish, and
// compares what the platform's ledger holds with what should have been seen.

import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { inTime } from '../../src/bot/in-time.ts';
import { md } from '../../src/bot/markdown.ts';
import { payloadOf } from '../../src/bot/payload.ts';
import { button, say } from '../../src/bot/reply.ts';
import type { MemberId, UserId } from '../../src/core/ids.ts';
import { seeded } from '../../src/core/seeded.ts';
import { openStore } from '../../src/store/open.ts';
import { fastFolder } from '../fixtures/fast-folder.ts';
import type { BotTold } from './bot-process.ts';
import { dmOf } from './fake-discord.ts';
import { latency, usualFaults } from './faults.ts';
import type { Entry } from './ledger.ts';
import type { Said, Told } from './platform-process.ts';
import { type Variant, variants } from './variants.ts';

export interface TortureOptions {
  readonly variant: string;
  readonly reminders: number;
  readonly kills: number;
  readonly seed: number;
}

export interface Outcome {
  readonly lost: number;
  /** Seen more often than once, counted each time. */
  readonly repeated: number;
  /** In the wrong place, or in words that nobody wrote. */
  readonly wrong: number;
  readonly kills: number;
  /** Kills while requests were under way, and how many requests those were. */
  readonly killsInFlight: number;
  readonly requestsInFlight: number;
  /** Rows that are neither over nor due. */
  readonly stuck: number;
  readonly integrity: string;
  readonly seconds: number;
}

/** Milliseconds of life after the first request of a process, or without one. */
const life = { least: 0, most: 250 };
const idleLife = 4_000;
/** Longer than a nonce is known. */
const longDown = { share: 0.05, least: 3_000, most: 6_000 };
/** Nothing more will come once nothing has come for so long. */
const longestStandstill = 30_000;

export async function torture(options: TortureOptions): Promise<Outcome> {
  const begun = performance.now();
  const variant = variants[options.variant];
  if (!variant) throw new Error(`There is no variant ${options.variant}.`);
  const folder = mkdtempSync(join(fastFolder, 'coderounds-torture-'));
  const platform = await startPlatform(variant, options.seed);
  try {
    const path = join(folder, 'var', 'coderounds.db');
    const expected = await writeReminders(folder, path, variant.platform, options.reminders);
    const bot: BotTold = { variant: options.variant, origin: platform.origin, folder };
    const killed = await killOften(bot, options, platform, path);
    await finish(bot, path);
    const { entries } = await platform.ask();
    return {
      ...judge(expected, entries),
      ...killed,
      ...rowsIn(path),
      seconds: Math.round((performance.now() - begun) / 1000),
    };
  } finally {
    platform.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** For each platform. */
export const shortForm = { reminders: 1_000, kills: 25 };
/** Enough to find out a protocol that is wrong: fifty errors or more. */
export const mutantForm = { reminders: 300, kills: 5 };
export const longForm = { reminders: 5_000, kills: 100 };

/** Both platforms side by side. */
export async function tortureBoth(
  form: typeof shortForm,
  seed: number,
): Promise<Readonly<Record<'discord' | 'slack', Outcome>>> {
  const [discord, slack] = await Promise.all([
    torture({ variant: 'discord', ...form, seed }),
    torture({ variant: 'slack', ...form, seed }),
  ]);
  return { discord, slack };
}

/** How often something came of it that must not be. */
export function errorsOf({ lost, repeated, wrong, stuck, integrity }: Outcome): number {
  return lost + repeated + wrong + stuck + (integrity === 'ok' ? 0 : 1);
}

interface PlatformProcess {
  readonly origin: string;
  /** Resolves when somebody next asks it to post a message. */
  nextRequest(): Promise<unknown>;
  ask(): Promise<Extract<Said, { kind: 'ledger' }>>;
  end(): void;
}

async function startPlatform(variant: Variant, seed: number): Promise<PlatformProcess> {
  const told: Told = {
    platform: variant.platform,
    seed,
    faults: { ...usualFaults, ...variant.faults },
    remembersFor: variant.remembersFor,
  };
  const child = fork(join(import.meta.dirname, 'platform-process.ts'), [JSON.stringify(told)]);
  const heard = new Set<(said: Said) => void>();
  child.on('message', (said: Said) => {
    for (const hear of [...heard]) hear(said);
  });
  const hear = <Kind extends Said['kind']>(kind: Kind) => {
    const { promise, resolve } = Promise.withResolvers<Extract<Said, { kind: Kind }>>();
    const listen = (said: Said) => {
      if (said.kind !== kind) return;
      heard.delete(listen);
      resolve(said as Extract<Said, { kind: Kind }>);
    };
    heard.add(listen);
    return promise;
  };
  const { origin } = await hear('here');
  return {
    origin,
    nextRequest() {
      child.send('next request');
      return hear('request');
    },
    ask() {
      child.send('ledger');
      return hear('ledger');
    },
    end: () => void child.disconnect(),
  };
}

/** Nine in ten by direct message, the others in channels; where each belongs, by its words. */
async function writeReminders(
  folder: string,
  path: string,
  platform: Variant['platform'],
  count: number,
): Promise<ReadonlyMap<string, string>> {
  mkdirSync(join(folder, 'var'));
  const opened = await openStore({ path, keyFile: join(folder, 'key') });
  const now = Temporal.Instant.fromEpochMilliseconds(Date.now());
  const expected = new Map<string, string>();
  await opened.store.transaction(async (tx) => {
    for (let i = 0; i < count; i += 1) {
      const words = `Reminder number ${i} of this run.`;
      const place = placeOf(i, platform);
      if ('user' in place.to)
        await tx.members.ensure(`m-${i}` as MemberId, place.to.user, undefined);
      const reply = say(md`${words}`, { controls: [button('Done', 'ceu.submitted', 'primary')] });
      const key = `torture:${i}`;
      await tx.outbox.add({ key, to: place.to, payload: payloadOf(reply), due: now });
      expected.set(words, place.channel);
    }
  });
  opened.close();
  return expected;
}

const channels = 7;

function placeOf(i: number, platform: Variant['platform']) {
  const number = String(i).padStart(6, '0');
  const isDm = i % 10 > 0;
  if (platform === 'discord') {
    const id = `1000000000000${number}`;
    const channel = `300000000000000000${(i / 10) % channels}`;
    if (!isDm) return { to: { channel: `discord:${channel}` as const }, channel };
    return { to: { user: `discord:${id}` as UserId }, channel: dmOf(id) };
  }
  const channel = `C${(i / 10) % channels}`;
  if (!isDm) return { to: { channel: `slack:T1/${channel}` as const }, channel };
  return { to: { user: `slack:T1/U${number}` as UserId }, channel: `DU${number}` };
}

type Killed = Pick<Outcome, 'kills' | 'killsInFlight' | 'requestsInFlight'>;

async function killOften(
  bot: BotTold,
  { kills, seed }: TortureOptions,
  platform: PlatformProcess,
  path: string,
): Promise<Killed> {
  const random = seeded(seed + 1000);
  const between = ({ least, most }: { readonly least: number; readonly most: number }) =>
    least + random() * (most - least);
  let killsInFlight = 0;
  let requestsInFlight = 0;
  for (let i = 0; i < kills; i += 1) {
    const request = platform.nextRequest();
    const child = await startBot(bot);
    await inTime(request, idleLife);
    await pass(between(life));
    // Mostly while a request is sure to be under way, however slow the machine is.
    if (random() < 0.8) await inTime(platform.nextRequest(), idleLife);
    const at = Date.now();
    child.kill('SIGKILL');
    await once(child, 'close');
    const underWay = underWayAt(at, path);
    if (underWay > 0) killsInFlight += 1;
    requestsInFlight += underWay;
    if (random() < longDown.share) await pass(between(longDown));
  }
  return { kills, killsInFlight, requestsInFlight };
}

/** From the record to the request, on a busy machine. */
const slowness = 200;

/** Requests that had begun shortly before, and of which nothing more was written down. */
function underWayAt(moment: number, path: string): number {
  const database = new Database(path, { readonly: true });
  const statement = `SELECT COUNT(*) FROM outbox WHERE state = 'sending' AND last_attempt_at > ?`;
  const underWay = Number(
    database
      .prepare(statement)
      .pluck()
      .get(moment - latency.most - slowness),
  );
  database.close();
  return underWay;
}

/** Resolves once it is ready. */
async function startBot(bot: BotTold): Promise<ChildProcess> {
  const script = join(import.meta.dirname, 'bot-process.ts');
  const child = spawn(process.execPath, [script, JSON.stringify(bot)], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: join(import.meta.dirname, '../../node_modules/.cache/coderounds'),
    },
  });
  let said = '';
  const { promise: ready, resolve } = Promise.withResolvers<boolean>();
  child.stderr.on('data', (text) => {
    said += text;
    if (said.includes('Coderounds is ready.')) resolve(true);
  });
  child.once('close', () => resolve(false));
  if (await ready) return child;
  throw new Error(`The bot did not start:\n${said}`);
}

async function finish(bot: BotTold, path: string): Promise<void> {
  const child = await startBot(bot);
  const closed = once(child, 'close');
  let left = waitingIn(path);
  let moved = performance.now();
  while (left > 0 && performance.now() - moved < longestStandstill) {
    await pass(100);
    const now = waitingIn(path);
    if (now < left) moved = performance.now();
    left = now;
  }
  child.kill('SIGTERM');
  await closed;
}

function waitingIn(path: string): number {
  const database = new Database(path, { readonly: true });
  const statement = `SELECT COUNT(*) FROM outbox WHERE state IN ('pending', 'sending')`;
  const waiting = Number(database.prepare(statement).pluck().get());
  database.close();
  return waiting;
}

function rowsIn(path: string): Pick<Outcome, 'stuck' | 'integrity'> {
  const database = new Database(path, { readonly: true });
  const statement = `SELECT COUNT(*) FROM outbox
    WHERE state <> 'sent' AND NOT (state IN ('pending', 'sending') AND next_at <= ?)`;
  const stuck = Number(database.prepare(statement).pluck().get(Date.now()));
  const integrity = String(database.pragma('integrity_check', { simple: true }));
  database.close();
  return { stuck, integrity };
}

function judge(
  expected: ReadonlyMap<string, string>,
  entries: readonly Entry[],
): Pick<Outcome, 'lost' | 'repeated' | 'wrong'> {
  const seen = new Map<string, number>();
  let wrong = 0;
  for (const { text, channel } of entries) {
    const words = wordsIn(text);
    if (expected.get(words) !== channel) wrong += 1;
    else seen.set(words, (seen.get(words) ?? 0) + 1);
  }
  return {
    lost: [...expected.keys()].filter((words) => !seen.has(words)).length,
    repeated: [...seen.values()].reduce((sum, times) => sum + times - 1, 0),
    wrong,
  };
}

/** Without what the platform adds to them, such as labels of buttons. */
function wordsIn(text: string): string {
  return /Reminder number \d+ of this run\./.exec(text)?.[0] ?? text;
}
