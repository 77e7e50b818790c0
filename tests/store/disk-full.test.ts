import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { connect } from '../../src/store/sqlite.ts';
import { openedStore, temporaryFiles } from './temporary-store.ts';

const text = 'x'.repeat(2000);

it('without room nothing is half written, reading goes on, and so does writing with room again', async () => {
  const files = temporaryFiles();
  (await openedStore(files)).close();
  const connection = connect(files.path);
  onTestFinished(() => connection.close());
  const pages = await connection.get<{ page_count: number }>('PRAGMA page_count');
  const mostPages = (more: number) =>
    connection.get(`PRAGMA max_page_count = ${(pages?.page_count ?? 0) + more}`);
  await mostPages(5);

  const insert = 'INSERT INTO instance (name, value) VALUES (?, ?)';
  const manyRows = connection.transaction(async (sql) => {
    for (let i = 0; i < 100; i += 1) await sql.run(insert, `row ${i}`, text);
  });
  await expect(manyRows).rejects.toThrow('There is no room left on the disk');
  const swallowed = connection.transaction(async (sql) => {
    for (let i = 0; i < 100; i += 1) await sql.run(insert, `row ${i}`, text).catch(() => {});
  });
  await expect(swallowed).rejects.toThrow('An error has rolled this transaction back');
  const rows = () => connection.get(`SELECT COUNT(*) AS "rows" FROM instance`);
  expect(await rows()).toEqual({ rows: 1 });
  await mostPages(1000);
  await connection.run(insert, 'row', text);
  expect(await rows()).toEqual({ rows: 2 });
});

/** Says why not, where a small disk cannot be had. */
function smallDisk(): { readonly folder: string } | { readonly whyNot: string } {
  const { folder } = temporaryFiles();
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]);
  if (mounted.status !== 0) return { whyNot: 'a disk of two megabytes may not be mounted here' };
  onTestFinished(() => void spawnSync('umount', [disk]));
  return { folder: disk };
}

it('a full disk is named at the start and at work, and nothing is lost', async ({ skip }) => {
  const disk = smallDisk();
  if ('whyNot' in disk) return skip(disk.whyNot);
  const files = { ...temporaryFiles(), path: join(disk.folder, 'var', 'coderounds.db') };
  const opened = await openedStore(files);
  await opened.store.groups.change('discord:1', { paused: true });
  const ballast = join(dirname(files.path), 'ballast');
  fillUp(ballast);
  const writeAll = async () => {
    for (let i = 0; i < 100; i += 1) await opened.store.groups.change(`discord:${text}${i}`, {});
  };
  await expect(writeAll()).rejects.toThrow(/no room left|reads or writes with errors/);
  expect(await opened.store.groups.find('discord:1')).toMatchObject({ paused: true });
  rmSync(ballast);
  await opened.store.groups.change('discord:1', { paused: false });
  opened.close();

  rmSync(dirname(files.path), { recursive: true });
  mkdirSync(dirname(files.path));
  fillUp(ballast);
  await expect(openedStore(files)).rejects.toMatchObject({
    name: 'StoreError',
    message: expect.stringMatching(/room|disk/),
  });
  rmSync(ballast);
  await openedStore(files);
});

it('a disk that became read-only is named, and nothing that was acknowledged is lost', async ({
  skip,
}) => {
  const disk = smallDisk();
  if ('whyNot' in disk) return skip(disk.whyNot);
  const files = { ...temporaryFiles(), path: join(disk.folder, 'var', 'coderounds.db') };
  const opened = await openedStore(files);
  await opened.store.groups.change('discord:1', { paused: true });
  opened.close();
  const remount = (how: 'ro' | 'rw') =>
    spawnSync('mount', ['-o', `remount,${how}`, disk.folder]).status === 0;
  if (!remount('ro')) return skip('a disk may not be made read-only here');
  const said = await openStore(files).catch((error: unknown) => error);
  remount('rw');
  expect(said).toMatchObject({
    name: 'StoreError',
    message: expect.stringMatching(/cannot be opened for writing/),
  });
  expect(await (await openedStore(files)).store.groups.find('discord:1')).toMatchObject({
    paused: true,
  });
});

function fillUp(path: string): void {
  for (let size = 256 * 1024; size >= 1; size = Math.floor(size / 2)) {
    try {
      for (;;) writeFileSync(path, Buffer.alloc(size), { flag: 'a' });
    } catch {}
  }
}
