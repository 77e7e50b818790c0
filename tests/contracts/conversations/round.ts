// A round of three in the channel: private answers, one reveal for all.

import { describe, expect, test } from 'vitest';
import { lettersOn } from './on-card.ts';
import { labelsOf, openScene, type Stage } from './scene.ts';

/** Seconds after 15:00, when Maria starts the round. */
function at(seconds: number): string {
  return Temporal.Instant.from('2026-11-22T15:00:00Z').add({ seconds }).toString();
}

export function describeRound(stage: Stage): void {
  describe('a round in the channel', () => {
    const scene = openScene(stage);

    test('from the lobby to the result', async () => {
      const { maria, tom, olga, until, lastPost, driver } = scene();
      const told = await maria.type('quiz group', { count: 2, pace: 'fast' });
      expect(told).toMatchObject({ visibleTo: 'presser' });
      expect(told.text).toContain('You lead it');
      await until(at(0));
      const lobby = await lastPost();
      expect(lobby.visibleTo).toBe('everyone');
      expect(lobby.text).toContain('2 questions from all topics, 45 seconds each');
      expect((await tom.press(lobby, 'Join')).text).toContain('You are in.');

      await until(at(31));
      const first = await lastPost();
      expect(first.text).toContain('Question 1 of 2');
      const { right, wrong } = lettersOn(first);
      const locked = await tom.press(first, wrong);
      expect(locked).toMatchObject({
        visibleTo: 'presser',
        text: `${wrong}, locked in. You can change it once.`,
      });
      const changed = await tom.press(first, right);
      expect(changed.text).toBe(`Changed to ${right}, and locked. It stays now.`);
      expect((await tom.press(first, wrong)).text).toContain(`It stays ${right}`);
      await olga.press(first, wrong);
      await until(at(33));
      const waiting = await driver.look(first.at);
      expect(waiting.text).toContain('2 of 3 locked in.');
      expect(waiting.text).not.toContain('Why:');

      await maria.press(first, right);
      await until(at(34));
      const reveal = await driver.look(first.at);
      expect(reveal.text).toContain(`The right answer is ${right}.`);
      expect(reveal.text).toContain('3 answered, 2 right.');
      expect(labelsOf(reveal)).toEqual(
        expect.arrayContaining(['Explain', 'Flag', 'Save to review', 'Next question', 'Stop']),
      );
      expect(await tom.press(reveal, 'Explain')).toMatchObject({ visibleTo: 'presser' });

      await maria.press(reveal, 'Next question');
      await until(at(35));
      const second = await lastPost();
      expect(second.text).toContain('Question 2 of 2');
      const letters = lettersOn(second);
      await tom.press(second, letters.right);
      expect((await olga.press(second, 'Reveal')).visibleTo).toBe('presser');
      expect((await driver.look(second.at)).text).not.toContain('Why:');
      await maria.press(second, 'Reveal');
      await until(at(36));
      expect((await driver.look(second.at)).text).toContain('1 answered, 1 right.');
      const late = await olga.press(second, letters.right);
      expect(late).toMatchObject({ visibleTo: 'presser' });
      expect(late.text).toContain('Time was up: this press does not count.');

      await until(at(57));
      const end = await lastPost();
      expect(end.text).toContain('The round is over');
      const mine = await olga.press(end, 'My result');
      expect(mine).toMatchObject({ visibleTo: 'presser' });
      expect(mine.text).toContain('You answered 1 and got 0 right.');
    });
  });
}
