import { describe, expect, test } from 'vitest';
import type { Reply } from '../../src/bot/reply.ts';
import { group, labelsOf, openChat, type Person, read } from '../chat.ts';
import { realContent } from '../world.ts';

/** The letter of the right option, as the card shows it. */
function rightLetter(card: Reply): string {
  const shown = read(card);
  const question = realContent().questions.find((q) => shown.includes(q.stem));
  if (question?.kind !== 'single') throw new Error('This card shows no question of the bank.');
  const text = question.options.find((option) => option.right)?.text ?? '';
  const line = shown.split('\n').find((each) => each.endsWith(`. ${text}`));
  return line?.charAt(0) ?? '';
}

function wrongLetter(card: Reply): string {
  return rightLetter(card) === 'A' ? 'B' : 'A';
}

async function playThrough(maria: Person, card: Reply, count: number): Promise<Reply> {
  let shown = card;
  for (let at = 1; at < count; at += 1)
    shown = await maria.press(await maria.press(shown, rightLetter(shown)), 'Next question');
  return maria.press(await maria.press(shown, rightLetter(shown)), 'See the result');
}

describe('practice', () => {
  test('a right answer is told so, with the rationale and its source, in the same order', async () => {
    const { maria } = await openChat();
    const card = await maria.type('/quiz start kind:single');
    const letter = rightLetter(card);
    const reveal = await maria.press(card, letter);
    expect(reveal.tone).toBe('good');
    expect(read(reveal)).toContain(`Right. ${letter} is the answer.`);
    expect(read(reveal)).toMatch(/Why: .+\n\nSource: /s);
    const options = (text: string) => text.match(/[A-E]\. .{3}/g);
    expect(options(read(reveal))).toEqual(expect.arrayContaining(options(read(card)) ?? []));
  });

  test('a wrong answer says which one is right and why the others are wrong', async () => {
    const { maria } = await openChat();
    const card = await maria.type('/quiz start kind:single');
    const reveal = await maria.press(card, wrongLetter(card));
    expect(reveal.tone).toBe('bad');
    expect(read(reveal)).toContain(`the answer is ${rightLetter(card)}`);
    const question = realContent().questions.find((q) => read(card).includes(q.stem));
    for (const option of question?.kind === 'single' ? question.options : [])
      if (option.why) expect(read(reveal)).toContain(option.why);
  });

  test('a whole quiz ends with the score and what was missed', async () => {
    const { maria } = await openChat();
    let card = await maria.type('/quiz start kind:single count:3');
    expect(card.title).toContain('Question 1 of 3');
    card = await maria.press(await maria.press(card, wrongLetter(card)), 'Next question');
    expect(card.title).toContain('Question 2 of 3');
    card = await maria.press(await maria.press(card, rightLetter(card)), 'Next question');
    const end = await maria.press(await maria.press(card, rightLetter(card)), 'See the result');
    expect(read(end)).toContain('You answered 3 and got 2 right.');
    expect(read(end)).toContain('Worth another look');
    expect(read(end)).toContain('Quiz points are not CEUs');
  });

  test('two presses at once count once, and the first one stays', async () => {
    const { maria, world } = await openChat();
    const card = await maria.type('/quiz start kind:single');
    const wrong = wrongLetter(card);
    await Promise.all([maria.press(card, wrong), maria.press(card, rightLetter(card))]);
    const late = await maria.press(card, rightLetter(card));
    expect(read(late)).toContain(`You chose ${wrong}`);
    const me = await world.opened.store.members.find(maria.id);
    const session = me && (await world.opened.store.quizzes.openSession(me.id, 'quiz'));
    expect(me && session && (await world.opened.store.quizzes.score(me.id, session.id))).toEqual({
      answered: 1,
      right: 0,
    });
  });

  test("somebody else's button answers nothing", async () => {
    const { maria, james, world } = await openChat();
    const card = await maria.type('/quiz start kind:single');
    const reply = await james.press(card, 'A');
    expect(read(reply)).toContain("somebody else's quiz");
    expect(reply.mode).toBe('new');
    expect(await world.opened.store.members.find(james.id)).toBeUndefined();
  });

  test('/quiz resume brings the open question back after a restart', async () => {
    const first = await openChat();
    const card = await first.maria.type('/quiz start kind:single count:4');
    const second = await first.maria.press(
      await first.maria.press(card, rightLetter(card)),
      'Next question',
    );
    const { folder } = first.world;
    await first.world.runner.stop();
    first.world.opened.close();
    const again = await openChat({ folder });
    const resumed = await again.maria.type('/quiz resume');
    expect(read(resumed)).toBe(read(second));
  });

  test('starting twice asks whether to go on or to start afresh', async () => {
    const { maria } = await openChat();
    const card = await maria.type('/quiz start kind:single count:3');
    const asked = await maria.type('/quiz start kind:single');
    expect(read(asked)).toContain('0 of 3 answered');
    expect(read(await maria.press(asked, 'Resume'))).toBe(read(card));
    expect(read(await maria.press(asked, 'Start afresh'))).toContain('Question 1 of 10');
  });

  test('starting afresh keeps to what was asked for, whatever the topic', async () => {
    const { maria } = await openChat();
    await maria.type('/quiz start kind:single');
    for (const { title } of realContent().topics) {
      await maria.type(`/quiz start kind:single topic:“${title}” count:50 level:3`);
      const asked = await maria.type(`/quiz start kind:single topic:“${title}” count:2`);
      const card = await maria.press(asked, 'Start afresh');
      expect(card.title).toBe(`Question 1 of 2 · ${title}`);
    }
  });

  test('/quiz stop offers to save, and saving keeps the question', async () => {
    const { maria } = await openChat();
    const card = await maria.type('/quiz start kind:single');
    const asked = await maria.type('/quiz stop');
    const saved = await maria.press(asked, 'Save for later');
    expect(read(await maria.press(saved, 'Resume now'))).toBe(read(card));
    const sure = await maria.type('/quiz stop');
    expect(read(await maria.press(sure, 'Go on'))).toBe(read(card));
    const end = await maria.press(sure, 'Stop');
    expect(read(end)).toContain('It ended before you answered a question.');
    expect(read(await maria.type('/quiz resume'))).toContain('no quiz open');
  });

  test('a topic by its title, and a topic that does not exist', async () => {
    const { maria } = await openChat();
    const card = await maria.type('/quiz start kind:single topic:compliance');
    expect(card.title).toMatch(/Compliance/i);
    await maria.press(await maria.type('/quiz stop'), 'Stop');
    const refused = await maria.type('/quiz start kind:single topic:astrology');
    expect(read(refused)).toContain('There is no topic “astrology”. Choose one of:');
  });

  test('questions met before come last', async () => {
    const { maria } = await openChat();
    const seen = new Set<string>();
    for (let round = 0; round < 4; round += 1) {
      const card = await maria.type('/quiz start kind:single count:4 topic:compliance');
      seen.add(read(card).split('\n')[1] ?? '');
      await playThrough(maria, card, 4);
    }
    expect(seen.size).toBe(4);
  });

  test('Continue in DM sends the open question there, where it can be answered', async () => {
    const { maria, mail, world } = await openChat();
    const card = await maria.type('/quiz start kind:single');
    await maria.press(card, 'Continue in DM');
    await world.runner.runDue();
    const [dm] = mail.to(maria.id);
    expect(dm && labelsOf(dm)).not.toContain('Continue in DM');
    const inDm = maria.in({ kind: 'dm', id: 'playground:dm-member-1' });
    expect(dm && read(await inDm.press(dm, rightLetter(dm)))).toContain('Right.');
  });

  test('suggests topics while typing', async () => {
    const { maria } = await openChat();
    const choices = await maria.suggest('quiz start', 'topic', 'anat');
    expect(choices.map((choice) => choice.label)).toEqual([expect.stringMatching(/^Anatomy/)]);
  });

  test('the end offers the misses again, and only those', async () => {
    const { maria, until } = await openChat();
    const card = await maria.type('/quiz start kind:single count:3');
    const missed = read(card).split('\n')[1] ?? '';
    const second = await maria.press(await maria.press(card, wrongLetter(card)), 'Next question');
    const end = await playThrough(maria, second, 2);
    const again = await maria.press(end, 'Redo misses');
    expect(again.title).toContain('Question 1 of 1');
    expect(read(again)).toContain(missed);
    expect(again.mode).toBe('new');
    await until('2026-11-22T15:05:00Z');
    const all = await playThrough(maria, again, 1);
    expect(labelsOf(all)).not.toContain('Redo misses');
    expect(read(await maria.type('/quiz redo'))).toContain('You missed nothing');
  });

  test('/quiz redo asks the misses of the last quiz, once the open one is out of the way', async () => {
    const { maria } = await openChat();
    const card = await maria.type('/quiz start kind:single count:2');
    const notYet = await maria.type('/quiz redo');
    expect(read(notYet)).toContain('You have not finished a quiz yet.');
    expect(read(await maria.press(notYet, 'Resume'))).toBe(read(card));
    const missed = read(card).split('\n')[1] ?? '';
    await maria.press(card, wrongLetter(card));
    await maria.press(await maria.type('/quiz stop'), 'Stop');
    await maria.type('/quiz start kind:single');
    const asked = await maria.type('/quiz redo');
    expect(read(asked)).toContain('You have a quiz open');
    expect(read(await maria.press(asked, 'Start afresh'))).toContain(missed);
  });

  test('at exam pace an answer after the time is a miss, and said so', async () => {
    const { maria, until } = await openChat();
    const card = await maria.type('/quiz start kind:single count:2 pace:cbcs');
    expect(card.footnote).toBe('You have 86 seconds.');
    await until('2026-11-22T15:01:26Z');
    const inTime = await maria.press(card, rightLetter(card));
    expect(inTime.tone).toBe('good');
    const second = await maria.press(inTime, 'Next question');
    await until('2026-11-22T15:02:53Z');
    const late = await maria.press(second, rightLetter(second));
    expect(read(late)).toContain('Time was up after 86 seconds');
    expect(late.tone).toBe('bad');
    expect(read(await maria.press(late, 'See the result'))).toContain('got 1 right');
  });

  test('a question that is brought back has its time again', async () => {
    const { maria, until } = await openChat();
    await maria.type('/quiz start kind:single pace:fast');
    await until('2026-11-23T15:00:00Z');
    const card = await maria.type('/quiz resume');
    await until('2026-11-23T15:00:45Z');
    expect((await maria.press(card, rightLetter(card))).tone).toBe('good');
  });
});

describe('after the reveal', () => {
  test('Explain gives the reason for every option, beside the card', async () => {
    const { maria } = await openChat();
    const card = await maria.type('/quiz start kind:single');
    const question = realContent().questions.find((q) => read(card).includes(q.stem));
    const explained = await maria.press(await maria.press(card, 'A'), 'Explain');
    expect(explained.mode).toBe('new');
    expect(read(explained)).toContain(question?.rationale ?? 'no rationale');
    for (const option of question?.kind === 'single' ? question.options : [])
      expect(read(explained)).toContain(option.why ? `${option.text}: ${option.why}` : option.text);
    expect(labelsOf(explained)).toContain('Ask a human');
  });

  test('Save to review keeps it once', async () => {
    const { maria, world } = await openChat();
    const card = await maria.type('/quiz start kind:single');
    const reveal = await maria.press(card, rightLetter(card));
    expect(read(await maria.press(reveal, 'Save to review'))).toContain('Saved.');
    expect(read(await maria.press(reveal, 'Save to review'))).toContain('already');
    const me = await world.opened.store.members.find(maria.id);
    const tomorrow = Temporal.PlainDate.from('2026-11-23');
    const due = me && (await world.opened.store.reviews.due(me.id, tomorrow, 10));
    expect(due).toMatchObject([{ why: 'saved', due: tomorrow }]);
  });

  test('Flag keeps the reason for the organizers, once for each member and question', async () => {
    const { maria, james, world, until } = await openChat();
    const reveal = await maria.press(await maria.type('/quiz start kind:single'), 'A');
    const form = await maria.pressForForm(reveal, 'Flag');
    await maria.submit(form, { reason: 'The key is wrong.' });
    const thanks = await maria.submit(form, { reason: 'B is right as well.' });
    expect(read(thanks)).toContain('without your name');
    await until('2026-11-22T15:01:00Z');
    await james.submit(form, { reason: 'Two answers are right.' });
    const { flags } = world.opened.store;
    const open = await flags.openFlags(group, 10);
    expect(open.map(({ reason }) => reason)).toEqual([
      'B is right as well.',
      'Two answers are right.',
    ]);
    const [first] = open;
    expect(
      await flags.settleFlags(group, first?.question ?? '', 'mended', world.clock.now()),
    ).toHaveLength(2);
    expect(await flags.openFlags(group, 10)).toEqual([]);
  });

  test('without a group there is nobody to flag it for', async () => {
    const { maria } = await openChat();
    const alone = maria.in({ kind: 'dm', id: 'playground:dm-member-1' });
    const reveal = await alone.press(await alone.type('/quiz start kind:single'), 'A');
    const form = await alone.pressForForm(reveal, 'Flag');
    const refused = await alone.submit(form, { reason: 'The key is wrong.' });
    expect(read(refused)).toContain('I do not know a group of yours');
  });
});

test('with an exam planned, its editions count: AAPC exams go over to new books in January', async () => {
  const { content, question } = editionsOf('2026-10-01');
  const { maria } = await openChat({ content, now: '2026-11-24T15:00:00Z' });
  expect(read(await maria.type('/quiz start'))).toContain(question.after);
  await maria.type('/quiz stop');
  const { james } = await openChat({ content, now: '2026-11-24T15:00:00Z' });
  await james.type('/plan exam:CPC date:2026-12-10');
  expect(read(await james.type('/quiz start'))).toContain(question.before);
});

/** A bank of two: one question until the day, another from it on. */
function editionsOf(day: string) {
  const content = realContent();
  const [first, second] = content.questions.filter(({ kind }) => kind === 'single');
  if (!first || !second) throw new Error('The bank is empty.');
  const from = Temporal.PlainDate.from(day);
  const { validThrough: _open, ...after } = { ...second, validFrom: from };
  const before = { ...first, validThrough: from.subtract({ days: 1 }) };
  const question = { before: before.stem, after: after.stem };
  return { content: { ...content, questions: [before, after] }, question };
}
