// Puts a backup in the place of the database, without what was deleted since it was made.

import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { MemberId } from '../core/ids.ts';
import { checkBackup, copyInto, masterKeyOf } from './backup.ts';
import { gravesFile, makeGraves } from './graves.ts';
import { holdAlone } from './hold-alone.ts';
import { makeFolder, otherDataDir } from './make-folder.ts';
import { explained, isDamage } from './store-error.ts';

export interface Restored {
  readonly members: number;
  /** Members who were in the backup and have been deleted since. */
  readonly deletedAgain: number;
  /** Where it was looked up who they are, if that file is not there: on a new machine. */
  readonly missing?: string;
  /** Messages that the bot looks for before it sends them, since they may have been sent since. */
  readonly inDoubt: number;
  /** Where the database is that was there before. */
  readonly keptAside?: string;
}

/**
 * Throws a `StoreError` where the backup is damaged, the key is another one or the bot is running;
 * the database is then as it was.
 */
export function restore(
  backupPath: string,
  files: { readonly path: string; readonly keyFile: string },
  now: Temporal.Instant,
): Restored {
  const { members, madeAt } = checkBackup(backupPath, 'take another backup');
  makeFolder(dirname(files.path), otherDataDir);
  const release = holdAlone(files.path);
  const ready = `${files.path}.restoring`;
  try {
    for (const file of [ready, `${ready}-wal`, `${ready}-shm`]) rmSync(file, { force: true });
    copyInto(backupPath, ready);
    const changed = bringUpToDate(
      ready,
      files,
      madeAt ?? Temporal.Instant.fromEpochMilliseconds(0),
    );
    const graves = gravesFile(files.path);
    const keptAside = putAside(files.path, now);
    renameSync(ready, files.path);
    return {
      members: members - changed.deletedAgain,
      ...changed,
      ...(!existsSync(graves) && { missing: graves }),
      ...(keptAside !== undefined && { keptAside }),
    };
  } catch (error) {
    throw explained(error, isDamage(error) ? backupPath : files.path);
  } finally {
    release();
  }
}

function bringUpToDate(
  path: string,
  files: { readonly path: string; readonly keyFile: string },
  madeAt: Temporal.Instant,
): Pick<Restored, 'deletedAgain' | 'inDoubt'> {
  const database = new Database(path);
  try {
    for (const pragma of ['synchronous = FULL', 'foreign_keys = ON', 'secure_delete = ON'])
      database.pragma(pragma);
    const masterKey = masterKeyOf(database, files.keyFile);
    const graves = makeGraves(files.path, masterKey);
    const all = database.prepare('SELECT member_id FROM members').pluck().all() as MemberId[];
    const gone = all.filter((member) => graves.isGoneAfter(member, madeAt));
    const remove = database.prepare('DELETE FROM members WHERE member_id = ?');
    const doubt = database.prepare(
      `UPDATE outbox SET state = 'sending', next_at = due
       WHERE state = 'pending' AND edits IS NULL`,
    );
    return database.transaction(() => {
      for (const member of gone) remove.run(member);
      return { deletedAgain: gone.length, inDoubt: doubt.run().changes };
    })();
  } finally {
    database.close();
  }
}

/** With its log, which may hold what is not folded in yet. */
function putAside(path: string, now: Temporal.Instant): string | undefined {
  if (!existsSync(path)) return undefined;
  const aside = `${path}.before-${now.toString({ smallestUnit: 'second' }).replaceAll(':', '-')}`;
  for (const part of ['-wal', '-shm', ''])
    if (existsSync(path + part)) renameSync(path + part, aside + part);
  return aside;
}
