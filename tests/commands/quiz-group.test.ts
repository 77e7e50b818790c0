// Rounds in a channel: private answers, one reveal for all, exact counts.

import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { roundQuestionCard, roundRevealCard } from '../../commands/quiz/round-cards.ts';
import { checkReply } from '../../src/bot/fits.ts';
import type { Reply } from '../../src/bot/reply.ts';
import type { SingleChoice } from '../../src/core/quiz/question.ts';
import type { Round } from '../../src/store/round-records.ts';
import { type Chat, group, labelsOf, openChat, Person, read, studyHall } from '../chat.ts';
import { fastFolder } from '../fixtures/fast-folder.ts';
import { realContent, type WorldParts } from '../world.ts';

/** Seconds after 15:00, when Maria starts the round. */
async function at(chat: Chat, seconds: number): Promise<void> {
  const start = Temporal.Instant.from('2026-11-22T15:00:00Z');
  await chat.until(start.add({ seconds }).toString());
}

function shown({ mail }: Chat, index = -1): Reply {
  const reply = mail.in(studyHall).at(index);
  if (!reply) throw new Error('Nothing was posted there.');
  return reply;
}

async function started(line = '/quiz group count:3 pace:fast', parts: Partial<WorldParts> = {}) {
  const chat = await openChat(parts);
  const told = await chat.maria.type(line);
  await at(chat, 0);
  return { ...chat, told };
}

/** Lobby 31 s, a question 46 s, an answer 21 s: each begins with a whole second. */
async function asking(parts: Partial<WorldParts> = {}, line?: string) {
  const chat = await started(line, parts);
  await chat.james.press(shown(chat), 'Join');
  await at(chat, 31);
  return chat;
}

function questionIn(card: Reply): SingleChoice {
  const question = realContent().questions.find((q) => read(card).includes(q.stem));
  if (question?.kind !== 'single') throw new Error('This card shows no question of the bank.');
  return question;
}

function letters(card: Reply): { readonly right: string; readonly wrong: string } {
  const { options } = questionIn(card);
  const lines = read(card).split('\n');
  const of = (right: boolean) => {
    const text = options.find((option) => option.right === right)?.text ?? '';
    return lines.find((line) => line.endsWith(`. ${text}`))?.charAt(0) ?? '';
  };
  return { right: of(true), wrong: of(false) };
}

describe('a round of three members', () => {
  test('from the lobby to the result', async () => {
    const chat = await started();
    const { maria, james, olivia, mail } = chat;
    expect(read(chat.told)).toContain('You lead it');
    expect(read(shown(chat))).toContain('3 questions from all topics, 45 seconds each');
    expect(shown(chat).footnote).toBe('1 has joined.');
    expect(read(await james.press(shown(chat), 'Join'))).toContain('You are in.');
    await at(chat, 1);
    expect(shown(chat).footnote).toBe('2 have joined.');
    expect(mail.sent).toHaveLength(1);

    await at(chat, 31);
    const first = shown(chat);
    expect(first.title).toMatch(/^Question 1 of 3 · /);
    const { right, wrong } = letters(first);
    const locked = await james.press(first, right);
    expect(read(locked)).toBe(`${right}, locked in. You can change it once.`);
    expect(locked.mode).toBe('new');
    await at(chat, 32);
    expect(shown(chat).footnote).toContain('1 of 2 locked in.');
    expect(read(await olivia.press(first, wrong))).toContain('locked in');
    await at(chat, 33);
    expect(shown(chat).footnote).toContain('2 of 3 locked in.');
    expect(read(shown(chat))).not.toContain('Why:');

    await maria.press(first, right);
    await at(chat, 34);
    const reveal = shown(chat);
    expect(mail.sent).toHaveLength(2);
    expect(read(reveal)).toContain(`The right answer is ${right}.`);
    expect(reveal.footnote).toContain('3 answered, 2 right.');
    expect(reveal.footnote).toContain(`${right} 2`);
    expect(labelsOf(reveal)).toEqual([
      'Explain',
      'Flag',
      'Save to review',
      'Next question',
      'Stop',
    ]);

    await maria.press(reveal, 'Next question');
    await at(chat, 35);
    expect(shown(chat).title).toMatch(/^Question 2 of 3/);
    await james.press(shown(chat), letters(shown(chat)).right);
    await maria.press(shown(chat), 'Reveal');
    await at(chat, 36);
    expect(shown(chat).footnote).toContain('1 answered, 1 right.');
    await at(chat, 57);
    expect(shown(chat).title).toMatch(/^Question 3 of 3/);
    await james.press(shown(chat), letters(shown(chat)).wrong);
    await at(chat, 103);
    expect(labelsOf(shown(chat))).toContain('See the result');
    await at(chat, 124);
    const end = shown(chat);
    expect(end.title).toBe('The round is over');
    expect(read(end)).toContain('Nobody who took part wants to be shown');
    expect(end.footnote).toContain('3 took part.');
    const mine = await james.press(end, 'My result');
    expect(read(mine)).toContain('You answered 3 and got 2 right.');
    expect((await james.press(mine, 'Redo misses')).title).toContain('Question 1 of 1');
    expect(await chat.world.runner.nextMoment()).toBeUndefined();
    expect(chat.world.faults).toEqual([]);
  });

  test('an answer can be changed once, and the last one counts', async () => {
    const chat = await asking();
    const { right, wrong } = letters(shown(chat));
    const said = async (letter: string) => read(await chat.james.press(shown(chat), letter));
    await said(wrong);
    expect(await said(wrong)).toBe(`${wrong} is locked in already.`);
    expect(await said(right)).toBe(`Changed to ${right}, and locked. It stays now.`);
    expect(await said(wrong)).toContain(`It stays ${right}: you changed it once`);
    await at(chat, 77);
    expect(shown(chat).footnote).toContain('1 answered, 1 right.');
  });

  test('a press that comes too late is told so', async () => {
    const chat = await asking();
    const card = shown(chat);
    const { right, wrong } = letters(card);
    await chat.james.press(card, wrong);
    await at(chat, 77);
    const late = await chat.olivia.press(card, right);
    expect(read(late)).toContain('Time was up: this press does not count.');
    expect(read(late)).toContain(`The right answer is ${right}.`);
    expect(read(await chat.james.press(card, right))).toContain(
      `your answer stays as it was.\n\nNot quite. You chose ${wrong}`,
    );
    expect(shown(chat).footnote).toContain('1 answered, 0 right.');
  });

  test('scores show those who agreed to it, by nickname', async () => {
    const chat = await started('/quiz group count:1 pace:fast');
    await chat.maria.type('/settings board:yes nickname:“Code Fox”');
    await at(chat, 31);
    const card = shown(chat);
    await chat.maria.press(card, letters(card).right);
    await chat.james.press(card, letters(card).right);
    await at(chat, 53);
    expect(read(shown(chat))).toContain('Code Fox: 1 right of 1');
    expect(read(shown(chat))).not.toContain('James');
    const week = { group, period: 'week', on: Temporal.PlainDate.from('2026-11-22') } as const;
    const board = await chat.world.opened.store.boards.top(week, 5);
    expect(board).toMatchObject([{ answered: 1, right: 1 }]);
  });
});

describe('silence', () => {
  test('one silent question warns, the second ends the round', async () => {
    const chat = await asking({}, '/quiz group count:9 pace:fast');
    await at(chat, 77);
    expect(read(shown(chat))).toContain('If nobody answers the next one either, the round ends.');
    await at(chat, 98);
    expect(shown(chat).title).toMatch(/^Question 2 of 9/);
    await at(chat, 144);
    expect(read(shown(chat))).toContain('Nobody answered twice in a row, so the round ends here.');
    await at(chat, 165);
    expect(shown(chat).title).toBe('The round is over');
    expect(await chat.world.runner.nextMoment()).toBeUndefined();
  });

  test('an answer in between begins the count anew', async () => {
    const chat = await asking({}, '/quiz group count:9 pace:fast');
    await at(chat, 98);
    await chat.james.press(shown(chat), 'A');
    await at(chat, 165);
    expect(shown(chat).title).toMatch(/^Question 3 of 9/);
    await at(chat, 211);
    expect(read(shown(chat))).toContain('If nobody answers the next one either');
  });
});

describe('who leads', () => {
  test('one round in a channel, and the refusal says what to do', async () => {
    const chat = await started();
    const refused = await chat.james.type('/quiz group');
    expect(read(refused)).toContain('A round is about to begin in this channel. Press Join');
    const elsewhere = chat.james.in({ kind: 'channel', id: 'playground:announcements' }, group);
    expect(read(await elsewhere.type('/quiz group'))).toContain('You lead it');
    await at(chat, 31);
    const later = await chat.james.type('/quiz group');
    expect(read(later)).toContain('A round is running in this channel: question 1 of 3.');
    const dm = chat.james.in({ kind: 'dm', id: 'playground:dm-member-2' });
    expect(read(await dm.type('/quiz group'))).toContain('type it in a channel');
  });

  test('of two that are started at once one begins', async () => {
    const chat = await openChat();
    const said = await Promise.all([
      chat.maria.type('/quiz group'),
      chat.james.type('/quiz group'),
    ]);
    expect(said.map(read).filter((text) => text.includes('You lead it'))).toHaveLength(1);
    await at(chat, 0);
    expect(chat.mail.in(studyHall)).toHaveLength(1);
  });

  test('Stop asks its leader whether to save, and gives others the reason', async () => {
    const chat = await asking();
    expect(read(await chat.james.press(shown(chat), 'Stop'))).toContain(
      'Only whoever started this round, or an organizer, can stop it.',
    );
    expect(read(await chat.james.press(shown(chat), 'Reveal'))).toContain('Only whoever started');
    await chat.james.press(shown(chat), letters(shown(chat)).right);
    const asked = await chat.olivia.press(shown(chat), 'Stop');
    expect(labelsOf(asked)).toEqual(['Save for later', 'Stop']);
    await chat.olivia.press(asked, 'Stop');
    await at(chat, 32);
    expect(shown(chat, -2).title).toBe('Stopped');
    expect(shown(chat).title).toBe('The round is over');
    expect(read(await chat.maria.press(asked, 'Stop'))).toContain('This round is over');
  });

  test('/quiz stop ends the round of the channel where no quiz of one’s own is open', async () => {
    const chat = await asking();
    expect(read(await chat.maria.type('/quiz stop'))).toContain('The round is at question 1 of 3.');
    expect(read(await chat.james.type('/quiz stop'))).toContain('Only whoever started this round');
  });

  test('a saved round goes on at its question, with what was locked in', async () => {
    const chat = await asking();
    const card = shown(chat);
    await chat.james.press(card, letters(card).right);
    await chat.maria.press(await chat.maria.press(card, 'Stop'), 'Save for later');
    await at(chat, 32);
    expect(read(shown(chat))).toContain('It is saved at question 1 of 3.');
    expect(read(await chat.olivia.press(card, 'A'))).toContain('Time was up');
    await at(chat, 3600);
    const asked = await chat.james.type('/quiz group count:1');
    expect(read(asked)).toContain('saved at question 1 of 3');
    await chat.james.press(asked, 'Go on');
    await at(chat, 3601);
    expect(shown(chat).title).toBe('A saved round goes on');
    await at(chat, 3631);
    expect(questionIn(shown(chat)).id).toBe(questionIn(card).id);
    expect(shown(chat).footnote).toContain('1 of 2 locked in.');
  });

  test('or gives way to a new one', async () => {
    const chat = await asking();
    await chat.maria.press(await chat.maria.press(shown(chat), 'Stop'), 'Save for later');
    await at(chat, 40);
    const asked = await chat.james.type('/quiz group count:1');
    expect(read(await chat.james.press(asked, 'Start anew'))).toContain('You lead it');
    await at(chat, 41);
    expect(read(shown(chat))).toContain('1 question from all topics');
    expect(read(await chat.maria.press(asked, 'Go on'))).toContain('This round is over');
  });

  test('while the group is paused nothing is posted, and a running round is saved', async () => {
    const chat = await asking();
    await chat.olivia.type('/group pause on');
    await at(chat, 77);
    expect(read(shown(chat))).toContain('The group is paused. It is saved at question 1 of 3.');
    const elsewhere = chat.maria.in({ kind: 'channel', id: 'playground:announcements' }, group);
    expect(read(await elsewhere.type('/quiz group'))).toContain('The group is paused');
    const saved = shown(chat);
    expect(read(await chat.maria.press(saved, 'Go on'))).toContain('The group is paused');
    await chat.olivia.type('/group pause off');
    expect(read(await chat.maria.press(saved, 'Go on'))).toContain('It goes on');
  });
});

describe('a hundred members', () => {
  test('who press within a second are all counted, and the message is edited once a second', async () => {
    const chat = await asking({}, '/quiz group count:1 pace:fast');
    const card = shown(chat);
    const { right, wrong } = letters(card);
    const members = Array.from({ length: 100 }, (_, index) => {
      const user = { id: `playground:many-${index}`, name: `Member ${index}` } as const;
      return new Person(chat.world, { user, channel: { id: studyHall, kind: 'channel' }, group });
    });
    const said = await Promise.all(
      members.map((member, index) => member.press(card, index % 4 === 0 ? wrong : right)),
    );
    expect(said.map(read).filter((text) => text.includes('locked in'))).toHaveLength(100);
    await Promise.all(members.map((member) => member.press(card, right)));
    const edits = chat.mail.edits;
    await at(chat, 32);
    expect(chat.mail.edits - edits).toBe(1);
    expect(shown(chat).footnote).toContain('100 of 102 locked in.');
    await at(chat, 77);
    expect(chat.mail.edits - edits).toBe(2);
    expect(shown(chat).footnote).toContain('100 answered, 100 right.');
    expect(chat.world.faults).toEqual([]);
  });
});

describe('after a restart', () => {
  function ownFolder(): string {
    const folder = mkdtempSync(join(fastFolder, 'coderounds-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    return folder;
  }

  async function restarted(chat: Chat, folder: string, now: string): Promise<Chat> {
    await chat.world.close();
    const again = await openChat({ folder, now });
    again.mail.sent.push(...chat.mail.sent);
    await again.world.runner.runDue();
    return again;
  }

  test('in the middle of a question it goes on, old buttons count', async () => {
    const folder = ownFolder();
    const before = await asking({ folder });
    const card = shown(before);
    await before.james.press(card, letters(card).right);
    const after = await restarted(before, folder, '2026-11-22T15:00:50Z');
    expect(read(await after.maria.press(card, letters(card).wrong))).toContain('locked in');
    await at(after, 51);
    expect(shown(after).footnote).toContain('2 answered, 1 right.');
    await at(after, 72);
    expect(shown(after).title).toMatch(/^Question 2 of 3/);
  });

  test('a short absence past the end of a question gives its time again', async () => {
    const folder = ownFolder();
    const before = await asking({ folder });
    const after = await restarted(before, folder, '2026-11-22T15:03:00Z');
    expect(read(shown(after))).toContain('The bot was away for a moment: the time begins again.');
    await after.james.press(shown(after), letters(shown(after)).right);
    await at(after, 226);
    expect(shown(after).footnote).toContain('1 answered, 1 right.');
  });

  test('a long one finds the round saved', async () => {
    const folder = ownFolder();
    const before = await asking({ folder });
    const after = await restarted(before, folder, '2026-11-23T03:00:00Z');
    expect(read(shown(after))).toContain('The bot was away for a while. It is saved at question 1');
    expect(await after.world.runner.nextMoment()).toBeUndefined();
  });
});

test('where the channel refuses the post, the round ends without a word', async () => {
  const chat = await openChat();
  chat.mail.refusals.push({ ok: false, reason: 'closed', detail: 'The bot was removed.' });
  await chat.maria.type('/quiz group');
  await at(chat, 600);
  expect(chat.mail.sent).toHaveLength(0);
  expect(read(await chat.maria.type('/quiz group'))).toContain('You lead it');
});

test('every question of the bank fits in a round, as a card and as an answer', () => {
  const round: Round = {
    id: crypto.randomUUID().slice(0, 13),
    group,
    channel: studyHall,
    questionIds: Array.from({ length: 30 }, String),
    orders: Array.from({ length: 30 }, () => [0, 1, 2, 3, 4]),
    secondsEach: 144,
    startedAt: Temporal.Instant.from('2026-11-22T15:00:00Z'),
    state: 'running',
    phase: 'revealed',
    position: 28,
    phaseEnds: Temporal.Instant.from('2026-11-22T15:00:00Z'),
    posts: 29,
    silent: 1,
  };
  const counts = { joined: 1000, answered: 1000, right: 999 };
  const about = { content: realContent() };
  const misfits = realContent().questions.flatMap((question) =>
    question.kind === 'single'
      ? [
          ...checkReply(roundQuestionCard(round, question, counts, about)),
          ...checkReply(roundRevealCard(round, question, counts, new Map(), about)),
        ].map((misfit) => `${question.id}: ${misfit}`)
      : [],
  );
  expect(misfits).toEqual([]);
});
