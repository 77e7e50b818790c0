// One process per database: a second file held under an exclusive lock, which SIGKILL frees.

import Database from 'better-sqlite3';
import { StoreError } from './store-error.ts';

/** Returns what lets go of it. */
export function holdAlone(path: string): () => void {
  const file = openLock(path);
  try {
    file.pragma('busy_timeout = 0');
    file.exec('BEGIN EXCLUSIVE');
  } catch {
    file.close();
    throw new StoreError(
      `Another Coderounds is running on ${path.replace(/\.lock$/, '')}. Stop it first, or give this one a DATA_DIR of its own.`,
    );
  }
  return () => file.close();
}

function openLock(path: string): Database.Database {
  try {
    return new Database(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new StoreError(
      `The file ${path} cannot be opened for writing (${code}). Check that its folder belongs to the user who runs the bot and that the disk has room.`,
    );
  }
}
