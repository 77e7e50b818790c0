// A member asks under a notice to be reminded of its date.

import { expect, test } from 'vitest';
import { type Chat, labelsOf, openChat, read, studyHall } from '../chat.ts';

/** The notice of October 1, 2027, thirty days ahead. */
async function afterNotice(): Promise<Chat & { readonly notice: ReturnType<typeof first> }> {
  const chat = await openChat({ now: '2027-08-20T12:00:00Z' });
  await chat.olivia.type('/group channel');
  await chat.olivia.type('/group setup zone:eastern');
  await chat.olivia.type('/group notices 9:00');
  await chat.until('2027-09-01T13:00:00Z');
  return { ...chat, notice: first(chat) };
}

function first({ mail }: Chat) {
  const [post] = mail.in(studyHall);
  if (!post) throw new Error('There is no notice.');
  return post;
}

test('a week ahead, at nine on the member’s clock, once', async () => {
  const { maria, mail, notice, until } = await afterNotice();
  await maria.type('/settings zone:pacific');
  const asked = await maria.press(notice, 'Remind me');
  expect(asked.mode).toBe('new');
  expect(labelsOf(asked)).toEqual(['30 days ahead', '7 days ahead', 'A day ahead', 'On the day']);
  const saved = await maria.press(asked, '7 days ahead');
  expect(read(saved)).toContain(
    'direct message on September 24, 2027, 09:00 (America/Los_Angeles)',
  );
  expect(labelsOf(saved)).toContain('7 days ahead ✓');
  await until('2027-09-24T15:59:00Z');
  const before = mail.to(maria.id).length;
  await until('2027-09-24T16:00:00Z');
  const [reminder, ...more] = mail.to(maria.id).slice(before);
  expect(more).toEqual([]);
  expect(reminder && read(reminder)).toContain('You asked to be reminded.');
  expect(reminder?.fields?.map(({ label }) => label)).toEqual([
    'HCPCS Level II 2027 Q4',
    'ICD-10-CM FY2028',
  ]);
  await until('2027-11-01T12:00:00Z');
  expect(mail.to(maria.id)).toHaveLength(before + 1);
});

test('chosen again it moves; taken back it never comes; others are not concerned', async () => {
  const { maria, james, mail, notice, until } = await afterNotice();
  const asked = await maria.press(notice, 'Remind me');
  await maria.press(asked, '7 days ahead');
  const moved = await maria.press(asked, 'On the day');
  expect(labelsOf(moved)).toContain('On the day ✓');
  expect(labelsOf(moved)).toContain('7 days ahead');
  expect(labelsOf(await james.press(notice, 'Remind me'))).not.toContain('Do not remind me');
  const gone = await maria.press(moved, 'Do not remind me');
  expect(read(gone)).toContain('The reminder is gone.');
  await until('2027-10-02T12:00:00Z');
  expect(mail.to(maria.id)).toEqual([]);
});

test('what is over is not offered, and a button of yesterday says so', async () => {
  const { maria, notice, until } = await afterNotice();
  const asked = await maria.press(notice, 'Remind me');
  await until('2027-09-30T14:00:00Z');
  expect(labelsOf(await maria.press(notice, 'Remind me'))).toEqual(['On the day']);
  expect(read(await maria.press(asked, 'A day ahead'))).toContain('That moment is over.');
  await until('2027-10-01T14:00:00Z');
  expect(read(await maria.press(notice, 'Remind me'))).toContain('October 1, 2027 has come');
});

test('quiet hours are kept', async () => {
  const { maria, mail, notice, until } = await afterNotice();
  await maria.type('/settings zone:eastern quiet:22:00-10:30');
  await maria.press(await maria.press(notice, 'Remind me'), 'A day ahead');
  await until('2027-09-30T14:29:00Z');
  const before = mail.to(maria.id).length;
  await until('2027-09-30T14:30:00Z');
  expect(mail.to(maria.id)).toHaveLength(before + 1);
});

test('who is deleted is not reminded', async () => {
  const { maria, world, notice, mail, until } = await afterNotice();
  await maria.press(await maria.press(notice, 'Remind me'), 'On the day');
  const member = await world.opened.store.members.find(maria.id);
  if (!member) throw new Error('Maria is not known.');
  await world.opened.store.transaction((tx) => tx.privacy.delete(member.id));
  await until('2027-10-02T12:00:00Z');
  expect(mail.to(maria.id)).toEqual([]);
});

test('never in quiet hours, even where they were set after it was asked for', async () => {
  const { maria, mail, notice, until } = await afterNotice();
  await maria.press(await maria.press(notice, 'Remind me'), '7 days ahead');
  await maria.type('/settings quiet:08:00-10:30');
  await until('2027-09-24T14:29:00Z');
  const before = mail.to(maria.id).length;
  await until('2027-09-24T14:30:00Z');
  expect(mail.to(maria.id)).toHaveLength(before + 1);
});
