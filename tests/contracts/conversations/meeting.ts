// A meeting: planned, announced, its check-in by a word, and the roster as a file.

import { describe, expect, test } from 'vitest';
import { openScene, type Stage } from './scene.ts';

export function describeMeeting(stage: Stage): void {
  describe('a meeting', () => {
    const scene = openScene(stage);

    test('from the plan to the roster', async ({ skip }) => {
      const { maria, tom, olga, inDm, until, lastPost, able } = scene();
      able('forms', skip);
      await olga.type('group channel');
      await olga.type('group setup', { zone: 'eastern' });
      const form = await olga.pressForForm(await olga.type('meeting next'), 'Plan a meeting');
      const card = await olga.submit(form, {
        title: 'Chapter meeting',
        date: '2026-12-10',
        time: '6 pm',
        credits: 1.5,
      });
      expect(card.text).toContain('Thursday, December 10, 2026 at 18:00 (America/New_York)');
      await until('2026-12-09T14:00:00Z');
      const announced = await lastPost();
      expect(announced.visibleTo).toBe('everyone');
      expect(announced.text).toContain('Planned: 1.5 credits');
      expect((await tom.type('meeting next')).text).toContain('Chapter meeting');

      await until('2026-12-10T22:50:00Z');
      const open = await olga.type('meeting start', { word: 'Anatomy' });
      expect(open).toMatchObject({ visibleTo: 'presser' });
      expect(open.text).toContain('anatomy');
      await until('2026-12-10T22:51:00Z');
      const post = await lastPost();
      expect(post.text).toContain('Check-in');
      expect(post.text.toLowerCase()).not.toContain('anatomy');

      const checkIn = await maria.pressForForm(post, 'Check in');
      const named = { first_name: 'Maria', last_name: 'Lopez' };
      const wrong = await maria.submit(checkIn, { word: 'botany', ...named });
      expect(wrong).toMatchObject({ visibleTo: 'presser' });
      expect(wrong.text).toContain('not the word');
      const again = await maria.pressForForm(post, 'Check in');
      const checked = await maria.submit(again, { word: 'anatomy', ...named });
      expect(checked).toMatchObject({ visibleTo: 'presser' });
      expect(checked.text).toContain('Checked in. Chapter meeting: Maria Lopez');
      const draft = await maria.pressForForm(checked, 'Draft the CEU entry');
      expect(draft.fields).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ name: 'title', value: 'Chapter meeting' }),
        ]),
      );
      expect((await olga.type('meeting stop')).text).toContain('1 person checked in');

      able('files out', skip);
      const alone = stage.platform === 'slack' ? inDm('olga') : olga;
      const roster = await alone.type('meeting roster');
      expect(roster.text).toContain('Lopez, Maria');
      const sure = await alone.press(roster, 'Export as CSV');
      const handed = await alone.press(sure, 'I confirm: give me the file');
      expect(handed.files).toHaveLength(1);
      expect(Buffer.from(handed.files[0]?.bytes ?? []).toString()).toContain(
        'no official attendance record',
      );
    });
  });
}
