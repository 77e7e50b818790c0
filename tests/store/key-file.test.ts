import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations/index.ts';
import { openedStore, refusal, temporaryFiles, usedFiles } from './temporary-store.ts';

function schemaIn(path: string): unknown {
  const database = new Database(path, { readonly: true });
  try {
    return database.pragma('user_version', { simple: true });
  } finally {
    database.close();
  }
}

describe('the key file', () => {
  it('is made at the first start, readable by its owner alone', async () => {
    const files = temporaryFiles();
    await openedStore(files);
    expect(statSync(files.keyFile).mode & 0o777).toBe(0o600);
    expect(Buffer.from(readFileSync(files.keyFile, 'utf8'), 'base64')).toHaveLength(32);
  });

  it('that was made before the database stays', async () => {
    const files = await usedFiles();
    const key = readFileSync(files.keyFile);
    rmSync(dirname(files.path), { recursive: true });
    await openedStore(files);
    expect(readFileSync(files.keyFile).equals(key)).toBe(true);
  });

  it('is missed, and not made anew, where there is a database', async () => {
    const files = await usedFiles();
    rmSync(files.keyFile);
    expect(await refusal(files)).toMatch(/key file .* is missing. Put back the copy/);
    expect(() => statSync(files.keyFile)).toThrow();
  });

  it('of another database is refused, before any migration', async () => {
    const files = temporaryFiles();
    mkdirSync(dirname(files.path));
    await openedStore({ ...files, path: join(files.folder, 'other', 'coderounds.db') });
    const other = await usedFiles();
    const old = new Database(files.path);
    migrate(old, migrations.slice(0, 1));
    const kept = new Database(other.path, { readonly: true });
    const word = kept.prepare('SELECT * FROM instance').get() as { name: string; value: string };
    old.prepare('INSERT INTO instance VALUES (?, ?)').run(word.name, word.value);
    old.close();
    kept.close();
    expect(await refusal(files)).toContain('is not the one that this database was made with');
    expect(schemaIn(files.path)).toBe(1);
    await openedStore({ ...files, keyFile: other.keyFile });
    expect(schemaIn(files.path)).toBe(migrations.length);
  });

  it.each(['640', '604', '666'])('that others can read (%s) is refused', async (mode) => {
    const files = await usedFiles();
    chmodSync(files.keyFile, Number.parseInt(mode, 8));
    expect(await refusal(files)).toBe(
      `Others can read the key file ${files.keyFile}. Run: chmod 600 ${files.keyFile}.`,
    );
  });

  it('is no folder and no other file: nobody is told to change the rights of those', async () => {
    const files = temporaryFiles();
    const foreign = join(files.folder, 'hosts');
    writeFileSync(foreign, '127.0.0.1 localhost', { mode: 0o644 });
    for (const keyFile of [files.folder, foreign])
      expect(await refusal({ ...files, keyFile })).not.toContain('chmod');
  });

  it.each(['', 'short', 'x'.repeat(99)])('that is damaged (%j) is refused', async (text) => {
    const files = await usedFiles();
    writeFileSync(files.keyFile, text);
    expect(await refusal(files)).toContain('is damaged. Put back the copy');
  });

  it('that cannot be made or read is named', async () => {
    const files = temporaryFiles();
    const nowhere = join(files.folder, 'no', 'such', 'folder.key');
    expect(await refusal({ ...files, keyFile: nowhere })).toMatch(
      /folder\.key cannot be made \(ENOENT\)\. Set DATA_KEY_FILE/,
    );
    const used = await usedFiles();
    expect(await refusal({ ...used, keyFile: used.folder })).toMatch(/key file/);
  });
});
