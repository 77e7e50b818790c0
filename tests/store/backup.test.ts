import {
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { MemberId, UserId } from '../../src/core/ids.ts';
import { backUp, checkBackup } from '../../src/store/backup.ts';
import { restore } from '../../src/store/restore.ts';
import type { Store } from '../../src/store/store.ts';
import { type Files, openedStore, temporaryFiles } from './temporary-store.ts';

const now = () => Temporal.Now.instant();
const maria = 'member-maria' as MemberId;
const james = 'member-james' as MemberId;

function joins(store: Store, member: MemberId, nickname: string) {
  return store.transaction(async (tx) => {
    await tx.members.ensure(member, `discord:${member}` as UserId, undefined);
    await tx.members.change(member, { nickname });
  });
}

/** A store with two members and a message that waits, and a backup of it that was made meanwhile. */
async function backedUp(): Promise<{ files: Files; backup: string }> {
  const files = temporaryFiles();
  const opened = await openedStore(files);
  await joins(opened.store, maria, 'Mia');
  await joins(opened.store, james, 'Jim');
  await opened.store.outbox.add({
    key: 'a',
    to: { channel: 'discord:general' },
    payload: '"hello"',
    due: now(),
  });
  const { path: backup } = backUp(files.path, join(files.folder, 'backups'), now());
  opened.close();
  return { files, backup };
}

describe('a backup', () => {
  it('is whole, readable to its owner alone, and made while the bot writes', async () => {
    const { backup } = await backedUp();
    expect(checkBackup(backup)).toMatchObject({ members: 2 });
    expect(statSync(backup).mode & 0o077).toBe(0);
    expect(readFileSync(backup).includes('Mia')).toBe(false);
  });

  it('says which folder cannot take it, and what else', async () => {
    const { files } = await backedUp();
    const refusal = /^The folder .*coderounds\.key cannot be made .*Name another one: npm run/;
    expect(() => backUp(files.path, files.keyFile, now())).toThrow(refusal);
  });

  it.each([
    ['of a newer version', 999, 'newer version'],
    ['without anything in it', 0, 'is damaged'],
  ])('of a database %s is refused by its name', (_what, schema, says) => {
    const { folder } = temporaryFiles();
    const path = join(folder, 'coderounds.db');
    const database = new Database(path);
    database.pragma(`user_version = ${schema}`);
    database.close();
    const refusal = new RegExp(`^The database ${path} .*${says}`);
    expect(() => backUp(path, join(folder, 'backups'), now())).toThrow(refusal);
    expect(readdirSync(join(folder, 'backups'))).toEqual([]);
  });

  it('of nothing is refused, and leaves nothing half done', () => {
    const { folder, path } = temporaryFiles();
    expect(() => backUp(path, join(folder, 'backups'), now())).toThrow('nothing to back up');
    expect(existsSync(join(folder, 'backups'))).toBe(false);
  });
});

describe('the restore drill', () => {
  it('brings back what was lost, keeps the old file aside, and looks before it sends again', async () => {
    const { files, backup } = await backedUp();
    writeFileSync(files.path, 'This disk has seen better days.');
    const { keptAside, ...restored } = restore(backup, files, now());
    const missing = `${files.path}.deleted`;
    expect(restored).toEqual({ members: 2, deletedAgain: 0, missing, inDoubt: 1 });
    expect(readFileSync(keptAside ?? '', 'utf8')).toBe('This disk has seen better days.');
    const { store, jobs } = await openedStore(files);
    expect(await store.members.read(maria)).toMatchObject({ nickname: 'Mia' });
    expect(await jobs.all.message('a')).toMatchObject({ state: 'sending', payload: '"hello"' });
  });

  it('deletes again whoever was deleted since', async () => {
    const { files, backup } = await backedUp();
    const opened = await openedStore(files);
    await opened.store.transaction((tx) => tx.privacy.delete(maria));
    opened.close();
    expect(readFileSync(`${files.path}.deleted`, 'utf8')).not.toContain('maria');
    const restored = restore(backup, files, now());
    expect(restored).toMatchObject({ members: 1, deletedAgain: 1 });
    expect(restored).not.toHaveProperty('missing');
    const again = await openedStore(files);
    expect(await again.store.members.read(maria)).toBeUndefined();
    expect(await again.store.members.read(james)).toMatchObject({ nickname: 'Jim' });
    const database = new Database(files.path, { readonly: true });
    expect(database.prepare('SELECT COUNT(*) FROM member_keys').pluck().get()).toBe(1);
    database.close();
  });

  it('brings back what lies in the log only: the bot was killed', async () => {
    const { files, backup } = await backedUp();
    const opened = await openedStore(files);
    await joins(opened.store, 'member-late' as MemberId, 'Late');
    const killed = join(files.folder, 'killed.db');
    for (const part of ['', '-wal']) copyFileSync(files.path + part, killed + part);
    opened.close();
    restore(backup, files, now());
    expect(restore(killed, files, now())).toMatchObject({ members: 3 });
    const again = await openedStore(files);
    expect(await again.store.members.read('member-late' as MemberId)).toBeDefined();
  });

  it('works on a new machine, for the eyes of its owner alone', async () => {
    const { files, backup } = await backedUp();
    const copy = join(files.folder, 'copy.db');
    renameSync(backup, copy);
    chmodSync(copy, 0o644);
    rmSync(dirname(files.path), { recursive: true });
    expect(restore(copy, files, now())).toMatchObject({ members: 2 });
    expect(statSync(files.path).mode & 0o077).toBe(0);
  });

  it('keeps whoever came back before the backup was made', async () => {
    const files = temporaryFiles();
    const opened = await openedStore(files);
    await joins(opened.store, maria, 'Mia');
    await opened.store.transaction((tx) => tx.privacy.delete(maria));
    await joins(opened.store, maria, 'Mia again');
    const later = now().add({ milliseconds: 1 });
    const { path: backup } = backUp(files.path, join(files.folder, 'backups'), later);
    opened.close();
    expect(restore(backup, files, now())).toMatchObject({ members: 1, deletedAgain: 0 });
  });

  it('refuses a damaged backup, another key and a bot that runs, and changes nothing', async () => {
    const { files, backup } = await backedUp();
    const before = readFileSync(files.path);
    const bytes = readFileSync(backup);
    const damagedCopy = join(files.folder, 'damaged.db');
    writeFileSync(damagedCopy, bytes.fill(7, 5000, 9000));
    expect(() => restore(damagedCopy, files, now())).toThrow(/is damaged .*take another backup\.$/);
    expect(() => restore(join(files.folder, 'none.db'), files, now())).toThrow('There is no file');
    expect(() => restore(files.folder, files, now())).toThrow('Name the backup itself');

    const other = temporaryFiles();
    (await openedStore(other)).close();
    const otherKey = { path: files.path, keyFile: other.keyFile };
    expect(() => restore(backup, otherKey, now())).toThrow('not the one that this database');

    const opened = await openedStore(files);
    expect(() => restore(backup, files, now())).toThrow('Another Coderounds is running');
    opened.close();
    expect(readFileSync(files.path).equals(before)).toBe(true);
    expect(readdirSync(join(files.folder, 'var')).filter((n) => n.includes('before'))).toEqual([]);
  });
});
