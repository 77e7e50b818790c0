import { expect, test } from 'vitest';
import { labelsOf, openChat, read } from '../chat.ts';

test('/settings shows what is set, and Change opens the form', async () => {
  const { maria } = await openChat();
  const reply = await maria.type('/settings');
  expect(read(reply)).toContain('Time zone: Not set');
  const form = await maria.pressForForm(reply, 'Change');
  expect(form.specs.map((spec) => spec.name)).toEqual([
    'zone',
    'quiet',
    'reminders',
    'nickname',
    'board',
  ]);
});

test('the form shows what is set, so that sending it changes nothing else', async () => {
  const { maria } = await openChat();
  await maria.type('/settings quiet:10pm-7am reminders:on nickname:Mia board:yes');
  const form = await maria.pressForForm(await maria.type('/settings'), 'Change');
  expect(form.values).toEqual({
    quiet: '22:00-07:00',
    reminders: true,
    nickname: 'Mia',
    board: true,
  });
  const saved = read(await maria.submit(form, { zone: 'America/Chicago', board: false }));
  expect(saved).toContain('Time zone: America/Chicago');
  expect(saved).toContain('Quiet hours: 22:00 to 07:00');
  expect(saved).toContain('Reminders by DM: On');
  expect(saved).toContain('On boards: Not shown');
});

test('a nickname is taken back by “none”', async () => {
  const { maria } = await openChat();
  await maria.type('/settings nickname:Mia');
  expect(read(await maria.type('/settings nickname:none'))).toContain('Nickname: None');
});

test('a time zone by its everyday name, confirmed by the time that it is there', async () => {
  const { maria } = await openChat({ now: '2026-11-22T15:00:00Z' });
  const reply = await maria.type('/settings zone:central');
  expect(read(reply)).toContain('America/Chicago: it should be 09:00 for you now');
});

test('a time zone by its city alone', async () => {
  const { maria } = await openChat();
  expect(read(await maria.type('/settings zone:london'))).toContain('Europe/London');
  expect(read(await maria.type('/settings zone:“new york”'))).toContain('America/New_York');
  expect(read(await maria.type('/settings zone:Kolkata'))).toContain('Asia/');
});

test('a time zone that does not exist is refused, and nothing is stored', async () => {
  const { maria, world } = await openChat();
  expect(read(await maria.type('/settings zone:Mars/Olympus'))).toContain('is not a time zone');
  expect(await world.opened.store.members.find(maria.id)).toBeUndefined();
});

test('zones are suggested with the time that it is there', async () => {
  const { maria } = await openChat({ now: '2026-11-22T15:00:00Z' });
  const labels = async (typed: string) =>
    (await maria.suggest('settings', 'zone', typed)).map((choice) => choice.label);
  expect((await labels(''))[0]).toBe('America/New_York (10:00)');
  expect(await labels('est')).toContain('America/New_York (10:00)');
  expect(await labels('berlin')).toEqual(['Europe/Berlin (16:00)']);
});

test('quiet hours are set, and cleared by “none”', async () => {
  const { maria } = await openChat();
  expect(read(await maria.type('/settings quiet:10pm-7am'))).toContain('22:00 to 07:00');
  expect(read(await maria.type('/settings quiet:none'))).toContain('Quiet hours: None');
  await maria.type('/settings quiet:10pm-7am');
  expect(read(await maria.type('/settings quiet:off'))).toContain('Quiet hours: None');
  expect(read(await maria.type('/settings quiet:often'))).toContain('is not a span of time');
});

test('turning reminders on sends one test message to the DMs', async () => {
  const { maria, mail, world } = await openChat();
  await maria.type('/settings reminders:on');
  await maria.type('/settings reminders:on');
  await world.runner.runDue();
  expect(mail.to(maria.id).map(read)).toEqual([expect.stringContaining('This is a test')]);
});

test('the home group follows the member until it is pinned', async () => {
  const { maria, world } = await openChat();
  await maria.type('/settings nickname:Mia');
  const other = maria.in({ kind: 'channel', id: 'playground:elsewhere' }, 'playground:other');
  await other.type('/settings nickname:Mimi');
  const home = async () => (await world.opened.store.members.find(maria.id))?.homeGroup;
  expect(await home()).toBe('playground:other');
  const reply = await maria.type('/settings');
  expect(labelsOf(reply)).toContain('Make this my home group');
  await maria.press(reply, 'Make this my home group');
  await other.type('/settings nickname:Em');
  expect(await home()).toBe('playground:study-group');
});
