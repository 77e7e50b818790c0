// Opens what is remembered: the store for commands and, over the same connection, for jobs.

import { dirname } from 'node:path';
import { makeAlarms, makeRinging } from './alarms.ts';
import { makeAnswers } from './answers.ts';
import { makeBank } from './bank.ts';
import { makeBoards } from './boards.ts';
import { makeDrafts } from './drafts.ts';
import { makeEducation } from './education.ts';
import { makeExams } from './exams.ts';
import { type Graves, makeGraves } from './graves.ts';
import { makeGroups } from './groups.ts';
import { holdAlone } from './hold-alone.ts';
import { checkSame, readKeyFile, rememberedKey, rememberKey } from './key-file.ts';
import { makeFolder, otherDataDir } from './make-folder.ts';
import { makeMeetings } from './meetings.ts';
import { makeMembers } from './members.ts';
import { migrate, schemaOf } from './migrate.ts';
import { makeOutbox } from './outbox.ts';
import { makePlans } from './plans.ts';
import { makePrivacy } from './privacy.ts';
import { makeProgress } from './progress.ts';
import { makeQuestionFlags } from './question-flags.ts';
import { makeQuizzes } from './quizzes.ts';
import { makeRegrading } from './regrading.ts';
import { makeReviews } from './reviews.ts';
import { makeRounds } from './rounds.ts';
import { makeSealer, type Sealer } from './sealing.ts';
import { makeSending } from './sending.ts';
import { instantOf, type Sql } from './sql.ts';
import { type Connection, connect } from './sqlite.ts';
import type { AllOf, JobStore, Repositories, Store } from './store.ts';
import { sweep } from './sweep.ts';
import { makeUndelivered } from './undelivered.ts';

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
  makeFolder(dirname(files.path), otherDataDir);
  const release = holdAlone(files.path);
  let connection: Connection | undefined;
  const close = () => {
    connection?.close();
    release();
  };
  try {
    connection = connect(files.path);
    const masterKey = await readyKey(connection, files.keyFile);
    const graves = makeGraves(files.path, masterKey);
    const repositories = repositoriesWith(masterKey, graves);
    return {
      store: makeStore(connection, repositories),
      jobs: makeJobStore(connection, repositories, masterKey),
      onCommit: connection.onCommit,
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** A newer schema and a wrong key are refused before the migrations change anything. */
async function readyKey(connection: Connection, keyFile: string): Promise<Uint8Array> {
  const isNew = schemaOf(connection.database) === 0;
  const remembered = isNew ? undefined : await rememberedKey(connection);
  const masterKey = readKeyFile(keyFile, remembered === undefined);
  if (remembered) checkSame(keyFile, masterKey, remembered.value);
  migrate(connection.database);
  if (!remembered) await rememberKey(connection, masterKey);
  return masterKey;
}

type MakeRepositories = (sql: Sql) => Repositories;

function makeStore(connection: Connection, repositories: MakeRepositories): Store {
  return {
    ...repositories(connection),
    transaction: (work) => connection.transaction((sql) => work(repositories(sql))),
  };
}

function makeJobStore(
  connection: Connection,
  repositories: MakeRepositories,
  masterKey: Uint8Array,
): JobStore {
  const allOf = (sql: Sql) => makeAllOf(sql, makeSealer(sql, masterKey));
  return {
    all: allOf(connection),
    transaction: (work) =>
      connection.transaction((sql) => work({ ...repositories(sql), all: allOf(sql) })),
    async sweep(now) {
      await sweep(connection, now);
      await connection.foldLog();
    },
  };
}

function repositoriesWith(masterKey: Uint8Array, graves: Graves): MakeRepositories {
  return (sql) => repositoriesOf(sql, makeSealer(sql, masterKey), graves);
}

function repositoriesOf(sql: Sql, sealer: Sealer, graves: Graves): Repositories {
  return {
    members: makeMembers(sql, sealer),
    groups: makeGroups(sql, sealer),
    drafts: makeDrafts(sql, sealer),
    alarms: makeAlarms(sql),
    outbox: makeOutbox(sql, sealer),
    quizzes: makeQuizzes(sql),
    rounds: makeRounds(sql),
    progress: makeProgress(sql),
    reviews: makeReviews(sql),
    boards: makeBoards(sql),
    exams: makeExams(sql),
    plans: makePlans(sql),
    flags: makeQuestionFlags(sql, sealer),
    education: makeEducation(sql, sealer),
    answers: makeAnswers(sql, sealer),
    meetings: makeMeetings(sql, sealer),
    bank: makeBank(sql),
    regrading: makeRegrading(sql),
    undelivered: makeUndelivered(sql, sealer),
    privacy: makePrivacy(sql, sealer, graves),
  };
}

function makeAllOf(sql: Sql, sealer: Sealer): AllOf {
  return {
    ...makeSending(sql, sealer),
    ...makeRinging(sql),
    async nextMoment(platforms) {
      const moments = [
        await earliest(sql, 'SELECT MIN(rings_at) AS at FROM alarms'),
        ...(await Promise.all(platforms.map((platform) => earliest(sql, nextMessage, platform)))),
      ].filter((at) => at !== null);
      return moments.length > 0 ? instantOf(Math.min(...moments)) : undefined;
    },
  };
}

const nextMessage = `SELECT MIN(next_at) AS at FROM outbox
  WHERE platform = ? AND state IN ('pending', 'sending')`;

async function earliest(sql: Sql, statement: string, ...values: string[]): Promise<number | null> {
  const row = await sql.get<{ at: number | null }>(statement, ...values);
  return row?.at ?? null;
}
