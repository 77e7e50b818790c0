import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { labelsOf, openChat, type Person, read } from '../chat.ts';
import { fastFolder } from '../fixtures/fast-folder.ts';
import { opened } from './meetings.ts';

describe('/checkin', () => {
  test('a member checks in, is on the roster once, and can mend the name', async () => {
    const { maria, olivia } = await opened();
    const form = await maria.form('/checkin ANATOMY!');
    expect(form.specs.filter(({ required }) => required).map(({ name }) => name)).toEqual([
      'first_name',
      'last_name',
    ]);
    const checked = await maria.submit(form, {
      first_name: 'Maria',
      last_name: 'Lopes',
      member_number: '01234567',
    });
    expect(read(checked)).toContain('Checked in. Chapter meeting: Maria Lopes (01234567).');
    const again = await maria.pressForForm(checked, 'Correct my name');
    await maria.submit(again, { ...again.values, last_name: 'Lopez' });
    const roster = read(await olivia.type('/meeting roster'));
    expect(roster).toContain('1 checked in.');
    expect(roster).toContain('Lopez, Maria (01234567)');
    expect(roster).toContain('no official attendance record');
  });

  test('the entry is drafted with what was planned, and nothing is logged by itself', async () => {
    const { maria } = await opened();
    const checked = await maria.command('checkin', {
      word: 'anatomy',
      first_name: 'Maria',
      last_name: 'Lopez',
    });
    if (checked.kind !== 'reply') throw new Error('A reply was expected.');
    const draft = await maria.pressForForm(checked, 'Draft the CEU entry');
    expect(draft.submit).toBe('/ceu add');
    expect(draft.values).toEqual({
      title: 'Chapter meeting',
      completed_on: '2026-12-10',
      credits: 1.5,
    });
    expect(read(await maria.type('/ceu list'))).not.toContain('Chapter meeting');
    const later = await maria.type('/meeting next');
    expect(read(later)).toContain('You checked in at:');
    expect((await maria.pressForForm(later, 'Log CEUs of the last one')).submit).toBe('/ceu add');
  });

  test('a wrong word, no check-in, another group and a late one each get a sentence', async () => {
    const { maria, olivia, until } = await opened();
    const say = async (word: string) => read(await maria.type(`/checkin ${word}`));
    expect(await say('botany')).toContain('That is not the word.');
    const form = await maria.form('/checkin anatomy');
    const elsewhere = maria.in({ kind: 'channel', id: 'playground:else' }, 'playground:other');
    expect(read(await elsewhere.type('/checkin anatomy'))).toContain('No check-in is open');
    await olivia.type('/meeting stop');
    await until('2026-12-10T23:30:00Z');
    expect(await say('anatomy')).toContain('No check-in is open in this group now.');
    expect(read(await maria.submit(form, { first_name: 'Maria', last_name: 'Lopez' }))).toContain(
      'No check-in is open in this group now.',
    );
  });
});

describe('the word cannot be guessed', () => {
  const wrong = async (person: Person, times: number) => {
    for (let n = 0; n < times; n += 1) await person.type(`/checkin guess${n}`);
  };

  test('five wrong words, and the right one is of no use, after a restart too', async () => {
    const folder = mkdtempSync(join(fastFolder, 'coderounds-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const before = await opened({ folder });
    expect(read(await before.maria.type('/checkin botany'))).toContain('you can try 4 times more');
    await wrong(before.maria, 2);
    expect(read(await before.maria.type('/checkin botany'))).toContain('you can try once more');
    expect(read(await before.maria.type('/checkin botany'))).toContain('Ask an organizer');
    expect(read(await before.maria.type('/checkin anatomy'))).toContain('Ask an organizer');
    expect((await before.james.form('/checkin anatomy')).title).toBe('Check in');
    await before.world.close();
    const { maria } = await openChat({ folder, now: '2026-12-10T23:00:00Z' });
    expect(read(await maria.type('/checkin anatomy'))).toContain('Ask an organizer');
  });

  test('words that are typed all at once are counted too', async () => {
    const { maria } = await opened();
    const words = [...Array.from({ length: 20 }, (_none, n) => `guess${n}`), 'anatomy'];
    const outcomes = await Promise.all(words.map((word) => maria.command('checkin', { word })));
    expect(outcomes.filter(({ kind }) => kind === 'form')).toEqual([]);
  });

  test('four wrong words do no harm to one who has heard it at last', async () => {
    const { maria } = await opened();
    await wrong(maria, 4);
    expect((await maria.form('/checkin anatomy')).title).toBe('Check in');
  });

  test('an organizer sees how many, and gives new tries', async () => {
    const { maria, james, olivia } = await opened();
    await wrong(maria, 5);
    await wrong(james, 4);
    const roster = await olivia.type('/meeting roster');
    expect(read(roster)).toContain('1 person typed 5 wrong words and cannot check in.');
    const after = await olivia.press(roster, 'Give new tries');
    expect(labelsOf(after)).not.toContain('Give new tries');
    expect((await maria.form('/checkin anatomy')).title).toBe('Check in');
  });

  test('a meeting that opens later has tries of its own', async () => {
    const { maria, olivia } = await opened();
    await wrong(maria, 5);
    await olivia.type('/meeting plan title:Second date:2026-12-10 time:“8 pm”');
    await olivia.type('/meeting start meeting:Second word:botany');
    expect(read(await maria.type('/checkin anatomy'))).toContain('Ask an organizer');
    expect((await maria.form('/checkin botany')).title).toBe('Check in');
  });

  test('what was counted is shown by /privacy, and gone when the check-in is over', async () => {
    const { maria, olivia } = await opened();
    await wrong(maria, 1);
    const mine = async () => read(await maria.type('/privacy show'));
    expect(await mine()).toContain('open check-ins for which you typed a wrong word: 1');
    await olivia.type('/meeting stop');
    expect(await mine()).not.toContain('wrong word');
  });
});
