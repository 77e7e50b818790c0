// A store of its own for each measurement, and the runner that works on it.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bot } from '../../../src/bot/bot.ts';
import type { Job } from '../../../src/bot/job.ts';
import { md } from '../../../src/bot/markdown.ts';
import type { Platform } from '../../../src/bot/platform.ts';
import { button, say } from '../../../src/bot/reply.ts';
import { openCatalog } from '../../../src/catalog/open.ts';
import type { MemberId } from '../../../src/core/ids.ts';
import { outbox } from '../../../src/jobs/outbox.ts';
import { makeRunner, type Runner } from '../../../src/jobs/runner.ts';
import { makeLog } from '../../../src/log.ts';
import { type OpenStore, openStore } from '../../../src/store/open.ts';
import { noContent } from '../../jobs/post-office.ts';

export const log = makeLog(() => {});
export const reply = say(md`Your cycle ends in 30 days.`, {
  controls: [button('Log CEUs', '/ceu add…')],
});

export async function withStore<T>(
  work: (opened: OpenStore, path: string) => Promise<T>,
): Promise<T> {
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

const catalog = openCatalog(join(tmpdir(), 'no codes are installed here'));

export function runnerOn(
  opened: OpenStore,
  platform: Platform,
  now: () => Temporal.Instant,
  jobs: readonly Job[] = [],
): Runner {
  return makeRunner({
    store: opened.jobs,
    platforms: [platform],
    jobs,
    content: noContent,
    catalog,
    clock: { now },
    elapsed: () => performance.now(),
    log,
    random: Math.random,
  });
}

export function now(): Temporal.Instant {
  return Temporal.Now.instant().round('millisecond');
}

/** Knows no command: nobody says anything while messages are sent. */
export function botOn({ store }: OpenStore): Bot {
  return new Bot({
    groups: [],
    store,
    content: noContent,
    catalog,
    outbox,
    now,
    random: Math.random,
    onFault: ({ error }) => {
      throw error;
    },
  });
}

export function memberOf(i: number): MemberId {
  return `member-${i}` as MemberId;
}

export async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
