import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Job } from '../../src/bot/job.ts';
import type { Platform } from '../../src/bot/platform.ts';
import { openCatalog } from '../../src/catalog/open.ts';
import type { MemberId } from '../../src/core/ids.ts';
import { outbox } from '../../src/jobs/outbox.ts';
import { makeRunner } from '../../src/jobs/runner.ts';
import { makeLog } from '../../src/log.ts';
import { openStore } from '../../src/store/open.ts';
import { fastFolder } from '../fixtures/fast-folder.ts';
import { later, now, outgoing, recordingJob } from './given.ts';
import { noContent, PostOffice, refused } from './post-office.ts';

/** Vitest's timers move Temporal along: nothing here sleeps. The heartbeat beats at :00, :15, :30. */
beforeEach(() => {
  vi.useFakeTimers({ now: later({ seconds: 1 }).epochMilliseconds });
  return () => {
    vi.useRealTimers();
  };
});

/** Puts runner and store together as main.ts does. */
async function open(jobs: readonly Job[], platforms: readonly Platform[] = []) {
  const folder = mkdtempSync(join(fastFolder, 'coderounds-'));
  const path = join(folder, 'coderounds.db');
  const opened = await openStore({ path, keyFile: join(folder, 'key') });
  const logged: string[] = [];
  const log = makeLog((line) => logged.push(line));
  const clock = { now: () => Temporal.Now.instant() };
  const content = noContent;
  const catalog = openCatalog(join(folder, 'codes'));
  const random = Math.random;
  const elapsed = () => performance.now();
  const store = opened.jobs;
  const runner = makeRunner({
    store,
    platforms,
    jobs,
    content,
    catalog,
    clock,
    elapsed,
    log,
    random,
  });
  opened.onCommit(runner.poke);
  onTestFinished(async () => {
    await runner.stop();
    opened.close();
    rmSync(folder, { recursive: true });
  });
  const setAlarm = (job: string, at: Temporal.Instant) =>
    opened.store.transaction((tx) => tx.alarms.set({ job, subject: 'x', at }, {}));
  return { opened, runner, logged, setAlarm, path };
}

const pass = (time: { seconds?: number; hours?: number }) =>
  vi.advanceTimersByTimeAsync(Temporal.Duration.from(time).total('milliseconds'));

describe('the runner', () => {
  it('does at its start what is due already', async () => {
    const { job, rung } = recordingJob('remind');
    const { runner, setAlarm } = await open([job]);
    await setAlarm('remind', now);
    runner.start();
    await pass({ seconds: 1 });
    expect(rung).toHaveLength(1);
  });

  it('wakes to the second for what falls due next, before the heartbeat', async () => {
    const { job, rung } = recordingJob('remind', async (_alarm, at) => ({
      outgoing: [],
      next: at.add({ seconds: 3 }),
    }));
    const { runner, setAlarm } = await open([job]);
    await setAlarm('remind', later({ seconds: 5 }));
    runner.start();
    await pass({ seconds: 10 });
    expect(rung).toEqual([5, 8, 11].map((seconds) => `x at ${later({ seconds })}`));
  });

  it('is woken by whatever is written down meanwhile', async () => {
    const { job, rung } = recordingJob('remind');
    const office = new PostOffice();
    const { runner, setAlarm, opened } = await open([job], [office]);
    runner.start();
    await pass({ seconds: 1 });
    await setAlarm('remind', later({ seconds: 6 }));
    await opened.store.transaction((tx) => outbox.add(tx, outgoing('a')));
    await pass({ seconds: 1 });
    expect(office.texts).toEqual(['a']);
    expect(rung).toEqual([]);
    await pass({ seconds: 4 });
    expect(rung).toEqual([`x at ${later({ seconds: 6 })}`]);
  });

  it('sends again by itself after the time that the platform asked for', async () => {
    const office = new PostOffice();
    office.answers.push(refused('retry', 'Too many requests.', { seconds: 4 }));
    const { runner, opened } = await open([], [office]);
    runner.start();
    await opened.store.transaction((tx) => outbox.add(tx, outgoing('a')));
    await pass({ seconds: 3 });
    expect(office.posted).toHaveLength(1);
    await pass({ seconds: 2 });
    expect(office.posted).toHaveLength(2);
  });

  it('finds at the next heartbeat what nobody told it', async () => {
    const { job, rung } = recordingJob('remind');
    const { runner, opened } = await open([job]);
    runner.start();
    await pass({ seconds: 1 });
    await opened.store.alarms.set({ job: 'remind', subject: 'x', at: later({ seconds: 4 }) }, {});
    await pass({ seconds: 12 });
    expect(rung).toEqual([]);
    await pass({ seconds: 2 });
    expect(rung).toEqual([`x at ${later({ seconds: 15 })}`]);
  });

  it('waits quietly for what is 40 days away', async () => {
    const { job, rung } = recordingJob('remind');
    const { runner, setAlarm } = await open([job]);
    await setAlarm('remind', later({ hours: 24 * 40 }));
    runner.start();
    await pass({ seconds: 0 });
    await vi.advanceTimersToNextTimerAsync();
    expect(Temporal.Now.instant()).toEqual(later({ seconds: 15 }));
    expect(rung).toEqual([]);
  });

  it('does nothing any more once it was stopped', async () => {
    const { job, rung } = recordingJob('remind');
    const { runner, setAlarm } = await open([job]);
    await setAlarm('remind', later({ seconds: 5 }));
    runner.start();
    await pass({ seconds: 1 });
    await runner.stop();
    expect(vi.getTimerCount()).toBe(0);
    await setAlarm('remind', later({ seconds: 6 }));
    await pass({ hours: 1 });
    expect(rung).toEqual([]);
  });

  it('stops after the message that is under way, not after the whole queue', async () => {
    const office = new PostOffice();
    const { promise: answered, resolve } = Promise.withResolvers<void>();
    office.onRequest = () => answered;
    const { runner, opened } = await open([], [office]);
    await opened.store.transaction(async (tx) => {
      for (const key of ['a', 'b', 'c']) await outbox.add(tx, outgoing(key));
    });
    runner.start();
    await pass({ seconds: 1 });
    const stopped = runner.stop();
    resolve();
    await stopped;
    expect(office.texts).toEqual(['a']);
    expect(await opened.jobs.all.message('a')).toMatchObject({ state: 'sent' });
    expect(await opened.jobs.all.message('b')).toMatchObject({ state: 'pending', attempts: 0 });
  });

  it('outlives a fault of the store, without trying in a frenzy', async () => {
    const { job, rung } = recordingJob('remind');
    const { runner, setAlarm, logged, path } = await open([job]);
    await setAlarm('remind', later({ seconds: 5 }));
    runner.start();
    await pass({ seconds: 1 });
    rename(path, 'alarms', 'elsewhere');
    await pass({ seconds: 120 });
    const faults = logged.filter((line) => line.includes('The jobs stopped early.'));
    expect(faults.length).toBeGreaterThan(1);
    expect(faults.length).toBeLessThan(12);
    rename(path, 'elsewhere', 'alarms');
    await pass({ seconds: 15 });
    expect(rung).toHaveLength(1);
  });

  it('sweeps at its start and then every hour', async () => {
    const { runner, opened } = await open([]);
    const maria = 'member-maria' as MemberId;
    await opened.store.members.ensure(maria, 'discord:maria', undefined);
    const keep = () => opened.store.drafts.keep(maria, 'ceu.add', {}, Temporal.Now.instant());
    const drafts = async () => (await opened.store.privacy.count(maria)).drafts ?? 0;
    await keep();
    await pass({ hours: 2 });
    runner.start();
    await pass({ seconds: 1 });
    expect(await drafts()).toBe(0);
    await keep();
    await pass({ seconds: 3540 });
    expect(await drafts()).toBe(1);
    await pass({ hours: 1 });
    expect(await drafts()).toBe(0);
  });
});

function rename(path: string, from: string, to: string): void {
  const database = new Database(path);
  database.exec(`ALTER TABLE ${from} RENAME TO ${to}`);
  database.close();
}
