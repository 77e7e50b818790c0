// What whoever runs the bot types beside `npm start`: `npm run register`, `manifest`, `codes`, `backup`,
// `restore`, `doctor`. Each loads its own parts only.

import { join } from 'node:path';
import { commandGroups } from '../commands/index.ts';
import type { TokenCheck } from './bot/platform.ts';
import { codesFolder } from './catalog/folder.ts';
import { type Config, ConfigError, databaseOf } from './config.ts';
import { readContent } from './content/read.ts';
import { realNow } from './real-now.ts';

export type Word = (config: Config, args: readonly string[]) => Promise<void>;

async function register({ discord }: Config): Promise<void> {
  if (!discord) throw new ConfigError('DISCORD_TOKEN is missing: there is nowhere to register.');
  const { registerCommands } = await import('./platforms/discord/register.ts');
  process.stdout.write(`${await registerCommands({ ...discord, groups: commandGroups })}\n`);
}

async function backup(config: Config, [folder]: readonly string[]): Promise<void> {
  const { backUp } = await import('./store/backup.ts');
  const { path, bytes, members } = backUp(
    databaseOf(config),
    folder ?? join(config.dataDir, 'backups'),
    realNow(),
  );
  process.stdout.write(
    `${path} was made and checked (members: ${members}, ${Math.ceil(bytes / 1024)} kB). Keep it on another machine, and the key file apart from it.\n`,
  );
}

async function restore(config: Config, [file]: readonly string[]): Promise<void> {
  if (file === undefined) throw new ConfigError('Say which backup: npm run restore -- FILE');
  const { restore: putBack } = await import('./store/restore.ts');
  const files = { path: databaseOf(config), keyFile: config.keyFile };
  const { members, deletedAgain, missing, inDoubt, keptAside } = putBack(file, files, realNow());
  const lines = [
    `The backup is in place (members: ${members}).`,
    ...(deletedAgain > 0 ? [`Deleted since, and now deleted again: ${deletedAgain}.`] : []),
    ...(missing !== undefined
      ? [
          `There is no ${missing}, which says who was deleted since. If another machine has it, put it there and restore again.`,
        ]
      : []),
    ...(inDoubt > 0 ? [`Messages that are looked for before they are sent: ${inDoubt}.`] : []),
    ...(keptAside !== undefined ? [`What was there before is kept as ${keptAside}.`] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function doctor(config: Config): Promise<void> {
  const { examine, report } = await import('./doctor.ts');
  const findings = examine({
    config,
    now: realNow(),
    envFile: '.env',
    tokens: await checkTokens(config),
  });
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

export const operatorWords = {
  register,
  manifest,
  codes,
  backup,
  restore,
  doctor,
} satisfies Record<string, Word>;
