// A real bot for tests: real commands, a real SQLite file, a clock that stands still, seeded chance.

import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Bot, type Fault } from '../src/bot/bot.ts';
import type { CommandGroup } from '../src/bot/command.ts';
import type { Job } from '../src/bot/job.ts';
import type { Platform } from '../src/bot/platform.ts';
import { codesFolder } from '../src/catalog/folder.ts';
import { openCatalog } from '../src/catalog/open.ts';
import type { Content } from '../src/content/content.ts';
import { readContent } from '../src/content/read.ts';
import { seeded } from '../src/core/seeded.ts';
import { outbox } from '../src/jobs/outbox.ts';
import { makeRunner, type Runner } from '../src/jobs/runner.ts';
import { type MovingClock, makeTimeMachine } from '../src/jobs/time-machine.ts';
import { makeLog } from '../src/log.ts';
import { type OpenStore, openStore } from '../src/store/open.ts';
import { fastFolder } from './fixtures/fast-folder.ts';

export interface World {
  readonly bot: Bot;
  readonly opened: OpenStore;
  readonly clock: MovingClock;
  readonly runner: Runner;
  readonly faults: readonly Fault[];
  readonly folder: string;
  close(): Promise<void>;
}

export interface WorldParts {
  readonly groups: readonly CommandGroup[];
  readonly jobs?: readonly Job[];
  readonly platforms?: readonly Platform[];
  readonly content?: Content;
  /** Left out: a Sunday before the code sets' next dates. */
  readonly now?: string;
  /** Left out: runs with the clock, back too. */
  readonly elapsed?: () => number;
  /** A folder with installed code sets; left out, none is. */
  readonly codes?: string;
  /** To open the same files again after a restart. */
  readonly folder?: string;
}

let content: Content | undefined;

/** The content of data/, read once for all tests of a file. */
export function realContent(): Content {
  content ??= readContent(join(import.meta.dirname, '../data'));
  return content;
}

/** Closes by itself when the test ends. */
export async function openWorld(parts: WorldParts): Promise<World> {
  const world = await makeWorld(parts);
  onTestFinished(() => world.close());
  return world;
}

export async function makeWorld(parts: WorldParts): Promise<World> {
  const folder = parts.folder ?? mkdtempSync(join(fastFolder, 'coderounds-'));
  const opened = await openStore({
    path: join(folder, 'var', 'coderounds.db'),
    keyFile: join(folder, 'coderounds.key'),
  });
  const start = Temporal.Instant.from(parts.now ?? '2026-11-22T15:00:00Z');
  const clock = makeTimeMachine(() => start);
  const used = parts.content ?? realContent();
  const log = makeLog(() => {});
  const catalog = openCatalog(parts.codes ?? codesFolder(join(folder, 'var')));
  const runner = makeRunner({
    store: opened.jobs,
    platforms: parts.platforms ?? [],
    jobs: parts.jobs ?? [],
    content: used,
    catalog,
    clock,
    elapsed: parts.elapsed ?? (() => clock.now().epochMilliseconds),
    log,
    random: seeded(7),
  });
  clock.attach(runner);
  const faults: Fault[] = [];
  const bot = new Bot({
    groups: parts.groups,
    store: opened.store,
    content: used,
    catalog,
    outbox,
    now: clock.now,
    random: seeded(11),
    onFault: (fault) => faults.push(fault),
  });
  let closed = false;
  return {
    bot,
    opened,
    clock,
    runner,
    faults,
    folder,
    close: async () => {
      if (closed) return;
      closed = true;
      await runner.stop();
      catalog.close();
      opened.close();
      if (!parts.folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}
