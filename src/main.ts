// Puts the parts together and starts them; nothing else does.

import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { commandGroups } from '../commands/index.ts';
import { Bot } from './bot/bot.ts';
import { inTime } from './bot/in-time.ts';
import type { Log } from './bot/log.ts';
import type { Platform, TokenCheck } from './bot/platform.ts';
import { StartError } from './bot/start-error.ts';
import { codesFolder } from './catalog/folder.ts';
import { InstallError } from './catalog/install-error.ts';
import { openCatalog } from './catalog/open.ts';
import { collectGarbage } from './collect-garbage.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import type { Content } from './content/content.ts';
import { ContentError, readContent } from './content/read.ts';
import { jobs } from './jobs/index.ts';
import { outbox } from './jobs/outbox.ts';
import { makeRunner } from './jobs/runner.ts';
import { type MovingClock, makeTimeMachine } from './jobs/time-machine.ts';
import { makeLog } from './log.ts';
import { openStore } from './store/open.ts';
import { StoreError } from './store/store-error.ts';

/** In DATA_DIR. */
const database = 'coderounds.db';
/** How long saying goodbye may take before the process ends all the same. */
const longestGoodbye = 9_000;

type Word = (config: Config, args: readonly string[]) => Promise<void>;

const words: Readonly<Record<string, Word>> = {
  start: (config) => run(config, platformsOf, (line) => process.stderr.write(line)),
  chat: (config) =>
    run(config, terminalOf, (line) => appendFileSync(join(config.dataDir, 'chat.log'), line)),
  register,
  manifest,
  codes,
  backup,
  restore,
  doctor,
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
    path: join(config.dataDir, database),
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
  while (!guide.prepare()) await setImmediate();
  await collectGarbage();
}

/** Whole milliseconds, as the store keeps them. */
function realNow(): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Temporal.Now.instant().epochMilliseconds);
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

async function register({ discord }: Config): Promise<void> {
  if (!discord) throw new ConfigError('DISCORD_TOKEN is missing: there is nowhere to register.');
  const { registerCommands } = await import('./platforms/discord/register.ts');
  process.stdout.write(`${await registerCommands({ ...discord, groups: commandGroups })}\n`);
}

async function backup({ dataDir }: Config, [folder]: readonly string[]): Promise<void> {
  const { backUp } = await import('./store/backup.ts');
  const { path, bytes, members } = backUp(
    join(dataDir, database),
    folder ?? join(dataDir, 'backups'),
    realNow(),
  );
  process.stdout.write(
    `${path} was made and checked: ${members} members, ${Math.ceil(bytes / 1024)} kB. Keep it on another machine, and the key file apart from it.\n`,
  );
}

async function restore({ dataDir, keyFile }: Config, [file]: readonly string[]): Promise<void> {
  if (file === undefined) throw new ConfigError('Say which backup: npm run restore -- FILE');
  const { restore: putBack } = await import('./store/restore.ts');
  const files = { path: join(dataDir, database), keyFile };
  const { members, deletedAgain, inDoubt, keptAside } = putBack(file, files, realNow());
  const lines = [
    `The backup is in place, with ${members} members.`,
    ...(deletedAgain > 0 ? [`${deletedAgain} who were deleted since were deleted again.`] : []),
    ...(inDoubt > 0 ? [`${inDoubt} messages are looked for before they are sent.`] : []),
    ...(keptAside !== undefined ? [`What was there before is kept as ${keptAside}.`] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function doctor(config: Config): Promise<void> {
  const { examine, report } = await import('./doctor.ts');
  const findings = examine({ config, now: realNow(), tokens: await checkTokens(config) });
  process.stdout.write(report(findings));
  if (findings.some(({ isWell }) => !isWell)) process.exitCode = 1;
}

async function checkTokens({ discord, slack }: Config): Promise<Record<string, TokenCheck>> {
  const checks: Record<string, TokenCheck> = {};
  if (discord) {
    const { checkDiscord } = await import('./platforms/discord/check.ts');
    checks.DISCORD_TOKEN = await checkDiscord(discord);
  }
  if (slack) {
    const { checkSlack } = await import('./platforms/slack/check.ts');
    checks.SLACK_BOT_TOKEN = await checkSlack(slack);
  }
  return checks;
}

async function manifest({ slack }: Config): Promise<void> {
  const { manifest: manifestOf } = await import('./platforms/slack/tell.ts');
  const socketMode = slack?.transport.kind !== 'http';
  process.stdout.write(`${JSON.stringify(manifestOf(commandGroups, { socketMode }), null, 2)}\n`);
}

/** The official files of code sets: install, list, remove, diff. */
async function codes({ dataDir }: Config, args: readonly string[]): Promise<void> {
  const { codesCommand } = await import('./catalog/command-line.ts');
  const { codeSets } = readContent(join(import.meta.dirname, '../data'));
  const isTerminal = process.stderr.isTTY;
  const showOver = (text: string) => isTerminal && process.stderr.write(`\r\x1b[K${text}`);
  await codesCommand(args, {
    folder: codesFolder(dataDir),
    calendar: codeSets,
    print(line) {
      showOver('');
      process.stdout.write(`${line}\n`);
    },
    progress: showOver,
  }).finally(() => showOver(''));
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
