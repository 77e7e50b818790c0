import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  closeSync,
  copyFileSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connect } from '../../src/store/sqlite.ts';
import { openedStore, refusal, usedFiles, writer } from './temporary-store.ts';

describe('a damaged file', () => {
  const byteAt = (offset: number) => (path: string) => {
    overwrite(path, offset, 1);
  };
  it.each<[string, (path: string) => void]>([
    ['random bytes', (path) => writeFileSync(path, randomBytes(50_000))],
    ['text', (path) => writeFileSync(path, 'Not a database at all.')],
    ['cut in half', (path) => truncateSync(path, statSync(path).size / 2)],
    ['cut within the header', (path) => truncateSync(path, 60)],
    ['a wrong name in the header', byteAt(3)],
    ['a wrong page size', byteAt(16)],
    ['a wrong format', byteAt(19)],
    ['a wrong fraction in the header', byteAt(21)],
    ['a wrong page of the schema', byteAt(100)],
    ['an overwritten page', (path) => overwrite(path, 4096 * 3)],
  ])('(%s) is refused and left as it is', async (_kind, damage) => {
    const files = await usedFiles();
    const good = `${files.path}.copy`;
    copyFileSync(files.path, good);
    damage(files.path);
    const before = readFileSync(files.path);
    expect(await refusal(files)).toMatch(/is damaged.* put a backup in its place\.$/);
    expect(readFileSync(files.path).equals(before)).toBe(true);
    copyFileSync(good, files.path);
    const { store } = await openedStore(files);
    expect(await store.groups.find('discord:7')).toBeDefined();
  });

  it('with a log that is not folded in yet is left as it is too', async () => {
    const files = await usedFiles();
    const killed = spawn(process.execPath, [writer, files.path, files.keyFile, '500']);
    await once(killed.stdout, 'data');
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    expect(statSync(`${files.path}-wal`).size).toBeGreaterThan(0);
    writeFileSync(files.path, randomBytes(statSync(files.path).size));
    const before = readFileSync(files.path);
    const log = readFileSync(`${files.path}-wal`);
    expect(await refusal(files)).toContain('is damaged');
    expect(readFileSync(files.path).equals(before)).toBe(true);
    expect(readFileSync(`${files.path}-wal`).equals(log)).toBe(true);
  });

  it('too large to be read at every start is refused where the damage is met', async () => {
    const files = await usedFiles();
    fill(files.path, 40 * 1024 * 1024);
    overwrite(files.path, 30 * 1024 * 1024);
    const connection = connect(files.path);
    onTestFinished(() => connection.close());
    const note = `INSERT INTO instance (name, value) VALUES (?, 'x')`;
    await connection.run(note, 'before');
    await expect(connection.all('SELECT * FROM instance')).rejects.toThrow('is damaged');
    await expect(connection.run(note, 'after')).rejects.toThrow('is damaged');
    const inTransaction = connection.transaction((sql) => sql.run(note, 'inside'));
    await expect(inTransaction).rejects.toThrow('put a backup in its place');
    expect(await connection.get(`SELECT 1 FROM instance WHERE name = 'before'`)).toBeDefined();
  });
});

function overwrite(path: string, offset: number, bytes = 4096): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(bytes, 0x5a), 0, bytes, offset);
  closeSync(file);
}

function fill(path: string, bytes: number): void {
  const database = new Database(path);
  const insert = database.prepare('INSERT INTO instance (name, value) VALUES (?, ?)');
  const text = 'x'.repeat(1000);
  database.transaction(() => {
    for (let i = 0; i < bytes / text.length; i += 1) insert.run(`row ${i}`, text);
  })();
  database.close();
}
