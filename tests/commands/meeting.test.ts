import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { checkReply } from '../../src/bot/fits.ts';
import { type Chat, labelsOf, openChat, read, studyHall } from '../chat.ts';
import { opened, planned } from './meetings.ts';

const titles = ({ mail }: Chat) => mail.in(studyHall).map(({ title }) => title);

describe('/meeting plan', () => {
  test('says when it is announced, and announces it at nine, 7 days and 1 day before', async () => {
    const chat = await planned();
    const said = read(chat.card);
    expect(said).toContain(
      'Chapter meeting, Thursday, December 10, 2026 at 18:00 (America/New_York)',
    );
    expect(said).toContain(
      'Thursday, December 3, 2026 at 09:00; Wednesday, December 9, 2026 at 09:00',
    );
    await chat.until('2026-12-03T13:59:00Z');
    expect(titles(chat)).toEqual([]);
    await chat.until('2026-12-03T14:00:00Z');
    const [post] = chat.mail.in(studyHall);
    expect(post && read(post)).toContain('Planned: 1.5 credits; what counts is the certificate.');
    await chat.until('2026-12-09T14:00:00Z');
    expect(titles(chat)).toEqual(['Meeting', 'Meeting']);
    await chat.until('2026-12-12T14:00:00Z');
    expect(titles(chat)).toEqual(['Meeting', 'Meeting']);
  });

  test('a time that is over, or a year off, comes back beside its field', async () => {
    const { olivia } = await openChat({ now: '2026-11-22T15:00:00Z' });
    for (const [day, says] of [
      ['2026-11-22', 'is in the past at that time'],
      ['2028-11-22', 'more than a year away'],
    ]) {
      const outcome = await olivia.command('meeting plan', { title: 'X', date: day, time: '9:00' });
      expect(outcome.kind === 'invalid' && outcome.problems.date).toContain(says);
    }
  });

  test('is for organizers', async () => {
    const { maria } = await openChat();
    const reply = await maria.type('/meeting plan title:Mine date:2027-01-10 time:18:00');
    expect(read(reply)).toContain('for organizers');
  });

  test('changed it is announced by its new date, once', async () => {
    const chat = await planned();
    const form = await chat.olivia.pressForForm(chat.card, 'Change');
    expect(form.values).toMatchObject({ title: 'Chapter meeting', time: '18:00', credits: 1.5 });
    await chat.olivia.submit(form, { ...form.values, date: '2026-12-20' });
    await chat.until('2026-12-12T14:00:00Z');
    expect(titles(chat)).toEqual([]);
    await chat.until('2026-12-13T14:00:00Z');
    expect(titles(chat)).toEqual(['Meeting']);
  });

  test('put off after it was announced, its new date is announced as any other', async () => {
    const chat = await planned();
    await chat.until('2026-12-03T14:00:00Z');
    const form = await chat.olivia.pressForForm(chat.card, 'Change');
    await chat.olivia.submit(form, { ...form.values, date: '2026-12-20' });
    await chat.until('2026-12-13T14:00:00Z');
    const [, again] = chat.mail.in(studyHall);
    expect(again && read(again)).toContain('Sunday, December 20, 2026 at 18:00');
  });

  test('announced now and then put off, it can be announced again on the same day', async () => {
    const chat = await planned();
    await chat.olivia.press(chat.card, 'Announce now');
    await chat.until('2026-11-22T15:01:00Z');
    const form = await chat.olivia.pressForForm(chat.card, 'Change');
    await chat.olivia.submit(form, { ...form.values, date: '2026-12-20' });
    await chat.olivia.press(chat.card, 'Announce now');
    await chat.until('2026-11-22T15:02:00Z');
    expect(titles(chat)).toEqual(['Meeting', 'Meeting']);
  });

  test('“Announce now” posts at once, and twice on one day only once', async () => {
    const chat = await planned();
    await chat.olivia.press(chat.card, 'Announce now');
    await chat.olivia.press(chat.card, 'Announce now');
    await chat.until('2026-11-22T15:01:00Z');
    expect(titles(chat)).toEqual(['Meeting']);
  });

  test('“Announce now” says why it cannot: the hour is past, or the group is paused', async () => {
    const chat = await planned();
    await chat.olivia.type('/group pause on');
    expect(read(await chat.olivia.press(chat.card, 'Announce now'))).toContain('is paused');
    await chat.olivia.type('/group pause off');
    await chat.until('2026-12-10T23:30:00Z');
    const before = titles(chat).length;
    expect(read(await chat.olivia.press(chat.card, 'Announce now'))).toContain('is past');
    await chat.until('2026-12-10T23:31:00Z');
    expect(titles(chat)).toHaveLength(before);
  });

  test('called off after a question, it is announced no more and cannot begin', async () => {
    const chat = await planned();
    const sure = await chat.olivia.press(chat.card, 'Cancel it');
    await chat.olivia.press(sure, 'Cancel the meeting');
    await chat.until('2026-12-11T14:00:00Z');
    expect(titles(chat)).toEqual(['Meeting cancelled']);
    expect(read(await chat.olivia.press(chat.card, 'Change'))).toContain('was cancelled');
    expect(read(await chat.olivia.type('/meeting start'))).toContain('No meeting is planned');
  });

  test('called off after the hour at which it should have begun, its channel is told all the same', async () => {
    const chat = await planned();
    await chat.until('2026-12-10T23:30:00Z');
    const before = titles(chat).length;
    const sure = await chat.olivia.press(chat.card, 'Cancel it');
    await chat.olivia.press(sure, 'Cancel the meeting');
    await chat.until('2026-12-10T23:31:00Z');
    expect(titles(chat).slice(before)).toEqual(['Meeting cancelled']);
  });

  test('a paused group hears nothing, and what was due meanwhile is not made up for', async () => {
    const chat = await planned();
    expect(read(await chat.olivia.type('/group pause on'))).toContain('announcement');
    const form = await chat.olivia.pressForForm(chat.card, 'Change');
    const changed = await chat.olivia.submit(form, { ...form.values });
    expect(read(changed)).toContain('The group is paused');
    await chat.until('2026-12-04T14:00:00Z');
    const deliveries = read(await chat.olivia.type('/group deliveries'));
    expect(deliveries).toContain('left out: The group was paused.');
    await chat.olivia.type('/group pause off');
    await chat.until('2026-12-08T14:00:00Z');
    expect(titles(chat)).toEqual([]);
    await chat.until('2026-12-09T14:00:00Z');
    expect(titles(chat)).toEqual(['Meeting']);
  });
});

describe('/meeting next', () => {
  test('tells members the hour on their own clock too', async () => {
    const { maria } = await planned();
    await maria.type('/settings zone:pacific');
    const reply = await maria.type('/meeting next');
    expect(read(reply)).toContain('December 10, 2026 at 18:00; 15:00 on December 10, 2026 for you');
    expect(labelsOf(reply)).toEqual([]);
  });

  test('with nothing planned says so, and lets an organizer plan', async () => {
    const { olivia } = await openChat();
    const reply = await olivia.type('/meeting next');
    expect(read(reply)).toContain('No meeting is planned.');
    expect(labelsOf(reply)).toEqual(['Plan a meeting']);
  });
});

describe('/meeting start and /meeting stop', () => {
  test('the word is told to the organizer alone; the channel hears only that it is open', async () => {
    const chat = await opened();
    expect(read(chat.card)).toContain('anatomy');
    await chat.until('2026-12-10T22:51:00Z');
    const post = chat.mail.in(studyHall).at(-1);
    expect(post?.title).toBe('Check-in');
    expect(JSON.stringify(post).toLowerCase()).not.toContain('anatomy');
  });

  test('what nobody ends is over after six hours, and says how many came', async () => {
    const chat = await opened();
    await chat.james.command('checkin', { word: 'anatomy', first_name: 'James', last_name: 'Wu' });
    await chat.until('2026-12-11T04:50:00Z');
    const post = chat.mail.in(studyHall).at(-1);
    expect(post && read(post)).toContain('is over: 1 person checked in.');
    expect(read(await chat.olivia.type('/meeting stop'))).toContain('No check-in is open.');
  });

  test('of two organizers who end it at once, one is told that it is over already', async () => {
    const { olivia } = await opened();
    const both = await Promise.all([olivia.type('/meeting stop'), olivia.type('/meeting stop')]);
    const said = both.map(read).join('\n');
    expect(said).toContain('0 people checked in');
    expect(said).toMatch(/over already|No check-in is open/);
  });

  test('ended before its hour, its roster is found all the same', async () => {
    const { olivia } = await opened();
    await olivia.type('/meeting stop');
    expect(read(await olivia.type('/meeting roster'))).toContain('0 checked in.');
  });

  test('ended too early it opens again, under a new word', async () => {
    const { olivia, maria } = await opened();
    const ended = await olivia.type('/meeting stop');
    const again = await olivia.press(ended, 'Open it again');
    const word = /\/checkin (\w+)\./.exec(read(again))?.[1] ?? '';
    expect(word).not.toBe('anatomy');
    expect((await maria.form(`/checkin ${word}`)).title).toBe('Check in');
  });
});

describe('/meeting roster', () => {
  async function attended() {
    const chat = await opened();
    await chat.maria.command('checkin', {
      word: 'anatomy',
      first_name: '=HYPERLINK("x")',
      last_name: 'Lopez',
    });
    await chat.james.command('checkin', {
      word: 'anatomy',
      first_name: 'James',
      last_name: 'Abbot',
    });
    return chat;
  }

  test('is a file once it is confirmed, safe in spreadsheets, marked as no official record', async () => {
    const { olivia } = await attended();
    const sure = await olivia.press(await olivia.type('/meeting roster'), 'Export as CSV');
    expect(read(sure)).toContain('Do you confirm that these 2 were at Chapter meeting?');
    const handed = await olivia.press(sure, 'I confirm: give me the file');
    const [file] = handed.files ?? [];
    const rows: string[][] = parse(new TextDecoder().decode(file?.bytes), {
      bom: true,
      relax_column_count: true,
    });
    expect(rows[0]?.[0]).toContain('no official attendance record');
    expect(rows[1]?.[0]).toContain('Confirmed by Olivia');
    expect(rows.slice(3).map((row) => row.slice(0, 2))).toEqual([
      ['Abbot', 'James'],
      ['Lopez', '\'=HYPERLINK("x")'],
    ]);
  });

  test('goes 30 days after it was handed out; without that, half a year after the meeting', async () => {
    const chat = await attended();
    const sure = await chat.olivia.press(
      await chat.olivia.type('/meeting roster'),
      'Export as CSV',
    );
    await chat.olivia.press(sure, 'I confirm: give me the file');
    await chat.until('2027-01-09T22:00:00Z');
    expect(read(await chat.olivia.type('/meeting roster'))).toContain('2 checked in.');
    await chat.until('2027-01-09T23:00:00Z');
    const after = read(await chat.olivia.type('/meeting roster'));
    expect(after).toContain('0 checked in.');
    expect(after).toContain('The names were deleted');
    const other = await attended();
    await other.until('2027-06-09T00:00:00Z');
    expect(read(await other.olivia.type('/meeting roster'))).toContain('0 checked in.');
  });

  test('an organizer takes somebody off, and so can a member themselves', async () => {
    const { olivia, maria, world } = await attended();
    const shown = await olivia.press(await olivia.type('/meeting roster'), 'Abbot, James');
    expect(read(shown)).toContain('1 checked in.');
    const card = await maria.command('checkin', {
      word: 'anatomy',
      first_name: 'M',
      last_name: 'L',
    });
    if (card.kind !== 'reply') throw new Error('A reply was expected.');
    expect(read(await maria.press(card, 'Take me off'))).toContain('not on the roster');
    expect(read(await olivia.type('/meeting roster'))).toContain('0 checked in.');
    const member = await world.opened.store.members.find(maria.id);
    const held = member && (await world.opened.store.privacy.count(member.id));
    expect(held).not.toHaveProperty('check_ins');
  });

  test('nobody is to be confirmed where all were taken off meanwhile', async () => {
    const { olivia } = await attended();
    const roster = await olivia.type('/meeting roster');
    await olivia.press(await olivia.press(roster, 'Abbot, James'), 'Lopez, =HYPERLINK("x")');
    expect(read(await olivia.press(roster, 'Export as CSV'))).toContain('0 checked in.');
  });

  test('members see no roster, by command or by somebody else’s button', async () => {
    const { maria, olivia } = await attended();
    expect(read(await maria.type('/meeting roster'))).toContain('for organizers');
    const shown = await olivia.type('/meeting roster');
    expect(read(await maria.press(shown, 'Export as CSV'))).toContain('for organizers');
  });

  test('a hundred names come in pages that fit', async () => {
    const { olivia, world } = await opened();
    const [meeting] = await world.opened.store.meetings.open('playground:study-group');
    if (!meeting) throw new Error('No check-in is open.');
    await world.opened.store.transaction(async (tx) => {
      for (let index = 0; index < 100; index += 1) {
        const member = crypto.randomUUID() as Parameters<typeof tx.meetings.checkIn>[1];
        await tx.members.ensure(member, `playground:p${index}`, undefined);
        const name = `${'*'.repeat(37)}${String(index).padStart(3, '0')}`;
        const at = Temporal.Instant.from('2026-12-10T23:00:00Z');
        await tx.meetings.checkIn(meeting.id, member, {
          firstName: name,
          lastName: name,
          memberNumber: '_'.repeat(30),
          at,
        });
      }
    });
    let page = await olivia.type('/meeting roster');
    expect(page.title).toBe('Roster · page 1 of 9');
    for (let turned = 1; turned < 9; turned += 1) {
      expect(checkReply(page)).toEqual([]);
      page = await olivia.press(page, 'More');
    }
    expect(page.title).toBe('Roster · page 9 of 9');
  });
});
