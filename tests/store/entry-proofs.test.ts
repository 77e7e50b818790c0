import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import type { MemberId, UserId } from '../../src/core/ids.ts';
import { checkEntries } from '../../src/store/backup.ts';
import { openedStore, temporaryFiles } from './temporary-store.ts';

const maria = 'member-maria' as MemberId;

/** Entries that were added, renamed, described, counted anew and for one body less. */
async function withEntries() {
  const files = temporaryFiles();
  const opened = await openedStore(files);
  const { education } = opened.store;
  await opened.store.transaction((tx) =>
    tx.members.ensure(maria, 'discord:1' as UserId, undefined),
  );
  const on = Temporal.PlainDate.from('2026-11-22');
  const counts = ['aapc', 'ahima'].map((body) => ({ body, credits: 2, category: 'coding' }));
  for (const id of ['a', 'b', 'c'])
    await education.addEntry(maria, { id, title: 'E/M audits', completedOn: on, counts });
  await education.rename(maria, 'a', { title: 'Audits', completedOn: on.add({ days: 1 }) });
  await education.describe(maria, 'a', { sponsor: 'A chapter' });
  await education.recount(maria, 'b', { body: 'aapc', credits: 1.5, category: 'coding' });
  await education.uncount(maria, 'c', 'ahima');
  opened.close();
  return files;
}

function change(path: string, statement: string): void {
  const database = new Database(path);
  database.exec(statement);
  database.close();
}

it('entries are as they were written, whatever was changed in the bot', async () => {
  const files = await withEntries();
  expect(checkEntries(files.path, files.keyFile)).toEqual({ entries: 3, unproved: 0, wrong: 0 });
});

it.each([
  [
    'credits',
    `UPDATE ceu_counts SET quarters = quarters + 4 WHERE entry_id = 'a' AND body = 'aapc'`,
  ],
  ['the day', `UPDATE ceu_entries SET completed_on = '2026-12-22' WHERE entry_id = 'b'`],
  ['a count that is gone', `DELETE FROM ceu_counts WHERE entry_id = 'c'`],
  [
    'a title of another',
    `UPDATE ceu_entries SET title_sealed = (SELECT title_sealed FROM ceu_entries WHERE entry_id = 'c') WHERE entry_id = 'b'`,
  ],
])('what was changed behind its back is found out: %s', async (_, statement) => {
  const files = await withEntries();
  change(files.path, statement);
  expect(checkEntries(files.path, files.keyFile)).toMatchObject({ entries: 3, wrong: 1 });
});

it('what was written before there were proofs is not called wrong', async () => {
  const files = await withEntries();
  change(files.path, `DELETE FROM ceu_proofs WHERE entry_id = 'a'`);
  expect(checkEntries(files.path, files.keyFile)).toMatchObject({ unproved: 1, wrong: 0 });
  change(files.path, 'DROP TABLE ceu_proofs');
  expect(checkEntries(files.path, files.keyFile)).toEqual({ entries: 3, unproved: 3, wrong: 0 });
});

it('a proof goes with its entry', async () => {
  const files = await withEntries();
  const opened = await openedStore(files);
  await opened.store.education.removeEntry(maria, 'a');
  opened.close();
  const database = new Database(files.path, { readonly: true });
  expect(database.prepare('SELECT COUNT(*) FROM ceu_proofs').pluck().get()).toBe(2);
  database.close();
});
