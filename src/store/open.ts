// Opens what is remembered: the store for commands and, over the same connection, for jobs.

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeAlarms, makeRinging } from './alarms.ts';
import { makeDrafts } from './drafts.ts';
import { makeGroups } from './groups.ts';
import { holdAlone } from './hold-alone.ts';
import { makeMembers } from './members.ts';
import { makeOutbox, makeSending } from './outbox.ts';
import { makePrivacy } from './privacy.ts';
import { makeQuizzes } from './quizzes.ts';
import { makeSealer, openWith, readKeyFile, type Sealer, sealWith } from './sealing.ts';
import { instantOf, millisecondsOf, type Sql } from './sql.ts';
import { type Connection, connect } from './sqlite.ts';
import type { AllOf, JobStore, Repositories, Store } from './store.ts';
import { StoreError } from './store-error.ts';

export interface OpenStore {
  readonly store: Store;
  readonly jobs: JobStore;
  /** Called after every transaction that was kept: there may be something new to send. */
  onCommit(listener: () => void): void;
  close(): void;
}

/** Throws a `StoreError` with one sentence where something is wrong; nothing is changed then. */
export async function openStore(files: {
  readonly path: string;
  readonly keyFile: string;
}): Promise<OpenStore> {
  makeFolder(dirname(files.path));
  const release = holdAlone(`${files.path}.lock`);
  try {
    const connection = connect(files.path);
    const masterKey = await matchingKey(connection, files.keyFile);
    return {
      store: makeStore(connection, masterKey),
      jobs: makeJobStore(connection, masterKey),
      onCommit: connection.onCommit,
      close: () => {
        connection.close();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreError(
      `The folder ${path} cannot be made (${reason}). Set DATA_DIR to a folder that the user who runs the bot may write.`,
    );
  }
}

function makeStore(connection: Connection, masterKey: Uint8Array): Store {
  return {
    ...repositories(connection, makeSealer(connection, masterKey)),
    transaction: (work) =>
      connection.transaction((sql) => work(repositories(sql, makeSealer(sql, masterKey)))),
  };
}

function makeJobStore(connection: Connection, masterKey: Uint8Array): JobStore {
  return {
    all: makeAllOf(connection, makeSealer(connection, masterKey)),
    transaction: (work) =>
      connection.transaction((sql) => {
        const sealer = makeSealer(sql, masterKey);
        return work({ ...repositories(sql, sealer), all: makeAllOf(sql, sealer) });
      }),
  };
}

function repositories(sql: Sql, sealer: Sealer): Repositories {
  return {
    members: makeMembers(sql, sealer),
    groups: makeGroups(sql, sealer),
    drafts: makeDrafts(sql, sealer),
    alarms: makeAlarms(sql),
    outbox: makeOutbox(sql, sealer),
    quizzes: makeQuizzes(sql),
    education: {},
    privacy: makePrivacy(sql, sealer),
  };
}

/** How long a message that is done with stays readable in `/group deliveries`. */
const keptAfterEnd = Temporal.Duration.from({ hours: 24 * 90 });

function makeAllOf(sql: Sql, sealer: Sealer): AllOf {
  return {
    ...makeSending(sql, sealer),
    ...makeRinging(sql),
    async nextMoment() {
      const row = await sql.get<{ at: number | null }>(
        `SELECT MIN(at) AS at FROM (
           SELECT MIN(at) AS at FROM alarms
           UNION ALL SELECT MIN(next_at) FROM outbox WHERE state = 'pending')`,
      );
      return row?.at == null ? undefined : instantOf(row.at);
    },
    async sweep(now) {
      await sql.run('DELETE FROM drafts WHERE expires <= ?', millisecondsOf(now));
      await sql.run(
        `DELETE FROM outbox WHERE state IN ('sent', 'closed', 'missed') AND due < ?`,
        millisecondsOf(now.subtract(keptAfterEnd)),
      );
    },
  };
}

/** The first start seals a word; a key file that cannot open it belongs to another database. */
async function matchingKey(connection: Connection, keyFile: string): Promise<Uint8Array> {
  const row = await connection.get<{ value: string }>(
    `SELECT value FROM instance WHERE name = 'key check'`,
  );
  const masterKey = readKeyFile(keyFile, row === undefined);
  if (!row) {
    const word = sealWith(masterKey, 'key check', 'coderounds');
    await connection.run(`INSERT INTO instance (name, value) VALUES ('key check', ?)`, word);
    return masterKey;
  }
  try {
    openWith(masterKey, 'key check', row.value);
    return masterKey;
  } catch {
    throw new StoreError(
      `The key file ${keyFile} is not the one that this database was made with. Put back the copy that you keep apart from the backups; without it sealed records cannot be read.`,
    );
  }
}
