// `npm run doctor`: what is wrong with configuration, tokens, database, disk and clock, in sentences.

import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TokenCheck } from './bot/platform.ts';
import { type Config, databaseOf } from './config.ts';
import { checkBackup, checkEntries, newestBackup } from './store/backup.ts';
import { otherDataDir } from './store/make-folder.ts';
import { StoreError } from './store/store-error.ts';

export interface Finding {
  readonly isWell: boolean;
  readonly says: string;
}

export interface DoctorParts {
  readonly config: Config;
  readonly now: Temporal.Instant;
  /** Where the tokens are, as a rule. */
  readonly envFile: string;
  /** By the name of its variable; asked of the platforms. */
  readonly tokens: Readonly<Record<string, TokenCheck>>;
}

const leastRoom = 500 * 1024 * 1024;
const oldestBackup = Temporal.Duration.from({ hours: 48 });
/** Reminders would come noticeably early or late. */
const mostOff = Temporal.Duration.from({ seconds: 60 });

const well = (says: string): Finding => ({ isWell: true, says });
const ill = (says: string): Finding => ({ isWell: false, says });

export function examine(parts: DoctorParts): readonly Finding[] {
  return [
    platforms(parts.config),
    ...secrets(parts),
    ...Object.entries(parts.tokens).flatMap(([name, check]) => tokenFindings(name, check)),
    database(parts.config),
    backup(parts),
    disk(parts.config),
    clock(parts),
  ];
}

export function report(findings: readonly Finding[]): string {
  const lines = findings.map(({ isWell, says }) => `${isWell ? '✓' : '✗'} ${says}`);
  const wrong = findings.filter(({ isWell }) => !isWell).length;
  const sum = wrong === 0 ? 'All is well.' : `${wrong} of ${findings.length} need your attention.`;
  return `${lines.join('\n')}\n${sum}\n`;
}

function platforms({ discord, slack }: Config): Finding {
  const names = [...(discord ? ['Discord'] : []), ...(slack ? ['Slack'] : [])];
  if (names.length > 0)
    return well(`The configuration is right; it is for ${names.join(' and ')}.`);
  return well('The configuration is right; without a token it is for the playground.');
}

function secrets({ config, envFile }: DoctorParts): readonly Finding[] {
  const hasTokens = config.discord !== undefined || config.slack !== undefined;
  if (!hasTokens || process.platform === 'win32' || !existsSync(envFile)) return [];
  const isOpen = (statSync(envFile).mode & 0o077) !== 0;
  return isOpen
    ? [ill(`Others can read the tokens in ${envFile}. Run: chmod 600 ${envFile}.`)]
    : [];
}

function tokenFindings(name: string, { isTaken, why, lacking }: TokenCheck): readonly Finding[] {
  if (!isTaken) return [ill(`${name} does not work: ${why}. Check it in .env, and the network.`)];
  if (!lacking) return [well(`${name} works.`)];
  const list = lacking.join(', ');
  return [ill(`${name} works, but lacks ${list}: paste the manifest again and reinstall the app.`)];
}

function database(config: Config): Finding {
  const path = databaseOf(config);
  if (!existsSync(path)) return well('There is no database yet; the first start makes it.');
  try {
    const { members } = checkBackup(path);
    const { entries, wrong } = checkEntries(path, config.keyFile);
    if (wrong > 0)
      return ill(
        `${wrong} of ${entries} CEU entries are not as they were written. Look into a backup of before: npm run restore.`,
      );
    return well(`The database is whole (members: ${members}, CEU entries: ${entries}).`);
  } catch (error) {
    if (error instanceof StoreError) return ill(error.message);
    throw error;
  }
}

function backup({ config, now }: DoctorParts): Finding {
  if (!existsSync(databaseOf(config))) return well('There is nothing to back up yet.');
  const folder = join(config.dataDir, 'backups');
  const newest = newestBackup(folder);
  if (!newest) return ill(`There is no backup in ${folder}. Run npm run backup, daily.`);
  if (Temporal.Instant.compare(newest.add(oldestBackup), now) >= 0)
    return well(`The newest backup is of ${newest.toString({ smallestUnit: 'second' })}.`);
  const days = Math.floor(now.since(newest).total('hours') / 24);
  return ill(`The newest backup is ${days} days old. Run npm run backup, daily.`);
}

function disk({ dataDir }: Config): Finding {
  const folder = existsSync(dataDir) ? dataDir : '.';
  if (!isWritableFolder(folder)) return ill(`${folder} cannot be used. ${otherDataDir}`);
  const { bavail, bsize } = statfsSync(folder);
  const room = `${Math.floor((bavail * bsize) / 1024 / 1024)} MB`;
  return bavail * bsize >= leastRoom
    ? well(`There is room on the disk of ${dataDir} (${room}).`)
    : ill(`Only ${room} are left on the disk of ${dataDir}. Free some.`);
}

function isWritableFolder(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** By the platforms' own clocks, to the second; HTTP writes dates as `Date` reads them. */
function clock({ now, tokens }: DoctorParts): Finding {
  const [date] = Object.values(tokens).flatMap((each) => each.date ?? []);
  if (date === undefined) return well('The clock was not compared: no platform told the time.');
  const theirs = Temporal.Instant.fromEpochMilliseconds(Date.parse(date));
  const off = Math.round(Math.abs(now.since(theirs).total('seconds')));
  return off <= mostOff.total('seconds')
    ? well('The clock is right.')
    : ill(`The clock is ${off} seconds off. Let the system set it (timedatectl set-ntp true).`);
}
