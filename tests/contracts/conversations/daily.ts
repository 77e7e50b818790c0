// The question of the day over two days: private answers, and how others did on the next morning.

import { describe, expect, test } from 'vitest';
import { lettersOn } from './on-card.ts';
import { labelsOf, openScene, type Stage } from './scene.ts';

export function describeDaily(stage: Stage): void {
  describe('the question of the day', () => {
    const scene = openScene(stage);

    test('comes each morning, and its answer with the next one', async () => {
      const { maria, tom, olga, until, lastPost, posts, driver } = scene();
      await olga.type('group channel');
      expect((await olga.type('group daily', { time: '9:00' })).text).toContain('Saved.');
      await until('2026-11-23T13:59:00Z');
      expect(await posts()).toEqual([]);

      await until('2026-11-23T14:00:00Z');
      const monday = await lastPost();
      expect(monday).toMatchObject({ visibleTo: 'everyone', pings: [] });
      expect(monday.text).toMatch(/^Question of the day/);
      const { right, wrong } = lettersOn(monday);
      const locked = await maria.press(monday, right);
      expect(locked.visibleTo).toBe('presser');
      expect(locked.text).toContain(`${right}, locked in.`);
      expect(locked.text).toContain('Your streak: 1 in a row.');
      expect((await tom.press(monday, wrong)).text).toContain('Not quite.');
      expect((await driver.look(monday.at)).text).toBe(monday.text);

      await until('2026-11-24T14:00:00Z');
      const revealed = await driver.look(monday.at);
      expect(revealed.text).toContain('Answer to the question of November 23, 2026');
      expect(revealed.text).toContain('2 answered, 1 right.');
      expect(labelsOf(revealed)).toEqual(['Explain', 'Flag', 'Save to review']);
      expect((await olga.press(monday, right)).text).toContain('Time was up');
      const tuesday = await lastPost();
      expect(tuesday.at).not.toEqual(monday.at);
      const next = await maria.press(tuesday, lettersOn(tuesday).right);
      expect(next.text).toContain('Your streak: 2 in a row.');
    });
  });
}
