import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { dailyCard, dailyReveal } from '../../commands/quiz/daily.ts';
import { checkReply } from '../../src/bot/fits.ts';
import type { Reply } from '../../src/bot/reply.ts';
import type { SingleChoice } from '../../src/core/quiz/question.ts';
import { type Chat, group, labelsOf, openChat, read, studyHall } from '../chat.ts';
import { fastFolder } from '../fixtures/fast-folder.ts';
import { realContent, type WorldParts } from '../world.ts';

const announcements = 'playground:announcements';

/** On Sunday, November 22, 2026, at ten: the first question comes on Monday at nine. */
async function organized(line = '/group daily 9:00', parts: Partial<WorldParts> = {}) {
  const chat = await openChat({ now: '2026-11-22T15:00:00Z', ...parts });
  await chat.olivia.type('/group channel');
  await chat.olivia.type(line);
  return chat;
}

const nineOn = (day: string) => `${day}T14:00:00Z`;
const daysOf = ({ mail }: Chat) => mail.sent.map(({ key }) => key.slice(-'2026-11-23'.length));
const shown = (chat: Chat, index = -1) => {
  const reply = chat.mail.in(studyHall).at(index);
  if (!reply) throw new Error('Nothing was posted there.');
  return reply;
};

function questionIn(card: Reply): SingleChoice {
  const question = realContent().questions.find((q) => read(card).includes(q.stem));
  if (question?.kind !== 'single') throw new Error('This card shows no question of the bank.');
  return question;
}

function letter(card: Reply, right: boolean): string {
  const { options } = questionIn(card);
  const lines = read(card).split('\n');
  const of = (text: string) => lines.find((line) => line.endsWith(`. ${text}`))?.charAt(0);
  return of(options.find((option) => option.right === right)?.text ?? '') ?? '';
}

describe('three days with two members', () => {
  test('a question each morning, private answers, the counts at the next one', async () => {
    const chat = await organized();
    const { maria, james, mail, until } = chat;
    await until('2026-11-23T13:59:00Z');
    expect(mail.sent).toHaveLength(0);

    await until(nineOn('2026-11-23'));
    const monday = shown(chat);
    expect(monday.title).toMatch(/^Question of the day · /);
    const locked = await maria.press(monday, letter(monday, true));
    expect(read(locked)).toContain(`${letter(monday, true)}, locked in.`);
    expect(read(locked)).toContain('Right.');
    expect(read(locked)).toContain('Your streak: 1 in a row.');
    expect(locked.mode).toBe('new');
    expect(read(await james.press(monday, letter(monday, false)))).toContain('Not quite.');
    expect(read(shown(chat))).toBe(read(monday));

    await until(nineOn('2026-11-24'));
    const revealed = shown(chat, 0);
    expect(revealed.title).toBe('Answer to the question of November 23, 2026');
    expect(read(revealed)).toContain(`The right answer is ${letter(monday, true)}.`);
    expect(revealed.footnote).toBe('2 answered, 1 right.');
    expect(labelsOf(revealed)).toEqual(['Explain', 'Flag', 'Save to review']);
    const tuesday = shown(chat);
    expect(questionIn(tuesday).id).not.toBe(questionIn(monday).id);
    expect(read(await maria.press(tuesday, letter(tuesday, true)))).toContain('streak: 2 in a row');

    await until(nineOn('2026-11-25'));
    expect(shown(chat, 1).footnote).toBe('1 answered, 1 right.');
    const wednesday = shown(chat);
    expect(read(await maria.press(wednesday, 'A'))).toContain('streak: 3 in a row');
    expect(read(await james.press(wednesday, 'A'))).toContain('streak: 1 in a row');
    expect(daysOf(chat)).toEqual(['2026-11-23', '2026-11-24', '2026-11-25']);
    expect(chat.world.faults).toEqual([]);
  });

  test('a late press does not count, and says why', async () => {
    const chat = await organized();
    await chat.until(nineOn('2026-11-23'));
    const monday = shown(chat);
    await chat.until(nineOn('2026-11-24'));
    const late = await chat.maria.press(monday, letter(monday, true));
    expect(read(late)).toContain('Time was up');
    expect(late.tone).toBe('warning');
    expect(shown(chat, 0).footnote).toBe('Nobody answered this time.');
  });

  test('the first answer counts, of two presses at once too', async () => {
    const chat = await organized();
    await chat.until(nineOn('2026-11-23'));
    const monday = shown(chat);
    const said = await Promise.all([
      chat.maria.press(monday, letter(monday, true)),
      chat.maria.press(monday, letter(monday, false)),
    ]);
    expect(said.map(read).filter((text) => text.includes('locked in'))).toHaveLength(1);
    await chat.until(nineOn('2026-11-24'));
    expect(shown(chat, 0).footnote).toMatch(/^1 answered/);
  });
});

describe('an answer with a time of its own', () => {
  test('comes on the same day, and presses after it do not count', async () => {
    const chat = await organized('/group daily time:9:00 answer:17:00');
    await chat.until(nineOn('2026-11-23'));
    const monday = shown(chat);
    expect(monday.footnote).toContain('How others did is shown at 17:00.');
    await chat.maria.press(monday, letter(monday, true));
    await chat.until('2026-11-23T21:59:59Z');
    expect(shown(chat).title).toMatch(/^Question of the day/);
    await chat.until('2026-11-23T22:00:00Z');
    expect(shown(chat).title).toBe('Answer to the question of November 23, 2026');
    expect(shown(chat).footnote).toBe('1 answered, 1 right.');
    expect(read(await chat.james.press(monday, 'A'))).toContain('Time was up');
    await chat.until(nineOn('2026-11-24'));
    expect(daysOf(chat)).toEqual(['2026-11-23', '2026-11-24']);
    expect(chat.world.faults).toEqual([]);
  });

  test('earlier than the question comes on the next day, also after Friday', async () => {
    const chat = await organized('/group daily time:9:00 answer:08:00 weekdays:yes');
    await chat.until(nineOn('2026-11-27'));
    expect(shown(chat).footnote).toContain('How others did is shown at 08:00 the next day.');
    await chat.until('2026-11-28T12:59:59Z');
    expect(shown(chat).title).toMatch(/^Question of the day/);
    await chat.until('2026-11-28T13:00:00Z');
    expect(shown(chat).title).toBe('Answer to the question of November 27, 2026');
  });

  test('follows a change of its hour while the question is open', async () => {
    const chat = await organized('/group daily time:9:00 answer:17:00');
    await chat.until(nineOn('2026-11-23'));
    await chat.olivia.type('/group daily answer:12:00');
    await chat.until('2026-11-23T17:00:00Z');
    expect(shown(chat).title).toMatch(/^Answer to/);
  });

  test('still comes then when the question is turned off', async () => {
    const chat = await organized('/group daily time:9:00 answer:17:00');
    await chat.until(nineOn('2026-11-23'));
    const off = await chat.olivia.type('/group daily off');
    expect(read(off)).toContain('its answer comes on Monday, November 23, 2026 at 17:00');
    await chat.until('2026-11-23T22:00:00Z');
    expect(shown(chat).title).toMatch(/^Answer to/);
    await chat.until(nineOn('2026-11-24'));
    expect(await chat.world.runner.nextMoment()).toBeUndefined();
  });

  test('after which another channel would ask it is refused', async () => {
    const chat = await organized('/group daily time:9:00 answer:17:00');
    const refused = await chat.olivia.type(`/group daily time:18:00 channel:${announcements}`);
    expect(read(refused)).toContain('asked in another channel at 18:00');
    const saved = await chat.olivia.type(`/group daily time:10:00 channel:${announcements}`);
    expect(read(saved)).toContain('all topics, the answer at 17:00');
  });
});

test('keeps its hour when the clocks change', async () => {
  const chat = await organized('/group daily 9:00', { now: '2027-03-13T15:00:00Z' });
  await chat.until('2027-03-14T12:59:00Z');
  expect(chat.mail.sent).toHaveLength(0);
  await chat.until('2027-03-14T13:00:00Z');
  expect(chat.mail.sent).toHaveLength(1);
});

describe('Monday to Friday only', () => {
  test('the answer of Friday comes on Monday, and the weekend breaks no streak', async () => {
    const chat = await organized('/group daily time:9:00 weekdays:yes');
    await chat.until(nineOn('2026-11-27'));
    const friday = shown(chat);
    await chat.maria.press(friday, 'A');
    await chat.until('2026-11-29T23:00:00Z');
    expect(read(shown(chat))).toBe(read(friday));
    await chat.until(nineOn('2026-11-30'));
    expect(shown(chat, -2).title).toBe('Answer to the question of November 27, 2026');
    const monday = shown(chat);
    expect(read(await chat.maria.press(monday, 'A'))).toContain('streak: 2 in a row');
  });
});

describe('two channels', () => {
  test('share the question, and everybody has one attempt', async () => {
    const chat = await organized();
    await chat.olivia.type(`/group daily time:18:00 channel:${announcements}`);
    await chat.until('2026-11-23T23:00:00Z');
    const [here, there] = [shown(chat), chat.mail.in(announcements).at(-1)];
    if (!there) throw new Error('Nothing was posted in the other channel.');
    expect(questionIn(there).id).toBe(questionIn(here).id);
    await chat.maria.press(here, letter(here, true));
    const again = await chat.maria.press(there, letter(there, false));
    expect(read(again)).toContain('You answered this one already; the first answer counts.');
    expect(labelsOf(again)).toContain('Explain');
    await chat.until('2026-11-24T23:00:00Z');
    expect(shown(chat, 0).footnote).toBe('1 answered, 1 right.');
    expect(chat.mail.in(announcements).at(-2)?.footnote).toBe('1 answered, 1 right.');
  });

  test('of which one rests at the weekend still reveals its own last question there', async () => {
    const chat = await organized();
    await chat.olivia.type(`/group daily time:9:00 weekdays:yes channel:${announcements}`);
    await chat.until(nineOn('2026-11-30'));
    const titles = chat.mail.in(announcements).map(({ title }) => title);
    expect(titles.at(-2)).toBe('Answer to the question of November 27, 2026');
    expect(titles.at(-1)).toMatch(/^Question of the day/);
  });
});

test('while paused there is no question, but the answer to the last one; then they go on', async () => {
  const chat = await organized();
  await chat.until(nineOn('2026-11-23'));
  await chat.maria.press(shown(chat), 'A');
  await chat.olivia.type('/group pause on');
  await chat.until(nineOn('2026-11-26'));
  expect(daysOf(chat)).toEqual(['2026-11-23']);
  expect(shown(chat).footnote).toMatch(/^1 answered/);
  expect(read(await chat.olivia.type('/group deliveries'))).toContain(
    'left out: The group was paused.',
  );
  await chat.olivia.type('/group pause off');
  await chat.until(nineOn('2026-11-27'));
  expect(daysOf(chat)).toEqual(['2026-11-23', '2026-11-27']);
  expect(read(await chat.maria.press(shown(chat), 'A'))).toContain('streak: 2 in a row');
});

test('what an outage held back is not posted once the group is paused', async () => {
  const chat = await organized('/group daily 9:00', { now: '2026-12-02T13:00:00Z' });
  await chat.olivia.type('/group notices time:9:00 ahead:30');
  const outage = { ok: false, reason: 'retry', detail: 'The platform is down.' } as const;
  chat.mail.refusals.push(...Array.from({ length: 200 }, () => outage));
  await chat.until('2026-12-02T15:00:00Z');
  await chat.olivia.type('/group pause on');
  chat.mail.refusals.length = 0;
  await chat.until('2026-12-02T23:00:00Z');
  expect(daysOf(chat)).toEqual([]);
});

test('turned off, the last question is still answered, and nothing rings any more', async () => {
  const chat = await organized();
  await chat.until(nineOn('2026-11-23'));
  const off = await chat.olivia.type('/group daily off');
  expect(read(off)).toContain('its answer comes on Tuesday, November 24, 2026 at 09:00');
  await chat.until(nineOn('2026-11-24'));
  expect(shown(chat).title).toBe('Answer to the question of November 23, 2026');
  expect(chat.mail.sent).toHaveLength(1);
  expect(await chat.world.runner.nextMoment()).toBeUndefined();
});

test('a later hour on the same day does not ask twice', async () => {
  const chat = await organized();
  await chat.until(nineOn('2026-11-23'));
  const saved = await chat.olivia.type('/group daily 15:00');
  expect(read(saved)).toContain('Next: Tuesday, November 24, 2026 at 15:00');
  await chat.until('2026-11-24T19:59:00Z');
  expect(chat.mail.sent).toHaveLength(1);
  await chat.until('2026-11-24T20:00:00Z');
  expect(chat.mail.sent).toHaveLength(2);
});

describe('after a restart', () => {
  function ownFolder(): string {
    const folder = mkdtempSync(join(fastFolder, 'coderounds-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    return folder;
  }

  test('in the middle of a day old buttons count and the answer comes as planned', async () => {
    const folder = ownFolder();
    const before = await organized('/group daily 9:00', { folder });
    await before.until(nineOn('2026-11-23'));
    const monday = shown(before);
    await before.maria.press(monday, letter(monday, true));
    await before.world.close();

    const after = await openChat({ folder, now: '2026-11-23T20:00:00Z' });
    after.mail.sent.push(...before.mail.sent);
    expect(read(await after.james.press(monday, letter(monday, true)))).toContain('locked in');
    await after.until(nineOn('2026-11-24'));
    expect(shown(after, 0).footnote).toBe('2 answered, 2 right.');
    expect(daysOf(after)).toEqual(['2026-11-23', '2026-11-24']);
  });

  test('of days, only today’s question comes, late and said so', async () => {
    const folder = ownFolder();
    await (await organized('/group daily 9:00', { folder })).world.close();
    const after = await openChat({ folder, now: '2026-11-26T16:00:00Z' });
    await after.world.runner.runDue();
    expect(daysOf(after)).toEqual(['2026-11-26']);
    expect(read(shown(after))).toContain('This comes 2 hours late');
    const deliveries = read(await after.olivia.type('/group deliveries'));
    expect(deliveries.match(/left out: The bot was down for days/g)).toHaveLength(3);
    await after.until(nineOn('2026-11-27'));
    expect(daysOf(after)).toEqual(['2026-11-26', '2026-11-27']);
  });

  test('too late in the evening the day is left out, with no question spent on it', async () => {
    const folder = ownFolder();
    await (await organized('/group daily 9:00', { folder })).world.close();
    const after = await openChat({ folder, now: '2026-11-24T04:00:00Z' });
    await after.world.runner.runDue();
    expect(daysOf(after)).toEqual([]);
    expect(await after.world.opened.store.quizzes.dailyAsked(group)).toEqual([]);
    expect(await after.world.opened.store.outbox.ofGroup(group, 5)).toMatchObject([
      { state: 'missed', reason: expect.stringContaining('The bot was down') },
    ]);
    await after.until(nineOn('2026-11-24'));
    expect(daysOf(after)).toEqual(['2026-11-24']);
  });
});

test('where the channel refuses the post, no answer is put into it', async () => {
  const chat = await organized();
  chat.mail.refusals.push({ ok: false, reason: 'closed', detail: 'The bot was removed.' });
  await chat.until(nineOn('2026-11-24'));
  expect(daysOf(chat)).toEqual(['2026-11-24']);
  const reveal = await chat.world.opened.jobs.all.message(`daily:${studyHall}:2026-11-23:reveal`);
  expect(reveal).toBeUndefined();
});

test('what the platform does not take for half a day is left out, its answer too', async () => {
  const chat = await organized();
  for (let n = 0; n < 200; n += 1)
    chat.mail.refusals.push({ ok: false, reason: 'retry', detail: 'The platform is down.' });
  await chat.until('2026-11-24T03:00:00Z');
  chat.mail.refusals.length = 0;
  await chat.until(nineOn('2026-11-24'));
  expect(daysOf(chat)).toEqual(['2026-11-24']);
  const missed = await chat.world.opened.jobs.all.message(`daily:${studyHall}:2026-11-23`);
  expect(missed?.state).toBe('missed');
});

test('a topic is kept to', async () => {
  const chat = await organized('/group daily time:9:00 topic:compliance');
  await chat.until(nineOn('2026-11-26'));
  const topics = chat.mail
    .in(studyHall)
    .slice(-1)
    .map((card) => questionIn(card).topic);
  expect(topics).toEqual(['compliance']);
  expect(shown(chat).title).toContain('Compliance');
});

test('every question of the bank fits as a card and as an answer', () => {
  const daily = {
    id: crypto.randomUUID(),
    group,
    day: Temporal.PlainDate.from('2026-09-30'),
    questionId: '',
    order: [0, 1, 2, 3, 4],
    revealed: false,
  } as const;
  const misfits = realContent().questions.flatMap((question) =>
    question.kind === 'single'
      ? [
          ...checkReply(dailyCard(daily, question, 'Medical terminology')),
          ...checkReply(dailyReveal(daily, question, { answered: 1000, right: 999 })),
        ]
      : [],
  );
  expect(misfits).toEqual([]);
});
