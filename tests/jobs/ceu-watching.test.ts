import { expect, test } from 'vitest';
import { type Chat, labelsOf, openChat, read } from '../chat.ts';
import { ccs, cpc, hold, turnRemindersOn } from '../commands/credentials.ts';

/** When each came, and what it says. */
function watching({ mail, maria }: Chat): readonly string[] {
  return mail
    .to(maria.id)
    .filter(({ title }) => title === 'Still watching')
    .map(read);
}

test('twice a year a message says which dates are watched, and when the next reminder comes', async () => {
  const chat = await openChat();
  await hold(chat.maria, cpc, ccs);
  await turnRemindersOn(chat.maria);
  await chat.until('2027-05-22T12:59:59Z');
  expect(watching(chat)).toEqual([]);
  await chat.until('2027-05-22T13:00:00Z');
  const [first = ''] = watching(chat);
  expect(first).toContain('AAPC 2028-03-31, membership dues');
  expect(first).toContain('AAPC 2029-03-31, credits (computed, not confirmed) and membership dues');
  expect(first).toContain('AHIMA 2029-02-28, credits (computed, not confirmed)');
  expect(first).toContain('The next reminder comes on 2027-06-14.');
  await chat.until('2028-05-21T00:00:00Z');
  expect(watching(chat)).toHaveLength(2);
});

test('it waits for a day on which no reminder speaks: one message a day is enough', async () => {
  const chat = await openChat({ now: '2026-09-01T12:00:00Z' });
  await hold(chat.maria, cpc);
  await turnRemindersOn(chat.maria);
  await chat.until('2027-03-01T23:00:00Z');
  expect(watching(chat)).toEqual([]);
  await chat.until('2027-03-02T14:00:00Z');
  expect(watching(chat)).toHaveLength(1);
});

test('it follows the member’s zone and quiet hours', async () => {
  const chat = await openChat();
  await hold(chat.maria, cpc);
  await turnRemindersOn(chat.maria);
  await chat.maria.type('/settings zone:Asia/Manila quiet:22:00-11:30');
  await chat.until('2027-05-22T03:29:59Z');
  expect(watching(chat)).toEqual([]);
  await chat.until('2027-05-22T03:30:00Z');
  expect(watching(chat)).toHaveLength(1);
});

test('it is silent with reminders off, and with nothing to watch', async () => {
  const chat = await openChat();
  await hold(chat.maria, cpc);
  await turnRemindersOn(chat.maria);
  await chat.maria.type('/settings reminders:no');
  await chat.until('2028-01-01T00:00:00Z');
  expect(watching(chat)).toEqual([]);
});

test('it leads to what can be corrected', async () => {
  const chat = await openChat();
  await hold(chat.maria, cpc);
  await turnRemindersOn(chat.maria);
  await chat.until('2027-05-23T00:00:00Z');
  const message = chat.mail.to(chat.maria.id).at(-1);
  if (!message) throw new Error('A message is due.');
  expect(labelsOf(message)).toEqual(['My status', 'My settings']);
  expect(read(await chat.maria.press(message, 'My status'))).toContain('AAPC');
});

test('of a body whose next date only the member can know it asks for that', async () => {
  const chat = await openChat();
  const { maria } = chat;
  await hold(maria, 'credential:CMBS certified_on:2025-08-31 due:2027-02-28 total:10');
  await turnRemindersOn(maria);
  const submitted = await maria.press(await maria.type('/ceu status'), 'Submitted');
  const confirmed = read(await maria.press(submitted, 'Confirmed by MAB'));
  expect(confirmed).toContain('Once your MAB record shows the next due date, enter it');
  await chat.until('2027-05-22T13:00:00Z');
  const [message = ''] = watching(chat);
  expect(message).toContain('MAB: nothing ahead. Once your MAB record shows the next date');
  expect(message).not.toContain('nothing is due');
});
