// Puts the parts together and starts them; nothing else does.

import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { commandGroups } from '../commands/index.ts';
import { Bot } from './bot/bot.ts';
import { inTime } from './bot/in-time.ts';
import type { Log } from './bot/log.ts';
import type { Platform } from './bot/platform.ts';
import { StartError } from './bot/start-error.ts';
import { codesFolder } from './catalog/folder.ts';
import { InstallError } from './catalog/install-error.ts';
import { openCatalog } from './catalog/open.ts';
import { collectGarbage } from './collect-garbage.ts';
import { type Config, ConfigError, databaseOf, readConfig } from './config.ts';
import type { Content } from './content/content.ts';
import { ContentError, readContent } from './content/read.ts';
import { jobs } from './jobs/index.ts';
import { outbox } from './jobs/outbox.ts';
import { makeRunner } from './jobs/runner.ts';
import { type MovingClock, makeTimeMachine } from './jobs/time-machine.ts';
import { makeLog } from './log.ts';
import { operatorWords, type Word } from './operator-words.ts';
import { realNow } from './real-now.ts';
import { openStore } from './store/open.ts';
import { StoreError } from './store/store-error.ts';

/** How long saying goodbye may take before the process ends all the same. */
const longestGoodbye = 9_000;

const words: Readonly<Record<string, Word>> = {
  start: (config) => run(config, platformsOf, (line) => process.stderr.write(line)),
  chat: (config) =>
    run(config, terminalOf, (line) => appendFileSync(join(config.dataDir, 'chat.log'), line)),
  ...operatorWords,
};

/** `start` (the default), `chat`, `register`, `manifest`, `codes`, `backup`, `restore`, `doctor`. */
export async function main(args: readonly string[]): Promise<void> {
  const [word = 'start', ...rest] = args;
  const action = words[word];
  try {
    if (!action)
      throw new ConfigError(`There is no “${word}”. Say one of: ${Object.keys(words).join(', ')}.`);
    await action(readConfig(), rest);
  } catch (error) {
    process.stderr.write(`${whyNotStarted(error)}\n`);
    process.exit(1);
  }
}

/** What a platform is given to stand on. */
export interface Ground {
  readonly config: Config;
  readonly log: Log;
  readonly clock: MovingClock;
}

type MakePlatforms = (ground: Ground) => Promise<readonly Platform[]>;

/** All but reading the configuration and choosing platforms. */
export async function run(
  config: Config,
  makePlatforms: MakePlatforms,
  write: (line: string) => void,
  content: Content = readContent(join(import.meta.dirname, '../data')),
): Promise<void> {
  const log = makeLog(write);
  const clock = makeTimeMachine(realNow);
  const opened = await openStore({
    path: databaseOf(config),
    keyFile: config.keyFile,
  });
  const catalog = openCatalog(codesFolder(config.dataDir));
  const platforms = await makePlatforms({ config, log, clock });
  const random = Math.random;
  const runner = makeRunner({
    store: opened.jobs,
    platforms,
    jobs,
    content,
    catalog,
    clock,
    elapsed: () => performance.now(),
    log,
    random,
  });
  clock.attach(runner);
  opened.onCommit(runner.poke);
  const bot = new Bot({
    groups: commandGroups,
    store: opened.store,
    content,
    catalog,
    outbox,
    now: clock.now,
    random,
    ...(config.operatorContact !== undefined && { operatorContact: config.operatorContact }),
    onFault: ({ reference, doing, user, error }) =>
      log.error('A command failed.', { reference, doing, user }, error),
  });
  const stop = async () => {
    await runner.stop();
    await Promise.all(platforms.map((platform) => platform.stop()));
    catalog.close();
    opened.close();
  };
  stopOnSignal(stop, log);
  try {
    for (const platform of platforms) await platform.start(bot);
  } catch (error) {
    await inTime(stop(), longestGoodbye);
    throw error;
  }
  runner.start();
  warmUp(content).catch((error: unknown) => log.error('Getting ready failed.', {}, error));
  log.info('Coderounds is ready.', { platforms: platforms.map((p) => p.name).join(', ') });
}

/** The guide's index takes a while to build: in small steps, before the first member asks. */
async function warmUp({ guide }: Content): Promise<void> {
  if (guide.prepare()) return;
  while (!guide.prepare()) await setImmediate();
  await collectGarbage();
}

/** Each platform's SDK is loaded only where its variables are set. */
async function platformsOf({ config, log, clock }: Ground): Promise<readonly Platform[]> {
  const platforms: Platform[] = [];
  if (config.discord) {
    const { discord } = await import('./platforms/discord/connect.ts');
    platforms.push(discord({ ...config.discord, log }));
  }
  if (config.slack) {
    const { slack } = await import('./platforms/slack/connect.ts');
    platforms.push(slack({ ...config.slack, log }));
  }
  if (platforms.length > 0) return platforms;
  const { playground } = await import('./platforms/playground/connect.ts');
  return [playground({ port: config.port, log, timeMachine: clock })];
}

async function terminalOf({ clock }: Ground): Promise<readonly Platform[]> {
  const { terminal } = await import('./platforms/playground/terminal.ts');
  return [terminal({ timeMachine: clock, input: process.stdin, output: process.stdout })];
}

function stopOnSignal(stop: () => Promise<void>, log: Log): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) process.exit(1);
    stopping = true;
    inTime(
      stop().then(() => true),
      longestGoodbye,
    ).then(
      (isDone) => process.exit(isDone ? 0 : 1),
      (error: unknown) => {
        log.error('Stopping failed.', {}, error);
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

/** One sentence for what whoever hosts the bot can mend; the whole story for what they cannot. */
function whyNotStarted(error: unknown): string {
  const mendable = [ConfigError, ContentError, InstallError, StoreError, StartError].some(
    (known) => error instanceof known,
  );
  if (mendable && error instanceof Error) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return `The port ${'port' in error ? error.port : ''} is in use. Set PORT to a free one in .env, or stop what uses it.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
