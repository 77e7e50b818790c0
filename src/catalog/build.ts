// Writes the file of one release: beside the others under another name, and renamed once it is whole.

import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { CodeEntry, InstallableSet } from '../core/codes/code-entry.ts';
import { isEncounterOf } from '../core/codes/encounters.ts';
import { precedenceOf } from '../core/codes/precedence.ts';
import { oneLetterLess, soundOf, wordsOf } from '../core/codes/words.ts';
import { fileVersion, schema } from './release-schema.ts';

export interface Release {
  readonly codeSet: InstallableSet;
  readonly release: string;
  readonly effective: Temporal.PlainDate;
  readonly installedOn: Temporal.PlainDate;
  readonly entries: readonly (CodeEntry & { readonly added?: string })[];
}

/** Leaves nothing behind where it fails. */
export function buildReleaseFile(path: string, release: Release): void {
  rmSync(path, { force: true });
  const database = new Database(path);
  try {
    // Nobody reads it before it is whole, and a crash leaves nothing worth keeping.
    database.pragma('journal_mode = OFF');
    database.pragma('synchronous = OFF');
    database.exec(schema);
    database.transaction(() => fill(database, release))();
    database.exec("INSERT INTO titles (titles) VALUES ('optimize')");
    database.exec('ANALYZE');
    database.close();
  } catch (error) {
    database.close();
    rmSync(path, { force: true });
    throw error;
  }
}

function fill(database: Database.Database, release: Release): void {
  const { entries } = release;
  const parents = parentsOf(release);
  const long = new Map(entries.map((entry) => [entry.code, entry.long]));
  const uses = new Map<string, number>();
  const addEntry = database.prepare('INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const addTitle = database.prepare('INSERT INTO titles (rowid, long) VALUES (?, ?)');
  inPrecedence(release).forEach(({ entry, position }, index) => {
    const parent = parents.get(entry.code) ?? null;
    const { code, billable, modifier, short, added = null, lastDay = null } = entry;
    addEntry.run(
      index + 1,
      code,
      position,
      parent,
      Number(billable),
      Number(modifier ?? false),
      short,
      entry.long,
      added,
      lastDay,
    );
    if (parent !== null && isEncounterOf(entry.long, long.get(parent) ?? '')) return;
    const words = new Set(wordsOf(entry.long));
    addTitle.run(index + 1, [...words].join(' '));
    for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
  });
  addWords(database, uses);
  addAbout(database, release);
}

function inPrecedence({ codeSet, entries }: Release) {
  return entries
    .map((entry, position) => ({ entry, position, first: precedenceOf(codeSet, entry) }))
    .sort((a, b) => a.first - b.first || a.position - b.position);
}

/** The header right above is the longest beginning of the code that is an entry. */
function parentsOf({ codeSet, entries }: Release): ReadonlyMap<string, string> {
  if (codeSet === 'hcpcs-level-ii') return new Map();
  const codes = new Set(entries.map(({ code }) => code));
  const parents = new Map<string, string>();
  for (const code of codes)
    for (let length = code.length - 1; length >= 3; length -= 1) {
      const above = code.slice(0, length);
      if (!codes.has(above)) continue;
      parents.set(code, above);
      break;
    }
  return parents;
}

function addWords(database: Database.Database, uses: ReadonlyMap<string, number>): void {
  const addWord = database.prepare('INSERT INTO words VALUES (?, ?, ?)');
  const addNear = database.prepare('INSERT OR IGNORE INTO near VALUES (?, ?)');
  [...uses].forEach(([word, count], id) => {
    addWord.run(id, word, count);
    if (word.length < 4 || /\d/.test(word)) return;
    for (const spelling of oneLetterLess(word)) addNear.run(spelling, id);
    addNear.run(`~${soundOf(word)}`, id);
  });
}

function addAbout(database: Database.Database, release: Release): void {
  const add = database.prepare('INSERT INTO about VALUES (?, ?)');
  const { codeSet, release: id, effective, installedOn, entries } = release;
  add.run('version', String(fileVersion));
  add.run('code_set', codeSet);
  add.run('release', id);
  add.run('effective', effective.toString());
  add.run('installed_on', installedOn.toString());
  add.run('billable', String(countBillable(entries)));
  add.run('entries', String(entries.length));
}

/** Modifiers are no codes. */
export function countBillable(entries: readonly CodeEntry[]): number {
  return entries.filter(({ billable, modifier }) => billable && !modifier).length;
}
