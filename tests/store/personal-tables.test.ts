// Whoever adds a table that belongs to a person adds it to /privacy: here is what reminds them.

import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { personalTables } from '../../src/store/privacy.ts';

interface Reference {
  readonly table: string;
  readonly from: string;
  readonly to: string | null;
  readonly on_delete: string;
}

const database = new Database(':memory:');
beforeAll(() => migrate(database));

function tables(): readonly string[] {
  return database
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .pluck()
    .all() as string[];
}

function columnsOf(table: string): readonly string[] {
  const columns = database.pragma(`table_info(${table})`) as { name: string }[];
  return columns.map(({ name }) => name);
}

/** A member's key is destroyed with them; it tells them nothing. */
const ofMembers = () =>
  tables().filter((table) => columnsOf(table).includes('member_id') && table !== 'member_keys');

describe('a table with a member_id', () => {
  it('is counted, exported and deleted by /privacy', () => {
    expect(ofMembers().sort()).toEqual([...personalTables].sort());
  });

  it("goes with the member, the key's too", () => {
    const stays = [...ofMembers(), 'member_keys']
      .filter((table) => table !== 'members')
      .filter((table) => {
        const references = database.pragma(`foreign_key_list(${table})`) as Reference[];
        return !references.some(
          (each) =>
            each.from === 'member_id' && each.table === 'members' && each.on_delete === 'CASCADE',
        );
      });
    expect(stays).toEqual([]);
  });

  it('is found by member through an index', () => {
    const searched = ofMembers().filter((table) => {
      const plan = database
        .prepare(`EXPLAIN QUERY PLAN SELECT * FROM ${table} WHERE member_id = ?`)
        .all('x') as { detail: string }[];
      return plan.some(({ detail }) => detail.startsWith('SCAN'));
    });
    expect(searched).toEqual([]);
  });
});

it('what is sealed stands in a table of members, and is so called', () => {
  const sealed = tables().filter((table) => columnsOf(table).some((c) => c.endsWith('_sealed')));
  expect(sealed.filter((table) => !ofMembers().includes(table))).toEqual([]);
});

it('every reference is followed when its target goes', () => {
  const loose = tables().flatMap((table) =>
    (database.pragma(`foreign_key_list(${table})`) as Reference[])
      .filter((each) => !['CASCADE', 'SET NULL'].includes(each.on_delete))
      .map((each) => `${table}.${each.from}`),
  );
  expect(loose).toEqual([]);
});
