import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Reply } from '../../src/bot/reply.ts';
import { type Chat, labelsOf, openChat, read } from '../chat.ts';
import { ccs, cpc, cpma, hold, turnRemindersOn } from '../commands/credentials.ts';
import { fastFolder } from '../fixtures/fast-folder.ts';
import { realContent } from '../world.ts';

/** The DMs of one member since this was last asked, without the test message. */
function mailOf({ mail, maria }: Chat): () => readonly Reply[] {
  let seen = 0;
  return () => {
    const all = mail.to(maria.id).filter((reply) => !read(reply).includes('This is a test'));
    const fresh = all.slice(seen);
    seen = all.length;
    return fresh;
  };
}

/** Maria holds a CPC that is due on 2027-03-31, and wants reminders in New York. */
async function openWithCpc(parts: Parameters<typeof openChat>[0] = {}) {
  const chat = await openChat(parts);
  await hold(chat.maria, cpc);
  await turnRemindersOn(chat.maria);
  return { ...chat, fresh: mailOf(chat) };
}

function only(replies: readonly Reply[]): Reply {
  const [reply, ...others] = replies;
  if (!reply || others.length > 0) throw new Error(`${replies.length} messages came, not one.`);
  return reply;
}

function keptFolder(): string {
  const folder = mkdtempSync(join(fastFolder, 'coderounds-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('thirty days before', () => {
  test('exactly one message comes, at 09:00 where the member is, and says what is missing', async () => {
    const { maria, until, fresh } = await openWithCpc();
    await maria.type('/ceu add 24 A big course');
    await until('2027-03-01T13:59:59Z');
    fresh();
    await until('2027-03-01T14:00:00Z');
    const reminder = only(fresh());
    expect(reminder.title).toBe('AAPC credits: 30 days left, due 2027-03-31');
    expect(read(reminder)).toContain('24 of 36 credits logged.');
    expect(read(reminder)).toContain('Earn 12 credits by 2027-03-31.');
    expect(read(reminder)).toContain('2027-03-31 is computed, not confirmed');
    expect(read(reminder)).toContain('Membership dues are due on the same day.');
    expect(read(reminder)).toContain('checked 2026-11-22. Confirm with AAPC');
    expect(labelsOf(reminder)).toEqual([
      'Log CEUs',
      'Submitted',
      'Dues paid',
      'My status',
      'Snooze 1 day',
      'Snooze 1 week',
      'Stop these',
    ]);
    await until('2027-03-16T20:00:00Z');
    expect(fresh()).toEqual([]);
  });

  test('none comes to who did not ask for reminders', async () => {
    const chat = await openChat();
    await hold(chat.maria, cpc);
    await chat.until('2027-07-01T00:00:00Z');
    expect(chat.mail.sent).toEqual([]);
  });

  test('none comes once reminders are turned off, and they come again once they are on', async () => {
    const { maria, until, fresh } = await openWithCpc();
    await maria.type('/settings reminders:no');
    await until('2027-03-02T00:00:00Z');
    expect(fresh()).toEqual([]);
    await maria.type('/settings reminders:yes');
    await until('2027-03-17T13:00:00Z');
    expect(only(fresh()).title).toBe('AAPC credits: 14 days left, due 2027-03-31');
  });

  test('of a complete cycle asks to submit, of a submitted one whether it is confirmed', async () => {
    const { maria, until, fresh } = await openWithCpc();
    await maria.type('/ceu add 36 A very big course');
    await until('2027-03-01T14:00:00Z');
    const reminder = fresh().at(-1);
    if (!reminder) throw new Error('A reminder is due.');
    expect(read(reminder)).toContain('All is logged. Submit it in your CEU Tracker by 2027-03-31.');
    await maria.press(reminder, 'Submitted');
    await until('2027-03-17T13:00:00Z');
    const asking = only(fresh());
    expect(read(asking)).toContain('You submitted your credits. Look in your CEU Tracker');
    await maria.press(asking, 'Confirmed by AAPC');
    await until('2027-03-24T13:00:00Z');
    const dues = only(fresh());
    expect(dues.title).toBe('AAPC membership: 7 days left, due 2027-03-31');
    await maria.press(dues, 'Dues paid');
    await until('2027-10-01T00:00:00Z');
    expect(fresh().map(({ title }) => title)).toEqual(['Still watching']);
  });

  test('Log CEUs opens the form', async () => {
    const { maria, until, fresh } = await openWithCpc();
    await until('2027-03-01T14:00:00Z');
    const reminder = fresh().at(-1);
    if (!reminder) throw new Error('A reminder is due.');
    const logged = await maria.submit(await maria.pressForForm(reminder, 'Log CEUs'), {
      credits: '2',
      title: 'E/M audits',
    });
    expect(logged).toMatchObject({ title: 'Logged: 2 credits', mode: 'new' });
  });
});

describe('the ladder', () => {
  test('goes from half a year before to the final notice, then to next year’s dues', async () => {
    const { until, fresh } = await openWithCpc({ now: '2026-09-01T12:00:00Z' });
    await until('2027-10-03T13:00:00Z');
    expect(fresh().map(({ title }) => title)).toEqual([
      'AAPC credits: 180 days left, due 2027-03-31',
      'AAPC credits: 90 days left, due 2027-03-31',
      'AAPC credits: 60 days left, due 2027-03-31',
      'AAPC credits: 30 days left, due 2027-03-31',
      'Still watching',
      'AAPC credits: 14 days left, due 2027-03-31',
      'AAPC credits: 7 days left, due 2027-03-31',
      'AAPC credits: 1 day left, due 2027-03-31',
      'AAPC credits: due today (2027-03-31)',
      'AAPC credits: 1 day past due (2027-03-31)',
      'AAPC credits: 30 days past due (2027-03-31)',
      'AAPC credits: 75 days past due (2027-03-31)',
      'Still watching',
      'AAPC membership: 180 days left, due 2028-03-31',
    ]);
  });

  test('two steps of one day make one message', async () => {
    const chat = await openChat();
    await hold(chat.maria, 'credential:CPC certified_on:2020-05-01 counted_from:2027-07-15');
    await turnRemindersOn(chat.maria);
    const fresh = mailOf(chat);
    await chat.until('2027-06-15T12:00:00Z');
    fresh();
    await chat.until('2027-06-15T23:00:00Z');
    const reminder = only(fresh());
    expect(reminder.title).toBe('AAPC credits: 30 days left, due 2027-07-15');
    expect(read(reminder)).toContain('AAPC takes submissions for this cycle from 2027-06-15.');
  });

  test('of two credentials of one body is one, of two bodies are two', async () => {
    const chat = await openChat();
    await hold(chat.maria, cpc, cpma, ccs);
    await turnRemindersOn(chat.maria);
    const fresh = mailOf(chat);
    await chat.until('2026-12-31T23:00:00Z');
    expect(fresh().map(({ title }) => title)).toEqual([
      'AHIMA credits: 90 days left, due 2027-02-28',
      'AHIMA credits: 60 days left, due 2027-02-28',
      'AAPC credits: 90 days left, due 2027-03-31',
    ]);
  });
});

describe('several of one day', () => {
  /** On 2027-03-01 AHIMA is due, and AAPC 30 days later. */
  async function onThatDay(parts: Parameters<typeof openChat>[0] = {}) {
    const chat = await openChat(parts);
    await hold(chat.maria, cpc, 'credential:CCS certified_on:2025-03-02 due:2027-03-01 total:20');
    await turnRemindersOn(chat.maria);
    return { ...chat, fresh: mailOf(chat) };
  }

  test('make one message: the most urgent whole, the other in short', async () => {
    const { maria, until, fresh } = await onThatDay();
    await until('2027-03-01T13:59:59Z');
    fresh();
    await until('2027-03-01T14:00:00Z');
    const message = only(fresh());
    expect(message.title).toBe('AHIMA credits: due today (2027-03-01)');
    expect(message.fields?.map(({ label }) => label)).toEqual([
      'AAPC credits: 30 days left, due 2027-03-31',
    ]);
    expect(read(message)).toContain('0 of 36 credits logged.');
    const inFull = await maria.press(message, 'AAPC credits in full');
    expect(inFull).toMatchObject({
      mode: 'new',
      title: 'AAPC credits: 30 days left, due 2027-03-31',
    });
    expect(labelsOf(inFull)).toEqual(expect.arrayContaining(['Submitted', 'Snooze 1 week']));
    await until('2027-03-02T13:59:59Z');
    expect(fresh()).toEqual([]);
    await until('2027-03-17T14:00:00Z');
    expect(fresh().map(({ title }) => title)).toEqual([
      'AHIMA credits: 1 day past due (2027-03-01)',
      'AAPC credits: 14 days left, due 2027-03-31',
    ]);
  });

  test('are not said again when the member moves west on that morning', async () => {
    const { maria, until, fresh } = await onThatDay();
    await until('2027-03-01T14:00:00Z');
    fresh();
    await maria.type('/settings zone:America/Los_Angeles');
    await until('2027-03-02T16:59:59Z');
    expect(fresh()).toEqual([]);
  });

  test('are not lost with a message that never left: the one in its place names all', async () => {
    const { mail, until, fresh } = await onThatDay();
    await until('2027-03-01T13:59:59Z');
    fresh();
    for (let n = 0; n < 400; n += 1)
      mail.refusals.push({ ok: false, reason: 'retry', detail: 'The platform is down.' });
    await until('2027-03-02T13:59:59Z');
    mail.refusals.length = 0;
    await until('2027-03-02T16:00:00Z');
    const message = only(fresh());
    expect(message.title).toBe('AHIMA credits: 1 day past due (2027-03-01)');
    expect(message.fields?.map(({ label }) => label)).toEqual([
      'AAPC credits: 29 days left, due 2027-03-31',
    ]);
  });

  test('that were missed while the bot was down make one message too', async () => {
    const folder = keptFolder();
    const before = await onThatDay({ folder });
    await before.world.runner.runDue();
    await before.world.close();
    const after = await openChat({ folder, now: '2027-01-05T15:00:00Z' });
    const fresh = mailOf(after);
    await after.until('2027-01-05T15:01:00Z');
    const message = only(fresh());
    expect(message.title).toBe('AHIMA credits: 55 days left, due 2027-03-01');
    expect(message.fields?.map(({ label }) => label)).toEqual([
      'AAPC credits: 85 days left, due 2027-03-31',
    ]);
    expect(read(message)).toContain('This is late');
  });
});

describe('the hour', () => {
  test('moves with the member’s zone', async () => {
    const { maria, until, fresh } = await openWithCpc();
    await maria.type('/settings zone:Asia/Manila');
    await until('2026-12-31T00:59:59Z');
    expect(fresh()).toEqual([]);
    await until('2026-12-31T01:00:00Z');
    expect(only(fresh()).title).toContain('90 days left');
  });

  test('is the group’s where the member named no zone', async () => {
    const chat = await openChat();
    await chat.world.opened.store.groups.change('playground:study-group', { zone: 'Asia/Manila' });
    await hold(chat.maria, cpc);
    await chat.maria.type('/settings reminders:yes');
    const fresh = mailOf(chat);
    await chat.until('2026-12-31T01:00:00Z');
    expect(only(fresh()).title).toContain('90 days left');
  });

  test('is the end of quiet hours where nine is quiet', async () => {
    const { maria, until, fresh } = await openWithCpc();
    await maria.type('/settings quiet:22:00-11:30');
    await until('2026-12-31T16:29:59Z');
    expect(fresh()).toEqual([]);
    await until('2026-12-31T16:30:00Z');
    expect(only(fresh()).title).toContain('90 days left');
  });
});

describe('a date that moves', () => {
  test('takes its reminders with it', async () => {
    const { maria, until, fresh } = await openWithCpc();
    const form = await maria.pressForForm(
      await maria.type('/ceu status'),
      'Enter what my tracker shows',
    );
    await maria.submit(form, { due: '2027-04-30' });
    await until('2027-04-01T12:00:00Z');
    const spoken = fresh().flatMap(({ title = '', fields = [] }) => [
      title,
      ...fields.map(({ label }) => label),
    ]);
    expect(spoken.filter((title) => title.includes('credits'))).toEqual([
      'AAPC credits: 90 days left, due 2027-04-30',
      'AAPC credits: 60 days left, due 2027-04-30',
      'AAPC credits: 30 days left, due 2027-04-30',
    ]);
    expect(spoken).toContain('AAPC membership: due today (2027-03-31)');
  });

  test('takes back what still waits to be sent', async () => {
    const { maria, mail, until, fresh, world } = await openWithCpc();
    await world.runner.runDue();
    for (let n = 0; n < 30; n += 1)
      mail.refusals.push({ ok: false, reason: 'retry', detail: 'The platform is down.' });
    await until('2026-12-31T14:01:00Z');
    const form = await maria.pressForForm(
      await maria.type('/ceu status'),
      'Enter what my tracker shows',
    );
    await maria.submit(form, { due: '2027-04-30' });
    mail.refusals.length = 0;
    await until('2027-01-02T00:00:00Z');
    expect(fresh()).toEqual([]);
  });

  test('with the credential that is removed all is silent', async () => {
    const { maria, until, fresh, world } = await openWithCpc();
    await world.runner.runDue();
    expect(await world.runner.nextMoment()).toEqual(Temporal.Instant.from('2026-12-31T14:00Z'));
    await maria.press(await maria.type('/credential remove CPC'), 'Remove CPC');
    expect(await world.runner.nextMoment()).toBeUndefined();
    await until('2027-07-01T00:00:00Z');
    expect(fresh()).toEqual([]);
  });

  test('with the member who deletes everything all is silent', async () => {
    const { maria, until, fresh } = await openWithCpc();
    await maria.press(await maria.type('/privacy delete'), 'Delete everything');
    await until('2027-07-01T00:00:00Z');
    expect(fresh()).toEqual([]);
  });
});

describe('a member who presses', () => {
  async function atThirty() {
    const chat = await openWithCpc();
    await chat.until('2027-03-01T14:00:00Z');
    const reminder = chat.fresh().at(-1);
    if (!reminder) throw new Error('A reminder is due.');
    return { ...chat, reminder };
  }

  test('Snooze hears again that much later, and of the ladder after that', async () => {
    const { maria, until, fresh, reminder } = await atThirty();
    const snoozed = await maria.press(reminder, 'Snooze 1 week');
    expect(read(snoozed)).toContain('remind you again on 2027-03-08. AAPC stays due on 2027-03-31');
    await until('2027-03-08T13:59:59Z');
    expect(fresh()).toEqual([]);
    await until('2027-03-08T14:00:00Z');
    expect(only(fresh()).title).toBe('AAPC credits: 23 days left, due 2027-03-31');
    await until('2027-03-17T13:00:00Z');
    expect(only(fresh()).title).toContain('14 days left');
  });

  test('Snooze is never offered or granted past the due date', async () => {
    const { maria, until, fresh, reminder } = await atThirty();
    await until('2027-03-30T13:00:00Z');
    const dayBefore = fresh().at(-1);
    expect(dayBefore && labelsOf(dayBefore)).toContain('Snooze 1 day');
    expect(dayBefore && labelsOf(dayBefore)).not.toContain('Snooze 1 week');
    const shorter = await maria.press(reminder, 'Snooze 1 week');
    expect(read(shorter)).toContain('remind you again on 2027-03-31');
    await until('2027-03-31T13:00:00Z');
    expect(labelsOf(only(fresh())).join()).not.toContain('Snooze');
    expect(read(await maria.press(reminder, 'Snooze 1 day'))).toContain('cannot be snoozed');
  });

  test('Stop these hears no more of that date, until Undo', async () => {
    const { maria, until, fresh, reminder } = await atThirty();
    const stopped = await maria.press(reminder, 'Stop these');
    expect(read(stopped)).toContain('No more reminders of AAPC, due 2027-03-31.');
    await until('2027-03-20T00:00:00Z');
    expect(fresh()).toEqual([]);
    expect(read(await maria.press(stopped, 'Undo'))).toContain(
      'The next reminder comes on 2027-03-24',
    );
    await until('2027-03-24T13:00:00Z');
    expect(only(fresh()).title).toContain('7 days left');
  });

  test('twice at once does no harm', async () => {
    const { maria, until, fresh, reminder } = await atThirty();
    await Promise.all([
      maria.press(reminder, 'Snooze 1 week'),
      maria.press(reminder, 'Snooze 1 week'),
      maria.press(reminder, 'Submitted'),
    ]);
    await until('2027-03-08T14:00:00Z');
    expect(read(only(fresh()))).toContain('You submitted your credits.');
  });

  const buttons = ['Snooze 1 week', 'Stop these', 'Submitted', 'Dues paid'];

  test('a button that was sent to somebody else changes nothing', async () => {
    const { james, until, fresh, reminder, world } = await atThirty();
    for (const label of buttons)
      expect(read(await james.press(reminder, label))).toContain('not meant for you');
    expect(await world.opened.store.members.find(james.id)).toBeUndefined();
    await hold(james, 'credential:CPC certified_on:2020-05-01 counted_from:2027-06-30');
    for (const label of buttons)
      expect(read(await james.press(reminder, label))).toContain(
        'You have no AAPC deadline on 2027-03-31',
      );
    const his = await world.opened.store.members.find(james.id);
    expect(his && (await world.opened.store.education.marks(his.id, 'aapc'))).toEqual([]);
    await until('2027-03-17T13:00:00Z');
    expect(read(only(fresh()))).toContain('0 of 36 credits logged');
  });

  test('a button of a date that has moved is told so', async () => {
    const chat = await openChat();
    await hold(chat.maria, ccs);
    await turnRemindersOn(chat.maria);
    const fresh = mailOf(chat);
    await chat.until('2027-01-29T14:00:00Z');
    const reminder = fresh().at(-1);
    const form = await chat.maria.pressForForm(
      await chat.maria.type('/ceu status'),
      'Enter what my tracker shows',
    );
    await chat.maria.submit(form, { due: '2027-03-31' });
    for (const label of ['Snooze 1 week', 'Stop these', 'Submitted'])
      expect(reminder && read(await chat.maria.press(reminder, label))).toContain('it has moved');
    await chat.until('2027-03-01T14:00:00Z');
    expect(fresh().at(-1)?.title).toBe('AHIMA credits: 30 days left, due 2027-03-31');
  });
});

describe('after downtime', () => {
  async function restartedAt(now: string) {
    const folder = keptFolder();
    const before = await openWithCpc({ folder });
    await before.world.runner.runDue();
    await before.world.close();
    const chat = await openChat({ folder, now });
    return { ...chat, fresh: mailOf(chat) };
  }

  test('several missed steps come as one, the most urgent, and say that they are late', async () => {
    const { world, fresh } = await restartedAt('2027-03-25T15:00:00Z');
    await world.runner.runDue();
    const reminder = only(fresh());
    expect(reminder.title).toBe('AAPC credits: 6 days left, due 2027-03-31');
    expect(read(reminder)).toContain('This is late: it was meant for 2027-03-24');
  });

  test('a restart before the hour waits for it, at night too', async () => {
    const { world, until, fresh } = await restartedAt('2027-03-25T05:00:00Z');
    await world.runner.runDue();
    expect(fresh()).toEqual([]);
    await until('2027-03-25T12:59:59Z');
    expect(fresh()).toEqual([]);
    await until('2027-03-25T13:00:00Z');
    expect(read(only(fresh()))).toContain('6 days left');
    await until('2027-03-30T12:00:00Z');
    expect(fresh()).toEqual([]);
  });

  test('a restart in quiet hours waits for their end, and says that it is late', async () => {
    const folder = keptFolder();
    const before = await openWithCpc({ folder });
    await before.maria.type('/settings quiet:22:00-07:00');
    await before.world.close();
    const chat = await openChat({ folder, now: '2027-03-02T04:00:00Z' });
    const fresh = mailOf(chat);
    await chat.world.runner.runDue();
    await chat.until('2027-03-02T11:59:59Z');
    expect(fresh()).toEqual([]);
    await chat.until('2027-03-02T12:00:00Z');
    const reminder = only(fresh());
    expect(reminder.title).toBe('AAPC credits: 30 days left, due 2027-03-31');
    expect(read(reminder)).toContain('This is late: it was meant for 2027-03-01');
  });

  test('a restart with nothing missed sends nothing, and goes on', async () => {
    const { world, until, fresh } = await restartedAt('2026-12-20T15:00:00Z');
    await world.runner.runDue();
    expect(fresh()).toEqual([]);
    await until('2026-12-31T14:00:00Z');
    expect(only(fresh()).title).toContain('90 days left');
  });

  test('a change before the first ring loses nothing', async () => {
    const { maria, world, fresh } = await restartedAt('2027-03-25T15:00:00Z');
    await maria.type('/ceu add 2 E/M audits');
    await world.runner.runDue();
    expect(read(only(fresh()))).toContain('2 of 36 credits logged');
  });

  test('what was sent is not sent again', async () => {
    const folder = keptFolder();
    const before = await openWithCpc({ folder });
    await before.until('2027-03-01T14:00:00Z');
    await before.world.close();
    const again = await openChat({ folder, now: '2027-03-01T14:00:05Z' });
    await Promise.all([again.world.runner.runDue(), again.world.runner.runDue()]);
    await again.maria.type('/settings zone:America/Los_Angeles');
    await again.until('2027-03-02T00:00:00Z');
    expect(mailOf(again)()).toEqual([]);
  });
});

test('a change on the day itself does not take back what still waits for the platform', async () => {
  const { maria, mail, until, fresh, world } = await openWithCpc();
  await world.runner.runDue();
  for (let n = 0; n < 100; n += 1)
    mail.refusals.push({ ok: false, reason: 'retry', detail: 'The platform is down.' });
  await until('2026-12-31T14:00:00Z');
  expect(fresh()).toEqual([]);
  await maria.type('/settings zone:America/Los_Angeles');
  await until('2026-12-31T17:05:00Z');
  mail.refusals.length = 0;
  await until('2026-12-31T23:00:00Z');
  expect(only(fresh()).title).toContain('90 days left');
});

test('a message to who holds everything, and answered nothing, fits', async () => {
  const chat = await openWithCpc();
  const me = await chat.world.opened.store.members.find(chat.maria.id);
  const certifiedOn = Temporal.PlainDate.from('2026-08-01');
  for (const { body, credentials } of realContent().rulePacks)
    for (const { code } of credentials)
      if (me)
        await chat.world.opened.store.education.hold(
          me.id,
          body.id,
          { code, certifiedOn },
          certifiedOn,
        );
  await chat.until('2027-03-01T14:00:00Z');
  const reminder = chat.fresh().at(-1);
  const text = reminder ? read(reminder) : '';
  expect(text).toContain('Membership dues are due on the same day.');
  expect(text.match(/•/g)).toHaveLength(10);
  expect(chat.world.faults).toEqual([]);
});
