import { describe, expect, test } from 'vitest';
import { labelsOf, openChat, read } from '../chat.ts';
import { ccs, cpc, cpma, hold, turnRemindersOn } from './credentials.ts';

describe('/credential edit', () => {
  test('of nothing says what to do first, of several asks which', async () => {
    const { maria } = await openChat();
    expect(read(await maria.type('/credential edit'))).toContain('Tell me first which credential');
    await hold(maria, cpc, ccs);
    const asked = await maria.type('/credential edit');
    const card = await maria.press(asked, 'CCS: Certified Coding Specialist');
    expect(card.title).toBe('CCS (AHIMA)');
    expect(read(await maria.type('/credential edit RHIA'))).toContain('You have: CPC, CCS.');
  });

  test('shows the dates as they are, and what the rules make of others before saving', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    const form = await maria.pressForForm(
      await maria.type('/credential edit'),
      'Correct its dates',
    );
    expect(form.values).toEqual({
      credential: 'CPC',
      certified_on: '2020-05-01',
      counted_from: '2027-03-31',
    });
    const preview = await maria.submit(form, { counted_from: '2027-05-31' });
    expect(preview.title).toBe('Correct CPC?');
    expect(read(preview)).toContain('due 2027-05-31');
    await maria.press(preview, 'Save');
    expect(read(await maria.type('/credential list'))).toContain('due 2027-05-31 (computed)');
  });

  test('lets any number be the member’s own, and takes it back', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc, cpma);
    const card = await maria.type('/credential edit CPMA');
    const numbers = await maria.press(card, 'Numbers of my own');
    expect(read(numbers)).toContain('In all: 40 (by the rules)');
    expect(read(numbers)).toContain('CPMA: auditing: 16 (by the rules)');
    const total = await maria.pressForForm(numbers, 'Credits in all');
    expect(read(await maria.submit(total, { credits: '30' }))).toContain('0/30 in all');
    const minimum = await maria.pressForForm(numbers, 'CPMA: auditing');
    expect(read(await maria.submit(minimum, { credits: '8' }))).toContain('0/8 CPMA: auditing');
    const own = await maria.press(card, 'Numbers of my own');
    expect(read(own)).toContain('In all: 30 (yours)');
    const back = await maria.press(own, 'Back to the rules');
    expect(read(back)).toContain('0/40 in all');
    expect(read(back)).toContain('0/16 CPMA: auditing');
  });

  test('goes back to the computed date', async () => {
    const { maria } = await openChat();
    await hold(maria, `${cpc} due:2027-05-31 total:20`);
    const card = await maria.type('/credential edit CPC');
    const numbers = await maria.press(card, 'Numbers of my own');
    const back = await maria.press(numbers, 'Back to the computed date');
    expect(read(back)).toContain('due 2027-03-31 (computed, not confirmed)');
    expect(read(back)).toContain('0/36 in all');
  });

  test('changes nothing of somebody else', async () => {
    const { maria, james } = await openChat();
    await hold(maria, cpc);
    const card = await maria.type('/credential edit CPC');
    expect(read(await james.press(card, 'Correct its dates'))).toContain('do not have that');
    const numbers = await maria.press(card, 'Numbers of my own');
    const form = await maria.pressForForm(numbers, 'Credits in all');
    expect(read(await james.submit(form, { credits: '1' }))).toContain('Tell me first which');
    expect(read(await maria.type('/ceu status'))).toContain('0/36');
  });
});

describe('a credential that is saved', () => {
  test('comes with its dates for the member’s own calendar', async () => {
    const { maria } = await openChat();
    const saved = await hold(maria, cpc);
    const [calendar] = saved.files ?? [];
    expect(calendar?.name).toBe('ceu-due-dates.ics');
    expect(new TextDecoder().decode(calendar?.bytes)).toContain('DTSTART;VALUE=DATE:20270331');
    expect(read(saved)).toContain('Please do not rely on this bot alone');
  });

  test('is named in a direct message to who wants reminders, which tests the way', async () => {
    const { maria, mail, until } = await openChat();
    await hold(maria, cpc);
    await turnRemindersOn(maria);
    await hold(maria, ccs);
    await until('2026-11-22T15:01:00Z');
    const texts = mail.to(maria.id).map(read);
    expect(texts).toHaveLength(2);
    expect(texts.join('\n')).toContain('AHIMA 2027-02-28, credits');
    expect(texts.join('\n')).not.toContain('AAPC 2027-03-31');
  });

  test('sends nothing to who did not ask for reminders', async () => {
    const { maria, mail, until } = await openChat();
    await hold(maria, cpc);
    await until('2026-11-22T15:01:00Z');
    expect(mail.sent).toEqual([]);
  });
});

describe('the A of an apprentice', () => {
  const cpcA = 'credential:CPC-A certified_on:2024-05-01 counted_from:2027-03-31';

  test('has its ways out, with how far each is', async () => {
    const { maria } = await openChat();
    await hold(maria, cpcA);
    const card = await maria.press(await maria.type('/ceu status'), 'Removing the A of CPC-A');
    expect(read(card)).toContain('0/24 months of coding work');
    expect(read(card)).toContain('Complete your CPC apprenticeship, checked 2026-11-22');
    const form = await maria.pressForForm(card, 'Enter experience');
    const told = { working_since: '2025-06-15', months_before: '3' };
    const working = await maria.submit(form, told);
    expect(read(working)).toContain('20/24 months of coding work: enough on 2027-03-15');
    expect(read(working)).toContain('the 80-hour course or Practicode (0 of 1 done)');
    const again = await maria.pressForForm(working, 'Enter experience');
    expect(again.values).toMatchObject({ working_since: '2025-06-15', months_before: 3 });
    const done = await maria.submit(again, { practicode: '2026-01-01' });
    expect(read(done)).toContain('You can ask AAPC to remove the A');
  });

  test('goes once AAPC removed it: cycle and entries stay', async () => {
    const { maria } = await openChat();
    await hold(maria, cpcA);
    await maria.type('/ceu add 4 E/M audits');
    const card = await maria.press(await maria.type('/credential edit'), 'Removing the A');
    const asked = await maria.press(card, 'The A is removed');
    const status = await maria.press(asked, 'Yes, I am a CPC now');
    expect(status.title).toBe('AAPC: CPC');
    expect(read(status)).toContain('4/36 in all');
    expect(read(await maria.type('/credential list'))).toContain('CPC, since 2024-05-01');
    expect(read(await maria.press(asked, 'Yes, I am a CPC now'))).toContain('do not have that');
    expect(labelsOf(status)).not.toContain('Removing the A of CPC-A');
  });

  test('is nobody else’s business', async () => {
    const { maria, james } = await openChat();
    await hold(maria, cpcA);
    const card = await maria.press(await maria.type('/credential edit'), 'Removing the A');
    expect(read(await james.press(card, 'The A is removed'))).toContain('do not have that');
    const form = await maria.pressForForm(card, 'Enter experience');
    expect(read(await james.submit(form, { months_before: '24' }))).toContain('do not have that');
  });
});
