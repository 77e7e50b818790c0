// Credentials and their credits: by form, as a file, with certificates, and the reminders by DM.

import { describe, expect, test } from 'vitest';
import { labelsOf, openScene, type Stage } from './scene.ts';

const pdf = {
  name: 'My certificate.pdf',
  mediaType: 'application/pdf',
  bytes: new TextEncoder().encode('%PDF-1.7 an audit certificate'),
};

export function describeEducation(stage: Stage): void {
  describe('credentials and CEUs', () => {
    const scene = openScene(stage);

    test('/credential add: a form, what the rules make of it, and Save', async ({ skip }) => {
      const { maria, able } = scene();
      able('forms', skip);
      const empty = await maria.type('ceu status');
      expect(labelsOf(empty)).toEqual(['Add a credential']);
      const form = await maria.pressForForm(empty, 'Add a credential');
      const asked = await maria.submit(form, {
        credential: 'CPC',
        certified_on: '2020-05-01',
        counted_from: '2027-03-31',
      });
      expect(asked.text).toContain('Add CPC?');
      expect(asked.text).toContain('129 days left, due 2027-03-31 (computed, not confirmed).');
      const saved = await maria.press(asked, 'Save');
      expect(saved.text).toContain('Saved: CPC');
      expect((await maria.type('credential list')).text).toContain('CPC, since 2020-05-01');
    });

    test('what is missing is asked for after the command, in a form', async ({ skip }) => {
      const { tom, able } = scene();
      able('forms', skip);
      const given = { credential: 'CPC', certified_on: '2020-05-01' };
      const form = await tom.form('credential add', given);
      expect(form.fields).toMatchObject([{ label: 'Membership ends' }]);
      const asked = await tom.submit(form, { counted_from: '2027-03-31' });
      expect(asked.text).toContain('due 2027-03-31 (computed, not confirmed)');
      expect((await tom.press(asked, 'Cancel')).visibleTo).toBe('presser');
    });

    test('what a form leaves open is asked for in a second one', async ({ skip }) => {
      const { olga, able } = scene();
      able('forms', skip);
      const form = await olga.pressForForm(await olga.type('ceu status'), 'Add a credential');
      const given = { credential: 'CPC', certified_on: '2020-05-01' };
      const next = await olga.submitted(form, given);
      const second =
        next.kind === 'form' ? next : await olga.pressForForm(next, labelsOf(next)[0] ?? '');
      expect(second.fields).toMatchObject([{ label: 'Membership ends' }]);
      const asked = await olga.submit(second, { counted_from: '2027-03-31' });
      expect((await olga.press(asked, 'Save')).text).toContain('Saved: CPC');
    });

    test('two bodies: what kind of credits for each, and a picture of both', async ({ skip }) => {
      const { olga, inDm, able } = scene();
      const given = { credential: 'CCS', certified_on: '2025-03-01', due: '2027-02-28', total: 20 };
      await olga.press(await olga.type('credential add', given), 'Save');
      const first = await olga.type('ceu add', { credits: 2, title: 'Sepsis' });
      expect(first.text).toContain('What kind of credits for AAPC?');
      const general = 'General: the certificate names no credential of mine';
      const second = await olga.press(first, general);
      expect(second.text).toContain('What kind of credits for AHIMA?');
      const logged = await olga.press(second, 'HIIM domain, from another provider');
      expect(logged.text).toContain('Logged: 2 credits');
      able('pictures', skip);
      const status = await inDm('olga').type('ceu status');
      expect(status.image?.alt).toMatch(/^AAPC: .+AHIMA: /);
      expect((await inDm('olga').press(status, 'AHIMA')).text).toMatch(/^AHIMA: CCS/);
    });

    test('/ceu add: a form whose mistakes are told, then the running total', async ({ skip }) => {
      const { maria, driver, able } = scene();
      able('forms', skip);
      let form = await maria.pressForForm(await maria.type('ceu status'), 'Log CEUs');
      const wrong = { credits: '1.3', title: 'E/M audits', completed_on: '2026-11-02' };
      const refused = await maria.submitted(form, wrong);
      if (driver.platform.abilities['form errors'] === true) {
        if (refused.kind !== 'form') throw new Error('The form should be open still.');
        expect(refused.problems.credits).toContain('must come in quarters');
        form = refused;
      } else {
        if (refused.kind !== 'message') throw new Error('A message should say what is wrong.');
        expect(refused.text).toContain('must come in quarters');
        form = await maria.pressForForm(refused, 'Correct it');
      }
      const logged = await maria.submit(form, { credits: '1.5' });
      expect(logged.text).toContain('E/M audits, 1.5 credits, completed on 2026-11-02.');
      expect(logged.text).toMatch(/1\.5\/36 in all/);
      const details = await maria.pressForForm(logged, 'Add details');
      const card = await maria.submit(details, { sponsor: 'Heron Seminars' });
      expect(card.text).toContain('Heron Seminars');
    });

    test('a certificate comes with the form, and is handed back', async ({ skip }) => {
      const { inDm, able } = scene();
      able('files in', skip);
      const maria = inDm('maria');
      const form = await maria.pressForForm(await maria.type('ceu list'), 'Log CEUs');
      const given = { credits: '2', title: 'Modifiers', completed_on: '2026-05-01' };
      const logged = await maria.submit(form, { ...given, certificate: pdf });
      expect(logged.text).toMatch(/Certificate: My.certificate\.pdf/);
      const shown = await maria.press(logged, 'Certificate');
      const [file] = shown.files;
      expect(Buffer.from(file?.bytes ?? []).toString()).toBe('%PDF-1.7 an audit certificate');
      const list = await maria.type('ceu list');
      expect(list.text).toContain('Your CEU entries (2)');
    });

    test('/ceu status: bars, next steps, and what can be noted', async () => {
      const { maria } = scene();
      const status = await maria.type('ceu status');
      expect(status.text).toMatch(/^AAPC: CPC/);
      expect(status.text).toMatch(/Sources: AAPC, .*, checked 2026-11-22/);
      const submitted = await maria.press(status, 'Submitted');
      expect(submitted.at).toEqual(status.at);
      expect(labelsOf(submitted)).toContain('Confirmed by AAPC');
      await maria.press(submitted, 'Not submitted yet');
      const rules = await maria.press(status, 'The rules');
      expect(rules.text).toMatch(/^Rules of AAPC/);
    });

    test('/ceu export: a table and a calendar', async ({ skip }) => {
      const { maria, inDm, able } = scene();
      able('files out', skip);
      const exported = await inDm('maria').type('ceu export');
      const names = exported.files.map(({ name }) => name);
      expect(names).toEqual(['ceu-entries.csv', 'ceu-due-dates.ics']);
      const table = exported.files.find(({ name }) => name.endsWith('.csv'));
      expect(Buffer.from(table?.bytes ?? []).toString()).toContain('E/M audits');
      const pack = await inDm('maria').press(exported, 'Audit pack: AAPC 2027-03-31');
      expect(pack.files.map(({ name }) => name)).toEqual(['audit-pack-aapc-2027-03-31.zip']);
      const inChannel = await maria.type('ceu export');
      expect(inChannel.visibleTo).toBe('presser');
      if (stage.platform === 'slack')
        expect(inChannel.text).toContain('in your direct messages with me.');
      else expect(inChannel.files).toHaveLength(2);
    });

    test('a reminder comes by direct message, with its buttons', async ({ skip }) => {
      const { maria, inDm, inbox, until, able } = scene();
      able('direct messages', skip);
      await maria.type('settings', { zone: 'America/New_York', reminders: true });
      await until('2027-03-01T14:00:00Z');
      const letters = await inbox('maria');
      const reminder = letters.at(-1);
      if (!reminder) throw new Error('No reminder came.');
      expect(reminder.text).toContain('AAPC credits: 30 days left, due 2027-03-31');
      expect(labelsOf(reminder)).toEqual(
        expect.arrayContaining(['Log CEUs', 'Submitted', 'My status', 'Snooze 1 day']),
      );
      const alone = inDm('maria');
      expect((await alone.press(reminder, 'My status')).text).toContain('AAPC: CPC');
      expect((await alone.pressForForm(reminder, 'Log CEUs')).kind).toBe('form');
      await alone.press(reminder, 'Snooze 1 day');
      await until('2027-03-02T14:00:00Z');
      expect(await inbox('maria')).toHaveLength(letters.length + 1);
    });
  });
}
