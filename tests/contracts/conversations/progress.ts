// What becomes of answers: reviews when they are due, figures, the board, a plan for the exam.

import { describe, expect, test } from 'vitest';
import { lettersOn } from './on-card.ts';
import { labelsOf, openScene, type Stage } from './scene.ts';

export function describeProgress(stage: Stage): void {
  describe('review, figures, board and plan', () => {
    const scene = openScene(stage);

    test('what was missed is reviewed on the next day', async () => {
      const { maria, until } = scene();
      let card = await maria.type('quiz start', { kind: 'single', count: 2 });
      card = await maria.press(await maria.press(card, lettersOn(card).wrong), 'Next question');
      await maria.press(await maria.press(card, lettersOn(card).wrong), 'See the result');
      expect((await maria.type('review start')).text).toContain('Next: 2 questions tomorrow.');
      await until('2026-11-23T13:00:00Z');
      const first = await maria.type('review start');
      expect(first.text).toMatch(/^Review 1 of 2 · /);
      const known = await maria.press(first, lettersOn(first).right);
      const onward = labelsOf(known).find((label) => label.startsWith('Next · this one again in'));
      const second = await maria.press(known, onward ?? 'a button that says when it comes again');
      expect(second.text).toMatch(/^Review 2 of 2 · /);
      const out = await maria.press(second, 'Take it out');
      expect(out.text).toContain('Taken out.');
      const back = await maria.press(out, 'Undo');
      expect(back.text).toContain('Saved.');
      const settings = await maria.type('review settings');
      expect(settings.text).toContain('A day at most');
    });

    test('/stats: a picture that says in words what it shows', async ({ skip }) => {
      const { maria, inDm, able } = scene();
      able('pictures', skip);
      const alone = await inDm('maria').type('stats');
      expect(alone.text).toMatch(/In twelve weeks you answered \d questions/);
      expect(alone.image?.alt).toMatch(/^Right answers by topic: .+Activity over 12 weeks/s);
      expect([...(alone.image?.bytes.slice(1, 4) ?? [])]).toEqual([0x50, 0x4e, 0x47]);
      const dark = await inDm('maria').press(alone, 'Dark picture');
      expect(dark.image?.bytes).not.toEqual(alone.image?.bytes);

      const inChannel = await maria.type('stats');
      expect(inChannel.visibleTo).toBe('presser');
      if (stage.platform === 'slack')
        expect(inChannel.text).toContain('The picture is in your direct messages with me.');
      else expect(inChannel.image?.alt).toBe(alone.image?.alt);
    });

    test('/leaderboard: those who chose to be on it, by their nickname', async ({ skip }) => {
      const { maria, tom, olga, until, lastPost, able } = scene();
      await olga.type('group channel');
      await olga.type('group daily', { time: '09:00' });
      await until('2026-11-23T14:00:00Z');
      const daily = await lastPost();
      await maria.press(daily, lettersOn(daily).right);
      const empty = await maria.type('leaderboard');
      expect(empty.text).toContain('Nobody is on this board yet.');
      able('forms', skip);
      const form = await maria.pressForForm(empty, 'Show me');
      const mine = await maria.submit(form, { nickname: 'Mia' });
      expect(mine.text).toContain('1. Mia, you · 1 right of 1');
      const board = await tom.type('leaderboard');
      expect(board).toMatchObject({ visibleTo: 'presser', pings: [] });
      expect(board.text).toContain('1. Mia · 1 right of 1');
      expect((await tom.press(board, 'All time')).text).toContain('Mia');
    });

    test('/plan: counts down, and leads to practice', async ({ skip }) => {
      const { maria, able } = scene();
      const nothing = await maria.type('plan');
      expect(nothing.text).toContain('You have not planned an exam yet');
      able('forms', skip);
      const form = await maria.pressForForm(nothing, 'Plan an exam');
      const plan = await maria.submit(form, { exam: 'CPC', date: '2027-03-01' });
      expect(plan.text).toContain('days to go: Monday, March 1, 2027.');
      const result = await maria.pressForForm(plan, 'Add a result');
      const added = await maria.submit(result, { percent: 64, taken: '2026-11-02' });
      expect(added.text).toContain('64% (November 2, 2026)');
      const practice = labelsOf(added).find((label) => label.startsWith('Practice: ')) ?? '';
      expect((await maria.press(added, practice)).text).toMatch(/^Question 1 of /);
    });
  });
}
