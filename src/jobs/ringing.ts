// Rings the alarms that are due: each job in a transaction with its messages and its next alarm.

import type { Job, Services } from '../bot/job.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Content } from '../content/content.ts';
import type { Alarm } from '../store/store.ts';
import { outbox } from './outbox.ts';
import type { SenderParts } from './sender.ts';

export interface RingingParts extends Pick<SenderParts, 'store' | 'clock' | 'log'> {
  readonly jobs: ReadonlyMap<string, Job>;
  readonly content: Content;
  readonly catalog: Catalog;
  readonly random: () => number;
}

/** How long a job that failed rests before its alarm rings again. */
const restAfterFault = Temporal.Duration.from({ minutes: 5 });
/** A job that this version does not know may be known to the next: its alarm is kept. */
const restUnknown = Temporal.Duration.from({ hours: 24 });

/** Rings what is due, in order; ends early after `stop`. */
export async function ringDue(parts: RingingParts, stop: AbortSignal): Promise<void> {
  for (;;) {
    const due = await parts.store.all.dueAlarms(parts.clock.now(), 50);
    if (due.length === 0) return;
    for (const alarm of due) {
      if (stop.aborted) return;
      await ring(alarm, parts);
    }
  }
}

async function ring(alarm: Alarm, parts: RingingParts): Promise<void> {
  const job = parts.jobs.get(alarm.job);
  if (!job) {
    parts.log.warn('There is no such job; its alarm rests for a day.', { job: alarm.job });
    return parts.store.all.restAlarm(alarm, parts.clock.now().add(restUnknown));
  }
  try {
    await runJob(job, alarm, parts);
  } catch (error) {
    parts.log.error('A job failed; it will be tried again.', { job: alarm.job }, error);
    await parts.store.all.restAlarm(alarm, parts.clock.now().add(restAfterFault));
  }
}

async function runJob(job: Job, alarm: Alarm, parts: RingingParts): Promise<void> {
  const { store, clock, content, catalog, random } = parts;
  await job.prepare?.(clock.now(), { content, catalog });
  await store.transaction(async (tx) => {
    if (!(await tx.all.stands(alarm))) return;
    const services: Services = { tx, all: tx.all, content, catalog, outbox, random };
    const { outgoing, next } = await job.ring(alarm, clock.now(), services);
    for (const message of outgoing) await outbox.add(tx, message);
    if (!next) return tx.alarms.clear(alarm.job, alarm.subject);
    if (Temporal.Instant.compare(next, alarm.at) <= 0)
      throw new Error(`The job ${job.name} wants to ring again at ${next}, which is not later.`);
    await tx.all.moveAlarm(alarm, next);
  });
}
