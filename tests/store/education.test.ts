import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { MemberId } from '../../src/core/ids.ts';
import type { LoggedEntry } from '../../src/store/education-records.ts';
import { day } from '../core/ceu/given.ts';
import { openWorld } from '../world.ts';

const maria = 'maria' as MemberId;
const james = 'james' as MemberId;
const today = day('2026-11-22');

async function opened() {
  const world = await openWorld({ groups: [] });
  const { store } = world.opened;
  await store.transaction(async (tx) => {
    await tx.members.ensure(maria, 'playground:maria', undefined);
    await tx.members.ensure(james, 'playground:james', undefined);
  });
  return { store, education: store.education, folder: world.folder };
}

const audits: LoggedEntry = {
  id: 'one',
  title: 'E/M audits of the swamp clinic',
  sponsor: 'Heron Seminars',
  indexNumber: 'HERON-0042-X',
  completedOn: day('2026-05-01'),
  counts: [
    { body: 'aapc', credits: 1.25, category: 'approved', approvedFor: ['CPMA'] },
    { body: 'ahima', credits: 1, category: 'hiim', countFor: 'cycle-after', isAnotherCourse: true },
  ],
};

test('a standing comes back as it was said, with credentials in the order of adding', async () => {
  const { education } = await opened();
  await education.hold(maria, 'aapc', { code: 'CPC', certifiedOn: day('2020-05-01') }, today);
  await education.hold(maria, 'aapc', { code: 'CPMA', certifiedOn: day('2019-05-01') }, today);
  await education.changeStanding(maria, 'aapc', {
    membershipEnds: day('2027-03-31'),
    confirmed: { due: day('2027-03-31'), total: 40.25 },
    overrides: { total: 30, buckets: { CPMA: 8 } },
  });
  expect(await education.standing(maria, 'aapc')).toEqual({
    body: 'aapc',
    addedOn: today,
    held: [
      { code: 'CPC', certifiedOn: day('2020-05-01') },
      { code: 'CPMA', certifiedOn: day('2019-05-01') },
    ],
    membershipEnds: day('2027-03-31'),
    confirmed: { due: day('2027-03-31'), total: 40.25 },
    overrides: { total: 30, buckets: { CPMA: 8 } },
  });
});

test('what was said can be taken back, and a day corrected without a second credential', async () => {
  const { education } = await opened();
  await education.hold(maria, 'aapc', { code: 'CPC', certifiedOn: day('2020-05-01') }, today);
  await education.changeStanding(maria, 'aapc', { confirmed: { due: day('2027-03-31') } });
  await education.changeStanding(maria, 'aapc', { confirmed: null });
  await education.hold(maria, 'aapc', { code: 'CPC', certifiedOn: day('2021-05-01') }, today);
  expect(await education.standing(maria, 'aapc')).toEqual({
    body: 'aapc',
    addedOn: today,
    held: [{ code: 'CPC', certifiedOn: day('2021-05-01') }],
  });
});

test('with the last credential of a body goes what was said about it; entries stay', async () => {
  const { education } = await opened();
  await education.hold(maria, 'aapc', { code: 'CPC', certifiedOn: day('2020-05-01') }, today);
  await education.hold(maria, 'ahima', { code: 'CCS', certifiedOn: day('2020-05-01') }, today);
  await education.mark(maria, 'aapc', day('2027-03-31'), { submitted: true });
  await education.addEntry(maria, audits);
  expect(await education.release(maria, 'aapc', 'CPC')).toBe(true);
  expect(await education.release(maria, 'aapc', 'CPC')).toBe(false);
  expect((await education.standings(maria)).map(({ body }) => body)).toEqual(['ahima']);
  expect(await education.marks(maria, 'aapc')).toEqual([]);
  expect(await education.entries(maria)).toHaveLength(1);
});

test('marks change one by one', async () => {
  const { education } = await opened();
  const due = day('2027-03-31');
  await education.hold(maria, 'aapc', { code: 'CPC', certifiedOn: day('2020-05-01') }, today);
  await education.mark(maria, 'aapc', due, { submitted: true, snoozedUntil: day('2027-03-08') });
  await education.mark(maria, 'aapc', due, { paid: true, snoozedUntil: null });
  expect(await education.marks(maria, 'aapc')).toEqual([
    { due, submitted: true, accepted: false, paid: true, stopped: false },
  ]);
});

test('an entry comes back whole, for its member alone, the latest completed first', async () => {
  const { education } = await opened();
  await education.addEntry(maria, audits);
  await education.addEntry(maria, { ...audits, id: 'two', completedOn: day('2026-06-01') });
  expect(await education.entry(maria, 'one')).toEqual(audits);
  expect((await education.entries(maria)).map(({ id }) => id)).toEqual(['two', 'one']);
  expect(await education.entry(james, 'one')).toBeUndefined();
  expect(await education.removeEntry(james, 'one')).toBe(false);
  expect(await education.removeEntry(maria, 'one')).toBe(true);
  expect(await education.removeEntry(maria, 'one')).toBe(false);
});

test('details and counts of an entry can be replaced', async () => {
  const { education } = await opened();
  await education.addEntry(maria, audits);
  await education.describe(maria, 'one', { sponsor: 'Egret Academy' });
  await education.recount(maria, 'one', { body: 'aapc', credits: 2, category: 'general' });
  const changed = await education.entry(maria, 'one');
  expect(changed).not.toHaveProperty('indexNumber');
  expect(changed?.sponsor).toBe('Egret Academy');
  expect(changed?.counts).toContainEqual({ body: 'aapc', credits: 2, category: 'general' });
  const nmta = { body: 'nmta', credits: 2, category: 'general' };
  expect(await education.recount(maria, 'one', nmta)).toBe(true);
  expect(await education.recount(james, 'one', nmta)).toBe(false);
  expect((await education.entry(maria, 'one'))?.counts).toContainEqual(nmta);
});

test('title and day can be corrected, and a body taken out as long as another one is there', async () => {
  const { education } = await opened();
  await education.addEntry(maria, audits);
  const named = { title: 'Audits of the swamp', completedOn: day('2026-05-02') };
  expect(await education.rename(james, 'one', named)).toBe(false);
  expect(await education.rename(maria, 'one', named)).toBe(true);
  expect(await education.entry(maria, 'one')).toMatchObject(named);
  expect(await education.uncount(maria, 'one', 'ahima')).toBe(true);
  expect(await education.uncount(maria, 'one', 'aapc')).toBe(false);
  expect((await education.entry(maria, 'one'))?.counts).toHaveLength(1);
});

test('a certificate is kept for its entry and member alone, one at a time', async () => {
  const { education } = await opened();
  await education.addEntry(maria, audits);
  const content = new TextEncoder().encode('%PDF-1.7 SECRET-CERTIFICATE');
  const file = { name: 'Audit of the swamp.pdf', mediaType: 'application/pdf', content } as const;
  expect(await education.attach(james, 'one', file)).toBe(false);
  expect(await education.attach(maria, 'none', file)).toBe(false);
  expect(await education.attach(maria, 'one', file)).toBe(true);
  expect(await education.attach(maria, 'one', { ...file, name: 'Again.pdf' })).toBe(true);
  expect(await education.certificate(james, 'one')).toBeUndefined();
  const kept = await education.certificate(maria, 'one');
  expect(kept).toMatchObject({ name: 'Again.pdf', bytes: content.length });
  expect(kept && [...kept.content]).toEqual([...content]);
  expect([...(await education.certificates(maria)).keys()]).toEqual(['one']);
  expect(await education.bytesOfCertificates(maria)).toBe(content.length);
  expect(await education.detach(james, 'one')).toBe(false);
  await education.removeEntry(maria, 'one');
  expect(await education.bytesOfCertificates(maria)).toBe(0);
});

test('titles, sponsors and index numbers cannot be read in the file', async () => {
  const { education, folder } = await opened();
  await education.addEntry(maria, audits);
  const content = new TextEncoder().encode('%PDF-1.7 SECRET-CERTIFICATE');
  const certificate = { name: 'Ibis.pdf', mediaType: 'application/pdf', content } as const;
  await education.attach(maria, 'one', certificate);
  const files = ['coderounds.db', 'coderounds.db-wal'].map((name) =>
    readFileSync(join(folder, 'var', name), 'latin1'),
  );
  expect(files.join()).toContain('approved');
  const base64 = Buffer.from(content).toString('base64').slice(0, 30);
  const sealed = ['swamp clinic', 'Heron Seminars', 'HERON-0042-X', 'SECRET-', 'Ibis', base64];
  for (const secret of sealed) expect(files.join()).not.toContain(secret);
});

test('all of it is in the export in clear, and gone after deletion', async () => {
  const { store, education } = await opened();
  await education.hold(maria, 'aapc', { code: 'CPC', certifiedOn: day('2020-05-01') }, today);
  await education.mark(maria, 'aapc', day('2027-03-31'), { submitted: true });
  await education.addEntry(maria, audits);
  const tables = await store.privacy.export(maria);
  expect(tables.ceu_entries).toMatchObject([{ title: audits.title, index_number: 'HERON-0042-X' }]);
  expect(Object.keys(tables)).toEqual(
    expect.arrayContaining(['ceu_standings', 'credentials_held', 'ceu_marks', 'ceu_counts']),
  );
  await store.transaction((tx) => tx.privacy.delete(maria));
  expect(await store.privacy.count(maria)).toEqual({});
});
