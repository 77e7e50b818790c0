// One process per database: a second file held under an exclusive lock, which SIGKILL frees.

import Database from 'better-sqlite3';
import { codeOf, StoreError } from './store-error.ts';

/** Returns what lets go of it. Throws a `StoreError` where another process holds it. */
export function holdAlone(databasePath: string): () => void {
  const path = `${databasePath}.lock`;
  let file: Database.Database | undefined;
  try {
    file = new Database(path);
    file.pragma('busy_timeout = 0');
    file.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    file?.close();
    throw new StoreError(whyNotHeld(path, databasePath, codeOf(error) || String(error)));
  }
  const held = file;
  return () => void held.close();
}

function whyNotHeld(path: string, databasePath: string, code: string): string {
  if (code.startsWith('SQLITE_BUSY'))
    return `Another Coderounds is running on ${databasePath}. Stop it first, or give this one a DATA_DIR of its own.`;
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT'))
    return `The lock file ${path} is damaged. It holds nothing: delete it and start again.`;
  return `The file ${path} cannot be opened for writing (${code}). Check that its folder belongs to the user who runs the bot and that the disk has room.`;
}
