// Rings the alarms that are due, then sends what is due. One timer for the earliest of both, and a
// heartbeat as its safety net.

import cron from 'node-cron';
import type { Job, Services } from '../bot/job.ts';
import type { Content } from '../content/content.ts';
import type { Alarm } from '../store/store.ts';
import { outbox } from './outbox.ts';
import { type SenderParts, sendDue } from './sender.ts';

export interface RunnerParts extends SenderParts {
  readonly jobs: readonly Job[];
  readonly content: Content;
  readonly random: () => number;
}

export interface Runner {
  start(): void;
  /** Ends after what is under way. */
  stop(): Promise<void>;
  /** Something may be due sooner than was known. */
  poke(): void;
  /** Does all that is due at this moment; ends when it is done. */
  runDue(): Promise<void>;
}

/** Longest wait of one timer; setTimeout cannot hold more than 24.8 days. */
const longestTimer = 24 * 60 * 60 * 1000;
/** How long a job that failed rests before its alarm rings again. */
const restAfterFault = Temporal.Duration.from({ minutes: 5 });

export function makeRunner(parts: RunnerParts): Runner {
  const jobs = new Map(parts.jobs.map((job) => [job.name, job]));
  let timer: NodeJS.Timeout | undefined;
  let started = false;
  let running: Promise<void> | undefined;
  let again = false;
  let poked: NodeJS.Immediate | undefined;

  const runOnce = async () => {
    do {
      again = false;
      await ringDue(jobs, parts);
      await sendDue(parts);
    } while (again);
  };
  const runDue = (): Promise<void> => {
    again = true;
    running ??= runOnce().finally(() => {
      running = undefined;
    });
    return running;
  };
  const waitForNext = async () => {
    clearTimeout(timer);
    if (!started) return;
    const next = await parts.store.all.nextMoment();
    if (!next || !started) return;
    const wait = next.epochMilliseconds - parts.clock.now().epochMilliseconds;
    clearTimeout(timer);
    timer = setTimeout(turn, Math.min(Math.max(wait, 0), longestTimer));
  };
  const turn = () => {
    runDue()
      .catch((error: unknown) => parts.log.error('The jobs stopped early.', {}, error))
      .then(waitForNext)
      .catch(unknownNext);
  };
  const afterPoke = () => {
    poked = undefined;
    waitForNext().catch(unknownNext);
  };
  const unknownNext = (error: unknown) => parts.log.error('The next job is not known.', {}, error);
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
      clearTimeout(timer);
      await heartbeat.destroy();
      await running;
    },
    poke() {
      if (running) again = true;
      else if (started && !poked) poked = setImmediate(afterPoke);
    },
    runDue,
  };
}

async function ringDue(jobs: ReadonlyMap<string, Job>, parts: RunnerParts): Promise<void> {
  for (;;) {
    const due = await parts.store.all.dueAlarms(parts.clock.now(), 50);
    if (due.length === 0) return;
    for (const alarm of due) await ring(alarm, jobs.get(alarm.job), parts);
  }
}

async function ring(alarm: Alarm, job: Job | undefined, parts: RunnerParts): Promise<void> {
  try {
    await parts.store.transaction(async (tx) => {
      if (!(await tx.all.stands(alarm))) return;
      if (!job) return tx.alarms.clear(alarm.job, alarm.subject);
      const { content, random } = parts;
      const services: Services = { tx, all: tx.all, content, outbox, random };
      const { outgoing, next } = await job.ring(alarm, parts.clock.now(), services);
      for (const message of outgoing) await outbox.add(tx, message);
      if (next) await tx.all.moveAlarm(alarm, next);
      else await tx.alarms.clear(alarm.job, alarm.subject);
    });
  } catch (error) {
    parts.log.error('A job failed; it will be tried again.', { job: alarm.job }, error);
    await parts.store.all.moveAlarm(alarm, parts.clock.now().add(restAfterFault));
  }
}
