import { describe, expect, test } from 'vitest';
import { labelsOf, openChat, read } from '../chat.ts';
import { ccs, cpc, cpma, hold } from './credentials.ts';

const general = 'General: the certificate names no credential of mine';
const hiim = 'HIIM domain, from another provider';

describe('/ceu edit', () => {
  test('corrects title, day and credits, and counts anew', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    await maria.type('/ceu add credits:2 title:"E/M audit" completed_on:2026-05-01');
    const list = await maria.type('/ceu edit');
    const form = await maria.pressForForm(list, '2026-05-01, 2 credits: E/M audit');
    expect(form.values).toEqual({ title: 'E/M audit', completed_on: '2026-05-01', credits: 2 });
    const card = await maria.submit(form, { title: 'E/M audits', credits: '3.5' });
    expect(read(card)).toContain('E/M audits, 3.5 credits, completed on 2026-05-01.');
    expect(read(card)).toContain('3.5/36 in all');
  });

  test('finds the entry while typing', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    await maria.type('/ceu add 2 E/M audits');
    await maria.type('/ceu add 2 Anatomy');
    const found = await maria.suggest('ceu edit', 'entry', 'anat');
    expect(found).toMatchObject([{ label: '2026-11-22, 2 credits: Anatomy' }]);
    const form = await maria.form(`/ceu edit entry:${found[0]?.value}`);
    expect(form.values).toMatchObject({ title: 'Anatomy' });
  });

  test('gives the form back, filled, where the day cannot be', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    const logged = await maria.type('/ceu add 2 E/M audits');
    const form = await maria.pressForForm(logged, 'Change');
    const outcome = await maria.submitted(form, { completed_on: '2027-01-01' });
    expect(outcome).toMatchObject({
      kind: 'invalid',
      problems: { completed_on: expect.stringContaining('still to come') },
      form: { values: { title: 'E/M audits' } },
    });
    expect(read(await maria.type('/ceu list'))).toContain('2026-11-22: 2 credits');
  });

  test('is refused to everybody else', async () => {
    const { maria, james } = await openChat();
    await hold(maria, cpc);
    const logged = await maria.type('/ceu add 2 E/M audits');
    const form = await maria.pressForForm(logged, 'Change');
    expect(read(await james.press(logged, 'Change'))).toContain('not among yours');
    expect(read(await james.submit(form, { title: 'Mine' }))).toContain('not among yours');
    expect(read(await maria.type('/ceu list'))).toContain('E/M audits');
  });

  test('pages like the list, and keeps its purpose', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    for (let day = 1; day <= 9; day += 1)
      await maria.type(`/ceu add credits:1 title:"Course ${day}" completed_on:2026-10-0${day}`);
    const older = await maria.press(await maria.type('/ceu edit'), 'Earlier ones');
    const form = await maria.pressForForm(older, '2026-10-01, 1 credit: Course 1');
    expect(form.title).toBe('Correct this entry');
  });
});

describe('for whom an entry counts', () => {
  test('each body has its own credits and kind', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc, cpma, ccs);
    const asked = await maria.type('/ceu add 2 Sepsis audits');
    const logged = await maria.press(await maria.press(asked, general), hiim);
    const whom = await maria.press(logged, 'For whom it counts');
    expect(read(whom)).toContain('AAPC: 2 credits, General');
    expect(read(whom)).toContain('AHIMA: 2 credits, HIIM domain, from another provider');
    const ofAhima = await maria.press(whom, 'AHIMA');
    const form = await maria.pressForForm(ofAhima, 'Other credits for AHIMA');
    const changed = await maria.submit(form, { credits: '1.5' });
    expect(read(changed)).toContain('Sepsis audits, 2 or 1.5 credits');
    expect(read(changed)).toContain('2/40 in all');
    expect(read(changed)).toContain('1.5/20 in all');
    const ofAapc = await maria.press(whom, 'AAPC');
    const approved = await maria.press(ofAapc, 'Approved for CPMA (auditing)');
    expect(read(approved)).toContain('2/16 CPMA: auditing');
    expect(read(approved)).toContain('2 credits, approved for CPMA.');
  });

  test('a body can be taken out and put back, but not the last one', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc, ccs);
    const asked = await maria.type('/ceu add 2 Sepsis');
    const logged = await maria.press(await maria.press(asked, general), hiim);
    const whom = await maria.press(logged, 'For whom it counts');
    const ofAhima = await maria.press(whom, 'AHIMA');
    const without = await maria.press(ofAhima, 'Not for AHIMA');
    expect(without.fields).toHaveLength(1);
    expect(read(await maria.press(whom, 'AHIMA'))).toContain('AHIMA: does not count');
    const ofAapc = await maria.press(whom, 'AAPC');
    expect(labelsOf(ofAapc)).not.toContain('Not for AAPC');
    expect((await maria.press(ofAhima, hiim)).fields).toHaveLength(2);
  });

  test('of two presses at once that would take out both bodies one is refused', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc, ccs);
    const asked = await maria.type('/ceu add 2 Sepsis');
    const logged = await maria.press(await maria.press(asked, general), hiim);
    const whom = await maria.press(logged, 'For whom it counts');
    const cards = [await maria.press(whom, 'AAPC'), await maria.press(whom, 'AHIMA')] as const;
    const both = await Promise.all([
      maria.press(cards[0], 'Not for AAPC'),
      maria.press(cards[1], 'Not for AHIMA'),
    ]);
    expect(both.map(read).join()).toContain('It counts for no other body.');
    expect(read(await maria.type('/ceu list'))).toContain('Your CEU entries (1)');
  });
});

describe('/ceu remove', () => {
  test('takes words of the title where they fit one alone, and lists where they fit several', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    await maria.type('/ceu add 2 Audits of E/M visits');
    await maria.type('/ceu add 1 Audits of surgery');
    expect(read(await maria.type('/ceu remove surgery'))).toContain('Audits of surgery, 1 credit');
    expect((await maria.type('/ceu remove audits')).title).toBe('Your CEU entries (2)');
    expect((await maria.form('/ceu edit E/M visits')).values).toMatchObject({ credits: 2 });
  });

  test('asks which one, and asks once more', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    await maria.type('/ceu add 2 E/M audits');
    const list = await maria.type('/ceu remove');
    const asked = await maria.press(list, '2026-11-22, 2 credits: E/M audits');
    expect(asked.title).toBe('Remove this entry?');
    expect(read(asked)).toContain('its details and certificate go with it');
    expect(read(await maria.press(asked, 'Remove it'))).toContain('Removed.');
    expect(read(await maria.type('/ceu remove'))).toContain('not logged any CEUs yet');
  });

  test('of one that is not there says so', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    expect(read(await maria.type('/ceu remove entry:nonsense'))).toContain('not among yours');
  });
});
