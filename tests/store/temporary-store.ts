// Real SQLite files in a temporary folder, for one test.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { type OpenStore, openStore } from '../../src/store/open.ts';
import { fastFolder } from '../fixtures/fast-folder.ts';

export interface Files {
  readonly folder: string;
  readonly path: string;
  readonly keyFile: string;
}

/** Removed when the test ends. */
export function temporaryFiles(): Files {
  const folder = mkdtempSync(join(fastFolder, 'coderounds-'));
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

/** A store that was used and closed. */
export async function usedFiles(): Promise<Files> {
  const files = temporaryFiles();
  const opened = await openedStore(files);
  for (let i = 0; i < 200; i += 1) await opened.store.groups.change(`discord:${i}`, {});
  opened.close();
  return files;
}

/** Why the store did not open: one sentence or two, on one line, with no stack or code word. */
export async function refusal(files: Files): Promise<string> {
  const error: unknown = await openStore(files).then(
    () => new Error('It opened.'),
    (reason) => reason,
  );
  expect(error).toMatchObject({ name: 'StoreError' });
  const { message } = error as Error;
  expect(message).toMatch(/^[A-Z][^\n]*\.$/);
  return message;
}

/** Writes to a store until it is killed; see there. */
export const writer = join(import.meta.dirname, 'writer.ts');
