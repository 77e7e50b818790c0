import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { GroupId, MemberId } from '../../src/core/ids.ts';
import { openWorld } from '../world.ts';

const maria = 'maria' as MemberId;
const group: GroupId = 'playground:study-group';
const now = Temporal.Instant.from('2026-11-22T15:00:00Z');
const today = Temporal.PlainDate.from('2026-11-22');
const text = 'which door of the heronry is open';

async function opened() {
  const world = await openWorld({ groups: [] });
  const { store, jobs } = world.opened;
  await store.transaction(async (tx) => {
    await tx.members.ensure(maria, 'playground:maria', undefined);
    await tx.answers.passOn(maria, { id: 'one', group, text }, now, now);
    for (const id of ['g.1', 'g.2'])
      await tx.answers.addPassage(maria, {
        id,
        group,
        author: 'playground:maria',
        writtenOn: today,
        title: `By which door, ${id}?`,
        text: 'The side door.',
        source: { title: 'The keeper' },
        verified: today,
        validThrough: today.add({ years: 1 }),
      });
  });
  return { world, store, jobs, answers: store.answers };
}

test('a question is answered by one passage only, and is not dismissed after that', async () => {
  const { answers } = await opened();
  const waiting = await answers.waiting(group, 10);
  expect(waiting.map((question) => question.text)).toEqual([text]);
  expect(await answers.answered('playground:other', waiting, 'g.1')).toEqual([]);
  expect(await answers.answered(group, waiting, 'g.1')).toEqual(waiting);
  expect(await answers.answered(group, waiting, 'g.2')).toEqual([]);
  expect(await answers.dismiss(group, waiting)).toEqual([]);
  expect(await answers.wordings(group)).toEqual(new Map([['g.1', [text]]]));
});

test('whoever asked may read the answer wherever they are, and nobody else', async () => {
  const { answers } = await opened();
  expect(await answers.answerFor(maria, 'g.1')).toBeUndefined();
  await answers.answered(group, await answers.waiting(group, 10), 'g.1');
  expect((await answers.answerFor(maria, 'g.1'))?.text).toBe('The side door.');
  expect(await answers.answerFor('james' as MemberId, 'g.1')).toBeUndefined();
});

test('what is removed takes its questions along', async () => {
  const { answers } = await opened();
  await answers.answered(group, await answers.waiting(group, 10), 'g.1');
  expect(await answers.removePassage('playground:other', 'g.1')).toBe(false);
  expect(await answers.removePassage(group, 'g.1')).toBe(true);
  expect(await answers.wordings(group)).toEqual(new Map());
  expect(await answers.lastPassedOn(maria)).toBeUndefined();
});

test('questions and counts are kept for a year', async () => {
  const { answers, jobs } = await opened();
  await answers.countUnanswered(group, today);
  await jobs.sweep(now.add({ hours: 24 * 364 }));
  expect(await answers.waiting(group, 10)).toHaveLength(1);
  expect(await answers.unanswered(group, today)).toBe(1);
  await jobs.sweep(now.add({ hours: 24 * 367 }));
  expect(await answers.waiting(group, 10)).toEqual([]);
  expect(await answers.unanswered(group, today)).toBe(0);
});

test('the words of a question cannot be read in the files', async () => {
  const { world } = await opened();
  for (const file of ['coderounds.db', 'coderounds.db-wal'])
    expect(readFileSync(join(world.folder, 'var', file)).includes('heronry')).toBe(false);
});
