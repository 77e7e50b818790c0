// Brings the database to this version's schema, each step in a transaction of its own.

import type Database from 'better-sqlite3';
import { type Migration, migrations } from './migrations/index.ts';
import { explained, StoreError } from './store-error.ts';

/** How many migrations the file has been through; one of a newer version is refused. */
export function schemaOf(database: Database.Database): number {
  const done = Number(database.pragma('user_version', { simple: true }));
  if (done > migrations.length)
    throw new StoreError(
      `The database ${database.name} was written by a newer version of Coderounds (schema ${done}, this one knows ${migrations.length}). Start that version, or put a backup of this one in its place.`,
    );
  return done;
}

export function migrate(
  database: Database.Database,
  steps: readonly Migration[] = migrations,
): void {
  const done = schemaOf(database);
  steps.slice(done).forEach((migration, index) => {
    const step = database.transaction(() => {
      database.exec(migration.statements);
      database.pragma(`user_version = ${done + index + 1}`);
    });
    try {
      step.immediate();
    } catch (error) {
      throw explained(error, database.name);
    }
  });
}
