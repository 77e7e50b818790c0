// Reads one installed release: everything by an index, nothing kept in memory but SQLite's small cache.

import Database from 'better-sqlite3';
import type { InstallableSet } from '../core/codes/code-entry.ts';
import { codeFor, isEncounterOf } from '../core/codes/encounters.ts';
import { allButOne, allOf, anyOf } from '../core/codes/match-expression.ts';
import type { CodeQuery } from '../core/codes/query.ts';
import { type Found, rank } from '../core/codes/ranking.ts';
import { oneLetterLess, soundOf } from '../core/codes/words.ts';
import type { PlacedEntry, ReleaseBook } from './catalog.ts';
import { fileVersion } from './release-schema.ts';

/** Of what a search finds, so many are ranked: the first by precedence. */
const mostRanked = 200;

/** Some hundred words of each set are in more. */
const manyTitles = 500;

/** In KiB, for each open file. */
const cache = 1000;

export interface OpenBook extends ReleaseBook {
  readonly path: string;
  close(): void;
}

/** Nothing where the file is damaged, or of another version of this program. */
export function openBook(path: string): OpenBook | undefined {
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { readonly: true, fileMustExist: true });
    database.pragma(`cache_size = -${cache}`);
    const about = Object.fromEntries(
      database.prepare('SELECT name, value FROM about').raw().all() as [string, string][],
    );
    if (about.version === String(fileVersion)) return bookIn(database, path, about);
    database.close();
    return undefined;
  } catch {
    database?.close();
    return undefined;
  }
}

interface Row {
  readonly code: string;
  readonly billable: number;
  readonly modifier: number;
  readonly short: string;
  readonly long: string;
  readonly parent: string | null;
  readonly added: string | null;
  readonly last_day: string | null;
}

export const columns = 'code, billable, modifier, short, long, parent, added, last_day';

export function entryOf(row: Row): PlacedEntry {
  return {
    code: row.code,
    billable: row.billable === 1,
    short: row.short,
    long: row.long,
    ...(row.modifier === 1 && { modifier: true as const }),
    ...(row.parent !== null && { parent: row.parent }),
    ...(row.added !== null && { added: row.added }),
    ...(row.last_day !== null && { lastDay: row.last_day }),
  };
}

function bookIn(
  database: Database.Database,
  path: string,
  about: Readonly<Record<string, string>>,
): OpenBook {
  const codeSet = about.code_set as InstallableSet;
  const rows = (sql: string) => {
    const statement = database.prepare(`SELECT ${columns} FROM entries ${sql}`);
    return (...given: readonly unknown[]) => (statement.all(...given) as Row[]).map(entryOf);
  };
  const byCode = rows('WHERE code = ?');
  const top = rows('WHERE parent IS NULL ORDER BY position');
  const children = rows('WHERE parent = ? ORDER BY position');
  const prefix = rows('WHERE code >= ? AND code < ? ORDER BY code LIMIT ?');
  const following = rows(
    'WHERE position > (SELECT position FROM entries WHERE code = ?) ORDER BY position LIMIT ?',
  );
  const matching = database.prepare(`
    SELECT ${columns} FROM entries WHERE id IN
      (SELECT rowid FROM titles WHERE titles MATCH ? LIMIT ${mostRanked})
  `);
  const hasWord = database
    .prepare('SELECT 1 FROM words WHERE word >= ? AND word < ? LIMIT 1')
    .pluck();
  const common = new Set(
    database.prepare(`SELECT word FROM words WHERE uses > ${manyTitles}`).pluck().all() as string[],
  );
  const uses = database.prepare('SELECT uses FROM words WHERE word = ?').pluck();
  const near = database.prepare(
    'SELECT word, uses FROM words WHERE id IN (SELECT word FROM near WHERE spelling = ?)',
  );
  const match = (expression: string | undefined) =>
    expression === undefined ? [] : (matching.all(expression) as Row[]).map(entryOf);

  /** Those of a seventh character are found by their header. */
  const isFoundByItself = ({ long, parent = '', code }: PlacedEntry) =>
    code.length < 7 || !isEncounterOf(long, byCode(parent)[0]?.long ?? '');

  /** Injuries are found by their header, and wanted with the encounter. */
  const withEncounter = (found: Found<PlacedEntry>, query: CodeQuery): Found<PlacedEntry> => {
    const { entry } = found;
    if (codeSet !== 'icd-10-cm' || entry.billable) return found;
    const below = children(entry.code).filter(({ long }) => isEncounterOf(long, entry.long));
    return { ...found, entry: codeFor(query.encounter, below) ?? entry };
  };

  return {
    path,
    codeSet,
    release: about.release ?? '',
    effective: Temporal.PlainDate.from(about.effective ?? ''),
    installedOn: Temporal.PlainDate.from(about.installed_on ?? ''),
    billable: Number(about.billable),
    entries: Number(about.entries),
    entry: (code) => byCode(code)[0],
    under: (header) => (header === '' ? top() : children(header)),
    startingWith: (beginning, most) => prefix(beginning, endOf(beginning), most),
    find(query, most) {
      const meant = query.groups.flatMap(({ codes }) =>
        codes
          .filter((meant) => meant.codeSet === codeSet)
          .flatMap(({ code }) => prefix(code, endOf(code), 80).filter(isFoundByItself)),
      );
      const all = match(allOf(query));
      const found = all.length + meant.length > 0 ? all : match(allButOne(query) ?? anyOf(query));
      const once = new Map([...meant, ...found].map((entry) => [entry.code, entry]));
      const ranked = rank(codeSet, once.values(), query).slice(0, most * 2);
      const last = ranked.map((each) => withEncounter(each, query));
      return [...new Map(last.toReversed().map((f) => [f.entry.code, f])).values()]
        .reverse()
        .slice(0, most);
    },
    hasWord: (beginning) => hasWord.get(beginning, endOf(beginning)) !== undefined,
    isCommon: (word) => common.has(word),
    usesOf: (word) => Number(uses.get(word) ?? 0),
    wordsLike(word) {
      const spellings = [...oneLetterLess(word), `~${soundOf(word)}`];
      const found = spellings.flatMap(
        (spelling) => near.all(spelling) as { readonly word: string; readonly uses: number }[],
      );
      return [...new Map(found.map((each) => [each.word, each])).values()];
    },
    after: (code, most) => following(code, most),
    close: () => database.close(),
  };
}

/** The first text that no longer begins so, for an index. */
function endOf(beginning: string): string {
  return `${beginning}\u{10ffff}`;
}
