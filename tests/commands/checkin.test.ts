import { describe, expect, test } from 'vitest';
import { read } from '../chat.ts';
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
