// Codes and their changes, with two releases of a very small ICD-10-CM; notices and own reminders.

import { describe, expect, test } from 'vitest';
import { twoReleases } from '../../catalog/two-releases.ts';
import { labelsOf, openScene, type Stage } from './scene.ts';

export function describeCodes(stage: Stage): void {
  describe('codes and their changes', () => {
    const scene = openScene(stage, { now: '2026-08-20T12:00:00Z', codes: twoReleases });

    test('/code: one code, its neighbours, and shared with the channel', async () => {
      const { maria } = scene();
      const card = await maria.type('code', { query: 'e11.9' });
      expect(card.text).toMatch(/^E11\.9 · Type 2 diabetes mellitus without complications/);
      expect(card.text).toContain('Billable: valid on a claim');
      const header = await maria.press(card, '↑ E11 Type 2 diabetes mellitus');
      expect(header.text).toContain('Header: not valid on a claim');
      const shared = await maria.press(card, 'Share with the channel');
      expect(shared).toMatchObject({ visibleTo: 'everyone', controls: [] });
      const found = await maria.type('code', { query: 'diabetes hyperglycemia' });
      expect(found.text).toContain('E11.65');
    });

    test('codes are suggested while typing', async ({ skip }) => {
      const { maria, able } = scene();
      able('suggestions', skip);
      expect((await maria.person.suggest('code', 'query', 'e11')).length).toBeGreaterThan(1);
    });

    test('/updates changes: chapters, search, file, and a quiz on them', async ({ skip }) => {
      const { maria, inDm, able } = scene();
      const overview = await maria.type('updates changes', { release: 'FY2027' });
      expect(overview.text).toContain('Changes of ICD-10-CM FY2027');
      expect(overview.text).toContain('4 new, 2 removed (1 deleted, 1 made a header), 1 retitled');
      const chapter = await maria.press(overview, 'Chapter 21: Factors influencing health status');
      expect(chapter.text).toContain('Z99.9 deleted: Dependence on machines');
      const quiz = await maria.press(overview, 'Mini-quiz');
      expect(quiz.text).toMatch(/^Question 1 of \d · Code changes/);
      expect((await maria.press(quiz, 'A')).text).toContain('official code files');
      able('forms', skip);
      const form = await maria.pressForForm(overview, 'Search');
      const found = await maria.submit(form, { search: 'infarction' });
      expect(found.text).toContain('“infarction”: 2 new');
      able('files out', skip);
      const alone = await inDm('maria').type('updates changes', { release: 'FY2027' });
      const filed = await inDm('maria').press(alone, 'As a file (CSV)');
      expect(filed.files.map(({ name }) => name)).toEqual(['icd-10-cm-FY2027-october-changes.csv']);
    });

    test('/updates next: what comes, and one set in detail', async () => {
      const { maria } = scene();
      const next = await maria.type('updates next');
      expect(next.text).toContain('ICD-10-CM');
      expect(next.text).toContain('CPT is a registered trademark');
      const detail = await maria.press(next, 'HCPCS Level II');
      expect(detail.text).toContain('HCPCS Level II');
      expect((await maria.type('updates list')).text).toContain('October 1, 2026');
    });

    test('a notice in the channel, with a reminder of one’s own', async ({ skip }) => {
      const { maria, olga, inbox, until, lastPost, able } = scene();
      await olga.type('group channel');
      await olga.type('group setup', { zone: 'eastern' });
      expect((await olga.type('group notices', { time: '9:00' })).text).toContain('Saved');
      await until('2026-09-01T13:00:00Z');
      const notice = await lastPost();
      expect(notice).toMatchObject({ visibleTo: 'everyone', pings: [] });
      expect(notice.text).toContain('October 1, 2026');
      expect(notice.text).toContain('4 new, 2 removed (1 deleted, 1 demoted to header), 1 revised');
      const changes = await maria.press(notice, 'What changed');
      expect(changes).toMatchObject({ visibleTo: 'presser' });
      able('direct messages', skip);
      const choices = await maria.press(notice, 'Remind me');
      expect(choices.visibleTo).toBe('presser');
      const saved = await maria.press(choices, labelsOf(choices)[0] ?? '');
      expect(saved.text).toContain('You will get a direct message on');
      await until('2026-10-02T00:00:00Z');
      const [letter] = await inbox('maria');
      expect(letter?.text).toContain('October 1, 2026');
    });
  });
}
