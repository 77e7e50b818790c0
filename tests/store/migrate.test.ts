import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations/index.ts';
import { temporaryFiles } from './temporary-store.ts';

function emptyDatabase(): Database.Database {
  const { path } = temporaryFiles();
  mkdirSync(dirname(path));
  const database = new Database(path);
  onTestFinished(() => void database.close());
  return database;
}

const schemaOf = (database: Database.Database) => database.pragma('user_version', { simple: true });

function statementsOf(database: Database.Database): readonly unknown[] {
  return database.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all();
}

const made = { name: 'made', statements: 'CREATE TABLE made (id INTEGER) STRICT;' };
const broken = {
  name: 'broken',
  statements: 'CREATE TABLE half (id INTEGER) STRICT; INSERT INTO nowhere VALUES (1);',
};
const mended = { name: 'mended', statements: 'CREATE TABLE half (id INTEGER) STRICT;' };

describe('migrations', () => {
  it('every older schema becomes the same as a new one', () => {
    const fresh = emptyDatabase();
    migrate(fresh);
    expect(schemaOf(fresh)).toBe(migrations.length);
    for (let age = 0; age < migrations.length; age += 1) {
      const database = emptyDatabase();
      migrate(database, migrations.slice(0, age));
      migrate(database);
      expect(statementsOf(database)).toEqual(statementsOf(fresh));
    }
  });

  it('one that fails halfway leaves the schema before it; mended, it goes on from there', () => {
    const database = emptyDatabase();
    expect(() => migrate(database, [made, broken])).toThrow('nowhere');
    expect(schemaOf(database)).toBe(1);
    expect(statementsOf(database)).toMatchObject([{ name: 'made' }]);
    migrate(database, [made, mended]);
    expect(schemaOf(database)).toBe(2);
    expect(statementsOf(database)).toMatchObject([{ name: 'half' }, { name: 'made' }]);
  });

  it('run once: a second start changes nothing', () => {
    const database = emptyDatabase();
    migrate(database);
    const before = statementsOf(database);
    migrate(database);
    expect(statementsOf(database)).toEqual(before);
  });

  it('every table is strict', () => {
    const database = emptyDatabase();
    migrate(database);
    const tables = database.pragma('table_list') as { name: string; strict: number }[];
    const loose = tables.filter(({ name, strict }) => !name.startsWith('sqlite_') && strict === 0);
    expect(loose).toEqual([]);
  });
});
