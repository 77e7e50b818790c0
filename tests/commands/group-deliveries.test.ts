// What organizers learn of deliveries: /group preview, /group deliveries, /group doctor.

import { describe, expect, test } from 'vitest';
import type { Failure } from '../../src/bot/platform.ts';
import type { ChannelId } from '../../src/core/ids.ts';
import { type Chat, labelsOf, openChat, read, group as studyGroup, studyHall } from '../chat.ts';

const announcements: ChannelId = 'playground:announcements';

const noPermission: Failure = {
  ok: false,
  reason: 'closed',
  detail: 'The bot may not post in this channel: it needs View Channel and Send Messages there.',
};

/** Everything that has fallen due is sent. */
async function sendAll({ world, until }: Chat) {
  await until(world.clock.now().toString());
}

/** A post of which nobody can tell whether it arrived. */
async function hold({ world }: Chat, key: string) {
  const { store, jobs } = world.opened;
  const now = world.clock.now();
  const payload = JSON.stringify({ kind: 'reply', text: 'October 1' });
  await store.outbox.add({ key, to: { channel: studyHall }, payload, due: now, group: studyGroup });
  await jobs.all.markSending(key, now, now.add({ seconds: 30 }));
  await jobs.all.hold(key, 'It may have been posted or not: the app may not read there.');
}

describe('a test', () => {
  test('arrives marked TEST, in the channel that was named', async () => {
    const chat = await openChat();
    const { olivia, mail } = chat;
    const answer = await olivia.type(`/group preview channel:${announcements}`);
    expect(read(answer)).toContain('A test is on its way to #announcements');
    await sendAll(chat);
    const [posted] = mail.in(announcements);
    expect(posted && read(posted)).toContain('TEST. An organizer wanted to see');
    const list = await olivia.press(answer, 'Deliveries');
    expect(read(list)).toContain('TEST in #announcements: sent today at 10:00');
  });

  test('of the next notice shows it as the channel would get it', async () => {
    const chat = await openChat({ now: '2027-08-01T12:00:00Z' });
    const { olivia, mail } = chat;
    const none = await olivia.type('/group preview what:notice');
    expect(read(none)).toContain('No notices are posted in that channel');
    await olivia.type('/group notices time:09:00');
    await olivia.type('/group preview what:notice');
    await sendAll(chat);
    const [posted] = mail.in(studyHall);
    expect(posted?.title).toMatch(/^TEST: /);
    expect(posted && read(posted)).toContain('TEST: this is not news yet.');
  });

  test('is for organizers', async () => {
    const { maria } = await openChat();
    for (const path of ['preview', 'deliveries', 'doctor'])
      expect(read(await maria.type(`/group ${path}`))).toContain('This is for organizers');
  });
});

describe('the list of deliveries', () => {
  test('is empty at first, and says what comes next', async () => {
    const { olivia } = await openChat();
    expect(read(await olivia.type('/group deliveries'))).toContain(
      'Nothing was sent to this group in the last 90 days.',
    );
    await olivia.type('/group daily time:09:00');
    expect(read(await olivia.type('/group deliveries'))).toContain(
      'Next question of the day: Monday, November 23, 2026 at 09:00',
    );
  });

  test('says why something was not sent', async () => {
    const chat = await openChat();
    chat.mail.refusals.push(noPermission);
    await chat.olivia.type('/group preview');
    await sendAll(chat);
    expect(read(await chat.olivia.type('/group deliveries'))).toContain(
      'TEST in #study-hall: not sent: The bot may not post in this channel',
    );
  });

  test('pages', async () => {
    const chat = await openChat();
    const { olivia, until } = chat;
    for (let i = 10; i < 29; i += 1) {
      await until(`2026-11-22T15:${i}:00Z`);
      await olivia.type('/group preview');
    }
    const first = await olivia.type('/group deliveries');
    expect(first.title).toBe('Deliveries, page 1 of 3');
    expect(read(first)).toContain('sent today at 10:27');
    const second = await olivia.press(first, 'Earlier ones');
    expect(read(second)).toContain('sent today at 10:19');
    const third = await olivia.press(second, 'Earlier ones');
    expect(third.title).toBe('Deliveries, page 3 of 3');
    expect(labelsOf(third)).not.toContain('Earlier ones');
    expect((await olivia.press(third, 'Later ones')).title).toBe('Deliveries, page 2 of 3');
  });

  test('asks about what is held; once it is found missing it is sent', async () => {
    const chat = await openChat();
    await hold(chat, 'notice:playground:study-hall:2026-10-01:0');
    const list = await chat.olivia.type('/group deliveries');
    expect(read(list)).toContain('One message is held');
    expect(read(list)).toContain('Notice of code changes in #study-hall: held: It may have been');
    const again = await chat.olivia.press(list, 'Not there: send it');
    expect(read(again)).toContain('It is being sent again.');
    await sendAll(chat);
    expect(chat.mail.in(studyHall).map(read)).toEqual(['October 1']);
    expect(read(await chat.olivia.press(list, 'Not there: send it'))).toContain(
      'not held any more',
    );
    expect(chat.mail.in(studyHall)).toHaveLength(1);
  });

  test('what is held and did arrive is not sent again', async () => {
    const chat = await openChat();
    await hold(chat, 'notice:playground:study-hall:2026-10-01:0');
    const list = await chat.olivia.type('/group deliveries');
    const noted = await chat.olivia.press(list, 'It arrived');
    expect(read(noted)).toContain('Noted: it had arrived.');
    expect(labelsOf(noted)).not.toContain('It arrived');
    await sendAll(chat);
    expect(chat.mail.sent).toEqual([]);
    expect(read(await chat.maria.press(list, 'It arrived'))).toContain('This is for organizers');
  });
});

describe('the doctor', () => {
  test('finds nothing wrong where nothing is', async () => {
    const chat = await openChat();
    await chat.olivia.type('/group channel');
    await chat.olivia.type('/group preview');
    await sendAll(chat);
    const answer = read(await chat.olivia.type('/group doctor'));
    expect(answer).toContain('Nothing is wrong.');
    expect(answer).toContain('The last post arrived today at 10:00.');
  });

  test('names what failed, where, why and how often, until it works again', async () => {
    const chat = await openChat();
    const { olivia, mail, until } = chat;
    mail.refusals.push(noPermission, noPermission);
    await olivia.type('/group preview');
    await until('2026-11-22T16:00:00Z');
    await olivia.type('/group preview');
    await until('2026-11-22T16:01:00Z');
    const sick = read(await olivia.type('/group doctor'));
    expect(sick).toContain('No channel is chosen yet');
    expect(sick).toContain(
      'In #study-hall: The bot may not post in this channel: it needs View Channel and Send Messages there. (last today at 11:00, 2 times)',
    );
    await olivia.type('/group preview');
    await until('2026-11-22T16:02:00Z');
    expect(read(await olivia.type('/group doctor'))).not.toContain('may not post');
  });

  test('names the permissions that the platform says are missing here', async () => {
    const { olivia } = await openChat();
    const lacking = ['Send Messages', 'Read Message History'];
    const here = olivia.in({ id: studyHall, kind: 'channel', lacking }, studyGroup);
    expect(read(await here.type('/group doctor'))).toContain(
      'In #study-hall the bot lacks Send Messages and Read Message History.',
    );
  });
});
