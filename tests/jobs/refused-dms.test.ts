import { describe, expect, test } from 'vitest';
import type { Failure } from '../../src/bot/platform.ts';
import { group, labelsOf, openChat, read, studyHall } from '../chat.ts';

const refused: Failure = {
  ok: false,
  reason: 'closed',
  noDms: true,
  detail: 'This member takes no direct messages from the bot.',
};

/** Maria turns reminders on, and her settings refuse the test message. */
async function refusedChat(chosen: 'a channel' | 'none') {
  const chat = await openChat();
  const { maria, mail, until } = chat;
  if (chosen === 'a channel')
    await maria.press(await maria.type('/settings'), 'Tell me here if a DM is refused');
  mail.refusals.push(refused);
  await maria.type('/settings reminders:on');
  await until('2026-11-22T15:00:30Z');
  return chat;
}

describe('a direct message that is refused', () => {
  test('is told of with the next command, and opens there', async () => {
    const { maria, mail } = await refusedChat('none');
    expect(mail.sent).toEqual([]);
    const help = await maria.type('/help');
    expect(read(help)).toContain('I could not send you a direct message.');
    expect(read(await maria.press(help, 'Read it'))).toContain('This is a test: reminders will');
    expect(read(await maria.type('/help'))).not.toContain('I could not send you');
    expect(read(await maria.press(help, 'Read it'))).toContain('This is a test: reminders will');
  });

  test('is spoken of in no channel that its reader did not choose', async () => {
    const { mail } = await refusedChat('none');
    expect(mail.in(studyHall)).toEqual([]);
  });

  test('is told of in the channel that they chose, and opens for them alone', async () => {
    const { maria, james, mail } = await refusedChat('a channel');
    const [told, ...others] = mail.in(studyHall);
    expect(others).toEqual([]);
    if (!told) throw new Error('Nothing was said in the channel.');
    expect(told.mentions).toEqual([maria.id]);
    expect(read(told)).not.toContain('reminders will reach you');
    expect(read(await james.press(told, 'Read it'))).toContain('This message is for somebody else');
    const opened = await maria.press(told, 'Read it');
    expect(read(opened)).toContain('This is a test: reminders will');
    expect(opened).toMatchObject({ mode: 'new' });
  });

  test('is not spoken of there once they took it back', async () => {
    const { maria, mail, until } = await openChat();
    const chosen = await maria.press(
      await maria.type('/settings'),
      'Tell me here if a DM is refused',
    );
    expect(read(chosen)).toContain('If a DM is refused: You are told in');
    const without = await maria.press(chosen, 'Not in a channel if a DM is refused');
    expect(labelsOf(without)).not.toContain('Not in a channel if a DM is refused');
    mail.refusals.push(refused);
    await maria.type('/settings reminders:on');
    await until('2026-11-22T15:00:30Z');
    expect(mail.in(studyHall)).toEqual([]);
  });

  test('a direct message cannot be chosen for it', async () => {
    const { maria } = await openChat();
    const settings = await maria.type('/settings');
    const dm = maria.in({ kind: 'dm', id: 'playground:dm-maria' }, group);
    const press = await dm.press(settings, 'Tell me here if a DM is refused');
    expect(read(press)).toContain('Press this in the channel that you mean');
  });

  test('is in what its reader is handed, and goes with them', async () => {
    const { maria, world } = await refusedChat('none');
    const { opened } = world;
    const member = await opened.store.members.find(maria.id);
    if (!member) throw new Error('Maria is not known.');
    expect(await opened.store.privacy.count(member.id)).toMatchObject({ undelivered: 1 });
    await opened.store.transaction((tx) => tx.privacy.delete(member.id));
    expect(await opened.store.undelivered.unread(member.id)).toBeUndefined();
  });
});
