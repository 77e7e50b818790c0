// The embedded database: opening it safely, and transactions around asynchronous work.

import { AsyncLocalStorage } from 'node:async_hooks';
import Database from 'better-sqlite3';
import { migrate } from './migrate.ts';
import type { Sql, SqlValue } from './sql.ts';
import { StoreError } from './store-error.ts';

export interface Connection extends Sql {
  /**
   * Runs `work` in one transaction. Statements from elsewhere wait until it ends; a statement on
   * the connection itself from inside `work` would wait for itself, so it throws.
   */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  onCommit(listener: () => void): void;
  close(): void;
}

/** Older SQLite can damage a WAL database that two connections write: sqlite.org, 3.53.0 item 1. */
const leastVersion = [3, 51, 3] as const;

export function connect(path: string): Connection {
  const database = openFile(path);
  const direct = statementsOf(database);
  const inside = new AsyncLocalStorage<true>();
  let busy: Promise<void> | undefined;
  let committed = () => {};

  const turn = async () => {
    if (inside.getStore()) throw new Error('Inside a transaction only its `tx` may be used.');
    while (busy) await busy;
  };
  return {
    async get<Row>(statement: string, ...values: readonly SqlValue[]) {
      if (busy) await turn();
      return direct.get<Row>(statement, values);
    },
    async all<Row>(statement: string, ...values: readonly SqlValue[]) {
      if (busy) await turn();
      return direct.all<Row>(statement, values);
    },
    async run(statement, ...values) {
      if (busy) await turn();
      return direct.run(statement, values);
    },
    async transaction(work) {
      await turn();
      const { promise, resolve } = Promise.withResolvers<void>();
      busy = promise;
      try {
        const result = await inside.run(true, () => inTransaction(database, direct, work));
        committed();
        return result;
      } finally {
        busy = undefined;
        resolve();
      }
    },
    onCommit: (listener) => {
      committed = listener;
    },
    close: () => database.close(),
  };
}

async function inTransaction<T>(
  database: Database.Database,
  direct: Statements,
  work: (sql: Sql) => Promise<T>,
): Promise<T> {
  let open = true;
  const usable = () => {
    if (!open) throw new Error('This transaction is over: await everything inside it.');
    return direct;
  };
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = await work({
      get: async (statement, ...values) => usable().get(statement, values),
      all: async (statement, ...values) => usable().all(statement, values),
      run: async (statement, ...values) => usable().run(statement, values),
    });
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  } finally {
    open = false;
  }
}

type Statements = ReturnType<typeof statementsOf>;

/** Prepares each statement once: there are as many as the source has, so none is dropped. */
function statementsOf(database: Database.Database) {
  const prepared = new Map<string, Database.Statement<SqlValue[]>>();
  const statement = (text: string) => {
    let found = prepared.get(text);
    if (!found) {
      found = database.prepare<SqlValue[]>(text);
      prepared.set(text, found);
    }
    return found;
  };
  return {
    get: <Row>(text: string, values: readonly SqlValue[]) =>
      statement(text).get(...values) as Row | undefined,
    all: <Row>(text: string, values: readonly SqlValue[]) =>
      statement(text).all(...values) as Row[],
    run: (text: string, values: readonly SqlValue[]) => statement(text).run(...values).changes,
  };
}

function openFile(path: string): Database.Database {
  try {
    const database = new Database(path);
    prepare(database, path);
    migrate(database, path);
    return database;
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new StoreError(whyNotOpened(path, error), { cause: error });
  }
}

function prepare(database: Database.Database, path: string): void {
  const version = String(database.prepare('SELECT sqlite_version()').pluck().get());
  if (!isAtLeast(version, leastVersion))
    throw new StoreError(`SQLite ${version} is too old to be safe. Run npm ci again.`);
  database.pragma('busy_timeout = 5000');
  const mode = database.pragma('journal_mode = WAL', { simple: true });
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('trusted_schema = OFF');
  const synchronous = Number(database.pragma('synchronous', { simple: true }));
  if (mode !== 'wal' || synchronous < 2)
    throw new StoreError(
      `The database ${path} cannot be written safely (journal ${mode}, synchronous ${synchronous}). Put DATA_DIR on a local disk, not a network share.`,
    );
  if (database.pragma('quick_check', { simple: true }) !== 'ok')
    throw new StoreError(
      `The database ${path} is damaged. It was left as it is; put a backup in its place.`,
    );
}

function isAtLeast(version: string, least: readonly number[]): boolean {
  const parts = version.split('.').map(Number);
  const difference = least.map((part, i) => (parts[i] ?? 0) - part).find((d) => d !== 0);
  return (difference ?? 0) >= 0;
}

function whyNotOpened(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT')
    return `The database ${path} is damaged or no database at all. It was left as it is; put a backup in its place.`;
  if (code === 'SQLITE_FULL')
    return `There is no room left on the disk of ${path}. Free some and start again.`;
  if (code === 'SQLITE_READONLY' || code === 'SQLITE_CANTOPEN')
    return `The database ${path} cannot be opened for writing. Check that its folder exists and belongs to the user who runs the bot.`;
  return `The database ${path} cannot be opened (${code || String(error)}).`;
}
