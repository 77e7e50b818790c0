// The embedded database as repositories see it: statements, and transactions around asynchronous
// work.

import { AsyncLocalStorage } from 'node:async_hooks';
import type Database from 'better-sqlite3';
import { openDatabaseFile } from './database-file.ts';
import type { Sql, SqlValue } from './sql.ts';
import { explained, isDamage } from './store-error.ts';
import { makeTurns } from './turns.ts';

export interface Connection extends Sql {
  /** For migrations, before anything else uses the connection. */
  readonly database: Database.Database;
  /**
   * Runs `work` in one transaction. Statements from elsewhere wait until it ends; a statement on
   * the connection itself from inside `work` would wait for itself, so it throws.
   */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** One listener, called after every transaction that was kept. */
  onCommit(listener: () => void): void;
  /** Folds the log into the file, so that what was deleted is in neither. */
  foldLog(): Promise<void>;
  close(): void;
}

interface Scope {
  open: boolean;
}

/** Throws a `StoreError` with one sentence; the file is then as it was. */
export function connect(path: string): Connection {
  const database = openDatabaseFile(path);
  const direct = statementsOf(database, path);
  const inside = new AsyncLocalStorage<Scope>();
  const turns = makeTurns();
  let committed = () => {};

  const inTurn = async <T>(work: () => T | Promise<T>): Promise<T> => {
    if (inside.getStore()?.open) throw new Error('Inside a transaction only its `tx` may be used.');
    return turns.take(work);
  };
  const statement = async <T>(run: () => T): Promise<T> => (turns.taken() ? inTurn(run) : run());
  return {
    database,
    get: (text, ...values) => statement(() => direct.get(text, values)),
    all: (text, ...values) => statement(() => direct.all(text, values)),
    run: (text, ...values) => statement(() => direct.run(text, values)),
    async transaction(work) {
      const scope = { open: true };
      const result = await inTurn(() =>
        inside.run(scope, () => inTransaction(direct, scope, work)),
      );
      committed();
      return result;
    },
    onCommit: (listener) => {
      committed = listener;
    },
    foldLog: () => inTurn(() => void database.pragma('wal_checkpoint(TRUNCATE)')),
    close: () => database.close(),
  };
}

async function inTransaction<T>(
  direct: Statements,
  scope: Scope,
  work: (sql: Sql) => Promise<T>,
): Promise<T> {
  const usable = () => {
    if (!scope.open) throw new Error('This transaction is over: await everything inside it.');
    if (!direct.inTransaction()) throw new Error('An error has rolled this transaction back.');
    return direct;
  };
  try {
    direct.exec('BEGIN IMMEDIATE');
    const result = await work({
      get: async (text, ...values) => usable().get(text, values),
      all: async (text, ...values) => usable().all(text, values),
      run: async (text, ...values) => usable().run(text, values),
    });
    usable().exec('COMMIT');
    return result;
  } catch (error) {
    if (direct.inTransaction()) direct.exec('ROLLBACK');
    throw error;
  } finally {
    scope.open = false;
  }
}

type Statements = ReturnType<typeof statementsOf>;

function statementsOf(database: Database.Database, path: string) {
  const prepared = preparedOnce(database);
  let damage: unknown;
  const told = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      const reason = explained(error, path);
      if (isDamage(error)) damage = reason;
      throw reason;
    }
  };
  return {
    get: <Row>(text: string, values: readonly SqlValue[]) =>
      told(() => prepared(text).get(...values) as Row | undefined),
    all: <Row>(text: string, values: readonly SqlValue[]) =>
      told(() => prepared(text).all(...values) as Row[]),
    /** Once damage was met nothing more is written: that could only make it worse. */
    run: (text: string, values: readonly SqlValue[]) => {
      if (damage) throw damage;
      return told(() => prepared(text).run(...values).changes);
    },
    exec: (text: string) => told(() => void database.exec(text)),
    inTransaction: () => database.inTransaction,
  };
}

/** There are as many statements as the source has, so none is dropped. */
function preparedOnce(database: Database.Database) {
  const prepared = new Map<string, Database.Statement<SqlValue[]>>();
  return (text: string): Database.Statement<SqlValue[]> => {
    const found = prepared.get(text) ?? database.prepare<SqlValue[]>(text);
    prepared.set(text, found);
    return found;
  };
}
