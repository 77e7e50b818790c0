// Makes a folder for what the bot keeps, or says in one sentence why it cannot.

import { mkdirSync } from 'node:fs';
import { StoreError } from './store-error.ts';

/** For the eyes of whoever runs the bot alone. Throws a `StoreError`. */
export function makeFolder(path: string, remedy: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreError(`The folder ${path} cannot be made (${reason}). ${remedy}`);
  }
}

/** For the folder of the database. */
export const otherDataDir = 'Set DATA_DIR to a folder that the user who runs the bot may write.';
