// Brings the database to this version's schema, each step in a transaction of its own.

import type Database from 'better-sqlite3';
import { migrations } from './migrations/index.ts';
import { StoreError } from './store-error.ts';

/** `user_version` counts the migrations that have been run. */
export function migrate(database: Database.Database, path: string): void {
  const done = Number(database.pragma('user_version', { simple: true }));
  if (done > migrations.length)
    throw new StoreError(
      `The database ${path} was written by a newer version of Coderounds (schema ${done}, this one knows ${migrations.length}). Start that version, or put a backup of this one in its place.`,
    );
  migrations.slice(done).forEach((migration, index) => {
    const step = database.transaction(() => {
      database.exec(migration.statements);
      database.pragma(`user_version = ${done + index + 1}`);
    });
    step.immediate();
  });
}
