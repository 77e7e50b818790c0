// Copies the database while the bot runs, and checks the copy before it counts as one.

import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { compareProofs, type Proofs } from './entry-proofs.ts';
import { checkSame, readKeyFile } from './key-file.ts';
import { makeFolder } from './make-folder.ts';
import { schemaOf } from './migrate.ts';
import { damaged, explained, isDamage, StoreError } from './store-error.ts';

export interface Backup {
  readonly path: string;
  readonly bytes: number;
  readonly members: number;
}

const backedUpAt = 'backed up at';

/** A plain copy of the files could tear them apart; this is one moment of the database. */
export function backUp(databasePath: string, folder: string, now: Temporal.Instant): Backup {
  if (!existsSync(databasePath))
    throw new StoreError(`There is no database at ${databasePath}: nothing to back up.`);
  makeFolder(folder, 'Name another one: npm run backup -- FOLDER.');
  const name = `coderounds-${now.toString({ smallestUnit: 'second' }).replaceAll(':', '-')}.db`;
  const path = join(folder, name);
  const unfinished = `${path}.unfinished`;
  try {
    rmSync(unfinished, { force: true });
    copyInto(databasePath, unfinished);
    stamp(unfinished, now);
    const { members } = checkBackup(unfinished);
    renameSync(unfinished, path);
    return { path, members, bytes: statSync(path).size };
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw explained(error, isDamage(error) ? databasePath : path);
  }
}

/** With what lies in its log only; for its owner's eyes alone. */
export function copyInto(from: string, to: string): void {
  const umask = process.umask(0o077);
  const database = new Database(from, { readonly: true });
  try {
    if (schemaOf(database) === 0) throw new StoreError(damaged(from));
    database.prepare('VACUUM INTO ?').run(to);
  } finally {
    database.close();
    process.umask(umask);
  }
}

function stamp(path: string, now: Temporal.Instant): void {
  const copy = new Database(path);
  try {
    copy.pragma('synchronous = FULL');
    copy
      .prepare('INSERT OR REPLACE INTO instance (name, value) VALUES (?, ?)')
      .run(backedUpAt, String(now.epochMilliseconds));
  } finally {
    copy.close();
  }
}

/** Reads all of it. Throws a `StoreError` where anything is wrong; changes nothing. */
export function checkBackup(
  path: string,
  remedy?: string,
): {
  readonly members: number;
  /** When it was made; of a file that was copied by other means nobody knows. */
  readonly madeAt?: Temporal.Instant;
} {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new StoreError(`There is no file ${path}. Name the backup itself, not its folder.`);
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { readonly: true });
    if (schemaOf(database) === 0 || database.pragma('integrity_check', { simple: true }) !== 'ok')
      throw new StoreError(damaged(path, remedy));
    const members = Number(database.prepare('SELECT COUNT(*) FROM members').pluck().get());
    const at = database
      .prepare('SELECT value FROM instance WHERE name = ?')
      .pluck()
      .get(backedUpAt) as string | undefined;
    const madeAt = at && Temporal.Instant.fromEpochMilliseconds(Number(at));
    return { members, ...(madeAt && { madeAt }) };
  } catch (error) {
    throw isDamage(error) ? new StoreError(damaged(path, remedy)) : explained(error, path);
  } finally {
    database?.close();
  }
}

/** Compares each CEU entry with its keyed hash. Throws a `StoreError` where the key is another one. */
export function checkEntries(path: string, keyFile: string): Proofs {
  const database = new Database(path, { readonly: true });
  try {
    return compareProofs(database, masterKeyOf(database, keyFile));
  } finally {
    database.close();
  }
}

/** The key that this database was made with, or a `StoreError`. */
export function masterKeyOf(database: Database.Database, keyFile: string): Uint8Array {
  const masterKey = readKeyFile(keyFile, false);
  const remembered = database
    .prepare(`SELECT value FROM instance WHERE name = 'key check'`)
    .pluck()
    .get() as string;
  checkSame(keyFile, masterKey, remembered);
  return masterKey;
}

/** When the newest backup in a folder was made, if there is one. */
export function newestBackup(folder: string): Temporal.Instant | undefined {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const times = names
    .filter((name) => /^coderounds-.*\.db$/.test(name))
    .map((name) => Math.round(statSync(join(folder, name)).mtimeMs));
  return times.length > 0 ? Temporal.Instant.fromEpochMilliseconds(Math.max(...times)) : undefined;
}
