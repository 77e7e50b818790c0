import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connect } from '../../src/store/sqlite.ts';
import {
  type Files,
  openedStore,
  refusal,
  temporaryFiles,
  usedFiles,
  writer,
} from './temporary-store.ts';

describe('opening', () => {
  it('writes through to the disk, and says so when asked', async () => {
    const files = await usedFiles();
    const connection = connect(files.path);
    onTestFinished(() => connection.close());
    const ask = async (name: string) =>
      Object.values((await connection.get<Record<string, unknown>>(`PRAGMA ${name}`)) ?? {})[0];
    expect(await ask('journal_mode')).toBe('wal');
    expect(await ask('synchronous')).toBe(2);
    expect(await ask('foreign_keys')).toBe(1);
    expect(await ask('secure_delete')).toBe(1);
    expect(await ask('trusted_schema')).toBe(0);
  });

  it('makes its folder and its files for their owner alone', async () => {
    const files = temporaryFiles();
    const { store } = await openedStore(files);
    await store.groups.change('discord:1', {});
    expect(statSync(dirname(files.path)).mode & 0o777).toBe(0o700);
    for (const path of [files.path, `${files.path}-wal`])
      expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('finds everything again after it was closed', async () => {
    const files = await usedFiles();
    const { store } = await openedStore(files);
    expect(await store.groups.find('discord:7')).toBeDefined();
  });

  it('a database of a newer version is refused and left as it is', async () => {
    const files = await usedFiles();
    const database = new Database(files.path);
    database.pragma('user_version = 99');
    database.close();
    const before = readFileSync(files.path);
    expect(await refusal(files)).toMatch(/newer version of Coderounds \(schema 99, .*Start that/);
    expect(readFileSync(files.path).equals(before)).toBe(true);
  });

  it('a folder that cannot be made is named', async () => {
    const files = temporaryFiles();
    writeFileSync(join(files.folder, 'var'), 'a file is in the way');
    expect(await refusal(files)).toContain(`The folder ${dirname(files.path)} cannot be made`);
  });

  it('a folder that may not be written is named', async () => {
    const files = await usedFiles();
    withoutRights(files);
    expect(await refusal(files)).toMatch(/cannot be opened for writing.*user who runs the bot/);
  });

  it('a second process on the same database is refused, until the first has ended', async () => {
    const files = temporaryFiles();
    const first = spawn(process.execPath, [writer, files.path, files.keyFile]);
    onTestFinished(() => void first.kill('SIGKILL'));
    await once(first.stdout, 'data');
    expect(await refusal(files)).toBe(
      `Another Coderounds is running on ${files.path}. Stop it first, or give this one a DATA_DIR of its own.`,
    );
    first.kill('SIGKILL');
    await once(first, 'exit');
    const { store } = await openedStore(files);
    expect(await store.groups.find('discord:0')).toBeDefined();
  });

  it('a damaged lock file may be deleted', async () => {
    const files = await usedFiles();
    writeFileSync(`${files.path}.lock`, 'x'.repeat(5000));
    expect(await refusal(files)).toContain('is damaged. It holds nothing: delete it');
    rmSync(`${files.path}.lock`);
    await openedStore(files);
  });
});

/** Nobody, for the rest of the test; somebody who is not root merely loses the right to write. */
function withoutRights(files: Files): void {
  const folder = dirname(files.path);
  rmSync(`${files.path}.lock`);
  chmodSync(files.folder, 0o755);
  chmodSync(folder, 0o555);
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65534);
  onTestFinished(() => {
    if (isRoot) process.seteuid?.(0);
    chmodSync(folder, 0o755);
  });
}
