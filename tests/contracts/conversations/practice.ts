// Private practice: a question of each kind, what follows the answer, and the end.

import { describe, expect, test } from 'vitest';
import type { SeenMessage } from '../driver.ts';
import { letterOf, lettersOn, questionOn } from './on-card.ts';
import { labelsOf, openScene, type Stage } from './scene.ts';

export function describePractice(stage: Stage): void {
  describe('practice', () => {
    const scene = openScene(stage);

    test('one right answer: the reveal, Explain, Save to review, the end and what was missed', async () => {
      const { maria } = scene();
      const card = await maria.type('quiz start', { kind: 'single', count: 2 });
      expect(card.visibleTo).toBe('presser');
      expect(card.text).toContain('Question 1 of 2');
      const { wrong, right } = lettersOn(card);
      const reveal = await maria.press(card, wrong);
      expect(reveal.at).toEqual(card.at);
      expect(reveal.text).toContain(`the answer is ${right}`);
      expect(reveal.text).toMatch(/Source: .+, checked \d{4}/);
      expect(labelsOf(reveal)).toEqual(
        expect.arrayContaining(['Explain', 'Flag', 'Save to review', 'Next question']),
      );

      const explained = await maria.press(reveal, 'Explain');
      expect(explained.text).toContain('Explained');
      expect(explained.at).not.toEqual(card.at);

      const second = await maria.press(reveal, 'Next question');
      const last = await maria.press(second, lettersOn(second).right);
      expect((await maria.press(last, 'Save to review')).text).toContain('Saved.');
      const end = await maria.press(last, 'See the result');
      expect(end.text).toContain('You answered 2 and got 1 right.');
      expect(end.text).toContain('Quiz points are not CEUs.');
      const again = await maria.press(end, 'Redo misses');
      expect(again.text).toContain('Question 1 of 1');
      expect(questionOn(again).id).toBe(questionOn(card).id);
      await maria.press(await maria.press(again, lettersOn(again).right), 'See the result');
    });

    test('select all: letters are ticked, then submitted', async () => {
      const { maria } = scene();
      const card = await maria.type('quiz start', { kind: 'select-all', count: 1 });
      const question = questionOn(card);
      if (question.kind !== 'select-all') throw new Error('Another kind was asked for.');
      let shown = card;
      const right = question.options.filter((option) => option.right);
      for (const { text } of right) {
        const letter = letterOf(text, card);
        shown = await maria.press(shown, letter);
        expect(labelsOf(shown)).toContain(`✓ ${letter}`);
      }
      const reveal = await maria.press(shown, 'Submit');
      expect(reveal.text).toContain('Right. The answers are');
      await finish(reveal);
    });

    test('put in order: letters are pressed in sequence, and taken back', async () => {
      const { maria } = scene();
      const card = await maria.type('quiz start', { kind: 'order', count: 1 });
      const question = questionOn(card);
      if (question.kind !== 'order') throw new Error('Another kind was asked for.');
      const letters = question.items.map(({ text }) => letterOf(text, card));
      let shown = await maria.press(card, letters.at(-1) ?? '');
      shown = await maria.press(shown, 'Undo');
      for (const letter of letters) shown = await maria.press(shown, letter);
      const reveal = await maria.press(shown, 'Submit');
      expect(reveal.text).toContain(`Right. ${letters.join(', ')} is the order.`);
      await finish(reveal);
    });

    test('type the code: in a form, and the answer takes the place of the card', async ({
      skip,
    }) => {
      const { maria, able } = scene();
      able('forms', skip);
      const card = await maria.type('quiz start', { kind: 'typed', count: 1 });
      const question = questionOn(card);
      if (question.kind !== 'typed') throw new Error('Another kind was asked for.');
      const form = await maria.pressForForm(card, 'Type the answer');
      const codes = (question.answers[0] ?? []).join(' ').toLowerCase();
      const reveal = await maria.submit(form, { codes });
      expect(reveal.text).toContain('Right.');
      expect(reveal.at).toEqual(card.at);
      await finish(reveal);
    });

    test('a case: its questions one after the other, each under its note', async () => {
      const { maria } = scene();
      const card = await maria.type('quiz start', { kind: 'case', count: 5 });
      expect(card.text).toMatch(/Case: .+/);
      expect(card.text).toMatch(/Question 1 of \d on this case:/);
      const stopped = await maria.type('quiz stop');
      expect((await maria.press(stopped, 'Save for later')).text).toContain('Saved.');
      const resumed = await maria.type('quiz resume');
      expect(resumed.text).toBe(card.text);
      await maria.press(await maria.type('quiz stop'), 'Stop');
    });

    test('Continue in DM brings the open question there', async ({ skip }) => {
      const { tom, inDm, inbox, until, able } = scene();
      able('direct messages', skip);
      const card = await tom.type('quiz start', { kind: 'single', count: 1 });
      await tom.press(card, 'Continue in DM');
      await until('2026-11-22T15:00:01Z');
      const [there] = await inbox('tom');
      if (!there) throw new Error('Nothing came by direct message.');
      expect(labelsOf(there)).not.toContain('Continue in DM');
      const reveal = await inDm('tom').press(there, lettersOn(there).right);
      expect(reveal.text).toContain('Right.');
    });

    test("somebody else's card answers nothing", async () => {
      const { maria, tom } = scene();
      const card = await maria.type('quiz start', { kind: 'single', count: 1 });
      const told = await tom.press(card, 'A');
      expect(told.text).toContain("somebody else's quiz");
      expect(told.visibleTo).toBe('presser');
    });

    async function finish(reveal: SeenMessage): Promise<void> {
      const end = await scene().maria.press(reveal, 'See the result');
      expect(end.text).toContain('You answered 1 and got 1 right.');
    }
  });
}
