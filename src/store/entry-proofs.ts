// A keyed hash for each CEU entry: a bit that turned over on the disk can make other credits or
// another day of it without SQLite's noticing. `npm run doctor` compares.

import type Database from 'better-sqlite3';
import type { MemberId } from '../core/ids.ts';
import type { EducationRecords } from './education-records.ts';
import { proofWith, type Sealer } from './sealing.ts';
import type { Sql } from './sql.ts';

type Entries = Pick<EducationRecords, 'addEntry' | 'describe' | 'rename' | 'recount' | 'uncount'>;

/** Columns by name, so that later ones change no proof. Titles are sealed, and so proved. */
const entry = `SELECT entry_id, member_id, title_sealed, sponsor_sealed, index_number_sealed,
  completed_on FROM ceu_entries WHERE entry_id = ?`;
const counts = `SELECT body, quarters, category, approved_for, count_for, is_another_course
  FROM ceu_counts WHERE entry_id = ? ORDER BY body`;

function textOf(row: object, counted: readonly object[]): string {
  return JSON.stringify([row, ...counted].map((each) => Object.values(each)));
}

/** Proves an entry anew in the transaction of each change. */
export function proved<E extends Entries>(entries: E, sql: Sql, sealer: Sealer): E {
  const prove = async (id: string) => {
    const row = await sql.get<object>(entry, id);
    if (!row) return;
    const proof = sealer.proof(textOf(row, await sql.all<object>(counts, id)));
    await sql.run(
      `INSERT INTO ceu_proofs (entry_id, proof) VALUES (?, ?)
       ON CONFLICT (entry_id) DO UPDATE SET proof = excluded.proof`,
      id,
      proof,
    );
  };
  const thenProve =
    <Rest extends readonly unknown[], Done>(
      change: (member: MemberId, id: string, ...rest: Rest) => Promise<Done>,
    ) =>
    async (member: MemberId, id: string, ...rest: Rest): Promise<Done> => {
      const done = await change(member, id, ...rest);
      await prove(id);
      return done;
    };
  return {
    ...entries,
    async addEntry(member, added) {
      await entries.addEntry(member, added);
      await prove(added.id);
    },
    describe: thenProve(entries.describe),
    rename: thenProve(entries.rename),
    recount: thenProve(entries.recount),
    uncount: thenProve(entries.uncount),
  };
}

export interface Proofs {
  readonly entries: number;
  /** Written by a version that proved nothing yet. */
  readonly unproved: number;
  /** Not as they were written. */
  readonly wrong: number;
}

export function compareProofs(database: Database.Database, masterKey: Uint8Array): Proofs {
  const ids = database.prepare('SELECT entry_id FROM ceu_entries').pluck().all() as string[];
  if (!hasProofs(database)) return { entries: ids.length, unproved: ids.length, wrong: 0 };
  const row = database.prepare<[string], object>(entry);
  const counted = database.prepare<[string], object>(counts);
  const proofs = database.prepare('SELECT proof FROM ceu_proofs WHERE entry_id = ?').pluck();
  let unproved = 0;
  let wrong = 0;
  for (const id of ids) {
    const proof = proofs.get(id) as string | undefined;
    const text = textOf(row.get(id) ?? {}, counted.all(id));
    if (proof === undefined) unproved += 1;
    else if (proof !== proofWith(masterKey, text)) wrong += 1;
  }
  return { entries: ids.length, unproved, wrong };
}

function hasProofs(database: Database.Database): boolean {
  const table = `SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'ceu_proofs'`;
  return database.prepare(table).get() !== undefined;
}
