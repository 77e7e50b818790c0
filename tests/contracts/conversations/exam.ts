// An exam set: begun in the channel, sat in the direct messages, paused, handed in, reported.

import { describe, expect, test } from 'vitest';
import { labelsOf, openScene, type Stage } from './scene.ts';

export function describeExam(stage: Stage): void {
  describe('an exam set', () => {
    const scene = openScene(stage, { now: '2026-11-24T15:00:00Z' });

    test('begins in the channel and goes on in the direct messages, to its report', async ({
      skip,
    }) => {
      const { maria, inDm, inbox, until, able } = scene();
      able('direct messages', skip);
      const intro = await maria.type('exam start', { exam: 'CPC', length: 'quarter' });
      expect(intro.text).toContain('This does not forecast passing.');
      expect((await maria.press(intro, 'Begin')).text).toContain('in your direct messages');
      await until('2026-11-24T15:00:01Z');
      const alone = inDm('maria');
      const [card] = await inbox('maria');
      if (!card) throw new Error('Nothing came by direct message.');
      expect(card.text).toMatch(/^Question 1 of 9 · CPC mock exam · 21 min left/);

      const chosen = await alone.press(card, 'A');
      expect(labelsOf(chosen)).toContain('✓ A');
      expect(chosen.text).not.toContain('Why:');
      const marked = await alone.press(await alone.press(chosen, 'Next'), 'Mark for later');
      expect(labelsOf(marked)).toContain('Marked ✓');
      const overview = await alone.press(marked, 'Overview');
      expect(overview.text).toContain('1 of 9 answered');

      const there = await alone.press(overview, 'Question 2 (marked)');
      const paused = await alone.press(there, 'Pause');
      expect(paused.text).toContain('with 21 min left');
      await until('2026-11-26T15:00:00Z');
      let shown = await alone.type('exam resume');
      expect(shown.text).toMatch(/^Question 2 of 9 · CPC mock exam · 21 min left/);
      while (labelsOf(shown).includes('Next'))
        shown = await alone.press(await alone.press(shown, 'B'), 'Next');
      const sure = await alone.press(await alone.press(shown, 'Overview'), 'Hand in');
      expect(sure.text).toContain('1 has no answer; it counts as wrong.');
      const report = await alone.press(sure, 'Hand in');
      expect(report.text).toMatch(/^Report · CPC mock exam/);
      expect(report.text).toMatch(/pass line of 70 percent/);
      const question = await alone.press(report, 'See the questions');
      expect(question.text).toContain('Why:');
      expect(labelsOf(question)).toEqual(expect.arrayContaining(['Next', 'Report', 'Explain']));
      expect((await alone.type('exam report')).text).toMatch(/^Report · CPC mock exam/);
    });
  });
}
