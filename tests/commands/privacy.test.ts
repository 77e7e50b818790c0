import { expect, test } from 'vitest';
import { openChat, read } from '../chat.ts';

test('before anything is stored, /privacy show, export and delete say so', async () => {
  const { maria } = await openChat();
  for (const word of ['show', 'export', 'delete'])
    expect(read(await maria.type(`/privacy ${word}`))).toContain('Nothing is stored about you');
});

test('/privacy show names what is stored, in words', async () => {
  const { maria } = await openChat();
  await maria.type('/settings nickname:Mia');
  await maria.type('/quiz start');
  const reply = read(await maria.type('/privacy show'));
  expect(reply).toContain('your settings: 1');
  expect(reply).toContain('quizzes that you began: 1');
});

test('/privacy export hands over everything, opened', async () => {
  const { maria } = await openChat();
  await maria.type('/settings nickname:Mia');
  const reply = await maria.type('/privacy export');
  const [file] = reply.files ?? [];
  const data = JSON.parse(new TextDecoder().decode(file?.bytes));
  expect(data.members).toMatchObject([{ nickname: 'Mia' }]);
  expect(data.identities).toMatchObject([{ user_id: 'playground:member-1' }]);
});

test('/privacy delete asks first; then nothing is left', async () => {
  const { maria, world } = await openChat();
  await maria.type('/settings nickname:Mia');
  const asked = await maria.type('/privacy delete');
  expect(read(asked)).toContain('It cannot be undone');
  expect(read(await maria.press(asked, 'Keep it'))).toContain('Nothing was deleted');
  expect(await world.opened.store.members.find(maria.id)).toBeDefined();
  expect(read(await maria.press(asked, 'Delete everything'))).toContain('Done');
  expect(await world.opened.store.members.find(maria.id)).toBeUndefined();
  expect(read(await maria.type('/privacy show'))).toContain('Nothing is stored about you');
});

test("one member's deletion leaves another's records alone", async () => {
  const { maria, james } = await openChat();
  await maria.type('/settings nickname:Mia');
  await james.type('/settings nickname:Jim');
  await maria.press(await maria.type('/privacy delete'), 'Delete everything');
  expect(read(await james.type('/settings'))).toContain('Nickname: Jim');
});
