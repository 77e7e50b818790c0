// Questions to the guide: ten of each kind, what was found is shared, and people answer the rest.

import { describe, expect, test } from 'vitest';
import { covered, kinds } from '../../commands/asked-kinds.ts';
import { realContent } from '../../world.ts';
import { labelsOf, openScene, type Stage } from './scene.ts';

const door = 'which door of the library is open in the evening';

export function describeAsk(stage: Stage): void {
  describe('/ask', () => {
    const scene = openScene(stage);

    test.each(Object.entries(kinds))(
      '%s: met in its kind, ten times out of ten',
      async (_, kind) => {
        const { maria } = scene();
        for (const question of kind.questions) {
          const told = await maria.type('ask', { question });
          expect(told.visibleTo).toBe('presser');
          expect(told.text).toMatch(kind.says);
          if (kind.saysNot) expect(told.text).not.toMatch(kind.saysNot);
          if (kind.offers) expect(labelsOf(told)).toContain(kind.offers);
        }
      },
    );

    test('covered: the passage with its sources, ten times out of ten', async () => {
      const { maria } = scene();
      for (const [question, id] of Object.entries(covered)) {
        const told = await maria.type('ask', { question });
        const title = realContent().passages.find((passage) => passage.id === id)?.title ?? id;
        expect(told.text).toContain(title);
        expect(told.text).toContain(question);
        expect(told.text).toMatch(/\[1\] .+, checked 20\d\d-\d\d-\d\d/);
      }
    });

    test('what was found is shared with all, and found helpful', async () => {
      const { maria } = scene();
      const told = await maria.type('ask', { question: 'how long is the cpc exam' });
      const thanks = await maria.press(told, 'Helpful');
      expect(thanks.visibleTo).toBe('presser');
      const shared = await maria.press(told, 'Share with the channel');
      expect(shared).toMatchObject({ visibleTo: 'everyone', pings: [] });
      expect(shared.text).toContain('Shared by');
      expect(shared.text).not.toContain('how long is the cpc exam');
    });

    test('titles are suggested while typing', async ({ skip }) => {
      const { maria, able } = scene();
      able('suggestions', skip);
      const titles = await maria.person.suggest('ask', 'question', 'what is a ceu?');
      expect(titles[0]).toBe('What is a CEU?');
    });

    test('what is not covered goes to an organizer, whose answer comes by direct message', async ({
      skip,
    }) => {
      const { maria, olga, tom, until, inbox, able } = scene();
      able('direct messages', skip);
      const declined = await maria.type('ask', { question: door });
      const shown = await maria.press(declined, 'Ask a human');
      expect(shown.text).toContain(door);
      expect((await maria.press(shown, 'Send')).text).toContain('Sent.');
      const list = await olga.type('guide unanswered');
      expect(list.text).toContain(door);
      const opened = await olga.press(list, labelsOf(list)[0] ?? '');
      const form = await olga.pressForForm(opened, 'Answer');
      const done = await olga.submit(form, {
        title: 'By which door do we come in?',
        answer: 'By the side door, north of the building. It is locked at ten.',
        source: 'The librarian, in person',
      });
      expect(done.text).toContain('on its way to the member who asked');
      await until('2026-11-22T15:01:00Z');
      const [letter] = await inbox('maria');
      expect(letter?.text).toContain(door);
      expect(letter?.text).toContain('By the side door');
      const found = await tom.type('ask', { question: 'which door do we come in by' });
      expect(found.text).toContain("Answered by this group's organizers on November 22, 2026");
    });
  });
}
