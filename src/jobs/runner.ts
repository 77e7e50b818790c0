// Rings the alarms that are due, then sends what is due. One timer for the earliest of both, and a
// heartbeat as its safety net.

import cron from 'node-cron';
import type { Job } from '../bot/job.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Content } from '../content/content.ts';
import { ringDue } from './ringing.ts';
import { makeSender, type SenderParts } from './sender.ts';

export interface RunnerParts extends SenderParts {
  readonly jobs: readonly Job[];
  readonly content: Content;
  readonly catalog: Catalog;
  readonly random: () => number;
}

export interface Runner {
  start(): void;
  /** Ends after the job or message that is under way. */
  stop(): Promise<void>;
  /** Something may be due sooner than was known. */
  poke(): void;
  /** Does all that is due at this moment; ends when it is done. */
  runDue(): Promise<void>;
  /** When something falls due next. */
  nextMoment(): Promise<Temporal.Instant | undefined>;
}

/** Longest wait of one timer; setTimeout cannot hold more than 24.8 days. */
const longestTimer = 24 * 60 * 60 * 1000;

export function makeRunner(parts: RunnerParts): Runner {
  const jobs = new Map(parts.jobs.map((job) => [job.name, job]));
  const stopping = new AbortController();
  const { signal } = stopping;
  const sweepHourly = makeHourlySweep(parts);
  const ring = onceMoreAtATime(() => ringDue({ ...parts, jobs }, signal));
  const senders = parts.platforms.map((platform) => makeSender(platform, parts, signal, ring));
  const working = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let poked: NodeJS.Immediate | undefined;
  let started = false;
  let changes = 0;

  /** What `stop` waits for. */
  const tracked = (work: Promise<void>): Promise<void> => {
    working.add(work);
    return work.finally(() => working.delete(work));
  };
  const runUntilDone = async () => {
    await sweepHourly();
    let before: number;
    do {
      before = changes;
      await ring();
      await Promise.all(senders.map((sender) => sender.run()));
    } while (changes !== before && !signal.aborted);
  };
  const waitForNext = async () => {
    const idle = senders.filter((sender) => !sender.isRunning()).map(({ name }) => name);
    const next = started ? await parts.store.all.nextMoment(idle) : undefined;
    clearTimeout(timer);
    if (!next || !started) return;
    const wait = next.epochMilliseconds - parts.clock.now().epochMilliseconds;
    timer = setTimeout(turn, Math.min(Math.max(wait, 0), longestTimer));
  };
  /** After a fault of the store's no timer is set: the heartbeat tries again. */
  const guarded = (work: Promise<void>) => {
    tracked(work)
      .then(waitForNext)
      .catch((error: unknown) => parts.log.error('The jobs stopped early.', {}, error));
  };
  /** Nobody waits for a platform that has much to send, or was asked to pause. */
  const ringAndSend = async () => {
    await sweepHourly();
    await ring();
    for (const sender of senders) guarded(sender.run());
  };
  const turn = () => guarded(ringAndSend());
  const afterPoke = () => {
    poked = undefined;
    waitForNext().catch((error: unknown) =>
      parts.log.error('The next job is not known.', {}, error),
    );
  };
  const heartbeat = cron.createTask('*/15 * * * * *', turn, {
    noOverlap: true,
    timezone: 'UTC',
    missedExecutionTolerance: 60_000,
  });
  return {
    start() {
      started = true;
      void heartbeat.start();
      turn();
    },
    async stop() {
      started = false;
      stopping.abort();
      clearTimeout(timer);
      clearImmediate(poked);
      await heartbeat.destroy();
      await Promise.allSettled(working);
    },
    poke() {
      changes += 1;
      if (started) poked ??= setImmediate(afterPoke);
    },
    runDue: () => tracked(runUntilDone()),
    nextMoment: () => parts.store.all.nextMoment(senders.map(({ name }) => name)),
  };
}

/** Called again while it is under way it goes round once more, and whoever calls waits for that. */
function onceMoreAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;
  const workUntilDone = async () => {
    do {
      again = false;
      await work();
    } while (again);
  };
  return () => {
    again = true;
    running ??= workUntilDone().finally(() => {
      running = undefined;
    });
    return running;
  };
}

/** At the first turn and then every hour. Nothing waits for it: a fault is tried again next hour. */
function makeHourlySweep({ store, clock, log }: RunnerParts): () => Promise<void> {
  let next: Temporal.Instant | undefined;
  return async () => {
    const now = clock.now();
    if (next && Temporal.Instant.compare(now, next) < 0) return;
    next = now.add({ hours: 1 });
    await store
      .sweep(now)
      .catch((error: unknown) => log.error('What is over was not swept.', {}, error));
  };
}
