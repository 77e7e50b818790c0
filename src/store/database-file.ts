// Opens the SQLite file so that what is written survives a power cut, or says why it cannot.

import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { codeOf, damaged, explained, StoreError } from './store-error.ts';

/** Older SQLite can damage a WAL database that two connections write: sqlite.org, 3.53.0 item 1. */
const leastVersion = [3, 51, 3] as const;

/**
 * Files up to this many bytes are checked whole, at about 750 MB a second where they are in memory.
 * Of larger ones the header and the schema are; damage elsewhere is refused where it is met.
 */
const checkedWhole = 32 * 1024 * 1024;

/** Throws a `StoreError`; the file is then as it was. */
export function openDatabaseFile(path: string): Database.Database {
  let database: Database.Database | undefined;
  try {
    refuseDamaged(path);
    // Its log takes the same rights.
    closeSync(openSync(path, 'a', 0o600));
    database = new Database(path);
    makeSafe(database, path);
    return database;
  } catch (error) {
    database?.close();
    const known = explained(error, path);
    if (known instanceof StoreError) throw known;
    const reason = codeOf(error) || String(error);
    throw new StoreError(`The database ${path} cannot be opened (${reason}).`, { cause: error });
  }
}

/** Only reads: a connection that may write would fold its log into the file when it closes. */
function refuseDamaged(path: string): void {
  const size = existsSync(path) ? statSync(path).size : 0;
  if (size === 0) return;
  const database = new Database(path, { readonly: true });
  try {
    database.prepare('SELECT COUNT(*) FROM sqlite_schema').get();
    if (size > checkedWhole) return;
    const found = database.pragma('quick_check(1)', { simple: true });
    if (found !== 'ok') throw new StoreError(damaged(path));
  } finally {
    database.close();
  }
}

function makeSafe(database: Database.Database, path: string): void {
  const version = String(database.prepare('SELECT sqlite_version()').pluck().get());
  if (!isAtLeast(version, leastVersion))
    throw new StoreError(`SQLite ${version} is too old to be safe. Run npm ci again.`);
  database.pragma('busy_timeout = 5000');
  const mode = database.pragma('journal_mode = WAL', { simple: true });
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('trusted_schema = OFF');
  database.pragma('secure_delete = ON');
  const synchronous = Number(database.pragma('synchronous', { simple: true }));
  if (mode !== 'wal' || synchronous < 2)
    throw new StoreError(
      `The database ${path} cannot be written safely (journal ${mode}, synchronous ${synchronous}). Put DATA_DIR on a local disk, not a network share.`,
    );
}

function isAtLeast(version: string, least: readonly number[]): boolean {
  const parts = version.split('.').map(Number);
  const difference = least.map((part, i) => (parts[i] ?? 0) - part).find((d) => d !== 0);
  return (difference ?? 0) >= 0;
}
