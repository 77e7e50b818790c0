// The group's own questions: a file with its dry run, one by form, and what members flag.

import { describe, expect, test } from 'vitest';
import { numbered } from '../../commands/bank-file.ts';
import { labelsOf, openScene, type Stage } from './scene.ts';

const file = {
  name: 'shelves.csv',
  mediaType: 'text/csv',
  bytes: new TextEncoder().encode(`${numbered(3)}No key?,x,y,z,,,\n`),
};

const proposal = {
  question: 'Where is the blue folder?',
  options: '* Top\nMiddle\nBottom',
  source: 'Our library plan, page 2',
};

export function describeBank(stage: Stage): void {
  describe("the group's bank", () => {
    const scene = openScene(stage);

    test('/bank import: the file, its dry run, the confirmation, and the quiz', async ({
      skip,
    }) => {
      const { maria, olga, able } = scene();
      able('files in', skip);
      const empty = await olga.type('bank export', { what: 'bank' });
      const form = await olga.pressForForm(empty, 'Import a file');
      const dry = await olga.submit(form, { file, provenance: 'Written by our group in 2026' });
      expect(dry.text).toContain('Dry run: 3 new questions');
      expect(dry.text).toContain('right is missing: write a letter');
      const done = await olga.press(dry, 'Mine or licensed: add 3');
      expect(done.text).toContain('3 questions added');
      const card = await maria.type('quiz start', { topic: 'Our shelves', count: 2 });
      expect(card.text).toMatch(/Which shelf holds folder \d\?/);
    });

    test('/bank add and /bank flags: a question, what a member says of it, an answer', async ({
      skip,
    }) => {
      const { maria, olga, inbox, until, able } = scene();
      able('forms', skip);
      const form = await olga.pressForForm(await olga.type('bank flags'), 'Add a question');
      const preview = await olga.submit(form, {
        question: 'Which shelf holds the red folder?',
        options: '* Top\nMiddle ## That is the blue one.\nBottom',
        explanation: 'The labels say so.',
        source: 'Our library plan, page 2',
        topic: 'The other room',
      });
      expect(preview.text).toContain('✓ A. Top');
      await olga.press(preview, 'Mine or licensed: add it');

      await maria.press(await maria.type('quiz stop'), 'Stop');
      const card = await maria.type('quiz start', { topic: 'The other room', count: 1 });
      const reveal = await maria.press(card, 'A');
      const flag = await maria.pressForForm(reveal, 'Flag');
      const thanks = await maria.submit(flag, { reason: 'The labels were changed last week.' });
      expect(thanks.text).toContain('Thank you');
      const list = await olga.type('bank flags');
      expect(list.text).toContain('Which shelf holds the red folder?');
      const opened = await olga.press(list, labelsOf(list)[0] ?? '');
      expect(opened.text).toContain('The labels were changed last week.');
      expect(opened.visibleTo).toBe('presser');
      const mend = await olga.pressForForm(opened, 'Mend it');
      expect(mend.fields.find(({ name }) => name === 'options')?.value).toContain('* Top');
      const mended = await olga.submit(mend, { options: 'Top ## Until May.\n* Middle\nBottom' });
      expect(mended.text).toContain('Mended.');
      able('direct messages', skip);
      await until('2026-11-22T15:30:00Z');
      const letters = await inbox('maria');
      expect(letters.map(({ text }) => text).join()).toMatch(/right answer is: Middle/);
    });

    test("a member's question waits for an organizer, and its writer is told", async ({ skip }) => {
      const { tom, olga, inbox, until, able } = scene();
      able('forms', skip);
      await tom.press(await tom.type('quiz start', { kind: 'single', count: 1 }), 'Stop');
      const form = await tom.pressForForm(await tom.type('bank add', proposal), 'Change it');
      const preview = await tom.submit(form, { question: 'Where is the green folder?' });
      expect(preview.text).toContain('An organizer decides');
      await tom.press(preview, 'Mine or licensed: propose it');
      const list = await olga.type('bank flags');
      const label = labelsOf(list).find((each) => each.includes('Where is the green folder?'));
      const card = await olga.press(list, label ?? 'a choice that names it');
      const decline = await olga.pressForForm(card, 'Decline');
      expect((await olga.submit(decline, { reason: 'We have moved.' })).text).toContain('Declined');
      able('direct messages', skip);
      await until('2026-11-22T16:00:00Z');
      expect((await inbox('tom')).at(-1)?.text).toContain('We have moved.');
    });
  });
}
