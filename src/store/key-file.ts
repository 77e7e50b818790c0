// The key under which members' keys are sealed: a file outside DATA_DIR, so that a copy of the data
// alone cannot be read.

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { keyBytes, openWith, sealWith } from './sealing.ts';
import type { Sql } from './sql.ts';
import { codeOf, StoreError } from './store-error.ts';

const keepApart = 'Put back the copy that you keep apart from the backups';

/** Reads the key; at the first start it is made, for its owner's eyes alone. */
export function readKeyFile(path: string, firstStart: boolean): Uint8Array {
  try {
    if (firstStart && !existsSync(path))
      writeFileSync(path, newKey(), { mode: 0o600, flag: 'wx', flush: true });
    return checkedKey(path);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new StoreError(whyNoKey(path, firstStart, codeOf(error) || String(error)));
  }
}

function newKey(): string {
  return randomBytes(keyBytes).toString('base64');
}

/** The rights come last: of what is no key at all nobody should change them. */
function checkedKey(path: string): Uint8Array {
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
  if (key.length !== keyBytes)
    throw new StoreError(`The key file ${path} is damaged. ${keepApart}.`);
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
    throw new StoreError(`Others can read the key file ${path}. Run: chmod 600 ${path}.`);
  return key;
}

function whyNoKey(path: string, firstStart: boolean, code: string): string {
  if (code === 'ENOENT' && !firstStart)
    return `The key file ${path} is missing. ${keepApart}; without it sealed records cannot be read.`;
  return `The key file ${path} cannot be ${firstStart && code !== 'EISDIR' ? 'made' : 'read'} (${code}). Set DATA_KEY_FILE to a file that the user who runs the bot may write.`;
}

/** Seals a word, by which a key of another database is told. */
export async function rememberKey(sql: Sql, key: Uint8Array): Promise<void> {
  const word = sealWith(key, 'key check', 'coderounds');
  await sql.run(`INSERT INTO instance (name, value) VALUES ('key check', ?)`, word);
}

/** Undefined where the database has not seen a key yet. */
export function rememberedKey(sql: Sql): Promise<{ readonly value: string } | undefined> {
  return sql.get(`SELECT value FROM instance WHERE name = 'key check'`);
}

export function checkSame(path: string, key: Uint8Array, remembered: string): void {
  try {
    openWith(key, 'key check', remembered);
  } catch {
    throw new StoreError(
      `The key file ${path} is not the one that this database was made with. ${keepApart}; without it sealed records cannot be read.`,
    );
  }
}
