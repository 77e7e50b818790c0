// What the tests of jobs begin with: a world with jobs and platforms of their own, and one moment.

import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Job, Outgoing } from '../../src/bot/job.ts';
import { md } from '../../src/bot/markdown.ts';
import type { Platform } from '../../src/bot/platform.ts';
import { say } from '../../src/bot/reply.ts';
import { outbox } from '../../src/jobs/outbox.ts';
import type { QueuedMessage } from '../../src/store/store.ts';
import { fastFolder } from '../fixtures/fast-folder.ts';
import { openWorld, type World } from '../world.ts';
import { noContent } from './post-office.ts';

export const now = Temporal.Instant.from('2026-11-22T15:00:00Z');

export function later(time: Temporal.DurationLike): Temporal.Instant {
  return now.add(Temporal.Duration.from(time));
}

export interface JobParts {
  readonly jobs?: readonly Job[];
  readonly platforms?: readonly Platform[];
  readonly folder?: string;
  readonly elapsed?: () => number;
  readonly at?: Temporal.Instant;
}

/** Real runner, real files; the clock stands at `now` until it is moved. */
export function openJobs({ at = now, ...parts }: JobParts): Promise<World> {
  return openWorld({ groups: [], content: noContent, now: at.toString(), ...parts });
}

/** For a world that is closed and opened again. */
export function keptFolder(): string {
  const folder = mkdtempSync(join(fastFolder, 'coderounds-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A message whose text is its key. */
export function outgoing(key: string, more: Partial<Outgoing> = {}): Outgoing {
  const to = { kind: 'channel', channel: 'discord:general' } as const;
  return { key, to, reply: say(md`${key}`), due: now, ...more };
}

export async function write({ opened }: World, ...messages: readonly Outgoing[]): Promise<void> {
  await opened.store.transaction(async (tx) => {
    for (const message of messages) await outbox.add(tx, message);
  });
}

export async function setAlarm(
  { opened }: World,
  job: string,
  at: Temporal.Instant,
  subject = 'x',
): Promise<void> {
  await opened.store.alarms.set({ job, subject, at }, {});
}

/** What is written down of a message. */
export async function recordOf({ opened }: World, key: string): Promise<QueuedMessage> {
  const found = await opened.jobs.all.message(key);
  if (!found) throw new Error(`There is no message ${key}.`);
  return found;
}

/** A job that does as told each time it rings, and remembers when and for what. */
export function recordingJob(name: string, ring: Job['ring'] = async () => ({ outgoing: [] })) {
  const rung: string[] = [];
  const job: Job = {
    name,
    ring: async (alarm, at, services) => {
      rung.push(`${alarm.subject} at ${at.toString()}`);
      return ring(alarm, at, services);
    },
  };
  return { job, rung };
}
