import { describe, expect, test } from 'vitest';
import type { Outcome, Reply } from '../../src/bot/reply.ts';
import { group, labelsOf, openChat, Person, read, studyHall } from '../chat.ts';
import { heading, numbered, uploadOf } from './bank-file.ts';

const ours = 'Written by our group in 2026';

async function importing(person: Person, text: string | Uint8Array, more: object = {}) {
  const file = uploadOf('shelves.csv', text);
  return replyIn(await person.command('bank import', { file, provenance: ours, ...more }));
}

function replyIn(outcome: Outcome): Reply {
  if (outcome.kind === 'reply') return outcome;
  throw new Error(`A reply was expected, and this came: ${JSON.stringify(outcome)}`);
}

async function bring(person: Person, text: string): Promise<Reply> {
  const dry = await importing(person, text);
  const confirm = labelsOf(dry).find((label) => label.startsWith('Mine or licensed')) ?? '';
  return person.press(dry, confirm);
}

function textOf(reply: Reply): string {
  return new TextDecoder().decode(reply.files?.[0]?.bytes);
}

describe('/bank import', () => {
  test('shows first what is new, double and wrong, and keeps nothing of it yet', async () => {
    const { olivia } = await openChat();
    await bring(olivia, numbered(1));
    const dry = await importing(
      olivia,
      `${numbered(3)}Which shelf holds folder 2?,Bottom 2,Top 2,Middle 2,C,,\nNo key?,x,y,z,,,\nWhen is 99213 right?,x,y,z,A,,\nPatient: Mary Whitfield was born 03/04/1961. What now?,x,y,z,A,,\n`,
    );
    expect(read(dry)).toContain(
      [
        'Dry run: 2 new questions',
        '• 2 new',
        '• 1 in the bank already (row 2)',
        '• 1 twice in the file (row 5)',
        '• 1 wrong',
        '• 1 held, because of a licensed code',
        '• 1 refused, because of what looks like patient data',
        '',
        '• row 6: right is missing: write a letter, such as B',
      ].join('\n'),
    );
    expect(read(dry)).toContain('row 7: question holds “99213”, which looks like a CPT code.');
    expect(read(dry)).toContain('row 8: question looks like patient data (birth date)');
    expect(read(dry)).not.toContain('Whitfield');
    expect(read(dry)).toContain('The first one, as it was read:\n\nWhich shelf holds folder 2?');
    expect(read(dry)).toContain('· A. Top 2\n✓ B. Middle 2\n· C. Bottom 2');
    expect(read(dry)).toContain('None is a recalled exam item');
    expect(read(await olivia.type('/bank export what:bank'))).toContain('1 question.');
  });

  test('brings in all of it at once, and only once', async () => {
    const { olivia, maria } = await openChat();
    const dry = await importing(olivia, numbered(30));
    const [one, other] = await Promise.all([
      olivia.press(dry, 'Mine or licensed: add 30'),
      olivia.press(dry, 'Mine or licensed: add 30'),
    ]);
    expect(
      [one, other].map(read).filter((text) => text.includes('30 questions added')),
    ).toHaveLength(1);
    expect([one, other].map(read).filter((text) => text.includes('does not wait'))).toHaveLength(1);
    const card = await maria.type('/quiz start topic:"Our shelves" count:3');
    expect(card.title).toBe('Question 1 of 3 · Our shelves');
    expect(read(card)).toMatch(/Which shelf holds folder \d+\?/);
  });

  test('is for organizers, and only whoever brought a file confirms it', async () => {
    const { olivia, maria, james, world } = await openChat();
    expect(read(await importing(maria, numbered(1)))).toContain('for organizers');
    const dry = await importing(olivia, numbered(2));
    expect(read(await james.press(dry, 'Mine or licensed: add 2'))).toContain('for organizers');
    const otto = new Person(world, {
      user: { id: 'playground:otto', name: 'Otto' },
      channel: { id: studyHall, kind: 'channel' },
      group,
      admin: true,
    });
    expect(read(await otto.press(dry, 'Mine or licensed: add 2'))).toContain(
      'somebody else brought it',
    );
  });

  test('can be left, and is forgotten after an hour', async () => {
    const { olivia, until, world } = await openChat();
    const dry = await importing(olivia, numbered(2));
    expect(read(await olivia.press(dry, 'Add nothing'))).toContain('nothing of it was kept');
    expect(read(await olivia.press(dry, 'Mine or licensed: add 2'))).toContain('does not wait');
    const late = await importing(olivia, numbered(2));
    await until('2026-11-22T16:30:00Z');
    await world.opened.jobs.sweep(world.clock.now());
    expect(read(await olivia.press(late, 'Mine or licensed: add 2'))).toContain('does not wait');
  });

  test('says of each file in a sentence why it is refused', async () => {
    const { olivia } = await openChat();
    const refusals = [
      [Uint8Array.from([0x50, 0x4b, 3, 4]), 'a workbook, a document or another package'],
      [Uint8Array.from([0xe9, 0x2c, 0x41]), 'not in UTF-8'],
      ['a,b,c\n1,2,3\n', 'must name the columns'],
      ['', 'empty'],
    ] as const;
    for (const [content, says] of refusals)
      expect(read(await importing(olivia, content))).toContain(says);
    const big = { ...uploadOf('big.csv', 'x'), size: 6_000_000 };
    const outcome = await olivia.command('bank import', { file: big, provenance: ours });
    expect(read(replyIn(outcome))).toContain('is larger than 5 MB');
  });

  test('takes cases with patients only where an organizer says that they are invented', async () => {
    const { olivia } = await openChat();
    const patient = `${heading}Patient: Mary Whitfield was born 03/04/1961. What now?,x,y,z,A,,\n`;
    const refused = await importing(olivia, patient);
    expect(refused.title).toBe('Dry run: nothing new');
    expect(read(refused)).toContain('invented:yes');
    expect((await importing(olivia, patient, { invented: true })).title).toContain(
      '1 new question',
    );
  });

  test('holds a licensed code in its own fields too', async () => {
    const { olivia } = await openChat();
    const file = uploadOf('x.csv', numbered(1));
    const outcome = await olivia.command('bank import', {
      file,
      provenance: 'All about CPT 99213',
    });
    expect(outcome).toMatchObject({
      kind: 'invalid',
      problems: { provenance: expect.stringContaining('CPT code') },
    });
  });

  test('hands out a list where more is wrong than a message shows', async () => {
    const { olivia } = await openChat();
    const dry = await importing(
      olivia,
      heading + 'No key?,x,y,z,,,\n'.repeat(20) + numbered(1).slice(heading.length),
    );
    expect(read(dry)).toContain('and 12 more: all of them are in the file here');
    expect(textOf(dry).split('\r\n')).toHaveLength(22);
    expect(textOf(dry)).toContain('"2","right","is missing');
  });

  test('reads Aiken, GIFT and Anki notes, by themselves or as told', async () => {
    const { olivia } = await openChat();
    const files = [
      ['a.txt', 'Which shelf?\nA. Top\nB. Low\nANSWER: B\n'],
      ['b.txt', 'Which other shelf? {=Top ~Low}\n'],
      ['c.txt', '#separator:tab\nPlain hypertension\tI10\n'],
    ] as const;
    for (const [name, content] of files) {
      const file = uploadOf(name, content);
      const dry = replyIn(await olivia.command('bank import', { file, provenance: ours }));
      expect(dry.title).toBe('Dry run: 1 new question');
    }
    const file = uploadOf('a.txt', files[0][1]);
    const told = await olivia.command('bank import', { file, provenance: ours, format: 'gift' });
    expect(read(replyIn(told))).toContain('line 1: has no answers in { }');
  });

  test('takes 4,000 questions while others are answered', async () => {
    const { olivia, maria } = await openChat();
    await maria.type('/help');
    let longest = 0;
    let before = process.threadCpuUsage();
    const watch = setInterval(() => {
      const { user, system } = process.threadCpuUsage(before);
      longest = Math.max(longest, (user + system) / 1000);
      before = process.threadCpuUsage();
    }, 1);
    const dry = await importing(olivia, numbered(4000));
    const done = await olivia.press(dry, 'Mine or licensed: add 4000');
    clearInterval(watch);
    expect(read(done)).toContain('4000 questions added');
    expect(longest).toBeLessThan(50);
    expect(await maria.type('/quiz start topic:"Our shelves"')).toMatchObject({
      title: 'Question 1 of 10 · Our shelves',
    });
  });
});

describe("a group's own questions", () => {
  test('are asked in that group alone', async () => {
    const { olivia, maria, world } = await openChat();
    await bring(olivia, numbered(3));
    const elsewhere = new Person(world, {
      user: { id: 'playground:elsewhere', name: 'Eve' },
      channel: { id: 'playground:other-hall', kind: 'channel' },
      group: 'playground:other-group',
    });
    expect(read(await elsewhere.type('/quiz start topic:"Our shelves"'))).toContain(
      'There is no topic',
    );
    expect(await maria.suggest('quiz start', 'topic', 'shelv')).toMatchObject([
      { label: 'Our shelves' },
    ]);
    expect(await elsewhere.suggest('quiz start', 'topic', 'shelv')).toEqual([]);
  });

  test('come as the daily question of that group', async () => {
    const { olivia, mail, until } = await openChat();
    await bring(olivia, numbered(3));
    await olivia.type('/group daily time:09:00 topic:"Our shelves"');
    await until('2026-11-23T15:00:00Z');
    const [posted] = mail.in(studyHall);
    expect(posted && read(posted)).toContain('Which shelf holds folder');
    expect(posted?.title).toBe('Question of the day · Our shelves');
  });
});

describe('/bank export', () => {
  test('gives organizers all that was imported, so that another group can import it', async () => {
    const { olivia } = await openChat();
    await bring(olivia, numbered(12));
    for (const format of ['csv', 'anki', 'gift']) {
      const exported = await olivia.type(`/bank export what:bank format:${format}`);
      expect(read(exported)).toContain('12 questions.');
      const again = await importing(olivia, textOf(exported), { format });
      expect(read(again)).toContain('12 in the bank already');
    }
  });

  test('gives members what they missed, and nothing of the bank', async () => {
    const { olivia, maria } = await openChat();
    await bring(olivia, numbered(1));
    expect(read(await maria.type('/bank export'))).toContain('You have missed no question so far.');
    const card = await maria.type('/quiz start topic:"Our shelves" count:1');
    const wrong = read(card).match(/([A-C])\. Top 1/)?.[1] ?? '';
    await maria.press(card, wrong);
    expect(textOf(await maria.type('/bank export'))).toContain('Which shelf holds folder 1?');
    expect(textOf(await maria.type('/bank export format:anki'))).toContain('#separator:tab');
    expect(read(await maria.type('/bank export what:bank'))).toContain(
      'for organizers of the group',
    );
  });

  test('of an empty bank says how to fill it', async () => {
    const { olivia } = await openChat();
    expect(read(await olivia.type('/bank export what:bank'))).toContain(
      'no questions of its own yet',
    );
  });
});
