import { describe, expect, test } from 'vitest';
import type { Reply } from '../../src/bot/reply.ts';
import type { UserId } from '../../src/core/ids.ts';
import { type Chat, labelsOf, openChat, Person, read } from '../chat.ts';
import { rightLetter, wrongLetter } from './letters.ts';

/** A group with a daily question, on the evening of a Monday. */
async function openDaily(): Promise<Chat & { daily(): Reply }> {
  const chat = await openChat();
  await chat.olivia.type('/group daily time:09:00');
  await chat.until('2026-11-23T15:00:00Z');
  const daily = () => {
    const last = chat.mail.in('playground:study-hall').at(-1);
    if (!last) throw new Error('There is no daily question.');
    return last;
  };
  return { ...chat, daily };
}

function somebody(chat: Chat, index: number): Person {
  const id: UserId = `playground:extra-${index}`;
  return new Person(chat.world, {
    user: { id, name: `Extra ${index}` },
    channel: { id: 'playground:study-hall', kind: 'channel' },
    group: 'playground:study-group',
  });
}

describe('/leaderboard', () => {
  test('has those who chose to be on it, under their nickname if they like', async () => {
    const { maria, james, daily } = await openDaily();
    await maria.press(daily(), rightLetter(daily()));
    await james.press(daily(), wrongLetter(daily()));
    const empty = await maria.type('/leaderboard');
    expect(read(empty)).toContain('Nobody is on this board yet.');
    expect(read(empty)).toContain('You have 1 right of 1; only you see that.');
    const form = await maria.pressForForm(empty, 'Show me');
    const mine = await maria.submit(form, { nickname: 'Mia' });
    expect(read(mine)).toContain('1. Mia, you · 1 right of 1');
    await james.submit(await james.pressForForm(await james.type('/leaderboard'), 'Show me'), {});
    const board = read(await james.type('/leaderboard'));
    expect(board).toContain('1. Mia · 1 right of 1\n2. James, you · 0 right of 1');
    expect(read(await maria.type('/leaderboard'))).toContain('2. @');
  });

  test('who leaves it is gone from it at once', async () => {
    const { maria, james, daily } = await openDaily();
    await maria.press(daily(), rightLetter(daily()));
    await maria.type('/settings board:yes nickname:Mia');
    expect(read(await james.type('/leaderboard'))).toContain('Mia');
    const left = await maria.press(await maria.type('/leaderboard'), 'Leave the board');
    expect(read(left)).toContain('You are no longer on any board.');
    expect(read(await james.type('/leaderboard'))).not.toContain('Mia');
  });

  test('practice counts for nobody but oneself', async () => {
    const { maria } = await openDaily();
    await maria.type('/settings board:yes');
    const card = await maria.type('/quiz start kind:single count:1');
    await maria.press(card, rightLetter(card));
    expect(read(await maria.type('/leaderboard'))).toContain('Nobody is on this board yet.');
  });

  test('a second press counts no second time', async () => {
    const { maria, daily } = await openDaily();
    await maria.type('/settings board:yes');
    const letter = rightLetter(daily());
    await Promise.all([maria.press(daily(), letter), maria.press(daily(), letter)]);
    expect(read(await maria.type('/leaderboard'))).toContain('1 right of 1');
  });

  test('by week, month and topic', async () => {
    const { maria, until, daily } = await openDaily();
    await maria.type('/settings board:yes');
    await maria.press(daily(), rightLetter(daily()));
    await until('2026-11-30T15:00:00Z');
    const week = await maria.type('/leaderboard');
    expect(read(week)).toContain('Board · This week\nNobody is on this board yet.');
    expect(read(await maria.press(week, 'This month'))).toContain('1 right of 1');
    const topic = daily().title?.replace('Question of the day · ', '') ?? '';
    await maria.press(daily(), rightLetter(daily()));
    const ofTopic = await maria.type(`/leaderboard period:week topic:"${topic}"`);
    expect(ofTopic.title).toBe(`Board · This week · ${topic}`);
    expect(read(ofTopic)).toContain('1 right of 1');
    expect(read(await maria.press(ofTopic, 'All time'))).toContain(topic);
  });

  test('below the best ten, five before and after oneself', async () => {
    const chat = await openDaily();
    const { store } = chat.world.opened;
    const day = Temporal.PlainDate.from('2026-11-23');
    for (let index = 0; index < 30; index += 1) {
      const person = somebody(chat, index);
      await person.type(`/settings board:yes nickname:P${index}`);
      const { id } = (await store.members.find(person.id)) ?? {};
      const to = { group: 'playground:study-group', topic: 'compliance', on: day } as const;
      if (id) await store.boards.add(id, to, { right: 100 - index, answered: 100 });
    }
    const board = read(await somebody(chat, 20).type('/leaderboard'));
    const ranks = [...board.matchAll(/^(\d+)\. P(\d+)/gm)].map(([, rank]) => Number(rank));
    expect(ranks).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
    ]);
    expect(board).toContain('Around you');
    expect(board).toContain('21. P20, you');
  });

  test('in a direct message without a group it says where to go', async () => {
    const { maria } = await openChat();
    const alone = maria.in({ kind: 'dm', id: 'playground:dm-member-1' });
    expect(read(await alone.type('/leaderboard'))).toContain('A board belongs to a group');
  });
});

describe('the report for organizers', () => {
  test('has totals of five members or more, of a time that is over, and no names', async () => {
    const chat = await openDaily();
    const { olivia, until, daily } = chat;
    const topic = daily().title?.replace('Question of the day · ', '') ?? '';
    for (let index = 0; index < 5; index += 1)
      await somebody(chat, index).press(daily(), rightLetter(daily()));
    const early = await olivia.press(await olivia.type('/leaderboard'), 'Group report');
    expect(read(early)).toContain('There is no topic in which five members or more answered.');
    await until('2026-11-30T16:00:00Z');
    const report = await olivia.press(await olivia.type('/leaderboard'), 'Group report');
    expect(read(report)).toContain(`${topic}: 100% right of 5 answers by 5 members`);
    expect(read(report)).toContain('November 23, 2026 to November 29, 2026.');
    expect(read(report)).not.toContain('Extra');
  });

  test('says nothing of fewer than five', async () => {
    const chat = await openDaily();
    for (let index = 0; index < 4; index += 1)
      await somebody(chat, index).press(chat.daily(), rightLetter(chat.daily()));
    await chat.until('2026-11-30T16:00:00Z');
    const { olivia } = chat;
    const report = await olivia.press(await olivia.type('/leaderboard'), 'Group report');
    expect(read(report)).toContain('There is no topic in which five members or more answered.');
    expect(read(report)).toContain('are left out, also of any sum');
    expect(read(await olivia.press(report, 'Last month'))).toContain('October 1, 2026');
  });

  test('is for organizers alone', async () => {
    const { maria, olivia } = await openDaily();
    expect(labelsOf(await maria.type('/leaderboard'))).not.toContain('Group report');
    const board = await olivia.type('/leaderboard');
    expect(read(await maria.press(board, 'Group report'))).toMatch(/organizer/i);
  });
});
