import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Reply } from '../../src/bot/reply.ts';
import { type Chat, group, labelsOf, openChat, type Person, read } from '../chat.ts';
import { fastFolder } from '../fixtures/fast-folder.ts';

const door = 'which door of the library is open in the evening';
const dm = (id: string) => ({ kind: 'dm', id: `playground:dm-${id}` }) as const;

const written = {
  title: 'By which door do we come in?',
  answer: 'By the side door, north of the building. It is locked at ten.',
  source: 'The librarian, in person',
};

/** From the answer that did not come to the organizers' list. */
async function passOn(person: Person, question: string): Promise<Reply> {
  const declined = await person.type(`/ask ${question}`);
  const shown = await person.press(declined, 'Ask a human');
  return person.press(shown, 'Send');
}

async function openFirst({ olivia }: Pick<Chat, 'olivia'>): Promise<Reply> {
  const list = await olivia.type('/guide unanswered');
  return olivia.press(list, labelsOf(list)[0] ?? '');
}

async function answerFirst(chat: Chat, fields: object = written): Promise<Reply> {
  const opened = await openFirst(chat);
  return chat.olivia.submit(await chat.olivia.pressForForm(opened, 'Answer'), { ...fields });
}

describe('a question that found no answer', () => {
  test('is shown before it is sent, with whom it goes to', async () => {
    const { maria, olivia } = await openChat();
    const declined = await maria.type(`/ask ${door}`);
    expect(read(declined)).toContain('does not cover');
    const shown = await maria.press(declined, 'Ask a human');
    expect(read(shown)).toContain("This would go to this group's organizers");
    expect(read(shown)).toContain(door);
    expect(read(shown)).toContain('No organizer of this group reads questions here yet');
    expect(read(await olivia.type('/guide unanswered'))).toContain('Nothing waits');
    expect(read(await maria.press(shown, 'Send'))).toContain('Sent.');
    expect(read(await olivia.type('/guide unanswered'))).toContain(door);
  });

  test('is answered once: by direct message to all who asked, and found from then on', async () => {
    const chat = await openChat();
    const { maria, james, olivia, mail, until } = chat;
    await passOn(maria, door);
    await passOn(james, 'in the evening, which library door is open?');
    const list = await olivia.type('/guide unanswered');
    expect(read(list)).toContain('asked by 2 members');
    expect(read(list)).not.toMatch(/Maria|James/);
    const opened = await openFirst(chat);
    expect(read(opened)).toContain('in the evening, which library door is open?');
    const done = await answerFirst(chat);
    expect(read(done)).toContain('on its way to the 2 members who asked');
    await until('2026-11-22T15:01:00Z');
    const [toMaria, ...more] = mail.to(maria.id);
    expect(more).toEqual([]);
    expect(read(toMaria as Reply)).toContain(door);
    expect(read(toMaria as Reply)).toContain('By the side door');
    expect(read(toMaria as Reply)).toContain('[1] The librarian, in person, checked 2026-11-22');
    expect(read(mail.to(james.id)[0] as Reply)).not.toContain(door);
    expect(read(await olivia.type('/guide unanswered'))).toContain('Nothing waits');
    const found = await james.type('/ask which door do we come in by');
    expect(found.title).toBe(written.title);
    expect(found.footnote).toContain("Answered by this group's organizers on November 22, 2026");
    const shared = await james.press(found, 'Share with the channel');
    expect(read(shared)).toContain("Answered by this group's organizers");
    expect(read(shared)).not.toContain(door);
    const suggested = await james.suggest('ask', 'question', 'door');
    expect(suggested[0]?.label).toBe(`${written.title} · this group`);
  });

  test('is asked again just so, and the answer is found though it shares no word with the title', async () => {
    const chat = await openChat();
    await passOn(chat.maria, 'which automobile spot is ours on tuesdays');
    await answerFirst(chat);
    const found = await chat.james.type('/ask which automobile spot is ours on tuesdays?');
    expect(found.title).toBe(written.title);
    expect(read(found)).not.toContain('does not cover');
  });

  test('waits for the same answer however it is spelt, and apart from what is another question', async () => {
    const chat = await openChat();
    await passOn(chat.maria, 'when does the librery close on friday evenings');
    await passOn(chat.james, 'when does the library close on fridays in the evening');
    await passOn(chat.olivia, 'who brings cake to the next meetup');
    expect((await chat.olivia.type('/guide unanswered')).title).toBe('Unanswered (2)');
  });

  test('is answered outside of the quiet hours of whoever asked', async () => {
    const chat = await openChat();
    const { maria, mail, until } = chat;
    await maria.type('/settings quiet:9am-11am');
    await passOn(maria, door);
    await answerFirst(chat);
    await until('2026-11-22T15:59:00Z');
    expect(mail.to(maria.id)).toEqual([]);
    await until('2026-11-22T16:01:00Z');
    expect(mail.to(maria.id)).toHaveLength(1);
  });

  test('can be answered alone where others were taken for the same', async () => {
    const chat = await openChat();
    const { maria, james, olivia } = chat;
    await passOn(maria, door);
    await chat.until('2026-11-22T15:05:00Z');
    await passOn(james, 'which door of the library is closed in the evening');
    const opened = await openFirst(chat);
    expect(read(opened)).toContain('is closed in the evening');
    const form = await olivia.pressForForm(opened, 'Answer only the first');
    expect(read(await olivia.submit(form, written))).toContain('to the member who asked');
    expect(read(await olivia.type('/guide unanswered'))).toContain('is closed in the evening');
  });

  test('can be dismissed once that is confirmed, and its asker hears of it', async () => {
    const chat = await openChat();
    const { maria, olivia, mail, until } = chat;
    await passOn(maria, door);
    const sure = await olivia.press(await openFirst(chat), 'Dismiss');
    expect(read(sure)).toContain('It cannot be undone');
    expect(read(await olivia.type('/guide unanswered'))).toContain(door);
    await olivia.press(sure, 'Yes, dismiss');
    expect(read(await olivia.press(sure, 'Yes, dismiss'))).toContain('was quicker');
    await until('2026-11-22T15:01:00Z');
    expect(mail.to(maria.id).map(read).join()).toContain('will not answer it here');
  });

  test('that came after the organizer looked is not answered unseen', async () => {
    const chat = await openChat();
    await passOn(chat.maria, door);
    const opened = await openFirst(chat);
    await chat.until('2026-11-22T15:10:00Z');
    await passOn(chat.james, door);
    const form = await chat.olivia.pressForForm(opened, 'Answer');
    expect(read(await chat.olivia.submit(form, written))).toContain('to the member who asked');
    expect(read(await chat.olivia.type('/guide unanswered'))).toContain(door);
  });

  test('of 200 is on pages, what many asked first', async () => {
    const { olivia, world, maria, james } = await openChat();
    await passOn(maria, door);
    await passOn(james, door);
    const { store } = world.opened;
    const member = (await store.members.find(maria.id))?.id;
    if (!member) throw new Error('Maria is not written down.');
    const long = world.clock.now().subtract({ hours: 24 * 30 });
    await store.transaction(async (tx) => {
      for (let n = 0; n < 200; n += 1) {
        const words = [n * 3, n * 3 + 1, n * 3 + 2].map(
          (k) => `w${k.toString(36)}x${(k * 31).toString(36)}`,
        );
        const at = long.add({ minutes: 31 * n });
        const question = { id: `q-${n}`, group, text: words.join(' ') };
        await tx.answers.passOn(member, question, at, world.clock.now().add({ hours: 1 }));
      }
    });
    let page = await olivia.type('/guide unanswered');
    expect(read(page)).toMatch(/^Unanswered \(201, page 1 of 26\)\n• “which door of/);
    for (let turn = 2; turn <= 26; turn += 1) page = await olivia.press(page, 'More');
    expect(page.title).toContain('page 26 of 26');
    expect(labelsOf(page)).not.toContain('More');
    expect(labelsOf(await olivia.press(page, 'Back'))).toContain('More');
  });
});

describe('two organizers', () => {
  test('answer at once: one wins, the other is told, and one message goes out', async () => {
    const chat = await openChat();
    const { maria, olivia, mail, until } = chat;
    await passOn(maria, door);
    const form = await olivia.pressForForm(await openFirst(chat), 'Answer');
    const other = {
      ...written,
      title: 'Which door is ours?',
      answer: 'The front door, until nine.',
    };
    const both = await Promise.all([olivia.submit(form, written), olivia.submit(form, other)]);
    const texts = both.map(read);
    expect(texts.filter((text) => text.includes('Answered.'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('Another organizer was quicker'))).toHaveLength(1);
    await until('2026-11-22T15:01:00Z');
    expect(mail.to(maria.id)).toHaveLength(1);
    expect(read(await olivia.type('/guide remove ours'))).toBeTruthy();
  });
});

describe('Ask a human', () => {
  test('rests for half an hour after each question, and says until when', async () => {
    const { maria, until } = await openChat();
    await passOn(maria, door);
    const declined = await maria.type('/ask who brings cake to the next meetup');
    const refused = await maria.press(declined, 'Ask a human');
    expect(read(refused)).toContain('from 10:30 on (America/New_York)');
    await until('2026-11-22T15:30:00Z');
    expect(labelsOf(await maria.press(declined, 'Ask a human'))).toContain('Send');
  });

  test('pressed twice at once sends one', async () => {
    const { maria, olivia } = await openChat();
    const shown = await maria.press(await maria.type(`/ask ${door}`), 'Ask a human');
    const both = await Promise.all([maria.press(shown, 'Send'), maria.press(shown, 'Send')]);
    expect(both.map(read).filter((text) => text.includes('Sent.'))).toHaveLength(1);
    expect(read(await olivia.type('/guide unanswered'))).toContain('asked by one member');
  });

  test('in two drafts at once sends one', async () => {
    const { maria } = await openChat();
    const declined = await maria.type(`/ask ${door}`);
    const one = await maria.press(declined, 'Ask a human');
    const other = await maria.press(declined, 'Ask a human');
    await maria.press(one, 'Send');
    expect(read(await maria.press(other, 'Send'))).toContain('You passed on a question');
  });

  test("does not pass on another member's question", async () => {
    const { maria, james } = await openChat();
    const declined = await maria.type(`/ask ${door}`);
    const form = await james.pressForForm(declined, 'Ask a human');
    expect(JSON.stringify(form)).not.toContain(door);
    const shown = await maria.press(declined, 'Ask a human');
    expect(read(await james.press(shown, 'Send'))).toContain('is gone');
  });

  test('keeps nothing where it is not sent', async () => {
    const { maria, olivia } = await openChat();
    const shown = await maria.press(await maria.type(`/ask ${door}`), 'Ask a human');
    const form = await maria.pressForForm(shown, 'Change the words');
    expect(form.values).toEqual({ question: door });
    expect(read(await maria.press(shown, 'Do not send'))).toContain('Nothing was sent');
    expect(read(await maria.press(shown, 'Send'))).toContain('is gone');
    expect(read(await olivia.type('/guide unanswered'))).toContain('Nothing waits');
  });

  test('does not pass on what looks like a CPT code', async () => {
    const { maria } = await openChat();
    const declined = await maria.type('/ask would our club count a 99213 as an easy one');
    const shown = await maria.press(declined, 'Ask a human');
    expect(read(shown)).toContain('looks like a CPT code');
    expect(labelsOf(shown)).not.toContain('Send');
  });

  test('in a direct message goes to the home group, which it names', async () => {
    const { maria, olivia } = await openChat();
    await olivia.type('/group channel');
    await maria.press(await maria.type('/ask what is a ceu'), 'Helpful');
    const alone = maria.in(dm('member-1'));
    const shown = await alone.press(await alone.type(`/ask ${door}`), 'Ask a human');
    expect(read(shown)).toContain('to the organizers of the group of #study-hall');
    await alone.press(shown, 'Send');
    expect(read(await olivia.type('/guide unanswered'))).toContain(door);
  });

  test('after a restart still sends what was shown before', async () => {
    const folder = mkdtempSync(join(fastFolder, 'coderounds-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const { maria, world } = await openChat({ folder });
    const shown = await maria.press(await maria.type(`/ask ${door}`), 'Ask a human');
    await world.close();
    const again = await openChat({ folder });
    expect(read(await again.maria.press(shown, 'Send'))).toContain('Sent.');
    expect(read(await again.olivia.type('/guide unanswered'))).toContain(door);
  });

  test('has forgotten the words after an hour, and asks for them', async () => {
    const { maria, until } = await openChat();
    const declined = await maria.type(`/ask ${door}`);
    await until('2026-11-22T16:00:00Z');
    const form = await maria.pressForForm(declined, 'Ask a human');
    expect(form.values).toEqual({});
    expect(labelsOf(await maria.submit(form, { question: door }))).toContain('Send');
  });

  test('without any group says so', async () => {
    const { maria } = await openChat();
    const alone = maria.in(dm('member-1'));
    const declined = await alone.type(`/ask ${door}`);
    expect(read(await alone.press(declined, 'Ask a human'))).toContain('I do not know a group');
  });

  test('tells listed organizers once a day, without a word of the question', async () => {
    const { maria, james, olivia, mail, until } = await openChat();
    await olivia.command('group organizers', { add: 'playground:organizer' });
    await passOn(maria, door);
    await passOn(james, 'who brings cake to the next meetup');
    await until('2026-11-22T15:01:00Z');
    const told = mail.to(olivia.id).map(read);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('/guide unanswered');
    expect(told[0]).not.toContain('door');
  });
});

describe('the queue', () => {
  test('is for organizers alone, its presses and suggestions too', async () => {
    const chat = await openChat();
    const { maria, james, olivia } = chat;
    await passOn(maria, door);
    expect(read(await james.type('/guide unanswered'))).toContain('for organizers');
    const opened = await openFirst(chat);
    for (const label of ['Answer', 'Dismiss'])
      expect(read((await james.pressed(opened, label)) as Reply)).toContain('for organizers');
    expect(await james.suggest('guide answer', 'question', 'door')).toEqual([]);
    const [mine] = await olivia.suggest('guide answer', 'question', 'door');
    const card = await olivia.command('guide answer', { question: mine?.value });
    expect(read(card as Reply)).toContain(door);
    const ofDigits = '94210973-5218-4630-8127-905534716082';
    const gone = await olivia.command('guide answer', { question: ofDigits });
    expect(read(gone as Reply)).toContain('No question that waits');
  });

  test("shows one group nothing of another's", async () => {
    const chat = await openChat();
    const there = { kind: 'channel', id: 'playground:elsewhere' } as const;
    await passOn(chat.maria, door);
    const other = chat.james.in(there, 'playground:other-group');
    await answerFirst(chat);
    const asked = await other.type(`/ask ${door}`);
    expect(read(asked)).toContain('does not cover');
    expect(read(asked)).not.toContain('side door');
    expect(await other.suggest('ask', 'question', 'door')).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ value: written.title })]),
    );
    const found = await chat.james.type(`/ask ${door}`);
    expect(read(await other.press(found, 'Helpful'))).toContain('gone');
    expect(read(await other.press(found, 'Share with the channel'))).toContain('no longer');
  });

  test('holds passages that did not help, one vote of each member, until they are settled', async () => {
    const { maria, james, olivia } = await openChat();
    const shown = await maria.type('/ask what is a ceu');
    await maria.press(shown, 'Not helpful');
    await maria.press(shown, 'Not helpful');
    expect(read(await olivia.type('/guide unanswered'))).toContain('did not help one member');
    const thanks = await james.press(shown, 'Not helpful');
    const list = await olivia.type('/guide unanswered');
    expect(read(list)).toContain('did not help 2 members');
    await james.press(thanks, 'Helpful');
    expect(read(await olivia.type('/guide unanswered'))).toContain('did not help one member');
    const card = await olivia.press(list, labelsOf(list)[0] ?? '');
    expect(card.title).toBe('What is a CEU?');
    await olivia.press(card, 'Dismiss');
    expect(read(await olivia.type('/guide unanswered'))).toContain('Nothing waits');
    await maria.press(shown, 'Not helpful');
    expect(read(await olivia.type('/guide unanswered'))).toContain('did not help one member');
  });
});

describe("a group's own passage", () => {
  test('is added with a source, found by /ask, changed and removed', async () => {
    const { maria, olivia } = await openChat();
    const form = await olivia.form('/guide add');
    const added = await olivia.submit(form, { ...written, url: 'https://library.example/doors' });
    expect(read(added)).toContain(
      'Written by @organizer on November 22, 2026, valid until November 22, 2027',
    );
    const found = await maria.type('/ask by which door do we come in');
    expect(found.text).toContain('(https://library.example/doors), checked');
    const change = await olivia.pressForForm(added, 'Change');
    expect(change.values).toMatchObject({ ...written, valid_until: '2027-11-22' });
    await olivia.submit(change, { answer: 'By the front door, until nine.' });
    expect(read(await maria.type(`/ask ${written.title}`))).toContain('By the front door');
    const card = await olivia.type('/guide remove door');
    const sure = await olivia.press(card, 'Remove');
    expect(read(sure)).toContain('It cannot be undone');
    expect(read(await olivia.press(sure, 'Yes, remove'))).toContain('Removed.');
    expect(read(await olivia.press(sure, 'Yes, remove'))).toContain('gone already');
    expect(read(await maria.type(`/ask ${written.title}`))).not.toContain('front door');
  });

  test.each([
    [{ answer: 'For a short visit we take 99213 and never 99212.' }, 'answer', 'CPT code'],
    [{ title: 'Is D0120 the one for check-ups?' }, 'title', 'dental code'],
    [{ url: 'javascript:alert(1)' }, 'url', 'https://'],
    [{ valid_until: '2026-11-21' }, 'valid_until', 'in the past'],
    [{ valid_until: '2036-11-21' }, 'valid_until', 'five years'],
  ])('with %o is held, with the reason beside the field', async (wrong, field, reason) => {
    const { maria, olivia } = await openChat();
    const form = await olivia.form('/guide add');
    const outcome = await olivia.submitted(form, { ...written, ...wrong });
    if (outcome.kind !== 'invalid') throw new Error('It was not held.');
    expect(outcome.problems[field]).toContain(reason);
    expect(outcome.form.values).toMatchObject({ source: written.source, ...wrong });
    expect(read(await maria.type(`/ask ${written.title}`))).not.toContain('side door');
  });

  test('with codes that are public is published', async () => {
    const { olivia } = await openChat();
    const form = await olivia.form('/guide add');
    const answer =
      'In our class D50.9, E11.9, G0438 and 0DTJ4ZZ are the codes of the first evening.';
    expect(read(await olivia.submit(form, { ...written, answer }))).toContain('Added.');
  });

  test('of a title that the group has already is refused', async () => {
    const { olivia } = await openChat();
    await olivia.submit(await olivia.form('/guide add'), written);
    const again = await olivia.submitted(await olivia.form('/guide add'), written);
    expect(again.kind === 'invalid' && again.problems.title).toContain('another passage');
  });

  test('rests when its date is over, until one press says that it is right', async () => {
    const { maria, olivia, until } = await openChat();
    await olivia.submit(await olivia.form('/guide add'), { ...written, valid_until: '2026-12-31' });
    expect(read(await olivia.type('/guide verify'))).toContain('good until December 31, 2026');
    await until('2026-12-15T15:00:00Z');
    expect((await maria.type(`/ask ${written.title}`)).title).toBe(written.title);
    await until('2027-01-02T15:00:00Z');
    expect(read(await maria.type(`/ask ${written.title}`))).not.toContain('side door');
    const list = await olivia.type('/guide verify');
    expect(read(list)).toContain('rests since December 31, 2026');
    const checked = await olivia.press(list, written.title);
    expect(read(checked)).toContain('good until January 2, 2028');
    const found = await maria.type(`/ask ${written.title}`);
    expect(read(found)).toContain('checked 2027-01-02');
  });

  test('shows as it was typed, never as formatting', async () => {
    const { maria, olivia } = await openChat();
    const answer = '**Bold** [here](https://evil.example) @everyone <b>\n- one\n- two';
    await olivia.submit(await olivia.form('/guide add'), { ...written, answer });
    const found = await maria.type(`/ask ${written.title}`);
    expect(read(found)).toContain('**Bold** [here](https://evil.example) @everyone <b>');
  });

  test("does not take the place of the guide's own answers", async () => {
    const { maria, olivia } = await openChat();
    await olivia.submit(await olivia.form('/guide add'), {
      ...written,
      title: 'How do we split the exam fee of the CPC in our group?',
      answer: 'Ask the treasurer: the club pays a third of the CPC exam once you passed.',
    });
    const guides = await maria.type('/ask how long is the CPC exam?');
    expect(guides.footnote ?? '').not.toContain('this group');
    const own = await maria.type('/ask how is the CPC exam fee split in our group');
    expect(read(own)).toContain('Ask the treasurer');
  });

  test('gives way where the guide is nearer, and is offered beside it', async () => {
    const { maria, olivia } = await openChat();
    const title = 'Which books do we bring to the exam evening?';
    await olivia.submit(await olivia.form('/guide add'), { ...written, title });
    const guides = await maria.type('/ask which books can i bring to the cpc exam');
    expect(guides.title).toBe('Which books may I use in the CPC exam?');
    expect(labelsOf(guides)[0]).toBe(title);
    const own = await maria.type('/ask what books do we bring on exam evenings');
    expect(own.title).toBe(title);
  });

  test('that is only near is offered, not said', async () => {
    const { maria, olivia } = await openChat();
    const title = 'What does our club pay of the CPC exam?';
    await olivia.submit(await olivia.form('/guide add'), { ...written, title });
    const reply = await maria.type('/ask what books does the club lend out');
    expect(read(reply)).toContain('does not cover');
    expect(labelsOf(reply)[0]).toBe(title);
  });

  test('of the longest words still fits every platform', async () => {
    const chat = await openChat();
    const question = `what ${'*[x]_'.repeat(58)}?`;
    await passOn(chat.maria, question);
    const done = await answerFirst(chat, {
      title: 'x'.repeat(100),
      answer: '[*_'.repeat(300),
      source: '*'.repeat(120),
      url: `https://a.example/${'a'.repeat(180)}`,
    });
    expect(read(done)).toContain('Answered.');
    await chat.until('2026-11-22T15:01:00Z');
    expect(chat.mail.to(chat.maria.id)).toHaveLength(1);
    expect((await chat.james.type(`/ask ${question}`)).title).toBe('x'.repeat(100));
  });
});

describe('what is kept of a member', () => {
  test('is in their export, and gone with /privacy delete, from what is found too', async () => {
    const chat = await openChat();
    const { maria, james, olivia } = chat;
    await passOn(maria, 'which automobile spot is ours on tuesdays');
    await answerFirst(chat);
    await james.press(await james.type('/ask what is a ceu'), 'Not helpful');
    const file = (await maria.type('/privacy export')).files?.[0];
    expect(new TextDecoder().decode(file?.bytes)).toContain('which automobile spot is ours');
    expect(read(await james.type('/privacy show'))).toContain('found helpful or not: 1');
    await maria.press(await maria.type('/privacy delete'), 'Delete everything');
    const found = await james.type('/ask which automobile spot is ours on tuesdays');
    expect(found.title).not.toBe(written.title);
    await olivia.press(await olivia.type('/privacy delete'), 'Delete everything');
    expect((await james.type(`/ask ${written.title}`)).title).toBe(written.title);
  });

  test('is not the question that only found no answer, nor who asked it', async () => {
    const { maria, olivia, world } = await openChat();
    await maria.type(`/ask ${door}`);
    await maria.type(`/ask ${door}`);
    expect(await world.opened.store.members.find(maria.id)).toBeUndefined();
    expect(read(await olivia.type('/guide unanswered'))).toContain('2 questions found no answer');
    expect(read(await olivia.type('/guide unanswered'))).not.toContain('library');
  });
});
