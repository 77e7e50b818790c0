import { describe, expect, test } from 'vitest';
import { md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { type Chat, labelsOf, openChat, type Person, read } from '../chat.ts';
import { realContent } from '../world.ts';

const written = {
  question: 'Which shelf holds the red folder?',
  options: '* Top\nMiddle ## That is the blue one.\nBottom',
  explanation: 'The labels say so.',
  source: 'Our library plan, page 2',
  topic: 'Our shelves',
};

async function addOne({ olivia }: Pick<Chat, 'olivia'>, more: object = {}): Promise<void> {
  const preview = await olivia.submit(await olivia.form('/bank add'), { ...written, ...more });
  await olivia.press(preview, 'Mine or licensed: add it');
}

/** Answers the group's only question with this option; what comes back is the reveal. */
async function answerWith(person: Person, option: string): Promise<Reply> {
  const card = await person.type('/quiz start topic:"Our shelves" count:1');
  const letter = new RegExp(`([A-C])\\. ${option}$`, 'm').exec(read(card))?.[1] ?? '';
  return person.press(card, letter);
}

async function flag(person: Person, reveal: Reply, reason: string): Promise<Reply> {
  return person.submit(await person.pressForForm(reveal, 'Flag'), { reason });
}

async function openFirst({ olivia }: Pick<Chat, 'olivia'>): Promise<Reply> {
  const list = await olivia.type('/bank flags');
  return olivia.press(list, labelsOf(list)[0] ?? '');
}

describe('/bank add', () => {
  test("shows an organizer's question with its key first, and adds it on their word", async () => {
    const { olivia, maria } = await openChat();
    const preview = await olivia.submit(await olivia.form('/bank add'), written);
    expect(read(preview)).toBe(
      [
        'Is this right?',
        'Which shelf holds the red folder?',
        '',
        '✓ A. Top',
        '· B. Middle (That is the blue one.)',
        '· C. Bottom',
        '',
        'Why: The labels say so.',
        '',
        'Source: Our library plan, page 2, checked 2026-11-22',
        '',
        'By adding them you say: they are mine or licensed to this group. None is a recalled exam item or from AAPC or AHIMA practice tests, textbooks, Coding Clinic or CEU post-tests.',
        'Nothing is in the bank yet. This waits for an hour.',
      ].join('\n'),
    );
    const done = await olivia.press(preview, 'Mine or licensed: add it');
    expect(read(done)).toContain('1 question added');
    expect(read(await answerWith(maria, 'Top'))).toContain('Right.');
  });

  test('opens the form again as it was filled in', async () => {
    const { olivia } = await openChat();
    const preview = await olivia.submit(await olivia.form('/bank add'), written);
    const form = await olivia.pressForForm(preview, 'Change it');
    expect(form.values).toMatchObject(written);
    const again = await olivia.submit(form, { question: 'Which shelf holds the green folder?' });
    expect(read(again)).toContain('green folder');
  });

  test.each([
    ['options', { options: 'Top\nMiddle' }, 'has no line that is marked'],
    ['options', { options: '* Top' }, 'has 1 options'],
    ['options', { options: '= pancreas' }, 'must be a code'],
    ['explanation', { explanation: 'As for 99213.' }, 'CPT code'],
  ])('says what is wrong with the %s', async (field, changes, says) => {
    const { olivia } = await openChat();
    const outcome = await olivia.submitted(await olivia.form('/bank add'), {
      ...written,
      ...changes,
    });
    expect(outcome).toMatchObject({
      kind: 'invalid',
      problems: { [field]: expect.stringContaining(says) },
    });
  });

  test('takes no question twice', async () => {
    const chat = await openChat();
    await addOne(chat);
    const outcome = await chat.olivia.submitted(await chat.olivia.form('/bank add'), {
      ...written,
      options: 'Bottom\nMiddle\n* top',
    });
    expect(outcome).toMatchObject({ problems: { question: 'is in the bank already' } });
  });
});

describe("a member's question", () => {
  async function proposed(chat: Chat): Promise<void> {
    const { maria } = chat;
    const preview = await maria.submit(await maria.form('/bank add'), written);
    expect(read(preview)).toContain('An organizer decides');
    await maria.press(preview, 'Mine or licensed: propose it');
  }

  test('waits for an organizer, who adds it; its writer is told', async () => {
    const chat = await openChat();
    const { maria, olivia, mail, until } = chat;
    await olivia.type(`/group organizers add:${olivia.id}`);
    await proposed(chat);
    expect(read(await maria.type('/quiz start topic:"Our shelves"'))).toContain(
      'There is no topic',
    );
    await until('2026-11-22T15:01:00Z');
    expect(mail.to(olivia.id).map(read).join()).toContain('proposed a question');
    const card = await openFirst(chat);
    expect(read(card)).toContain('✓ A. Top');
    const [one, other] = await Promise.all([
      olivia.press(card, 'Add it to the bank'),
      olivia.press(card, 'Add it to the bank'),
    ]);
    expect([one, other].map((each) => read(each)).sort()).toEqual([
      'Added. Its writer is told.',
      'Another organizer was quicker: this was decided already. Nothing was changed.',
    ]);
    await until('2026-11-22T15:02:00Z');
    expect(mail.to(maria.id).map(read).join()).toContain('added your question to their bank');
    expect(read(await answerWith(chat.james, 'Top'))).toContain('Right.');
  });

  test('is declined with a reason', async () => {
    const chat = await openChat();
    await proposed(chat);
    const card = await openFirst(chat);
    const form = await chat.olivia.pressForForm(card, 'Decline');
    expect(read(await chat.olivia.submit(form, { reason: 'We have moved.' }))).toContain(
      'Declined',
    );
    await chat.until('2026-11-22T15:02:00Z');
    expect(chat.mail.to(chat.maria.id).map(read).join()).toContain(
      'did not add your question: We have moved.',
    );
    expect(read(await chat.olivia.type('/bank flags'))).toContain('Nothing waits');
  });

  test('is not added by its writer', async () => {
    const { maria } = await openChat();
    const preview = await maria.submit(await maria.form('/bank add'), written);
    const [propose] = preview.controls ?? [];
    const ref = propose?.kind === 'button' ? propose.press.replace('propose', 'add_all') : '';
    const outcome = await maria.outcome({ kind: 'press', ref });
    expect(outcome.kind === 'reply' && read(outcome)).toContain('for organizers');
  });
});

describe('a flagged question', () => {
  test('is mended: answers are counted again, and those concerned are told', async () => {
    const chat = await openChat();
    const { maria, james, olivia, mail, until } = chat;
    await addOne(chat);
    const reveal = await answerWith(maria, 'Middle');
    expect(read(reveal)).toContain('Not quite.');
    await answerWith(james, 'Top');
    await flag(maria, reveal, 'The folder was moved in May.');
    const card = await openFirst(chat);
    expect(read(card)).toContain('“The folder was moved in May.”');
    expect(read(card)).not.toContain('Maria');
    const form = await olivia.pressForForm(card, 'Mend it');
    expect(form.values).toMatchObject({ options: written.options, topic: 'Our shelves' });
    const mended = await olivia.submit(form, { options: 'Top ## Until May.\n* Middle\nBottom' });
    expect(read(mended)).toContain(
      'Mended. 2 members whose answer counts otherwise now will be told.',
    );
    await until('2026-11-22T15:05:00Z');
    const [counted, ...more] = mail.to(maria.id).map(read);
    expect(counted).toContain('Your answer counts as right now.');
    expect(counted).toContain('The right answer is: Middle');
    expect(more).toEqual([]);
    expect(mail.to(james.id).map(read)).toEqual([
      expect.stringContaining('no longer counts as right'),
    ]);
    const me = await chat.world.opened.store.members.find(maria.id);
    const sessions = chat.world.opened.store.quizzes;
    const session = me && (await sessions.openSession(me.id, 'quiz'));
    expect(me && session && (await sessions.score(me.id, session.id))).toMatchObject({ right: 1 });
    expect(read(await olivia.type('/bank flags'))).toContain('Nothing waits');
  });

  test('that was the daily question moves the board too', async () => {
    const chat = await openChat();
    const { maria, olivia, mail, until, world } = chat;
    await addOne(chat);
    await olivia.type('/group daily time:09:00 topic:"Our shelves"');
    await until('2026-11-23T15:00:00Z');
    const [posted] = mail.sent;
    const letter = /([A-C])\. Bottom$/m.exec(read(posted?.reply as Reply))?.[1] ?? '';
    await maria.press(posted?.reply as Reply, letter);
    const card = await olivia.type('/bank retire question:"red folder"');
    const id = /question=([^&]+)/.exec(refOf(card, 'Yes, retire it'))?.[1] ?? '';
    const form = await olivia.outcome({ kind: 'press', ref: `bank.mend?question=${id}` });
    if (form.kind !== 'form') throw new Error('A form was expected.');
    await olivia.submit(form, { options: 'Top\nMiddle\n* Bottom' });
    const me = await world.opened.store.members.find(maria.id);
    const on = Temporal.PlainDate.from('2026-11-23');
    const board = { group: 'playground:study-group', period: 'all', on } as const;
    expect(me && (await world.opened.store.boards.of(board, me.id))).toEqual({
      answered: 1,
      right: 1,
    });
  });

  test('keeps its lines, since answers refer to them', async () => {
    const chat = await openChat();
    await addOne(chat);
    await flag(chat.maria, await answerWith(chat.maria, 'Middle'), 'Not so any more.');
    const form = await chat.olivia.pressForForm(await openFirst(chat), 'Mend it');
    const outcome = await chat.olivia.submitted(form, { options: '* Top\nMiddle' });
    expect(outcome).toMatchObject({
      problems: { options: expect.stringContaining('as many lines') },
    });
  });

  test('is right as it stands, and those who flagged it are told so', async () => {
    const chat = await openChat();
    await addOne(chat);
    await flag(chat.maria, await answerWith(chat.maria, 'Middle'), 'Is that so?');
    const card = await openFirst(chat);
    expect(read(await chat.olivia.press(card, 'It is right'))).toContain('stays as it is');
    expect(read(await chat.olivia.press(card, 'It is right'))).toContain('settled already');
    await chat.until('2026-11-22T15:02:00Z');
    expect(chat.mail.to(chat.maria.id).map(read)).toEqual([
      expect.stringContaining('right as it stands'),
    ]);
  });

  test('that came with the bot can be retired for this group, not changed', async () => {
    const chat = await openChat();
    const { maria, olivia } = chat;
    const card = await maria.type('/quiz start count:1 kind:single');
    await flag(maria, await maria.press(card, 'A'), 'This seems old.');
    const flagged = await openFirst(chat);
    expect(read(flagged)).toContain('came with the bot');
    expect(labelsOf(flagged)).not.toContain('Mend it');
    const ask = await olivia.press(flagged, 'Retire it');
    expect(read(await olivia.press(ask, 'Yes, retire it'))).toContain('Retired.');
    expect(read(await olivia.type('/bank flags'))).toContain('Nothing waits');
  });

  test('is a matter of organizers', async () => {
    const { maria } = await openChat();
    expect(read(await maria.type('/bank flags'))).toContain('for organizers');
  });
});

describe('/bank retire', () => {
  test('takes a question out, and brings it back', async () => {
    const chat = await openChat();
    const { olivia, maria } = chat;
    await addOne(chat);
    expect(read(await olivia.type('/bank retire'))).toContain('No question is retired.');
    const ask = await olivia.type('/bank retire question:"red folder"');
    expect(read(ask)).toContain('✓ A. Top');
    await olivia.press(ask, 'Yes, retire it');
    expect(read(await maria.type('/quiz start topic:"Our shelves"'))).toContain(
      'There is no topic',
    );
    const list = await olivia.type('/bank retire');
    expect(read(await olivia.press(list, written.question))).toContain('Back in the bank.');
    expect(read(await answerWith(maria, 'Top'))).toContain('Right.');
  });

  test('asks which, where several have the words, and suggests while one types', async () => {
    const chat = await openChat();
    await addOne(chat);
    await addOne(chat, { question: 'Which shelf holds the blue folder?' });
    const which = await chat.olivia.type('/bank retire question:folder?');
    expect(read(which)).toContain('2 questions have these words.');
    const ask = await chat.olivia.press(which, 'Which shelf holds the blue folder?');
    expect(read(await chat.olivia.press(ask, 'Keep it'))).toContain('It stays in the bank.');
    const suggested = await chat.olivia.suggest('bank retire', 'question', 'red folder');
    expect(suggested).toMatchObject([{ label: written.question }]);
    expect(read(await chat.olivia.type('/bank retire question:zebra'))).toContain('No question');
  });

  test('prefers the word to longer ones that hold it', async () => {
    const chat = await openChat();
    await addOne(chat, { question: 'Which shelf holds the unreadable folder?' });
    await addOne(chat, { question: 'Which shelf holds what is readable?' });
    const whole = await chat.olivia.type('/bank retire question:Readable');
    expect(read(whole)).toContain('Which shelf holds what is readable?');
    expect(await chat.olivia.suggest('bank retire', 'question', 'readable')).toMatchObject([
      { label: 'Which shelf holds what is readable?' },
      { label: 'Which shelf holds the unreadable folder?' },
    ]);
    const part = await chat.olivia.type('/bank retire question:readabl');
    expect(read(part)).toContain('2 questions have these words.');
  });

  test('takes out a case as a whole', async () => {
    const { olivia } = await openChat();
    const { stem = '' } = realContent().questions.find(({ kind }) => kind === 'case') ?? {};
    const ask = await olivia.type(`/bank retire question:"${stem}"`);
    expect(read(await olivia.press(ask, 'Yes, retire it'))).toContain('Retired.');
    expect(read(await olivia.press(ask, 'Yes, retire it'))).toContain('It was retired already.');
    const list = await olivia.type('/bank retire');
    expect(read(await olivia.press(list, stem))).toContain('Back in the bank.');
  });

  test('takes out nothing that is not there any more', async () => {
    const { olivia } = await openChat();
    const old = button('Yes, retire it', 'bank.retired?question=of-an-older-version');
    const gone = await olivia.press(say(md`Retire this question?`, { controls: [old] }), old.label);
    expect(read(gone)).toContain('is not in this group');
    expect(read(await olivia.type('/bank retire'))).toContain('No question is retired.');
  });
});

function refOf(reply: Reply, label: string): string {
  const control = reply.controls?.find((each) => each.label === label);
  return control?.kind === 'button' ? control.press : '';
}
