import { describe, expect, test } from 'vitest';
import { checkReply } from '../../src/bot/fits.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { labelsOf, openChat, type Person, read } from '../chat.ts';
import { realContent } from '../world.ts';

const directMessage = { kind: 'dm', id: 'playground:dm-member-1' } as const;

/** Maria in her direct messages, before the first question of a quarter of the CPC set. */
async function began(line = '/exam start exam:CPC length:quarter') {
  const chat = await openChat({ now: '2026-11-24T15:00:00Z' });
  const maria = chat.maria.in(directMessage);
  const intro = await maria.type(line);
  const card = await maria.press(intro, 'Begin');
  return { ...chat, maria, intro, card };
}

async function answerAll(maria: Person, first: Reply, letter = 'A'): Promise<Reply> {
  let card = first;
  for (;;) {
    card = await maria.press(card, letter);
    if (!labelsOf(card).includes('Next')) return card;
    card = await maria.press(card, 'Next');
  }
}

describe('/exam start', () => {
  test('says before anything begins what the set is, what it is not, and from where that is known', async () => {
    const { intro } = await began('/exam start exam:cpc');
    const said = read(intro);
    expect(intro.title).toBe('CPC mock exam');
    expect(said).toContain('36 questions, 1 h 26 min, at the exam');
    expect(said).toContain('The code books of 2026, for an exam today.');
    expect(said).toContain('The exam passes at 70 percent of all its questions.');
    expect(said).toContain('64 of 100 CPC questions need CPT coding, which this bot cannot show');
    expect(said).toContain('This does not forecast passing.');
    expect(said.match(/Source: AAPC, CPC exam FAQs, checked 2026-11-22/g)).toHaveLength(1);
  });

  test('an exam whose parts nobody verified is a practice set, without a pass line', async () => {
    const { maria } = await openChat();
    const said = read(await maria.type('/exam start CCS'));
    expect(said).toContain('CCS practice set');
    expect(said).toContain('practice set, not a mock exam');
    expect(said).toContain('no share of right answers is published');
    expect(said).toContain('untimed');
  });

  test('with a planned day the editions of that day count', async () => {
    const { maria } = await openChat({ now: '2026-11-24T15:00:00Z' });
    await maria.type('/plan exam:CPC date:2027-01-20');
    const said = read(await maria.type('/exam start CPC'));
    expect(said).toContain('The code books of 2027, for your exam on 2027-01-20.');
  });

  test('every set that there is can be introduced, and fits', async () => {
    const { maria } = await openChat();
    const suggested = await maria.suggest('exam start', 'exam', '');
    expect(suggested.map(({ value }) => value)).toEqual(
      realContent().exams.map(({ exam }) => exam),
    );
    for (const { value } of suggested)
      expect(checkReply(await maria.type(`/exam start ${value}`))).toEqual([]);
  });

  test('an exam that there is none for gets the list', async () => {
    const { maria } = await openChat();
    expect(read(await maria.type('/exam start MCAT'))).toContain('There are sets for: CBCS, CCA');
  });

  test('in a channel it goes on in the direct messages', async () => {
    const { maria, mail, until } = await openChat({ now: '2026-11-24T15:00:00Z' });
    const intro = await maria.type('/exam start exam:CPC length:quarter');
    expect(read(await maria.press(intro, 'Begin'))).toContain('in your direct messages');
    await until('2026-11-24T15:00:01Z');
    const [card] = mail.to(maria.id);
    expect(card?.title).toMatch(/^Question 1 of 9 · CPC mock exam · 21 min left$/);
  });

  test('a second one is not begun beside the first', async () => {
    const { maria, intro } = await began();
    expect(read(await maria.press(intro, 'Begin'))).toContain('is open, with 21 min left');
    expect(read(await maria.type('/exam start CRC'))).toContain('One at a time');
  });
});

describe('a sitting', () => {
  test('keeps answers open until they are handed in, and tells nothing before', async () => {
    const { maria, card } = await began();
    expect(card.title).toBe('Question 1 of 9 · CPC mock exam · 21 min left');
    const first = await maria.press(card, 'A');
    expect(labelsOf(first)).toContain('✓ A');
    expect(read(first)).not.toContain('Why:');
    const changed = await maria.press(first, 'B');
    expect(labelsOf(changed)).toContain('✓ B');
    expect(labelsOf(changed)).not.toContain('✓ A');
    const back = await maria.press(await maria.press(changed, 'Next'), 'Back');
    expect(labelsOf(back)).toContain('✓ B');
  });

  test('marks for later, and the overview leads there', async () => {
    const { maria, card } = await began();
    const second = await maria.press(await maria.press(card, 'C'), 'Next');
    const marked = await maria.press(second, 'Mark for later');
    expect(labelsOf(marked)).toContain('Marked ✓');
    const overview = await maria.press(marked, 'Overview');
    expect(read(overview)).toContain('1 of 9 answered');
    expect(read(overview)).toContain('Marked for later: 2');
    expect(read(overview)).toContain('Without an answer: 2 to 9');
    const there = await maria.press(overview, 'Question 2 (marked)');
    expect(there.title).toMatch(/^Question 2 of 9/);
    const unmarked = await maria.press(there, 'Marked ✓');
    expect(labelsOf(unmarked)).toContain('Mark for later');
  });

  test('goes on showing the time left and the mark once a letter is pressed', async () => {
    const { maria, card, until } = await began();
    const marked = await maria.press(card, 'Mark for later');
    await until('2026-11-24T15:06:00Z');
    const chosen = await maria.press(marked, 'A');
    expect(chosen.title).toBe('Question 1 of 9 · CPC mock exam · 15 min left');
    expect(labelsOf(chosen)).toEqual(expect.arrayContaining(['✓ A', 'Marked ✓']));
  });

  test('rests without losing time, survives a restart, and takes no answer while it rests', async () => {
    const { maria, card, until, world } = await began();
    await until('2026-11-24T15:06:00Z');
    const paused = await maria.press(await maria.press(card, 'A'), 'Pause');
    expect(read(paused)).toContain('with 15 min left');
    await until('2026-11-30T15:00:00Z');
    expect(read(await maria.press(card, 'B'))).toContain('rests, with 15 min left');
    const { folder } = world;
    await world.runner.stop();
    world.opened.close();
    const later = await openChat({ folder, now: '2026-11-30T15:00:00Z' });
    const again = await later.maria.in(directMessage).type('/exam resume');
    expect(again.title).toBe('Question 2 of 9 · CPC mock exam · 15 min left');
    const first = await later.maria.in(directMessage).press(again, 'Back');
    expect(labelsOf(first)).toContain('✓ A');
  });

  test('is handed in after a question, and the report says it by domain, with the pass line', async () => {
    const { maria, card } = await began();
    const last = await answerAll(maria, card);
    const overview = await maria.press(last, 'Overview');
    const sure = await maria.press(overview, 'Hand in');
    expect(read(sure)).toContain('Every question is answered.');
    const report = await maria.press(sure, 'Hand in');
    const said = read(report);
    expect(report.title).toBe('Report · CPC mock exam');
    expect(said).toMatch(/\d of 9 right, \d+ percent; 9 answered/);
    expect(said).toMatch(/pass line of 70 percent/);
    expect(said).toContain('Medical terminology:');
    expect(said).toContain('This does not forecast passing.');
    const question = await maria.press(report, 'See the questions');
    expect(read(question)).toContain('Why:');
    expect(labelsOf(question)).toEqual(
      expect.arrayContaining(['Next', 'Report', 'Explain', 'Flag', 'Save to review']),
    );
    expect(read(await maria.press(card, 'B'))).toContain('This set was handed in.');
  });

  test('what is open is said before, and counts as wrong', async () => {
    const { maria, card } = await began();
    const overview = await maria.press(await maria.press(card, 'A'), 'Overview');
    const sure = await maria.press(overview, 'Hand in');
    expect(read(sure)).toContain('8 have no answer; they count as wrong.');
    const report = await maria.press(sure, 'Hand in');
    expect(read(report)).toMatch(/of 9 right, \d+ percent; 1 answered/);
    const unanswered = await maria.press(await maria.press(report, 'See the questions'), 'Next');
    expect(read(unanswered)).toContain('You gave no answer.\n\nThe right answer is');
    const again = await maria.press(report, 'Redo misses');
    expect(again.title).toMatch(/^Question 1 of [89] /);
  });

  test('what was missed can be drilled', async () => {
    const { maria, card } = await began();
    const last = await answerAll(maria, card);
    const sure = await maria.press(await maria.press(last, 'Overview'), 'Hand in');
    const report = await maria.press(sure, 'Hand in');
    const missed = 9 - Number(/(\d) of 9 right/.exec(read(report))?.[1]);
    const drill = await maria.press(report, 'Redo misses');
    expect(drill.title).toMatch(new RegExp(`^Question 1 of ${missed}`));
  });

  test('when time is up it is handed in as it is, and a message says so', async () => {
    const { maria, card, mail, until } = await began();
    await maria.press(card, 'A');
    await until('2026-11-24T15:21:35Z');
    expect(mail.to(maria.id)).toEqual([]);
    await until('2026-11-24T15:21:36Z');
    const [message] = mail.to(maria.id);
    expect(message && read(message)).toContain('Time is up\nYour CPC set is handed in');
    expect(read(await maria.press(card, 'B'))).toContain('This set was handed in.');
    if (!message) throw new Error('No message came.');
    expect(read(await maria.press(message, 'See the report'))).toContain('1 answered');
  });

  test('somebody else’s buttons do nothing', async () => {
    const { card, james } = await began();
    expect(read(await james.press(card, 'A'))).toContain("somebody else's sitting");
    expect(read(await james.press(card, 'Overview'))).toContain("somebody else's sitting");
    expect(read(await james.press(card, 'Pause'))).toContain("somebody else's sitting");
  });

  test('of two who hand in at once, one does', async () => {
    const { maria, card } = await began();
    const sure = await maria.press(await maria.press(card, 'Overview'), 'Hand in');
    const both = await Promise.all([maria.press(sure, 'Hand in'), maria.press(sure, 'Hand in')]);
    for (const report of both) expect(report.title).toBe('Report · CPC mock exam');
  });
});

describe('/exam report', () => {
  test('is empty at first', async () => {
    const { maria } = await openChat();
    expect(read(await maria.type('/exam report'))).toContain('You have not handed in');
    expect(read(await maria.type('/exam resume'))).toContain('No exam set is open.');
  });

  test('shows the latest, and leads to the others', async () => {
    const { maria, card, until } = await began();
    const hand = async (from: Reply) => {
      const sure = await maria.press(await maria.press(from, 'Overview'), 'Hand in');
      return maria.press(sure, 'Hand in');
    };
    await hand(card);
    await until('2026-11-26T15:00:00Z');
    const intro = await maria.type('/exam start exam:CRC length:quarter');
    await hand(await maria.press(intro, 'Begin'));
    const report = await maria.type('/exam report');
    expect(report.title).toBe('Report · CRC practice set');
    const earlier = await maria.press(report, 'CPC mock exam, November 24, 2026');
    expect(earlier.title).toBe('Report · CPC mock exam');
  });
});
