// Real SQLite files in a temporary folder, for one test.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type OpenStore, openStore } from '../../src/store/open.ts';

export interface Files {
  readonly folder: string;
  readonly path: string;
  readonly keyFile: string;
}

/** Removed when the test ends. */
export function temporaryFiles(): Files {
  const folder = mkdtempSync(join(tmpdir(), 'coderounds-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'var', 'coderounds.db');
  return { folder, path, keyFile: join(folder, 'coderounds.key') };
}

/** Closed when the test ends, unless the test did so. */
export async function openedStore(files: Files): Promise<OpenStore> {
  const opened = await openStore(files);
  let isOpen = true;
  const close = () => {
    if (isOpen) opened.close();
    isOpen = false;
  };
  onTestFinished(close);
  return { ...opened, close };
}

/** The database, its log and the log's index. */
export function bytesOf({ path }: Files): Buffer {
  const files = [path, `${path}-wal`, `${path}-shm`].filter((each) => existsSync(each));
  return Buffer.concat(files.map((each) => readFileSync(each)));
}
