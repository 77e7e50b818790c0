import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Reply } from '../../src/bot/reply.ts';
import { type Chat, labelsOf, openChat, type Person, read } from '../chat.ts';
import { fastFolder } from '../fixtures/fast-folder.ts';
import { questionOn, rightLetter, wrongLetter } from './letters.ts';

/** Misses so many single choices in a quiz. */
async function miss(person: Person, count: number): Promise<void> {
  let card = await person.type(`/quiz start kind:single count:${count}`);
  for (let at = 1; at < count; at += 1)
    card = await person.press(await person.press(card, wrongLetter(card)), 'Next question');
  await person.press(await person.press(card, wrongLetter(card)), 'See the result');
}

/** The first label that begins so. */
function labelled(reply: Reply, beginning: string): string {
  const label = labelsOf(reply).find((each) => each.startsWith(beginning));
  return label ?? `none that begins with ${beginning}`;
}

/** Eleven in the morning in New York. */
const mornings = (day: number) => `2026-11-${day}T16:00:00Z`;

describe('/review start', () => {
  test('what was missed comes tomorrow, and known then, some days later', async () => {
    const { maria, until } = await openChat();
    await miss(maria, 2);
    expect(read(await maria.type('/review start'))).toContain('Next: 2 questions tomorrow.');
    await until(mornings(23));
    const first = await maria.type('/review start');
    expect(first.title).toMatch(/^Review 1 of 2 · /);
    const known = await maria.press(first, rightLetter(first));
    expect(known.tone).toBe('good');
    const second = await maria.press(known, labelled(known, 'Next · this one again in '));
    expect(second.title).toMatch(/^Review 2 of 2 · /);
    const forgotten = await maria.press(second, wrongLetter(second));
    const end = await maria.press(forgotten, labelled(forgotten, 'Done · this one again '));
    expect(read(end)).toContain('You reviewed 2 and knew 1.');
    expect(read(await maria.type('/review start'))).toContain('Nothing is due just now.');
  });

  test('with nothing in it, it says how it fills', async () => {
    const { maria, world } = await openChat();
    expect(read(await maria.type('/review start'))).toContain('Nothing to review yet');
    expect(await world.opened.store.members.find(maria.id)).toBeUndefined();
  });

  test('a press twice counts once, and the buttons of others are refused', async () => {
    const { maria, james, until, world } = await openChat();
    await miss(maria, 1);
    await until(mornings(23));
    const card = await maria.type('/review start');
    const letter = rightLetter(card);
    expect(read(await james.press(card, letter))).toContain("somebody else's");
    await Promise.all([maria.press(card, letter), maria.press(card, letter)]);
    const { id } = (await world.opened.store.members.find(maria.id)) ?? {};
    const reviewed = id && (await world.opened.store.reviews.card(id, questionOn(card).id));
    expect(reviewed).toMatchObject({ memory: { reviews: 1 } });
  });

  test('goes on where it was after a restart, on the same day', async () => {
    const folder = mkdtempSync(join(fastFolder, 'coderounds-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const first = await openChat({ folder });
    await miss(first.maria, 2);
    await first.until(mornings(23));
    const card = await first.maria.type('/review start');
    await first.maria.press(card, rightLetter(card));
    await first.world.close();
    const again = await openChat({ folder, now: mornings(23) });
    expect((await again.maria.type('/review start')).title).toMatch(/^Review 2 of 2 · /);
  });

  test('yesterday’s list is made anew', async () => {
    const { maria, until } = await openChat();
    await miss(maria, 3);
    await until(mornings(23));
    const old = await maria.type('/review start');
    await until(mornings(24));
    expect((await maria.type('/review start')).title).toMatch(/^Review 1 of 3 · /);
    expect(read(await maria.press(old, rightLetter(old)))).toContain('This review is over');
  });

  test('a day has a cap, and ten more are there for those who want them', async () => {
    const { maria, until } = await openChat();
    await miss(maria, 3);
    await maria.type('/review settings per_day:1');
    await until(mornings(23));
    const card = await maria.type('/review start');
    expect(card.title).toMatch(/^Review 1 of 1 · /);
    const known = await maria.press(card, rightLetter(card));
    const end = await maria.press(known, labelled(known, 'Done'));
    expect(read(end)).toContain('2 questions still wait');
    const enough = await maria.type('/review start');
    expect(read(enough)).toContain('You have reviewed 1 question today');
    expect((await maria.press(enough, 'Ten more')).title).toMatch(/^Review 1 of 2 · /);
  });

  test('four ratings, each with its distance, and one of them counts', async () => {
    const { maria, until } = await openChat();
    await miss(maria, 1);
    await maria.type('/review settings ratings:four');
    await until(mornings(23));
    const card = await maria.type('/review start');
    const answered = await maria.press(card, rightLetter(card));
    const labels = labelsOf(answered).filter((label) => label.includes(' · '));
    expect(labels.map((label) => label.split(' · ')[0])).toEqual(['Again', 'Hard', 'Good', 'Easy']);
    const end = await maria.press(answered, labelled(answered, 'Easy'));
    expect(read(end)).toContain('You reviewed 1 and knew 1.');
    const [, distance] = labelled(answered, 'Easy').split(' · ');
    await maria.press(answered, labelled(answered, 'Again'));
    const days = Number(distance?.split(' ')[0]);
    const due = Temporal.PlainDate.from('2026-11-23').add({ days });
    expect(read(await maria.type('/review start'))).toContain(
      `Next: 1 question on ${due.toLocaleString('en-US', { dateStyle: 'long' })}.`,
    );
  });

  test('a question is taken out, and put back', async () => {
    const { maria, until } = await openChat();
    await miss(maria, 2);
    await until(mornings(23));
    const card = await maria.type('/review start');
    const out = await maria.press(card, 'Take it out');
    expect(read(out)).toContain('Taken out.');
    expect((await maria.press(out, 'Go on')).title).toMatch(/^Review 2 of 2 · /);
    expect(read(await maria.press(out, 'Undo'))).toContain('Saved.');
  });

  test('enough for now leaves the rest where it is', async () => {
    const { maria, until } = await openChat();
    await miss(maria, 2);
    await until(mornings(23));
    const end = await maria.press(await maria.type('/review start'), 'Enough for now');
    expect(read(end)).toContain('You reviewed 0 and knew 0.');
    expect((await maria.type('/review start')).title).toMatch(/^Review 1 of 2 · /);
  });
});

describe('what comes into the review', () => {
  test('a daily question that was missed', async () => {
    const { maria, olivia, until, mail } = await openChat();
    await olivia.type('/group daily time:09:00');
    await until('2026-11-23T14:30:00Z');
    const [daily] = mail.in('playground:study-hall').slice(-1);
    if (!daily) throw new Error('There is no daily question.');
    await maria.press(daily, wrongLetter(daily));
    await until('2026-11-24T15:30:00Z');
    expect(questionOn(await maria.type('/review start'))).toBe(questionOn(daily));
  });

  test('what was wrong in an exam, once it is handed in', async () => {
    const chat = await openChat({ now: '2026-11-24T15:00:00Z' });
    const maria = chat.maria.in({ kind: 'dm', id: 'playground:dm-member-1' });
    const first = await maria.press(
      await maria.type('/exam start exam:CPC length:quarter'),
      'Begin',
    );
    const second = await maria.press(await maria.press(first, wrongLetter(first)), 'Next');
    const answered = await maria.press(second, rightLetter(second));
    expect(read(await maria.type('/review start'))).toContain('Nothing to review yet');
    const sure = await maria.press(await maria.press(answered, 'Overview'), 'Hand in');
    await maria.press(sure, 'Hand in');
    await chat.until('2026-11-25T15:00:00Z');
    const review = await maria.type('/review start');
    expect(review.title).toMatch(/^Review 1 of 1 · /);
    expect(questionOn(review)).toBe(questionOn(first));
  });

  test('what was wrong in a round; and a round counts in one’s progress and on the board', async () => {
    const { maria, mail, until } = await openChat();
    await maria.type('/settings board:yes nickname:Mia');
    await maria.type('/quiz group count:1 pace:fast');
    await until('2026-11-22T15:00:31Z');
    const card = mail.in('playground:study-hall').at(-1);
    if (!card) throw new Error('No round was posted.');
    await maria.press(card, wrongLetter(card));
    await until('2026-11-22T15:05:00Z');
    expect(read(await maria.type('/leaderboard'))).toContain('1. Mia, you · 0 right of 1');
    expect(read(await maria.type('/stats'))).toContain('you answered 1 question on 1 day');
    await until(mornings(23));
    expect(questionOn(await maria.type('/review start'))).toBe(questionOn(card));
  });

  test('whatever is saved, once', async () => {
    const { maria, until } = await openChat();
    const card = await maria.type('/quiz start kind:single');
    const reveal = await maria.press(card, rightLetter(card));
    expect(read(await maria.press(reveal, 'Save to review'))).toContain('Saved. It comes up in');
    const again = await maria.press(reveal, 'Save to review');
    expect(read(again)).toContain('in your review already, and comes up tomorrow');
    await until(mornings(23));
    const review = await maria.type('/review start');
    expect(questionOn(review)).toBe(questionOn(card));
    expect(labelsOf(await maria.press(review, rightLetter(review)))).toEqual([
      expect.stringMatching(/^Done/),
      'Explain',
      'Flag',
    ]);
  });

  test('topics bring five new ones a day', async () => {
    const { maria, until } = await openChat();
    const settings = await maria.type('/review settings');
    const chosen = await maria.press(settings, 'Compliance and privacy');
    expect(read(chosen)).toContain('New questions from: Compliance and privacy');
    const card = await maria.type('/review start');
    expect(card.title).toMatch(/^Review 1 of 5 · Compliance and privacy/);
    await maria.press(card, 'Enough for now');
    expect((await maria.type('/review start')).title).toMatch(/ of 5 /);
    await until(mornings(23));
    expect((await maria.type('/review start')).title).toMatch(/ of 10 /);
    const without = await maria.press(chosen, 'Compliance and privacy');
    expect(read(without)).toContain('No new questions come from');
  });
});

describe('/review settings', () => {
  test('the form shows what is set', async () => {
    const { maria } = await openChat();
    await maria.type('/review settings per_day:7 ratings:four nudge:8am vacation:2026-12-24');
    const reply = await maria.type('/review settings');
    expect(read(reply)).toContain('A day at most: 7');
    expect(read(reply)).toContain('Nudge by DM: 08:00 (America/New_York');
    const form = await maria.pressForForm(reply, 'Change');
    expect(form.values).toEqual({
      per_day: 7,
      ratings: 'four',
      nudge: '08:00',
      vacation: '2026-12-24',
    });
    const off = await maria.submit(form, { nudge: 'off', vacation: 'none' });
    expect(read(off)).toContain('Nudge by DM: Off\nAway until: Not away');
  });

  test('a vacation that is past or too long is refused', async () => {
    const { maria } = await openChat();
    expect(read(await maria.type('/review settings vacation:2026-11-01'))).toContain('is past');
    expect(read(await maria.type('/review settings vacation:2036-11-01'))).toContain(
      'a year ahead',
    );
    expect(read(await maria.type('/review settings vacation:soon'))).toContain('is not a day');
    expect(read(await maria.type('/review settings vacation:12/24/2026'))).toContain(
      'Away until: December 24, 2026',
    );
    expect(read(await maria.type('/review settings vacation:off'))).toContain('Not away');
  });

  test('nothing is asked on vacation, and afterwards a cap a day', async () => {
    const { maria, until } = await openChat();
    await miss(maria, 5);
    await maria.type('/review settings per_day:2 vacation:2026-11-28');
    await until(mornings(25));
    const away = await maria.type('/review start');
    expect(read(away)).toContain('You are away through November 28, 2026');
    await until(mornings(29));
    const card = await maria.type('/review start');
    expect(card.title).toMatch(/^Review 1 of 2 · /);
    expect(read(await maria.press(card, 'Enough for now'))).toContain(
      'Next: 2 questions tomorrow.',
    );
  });

  test('who is back early says so', async () => {
    const { maria, until } = await openChat();
    await miss(maria, 1);
    await maria.type('/review settings vacation:2026-12-28');
    await until(mornings(25));
    const back = await maria.press(await maria.type('/review start'), 'I am back');
    expect(back.title).toMatch(/^Review 1 of 1 · /);
  });
});

describe('nudges', () => {
  /** Titles of what came to her direct messages, without the test message. */
  const nudges = ({ mail, maria }: Chat) =>
    mail.to(maria.id).filter(({ title }) => title === 'Time to review');

  test('come at their hour where something is due, once a day', async () => {
    const chat = await openChat();
    await miss(chat.maria, 2);
    const set = await chat.maria.type('/review settings nudge:12:00');
    expect(read(set)).toContain('A test message is on its way');
    await chat.until('2026-11-23T16:59:00Z');
    expect(nudges(chat)).toEqual([]);
    await chat.until('2026-11-23T20:00:00Z');
    expect(nudges(chat).map(read)).toEqual([
      'Time to review\n2 questions to review today: about 2 minutes.',
    ]);
    const [nudge] = nudges(chat);
    if (!nudge) throw new Error('No nudge came.');
    expect((await chat.maria.press(nudge, 'Review now')).title).toMatch(/^Review 1 of 2/);
    await chat.until('2026-11-24T20:00:00Z');
    expect(nudges(chat)).toHaveLength(2);
  });

  test('new questions from topics are worth one too', async () => {
    const chat = await openChat();
    await chat.maria.press(await chat.maria.type('/review settings'), 'Compliance and privacy');
    await chat.maria.type('/review settings nudge:12:00');
    await chat.until('2026-11-22T17:00:00Z');
    expect(nudges(chat).map(read)).toEqual([expect.stringContaining('5 questions to review')]);
  });

  test('never in quiet hours, and not once they are off', async () => {
    const chat = await openChat();
    await miss(chat.maria, 1);
    await chat.maria.type('/review settings nudge:6am');
    await chat.maria.type('/settings quiet:22:00-09:00');
    await chat.until('2026-11-23T13:59:00Z');
    expect(nudges(chat)).toEqual([]);
    await chat.until('2026-11-23T14:00:00Z');
    expect(nudges(chat)).toHaveLength(1);
    await chat.maria.type('/review settings nudge:off');
    await chat.until('2026-11-26T14:00:00Z');
    expect(nudges(chat)).toHaveLength(1);
  });

  test('“Not today” is heard before and after, and ends with the day', async () => {
    const chat = await openChat();
    await miss(chat.maria, 1);
    await chat.maria.type('/review settings nudge:12:00');
    await chat.until('2026-11-23T17:00:00Z');
    const [nudge] = nudges(chat);
    if (!nudge) throw new Error('No nudge came.');
    expect(read(await chat.maria.press(nudge, 'Not today'))).toContain('Not today, then.');
    await chat.until('2026-11-24T16:00:00Z');
    await chat.maria.press(nudge, 'Not today');
    await chat.until('2026-11-24T20:00:00Z');
    expect(nudges(chat)).toHaveLength(1);
    await chat.until('2026-11-25T17:00:00Z');
    expect(nudges(chat)).toHaveLength(2);
  });

  test('none on vacation, none where the day’s cap is reached, and after it a day’s worth', async () => {
    const chat = await openChat();
    await miss(chat.maria, 5);
    await chat.maria.type('/review settings nudge:12:00 per_day:2 vacation:2026-11-27');
    await chat.until('2026-11-27T23:00:00Z');
    expect(nudges(chat)).toEqual([]);
    await chat.until('2026-11-28T17:00:00Z');
    expect(nudges(chat).map(read)).toEqual([expect.stringContaining('2 questions to review')]);
    await chat.until('2026-11-29T15:00:00Z');
    const card = await chat.maria.type('/review start');
    const known = await chat.maria.press(card, rightLetter(card));
    const next = await chat.maria.press(known, labelled(known, 'Next'));
    await chat.maria.press(next, rightLetter(next));
    await chat.until('2026-11-29T17:00:00Z');
    expect(nudges(chat)).toHaveLength(1);
  });

  test('what was missed while the bot was down is not sent afterwards all at once', async () => {
    const folder = mkdtempSync(join(fastFolder, 'coderounds-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const before = await openChat({ folder });
    await miss(before.maria, 1);
    await before.maria.type('/review settings nudge:12:00');
    await before.world.runner.runDue();
    await before.world.close();
    const after = await openChat({ folder, now: '2026-11-26T13:00:00Z' });
    await after.world.runner.runDue();
    expect(nudges(after)).toEqual([]);
    await after.until('2026-11-26T17:00:00Z');
    expect(nudges(after)).toHaveLength(1);
  });
});
