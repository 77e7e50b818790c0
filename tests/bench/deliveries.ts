// What a million members cost who have nothing to hear today, and how an overdue queue is cleared.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { Job } from '../../src/bot/job.ts';
import { md } from '../../src/bot/markdown.ts';
import { payloadOf } from '../../src/bot/payload.ts';
import type { Platform } from '../../src/bot/platform.ts';
import { button, say } from '../../src/bot/reply.ts';
import { openCatalog } from '../../src/catalog/open.ts';
import type { MemberId, UserId } from '../../src/core/ids.ts';
import { makeRunner, type Runner } from '../../src/jobs/runner.ts';
import { makeLog } from '../../src/log.ts';
import { discord } from '../../src/platforms/discord/connect.ts';
import { type OpenStore, openStore } from '../../src/store/open.ts';
import { openLocalDiscord } from '../fixtures/discord/local-discord.ts';
import { goodToken } from '../fixtures/discord/names.ts';
import { noContent, PostOffice } from '../jobs/post-office.ts';

export const name = 'deliveries';
export const summary = 'a tick with few and with many members, and a queue that is overdue';

const sizes = [10_000, 1_000_000] as const;
const overdue = 1_000;
const dueAtOnce = 100;
const log = makeLog(() => {});
const reply = say(md`Your cycle ends in 30 days.`, { controls: [button('Log CEUs', '/ceu add…')] });

const remind: Job = {
  name: 'remind',
  async ring({ subject }, now) {
    const to = { kind: 'dm', user: userOf(Number(subject)) } as const;
    const key = `bench:${subject}:${now.epochMilliseconds}`;
    return { outgoing: [{ key, to, reply, due: now, member: memberOf(Number(subject)) }] };
  },
};

export async function run(print: (text: string) => void): Promise<void> {
  const ticks: Ticks[] = [];
  for (const size of sizes) {
    const measured = await measure(size);
    ticks.push(measured);
    print(
      `${size} members: nothing due ${measured.idle.toFixed(2)} ms, ${dueAtOnce} due ${measured.busy.toFixed(0)} ms a tick; ${measured.megabytes} MB in memory`,
    );
  }
  const [few, many] = ticks;
  if (few && many)
    print(
      `many against few: nothing due ${(many.idle / few.idle).toFixed(2)}, ${dueAtOnce} due ${(many.busy / few.busy).toFixed(2)} times`,
    );
  print(await clearOverdue());
}

interface Ticks {
  readonly idle: number;
  readonly busy: number;
  readonly megabytes: number;
}

async function measure(size: number): Promise<Ticks> {
  return withStore(async (opened, path) => {
    await addMembers(opened, path, size);
    let now = Temporal.Now.instant().round('millisecond');
    const runner = runnerOn(opened, new PostOffice(), () => now);
    const idle: number[] = [];
    const busy: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      now = now.add({ seconds: 1 });
      const at = now;
      idle.push(await timed(() => runner.runDue()));
      await opened.store.transaction(async (tx) => {
        for (let i = 0; i < dueAtOnce; i += 1) {
          const member = memberOf(round * dueAtOnce + i);
          await tx.alarms.set(
            { job: 'remind', subject: String(round * dueAtOnce + i), at },
            { member },
          );
        }
      });
      busy.push(await timed(() => runner.runDue()));
    }
    await runner.stop();
    const megabytes = Math.round(process.memoryUsage().rss / 1024 / 1024);
    return { idle: median(idle), busy: median(busy), megabytes };
  });
}

/** At the pace of the real platform, all direct messages known, as after an outage. */
async function clearOverdue(): Promise<string> {
  const local = await openLocalDiscord({ isChecking: false, latency: 60 });
  const platform = discord({ token: goodToken, log, apiUrl: local.apiUrl });
  try {
    return await withStore(async (opened, path) => {
      await addMembers(opened, path, overdue);
      const due = Temporal.Now.instant().subtract({ hours: 3 }).round('millisecond');
      await opened.store.transaction(async (tx) => {
        for (let i = 0; i < overdue; i += 1)
          await tx.outbox.add({
            key: `overdue:${i}`,
            to: { user: userOf(i) },
            payload: payloadOf(reply),
            due,
            member: memberOf(i),
          });
      });
      const runner = runnerOn(opened, platform, () => Temporal.Now.instant().round('millisecond'));
      const watching = new AbortController();
      const busiest = busiestSecond(() => local.calls.length, watching.signal);
      const seconds = (await timed(() => runner.runDue())) / 1000;
      watching.abort();
      await runner.stop();
      const tenThousand = Math.round((seconds / overdue) * 10_000) / 60;
      return `${local.happenings.length} of ${overdue} overdue messages in ${seconds.toFixed(1)} s, at most ${await busiest} requests in a second (Discord allows 50); 10,000 would take ${tenThousand.toFixed(1)} minutes`;
    });
  } finally {
    await platform.stop();
    await local.close();
  }
}

async function busiestSecond(calls: () => number, stop: AbortSignal): Promise<number> {
  const counts: number[] = [];
  while (!stop.aborted) {
    counts.push(calls());
    await pass(100, undefined, { signal: stop }).catch(() => {});
  }
  return Math.max(...counts.map((count, i) => count - (counts[i - 10] ?? 0)));
}

async function withStore<T>(work: (opened: OpenStore, path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'coderounds-bench-'));
  const path = join(folder, 'coderounds.db');
  const opened = await openStore({ path, keyFile: join(folder, 'key') });
  try {
    return await work(opened, path);
  } finally {
    opened.close();
    rmSync(folder, { recursive: true });
  }
}

/** The first of them have keys of their own, since messages to them will be sealed. */
const withKeys = 1_000;

/** Each with a deadline next year. */
async function addMembers(opened: OpenStore, path: string, count: number): Promise<void> {
  await opened.store.transaction(async (tx) => {
    for (let i = 0; i < withKeys; i += 1)
      await tx.members.ensure(memberOf(i), userOf(i), undefined);
  });
  const database = new Database(path);
  const nextYear = Temporal.Now.instant().add({ hours: 24 * 365 }).epochMilliseconds;
  const statements = [
    'INSERT INTO members (member_id, reminders_by_dm) VALUES (?, 1)',
    'INSERT INTO identities (user_id, member_id, place) VALUES (?, ?, 0)',
    `INSERT INTO alarms (job, subject, at, rings_at, member_id) VALUES ('remind', ?, ?, ?, ?)`,
  ].map((statement) => database.prepare(statement));
  const [members, identities, alarms] = statements;
  database.transaction(() => {
    database.exec(`UPDATE identities SET dm_channel = 'discord:5' || substr(user_id, 10)`);
    for (let i = 0; i < count; i += 1) {
      if (i >= withKeys) {
        members?.run(memberOf(i));
        identities?.run(userOf(i), memberOf(i));
      }
      alarms?.run(String(i), nextYear + i, nextYear + i, memberOf(i));
    }
  })();
  database.close();
}

const catalog = openCatalog(join(tmpdir(), 'no codes are installed here'));

function runnerOn(opened: OpenStore, platform: Platform, now: () => Temporal.Instant): Runner {
  return makeRunner({
    store: opened.jobs,
    platforms: [platform],
    jobs: [remind],
    content: noContent,
    catalog,
    clock: { now },
    elapsed: () => performance.now(),
    log,
    random: Math.random,
  });
}

function memberOf(i: number): MemberId {
  return `member-${i}` as MemberId;
}

function userOf(i: number): UserId {
  return `discord:${1_000_000_000_000_000_000n + BigInt(i)}`;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
