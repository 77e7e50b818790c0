import { spawn } from 'node:child_process';
import { once } from 'node:events';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { type Files, openedStore, temporaryFiles, writer } from './temporary-store.ts';

/** Kills a writing process once it has acknowledged this many rows; says the last of them. */
async function killAfter(rows: number, first: number, files: Files): Promise<number> {
  const child = spawn(process.execPath, [writer, files.path, files.keyFile, String(first)]);
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stdout.on('data', (text) => {
    said += text;
    if (said.split('\n').length > rows) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return Number(said.trimEnd().split('\n').at(-1));
}

it('a process killed in the middle of writing loses nothing that it acknowledged', async () => {
  const files = temporaryFiles();
  let last = -1;
  for (const rows of [1, 40, 150]) {
    last = await killAfter(rows, last + 1, files);
    const opened = await openedStore(files);
    for (let i = 0; i <= last; i += 1) {
      const kept = await opened.store.groups.find(`discord:${i}`);
      expect(kept?.channel, `row ${i} of ${last}`).toBe(`discord:${i}`);
    }
    opened.close();
  }
  expect(last).toBeGreaterThan(150);
  const database = new Database(files.path, { readonly: true });
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  database.close();
});
