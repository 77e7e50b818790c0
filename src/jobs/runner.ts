// Rings the alarms that are due, then sends what is due. One timer for the earliest of both, and a
// heartbeat as its safety net.

import cron from 'node-cron';
import type { Job } from '../bot/job.ts';
import type { Content } from '../content/content.ts';
import { ringDue } from './ringing.ts';
import { type SenderParts, sendSome } from './sender.ts';

export interface RunnerParts extends SenderParts {
  readonly jobs: readonly Job[];
  readonly content: Content;
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
  const platformNames = parts.platforms.map((platform) => platform.name);
  const stopping = new AbortController();
  const sweepHourly = makeHourlySweep(parts);
  let timer: NodeJS.Timeout | undefined;
  let poked: NodeJS.Immediate | undefined;
  let started = false;
  let running: Promise<void> | undefined;
  let again = false;

  const runUntilDone = async () => {
    await sweepHourly();
    do {
      again = false;
      await ringDue({ ...parts, jobs }, stopping.signal);
      if (await sendSome(parts, stopping.signal)) again = true;
    } while (again && !stopping.signal.aborted);
  };
  const runDue = (): Promise<void> => {
    again = true;
    running ??= runUntilDone().finally(() => {
      running = undefined;
    });
    return running;
  };
  const nextMoment = () => parts.store.all.nextMoment(platformNames);
  const waitForNext = async () => {
    const next = started ? await nextMoment() : undefined;
    clearTimeout(timer);
    if (!next || !started) return;
    const wait = next.epochMilliseconds - parts.clock.now().epochMilliseconds;
    timer = setTimeout(turn, Math.min(Math.max(wait, 0), longestTimer));
  };
  /** After a fault of the store's no timer is set: the heartbeat tries again. */
  const turn = async () => {
    try {
      await runDue();
      await waitForNext();
    } catch (error) {
      parts.log.error('The jobs stopped early.', {}, error);
    }
  };
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
      void turn();
    },
    async stop() {
      started = false;
      stopping.abort();
      clearTimeout(timer);
      clearImmediate(poked);
      await heartbeat.destroy();
      await running?.catch(() => {});
    },
    poke() {
      again = true;
      if (started) poked ??= setImmediate(afterPoke);
    },
    runDue,
    nextMoment,
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
