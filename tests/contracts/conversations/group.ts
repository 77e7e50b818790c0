// Setting up a group, one's own settings, what is stored about somebody, and help.

import { describe, expect, test } from 'vitest';
import { labelsOf, openScene, type Stage } from './scene.ts';

export function describeGroup(stage: Stage): void {
  describe('the group and its members', () => {
    const scene = openScene(stage);

    test('/group setup: the checklist, from nothing to all set up', async ({ skip }) => {
      const { olga, tom, able } = scene();
      able('forms', skip);
      let list = await olga.type('group setup');
      expect(list.text).toContain('0 of 5 done');
      expect(list.visibleTo).toBe('presser');
      list = await olga.press(await olga.press(list, 'Use this channel'), 'Checklist');
      const fill = async (label: string, fields: Record<string, string>) => {
        const saved = await olga.submit(await olga.pressForForm(list, label), fields);
        list = labelsOf(saved).includes('Checklist') ? await olga.press(saved, 'Checklist') : saved;
      };
      await fill('Time zone', { zone: 'America/Chicago' });
      expect(list.text).toContain('✓ Time zone: America/Chicago, where it is 09:00 now');
      await fill('Daily question', { time: '8:30 am' });
      await fill('Notices', { time: '9:00' });
      const change = await olga.pressForForm(await olga.press(list, 'Organizers'), 'Change');
      const saved = await olga.submit(change, { add: tom.person.id });
      list = await olga.press(saved, 'Checklist');
      expect(list.text).toContain('All is set up');
    });

    test('/group preview, deliveries and doctor: a test, that it arrived, and what is wrong', async () => {
      const { olga, maria, until, lastPost } = scene();
      const sent = await olga.type('group preview');
      expect(sent).toMatchObject({ visibleTo: 'presser' });
      await until('2026-11-22T15:00:01Z');
      const test = await lastPost();
      expect(test).toMatchObject({ visibleTo: 'everyone', pings: [] });
      expect(test.text).toContain('TEST. An organizer wanted to see');
      expect((await maria.press(test, 'What can I do here?')).visibleTo).toBe('presser');
      const list = await olga.press(sent, 'Deliveries');
      expect(list.text).toMatch(/TEST in .+: sent today at 09:00/);
      const doctor = await olga.press(sent, 'Doctor');
      expect(doctor.text).toContain('Nothing is wrong.');
      expect((await maria.type('group doctor')).text).toContain('This is for organizers');
    });

    test('/settings: shown, changed by form, and kept', async ({ skip }) => {
      const { maria, able } = scene();
      const settings = await maria.type('settings');
      expect(settings.text).toContain('Not set');
      able('forms', skip);
      const form = await maria.pressForForm(settings, 'Change');
      const saved = await maria.submit(form, { quiet: '10pm-7am', nickname: 'Mia' });
      expect(saved.text).toContain('22:00 to 07:00');
      expect((await maria.type('settings')).text).toContain('Mia');
    });

    test('/privacy: shown in words, handed over as a file, deleted once confirmed', async ({
      skip,
    }) => {
      const { maria, inDm, able } = scene();
      expect((await maria.type('privacy show')).text).toContain('your settings: 1');
      const asked = await maria.type('privacy delete');
      expect(asked.text).toContain('It cannot be undone');
      expect((await maria.press(asked, 'Keep it')).text).toContain('Nothing was deleted');
      able('files out', skip);
      const exported = await inDm('maria').type('privacy export');
      const data = JSON.parse(Buffer.from(exported.files[0]?.bytes ?? []).toString());
      expect(data.members).toMatchObject([{ nickname: 'Mia' }]);
      await maria.press(asked, 'Delete everything');
      expect((await maria.type('privacy show')).text).toContain('Nothing is stored about you');
    });

    test('/help: every word, and one of them in full', async () => {
      const { maria } = scene();
      const all = await maria.type('help');
      expect(all.text).toContain('/quiz ');
      expect(all.text).toContain('not endorsed by AAPC');
      const one = await maria.type('help', { about: 'quiz' });
      expect(one.text).toContain('/quiz start');
    });
  });
}
