import { expect, test } from 'vitest';
import type { Reply } from '../../src/bot/reply.ts';
import { labelsOf, openChat, type Person, read } from '../chat.ts';
import { rightLetter, wrongLetter } from './letters.ts';

/** One right answer and one wrong. */
async function answerTwo(person: Person): Promise<void> {
  const card = await person.type('/quiz start kind:single topic:compliance count:2');
  const next = await person.press(await person.press(card, rightLetter(card)), 'Next question');
  await person.press(await person.press(next, wrongLetter(next)), 'See the result');
}

function pngOf(reply: Reply): Uint8Array {
  return reply.image?.png ?? new Uint8Array();
}

test('/stats says in words, in a picture and in its alt text the same', async () => {
  const { maria } = await openChat();
  await answerTwo(maria);
  const stats = await maria.type('/stats');
  expect(read(stats)).toContain('In twelve weeks you answered 2 questions on 1 day, 50% right.');
  expect(read(stats)).toContain('Weakest: Compliance and privacy, 50% right.');
  expect(stats.image?.alt).toBe(
    'Right answers by topic: Compliance and privacy 50% of 2. ' +
      'Activity over 12 weeks: 2 answers on 1 day; by week, the oldest first: ' +
      '0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2. ' +
      'Due for review, 14 days: Nov 23 1; none on the other days.',
  );
  expect(String.fromCharCode(...pngOf(stats).slice(1, 4))).toBe('PNG');
});

test('the ground of the picture is a choice that is remembered', async () => {
  const { maria } = await openChat();
  await answerTwo(maria);
  const light = await maria.type('/stats');
  const dark = await maria.press(light, 'Dark picture');
  expect(pngOf(dark)).not.toEqual(pngOf(light));
  expect(pngOf(await maria.type('/stats'))).toEqual(pngOf(dark));
  expect(read(await maria.type('/settings'))).toContain('Pictures: Dark');
  await maria.type('/settings pictures:light');
  expect(pngOf(await maria.type('/stats'))).toEqual(pngOf(light));
});

test('what is due can be reviewed from there, and the weakest topic practised', async () => {
  const { maria, until } = await openChat();
  await answerTwo(maria);
  await until('2026-11-23T16:00:00Z');
  const stats = await maria.type('/stats');
  expect(read(stats)).toContain('1 question due for review.');
  expect((await maria.press(stats, 'Review now')).title).toMatch(/^Review 1 of 1/);
  const practise = labelsOf(stats).find((label) => label.startsWith('Practice')) ?? '';
  expect((await maria.press(stats, practise)).title).toContain('Compliance and privacy');
});

test('with nothing to show it says so, without a picture and without a trace', async () => {
  const { maria, world } = await openChat();
  const stats = await maria.type('/stats');
  expect(read(stats)).toContain('There is nothing to show yet');
  expect(stats.image).toBeUndefined();
  expect(await world.opened.store.members.find(maria.id)).toBeUndefined();
});

test('what was answered thirteen weeks ago no longer counts', async () => {
  const { maria, until } = await openChat();
  await answerTwo(maria);
  await until('2027-03-01T16:00:00Z');
  expect(read(await maria.type('/stats'))).toContain('No answers in the last twelve weeks.');
});
