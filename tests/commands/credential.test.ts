import { describe, expect, test } from 'vitest';
import { labelsOf, openChat, read } from '../chat.ts';
import { ccs, cpc, cpma, hold } from './credentials.ts';

describe('/credential add', () => {
  test('shows what the rules make of it, from where, and stores nothing before Save', async () => {
    const { maria, world } = await openChat();
    const asked = await maria.type(`/credential add ${cpc}`);
    expect(asked.title).toBe('Add CPC?');
    expect(read(asked)).toContain('129 days left, due 2027-03-31 (computed, not confirmed).');
    expect(read(asked)).toContain('It counts what you complete from 2025-04-01 on.');
    expect(read(asked)).toContain('36 credits in all, by the rules.');
    expect(read(asked)).toContain('AAPC, Maintain your certification, checked 2026-11-22');
    expect(read(asked)).toContain('Confirm with AAPC: this bot may be wrong.');
    expect(labelsOf(asked)).toEqual(['Save', 'Change', 'Cancel']);
    const me = await world.opened.store.members.find(maria.id);
    expect(me && (await world.opened.store.education.standings(me.id))).toEqual([]);
  });

  test('once saved warns not to rely on this bot alone, and offers reminders', async () => {
    const { maria } = await openChat();
    const saved = await hold(maria, cpc);
    expect(saved).toMatchObject({ title: 'Saved: CPC', tone: 'good' });
    expect(read(saved)).toContain('Please do not rely on this bot alone');
    expect(labelsOf(saved)).toContain('Remind me by DM');
    expect(read(await maria.type('/credential list'))).toContain('CPC, since 2020-05-01');
  });

  test('a computed date is known to be computed, one from the tracker to be confirmed', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc, ccs);
    const list = read(await maria.type('/credential list'));
    expect(list).toContain('AAPC · 129 days left, due 2027-03-31 (computed)');
    expect(list).toContain('AHIMA · 98 days left, due 2027-02-28 (confirmed)');
  });

  test('says so where the tracker shows another date than the rule', async () => {
    const { maria } = await openChat();
    const asked = await maria.type(`/credential add ${cpc} due:2027-05-31 total:36`);
    expect(read(asked)).toContain('due 2027-05-31 (as your CEU Tracker shows it)');
    expect(read(asked)).toContain('The rule alone would give 2027-03-31');
  });

  test('a due date that is just past is the one that is shown, before it is saved and after', async () => {
    const { maria } = await openChat();
    const asked = await maria.type(
      '/credential add CPC certified_on:2020-05-01 due:2026-11-15 total:34',
    );
    expect(read(asked)).toContain('7 days past due (2026-11-15) (as your CEU Tracker shows it)');
    expect(read(asked)).toContain('34 credits in all, as your CEU Tracker shows it.');
    expect(read(asked)).toContain('Membership dues: 7 days past due (2026-11-15)');
    expect(read(await maria.press(asked, 'Save'))).toContain('AAPC: 7 days past due (2026-11-15)');
    expect(read(await maria.type('/ceu status'))).toContain('7 days past due (2026-11-15)');
  });

  test('a total from the tracker goes with one credential more, and is asked for again', async () => {
    const { maria } = await openChat();
    await hold(maria, `${cpc} due:2027-03-31 total:36`);
    const asked = await maria.type(`/credential add ${cpma}`);
    expect(read(asked)).toContain('Your CEU Tracker showed 36 credits before CPMA was here.');
    expect(read(asked)).toContain('due 2027-03-31 (as your CEU Tracker shows it)');
    expect(read(asked)).toContain('40 credits in all, by the rules.');
    await maria.press(asked, 'Save');
    expect(read(await maria.type('/ceu status'))).toContain('0/40 in all');
  });

  test('a total from the tracker stays where as many credentials count as before', async () => {
    const { maria } = await openChat();
    await hold(maria, 'credential:CPC-A certified_on:2020-05-01 due:2027-03-31 total:30');
    const asked = await maria.type('/credential add CPC certified_on:2022-05-01');
    expect(read(asked)).toContain('30 credits in all, as your CEU Tracker shows it.');
    await maria.press(asked, 'Save');
    expect(read(await maria.type(`/credential add ${cpma} due:2027-03-31 total:38`))).toContain(
      '38 credits in all, as your CEU Tracker shows it.',
    );
  });

  test('asks for the day that AAPC counts from, in AAPC’s own words', async () => {
    const { maria } = await openChat();
    const form = await maria.form('/credential add CPC 2020-05-01');
    expect(form.specs).toMatchObject([
      { label: 'Membership ends', hint: expect.stringContaining('AAPC membership run out') },
    ]);
    const asked = await maria.submit(form, { counted_from: '03/31/2027' });
    expect(read(asked)).toContain('due 2027-03-31 (computed, not confirmed)');
    expect((await maria.press(asked, 'Save')).title).toBe('Saved: CPC');
  });

  test('asks AHIMA coders nothing more: their cycle begins on the day of the exam', async () => {
    const { maria } = await openChat();
    const asked = await maria.type('/credential add CCS 2025-03-01');
    expect(read(asked)).toContain('due 2027-02-28 (computed, not confirmed)');
    expect(read(asked)).toContain('HIIM domains: at least 16 of them.');
    expect(read(asked)).toContain('several credentials or an early test shift it');
    const earlier = await maria.type('/credential add CCS 2025-03-01 counted_from:2021-06-01');
    expect(read(earlier)).toContain('due 2027-05-31');
  });

  test('a second credential makes one cycle with one total', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    const asked = await maria.type(`/credential add ${cpma}`);
    expect(read(asked)).toContain('40 credits in all');
    expect(read(asked)).toContain('CPMA: auditing: at least 16 of them.');
    await maria.press(asked, 'Save');
    const list = await maria.type('/credential list');
    expect(list.fields).toHaveLength(1);
    expect(read(list)).toContain('CPMA, since 2021-05-01');
  });

  test('of two presses on Save at once one saves, and the other says so', async () => {
    const { maria } = await openChat();
    const asked = await maria.type(`/credential add ${cpc}`);
    const both = await Promise.all([maria.press(asked, 'Save'), maria.press(asked, 'Save')]);
    expect(both.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Saved: CPC', undefined]),
    );
    expect(both.map(read).join()).toContain('saved or cancelled already');
  });

  test("somebody else's Save does nothing", async () => {
    const { maria, james, world } = await openChat();
    const asked = await maria.type(`/credential add ${cpc}`);
    expect(read(await james.press(asked, 'Save'))).toContain('saved or cancelled already');
    expect(await world.opened.store.members.find(james.id)).toBeUndefined();
    expect((await maria.press(asked, 'Save')).title).toBe('Saved: CPC');
  });

  test('Change opens the form with what was typed, Cancel keeps nothing', async () => {
    const { maria } = await openChat();
    const asked = await maria.type(`/credential add ${cpc}`);
    const form = await maria.pressForForm(asked, 'Change');
    expect(form.values).toEqual({
      credential: 'CPC',
      certified_on: '2020-05-01',
      counted_from: '2027-03-31',
    });
    const changed = await maria.submit(form, { certified_on: '2019-05-01' });
    expect(read(changed)).toContain('certified on 2019-05-01');
    await maria.press(asked, 'Cancel');
    expect(read(await maria.press(asked, 'Save'))).toContain('saved or cancelled already');
  });

  test('that moves the date of what is held already says from when', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    const moved = 'Until now your AAPC credits were due on 2027-03-31. Saving moves them';
    expect(read(await maria.type(`/credential add ${cpma}`))).not.toContain('Until now');
    const other = await maria.type(`/credential add ${cpma} counted_from:2027-04-30`);
    expect(read(other)).toContain('due 2028-04-30');
    expect(read(other)).toContain(moved);
  });

  test('of one that is there already corrects its day', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    const asked = await maria.type('/credential add CPC 2018-01-31');
    expect(asked.title).toBe('Correct CPC?');
    await maria.press(asked, 'Save');
    expect(read(await maria.type('/credential list'))).toContain('CPC, since 2018-01-31');
  });

  test.each([
    ['XYZ 2020-05-01', 'credential', 'is none whose rules I know. I know: AAPC CPC,'],
    ['CPC 2027-05-01', 'certified_on', 'is 2027-05-01, which is still to come'],
    ['CPC 0205-05-01', 'certified_on', 'more than 60 years ago'],
    [`${cpc} due:2036-03-31`, 'due', 'more than three years ahead'],
    [`${cpc} due:2026-01-31`, 'due', 'more than 90 days past'],
    [`${cpc} total:36`, 'due', 'a total belongs to a due date'],
    [
      'credential:CPC certified_on:2020-05-01 counted_from:2077-03-31',
      'counted_from',
      'more than three years from now',
    ],
    [
      'credential:CCS certified_on:2020-05-01 counted_from:2021-03-31',
      'counted_from',
      'after 2020-05-01, the day of this credential',
    ],
  ])('%s: the form comes back with a sentence beside %s', async (line, field, sentence) => {
    const { maria, world } = await openChat();
    const outcome = await maria.outcome({ kind: 'line', line: `/credential add ${line}` });
    expect(outcome.kind === 'invalid' && outcome.problems[field]).toContain(sentence);
    expect(outcome.kind === 'invalid' && outcome.form.values?.credential).toBe(
      line.match(/XYZ|CPC|CCS/)?.[0],
    );
    expect(await world.opened.store.members.find(maria.id)).toBeUndefined();
  });

  test.each([
    ['CPC tomorrow', 'certified_on must be a day, such as 2026-11-22'],
    [`${cpc} due:2027-03-31 total:36.1`, 'total must come in quarters'],
    [`${cpc} due:2027-03-31 total:9000`, 'total must be at most 300'],
    ['', 'form'],
  ])('what is no day or no credits (%s) is told in words', async (line, sentence) => {
    const { maria } = await openChat();
    const outcome = await maria.outcome({ kind: 'line', line: `/credential add ${line}` });
    expect(outcome.kind === 'reply' ? read(outcome) : outcome.kind).toContain(sentence);
  });

  test('a text of 100,000 characters is refused and leaves nothing', async () => {
    const { maria, world } = await openChat();
    const options = { credential: 'x'.repeat(100_000), certified_on: '2020-05-01' };
    const outcome = await maria.command('credential add', options);
    expect(outcome.kind === 'reply' && read(outcome)).toContain('at most 80 characters');
    expect(world.faults).toEqual([]);
  });

  test('suggests by code and by title', async () => {
    const { maria } = await openChat();
    const by = async (typed: string) =>
      (await maria.suggest('credential add', 'credential', typed)).map(({ value }) => value);
    expect((await by('cp'))[0]).toBe('CPC');
    expect(await by('auditor')).toEqual(['CPMA']);
  });
});

describe('Remind me by DM', () => {
  test('asks for the time zone, sends a test message, and says when the first reminder comes', async () => {
    const { maria, mail, world } = await openChat();
    const form = await maria.pressForForm(await hold(maria, cpc), 'Remind me by DM');
    expect(form.values).toEqual({ zone: 'America/New_York' });
    expect(await maria.submitted(form, { zone: 'Atlantis' })).toMatchObject({
      problems: { zone: expect.stringContaining('is not a time zone') },
    });
    const on = await maria.submit(form, { zone: 'central' });
    expect(read(on)).toContain('America/Chicago: it should be 09:00 for you now');
    expect(read(on)).toContain('The next reminder comes on 2026-12-31 at 09:00 (America/Chicago)');
    await world.runner.runDue();
    expect(mail.to(maria.id).map(read)).toEqual([expect.stringContaining('This is a test')]);
  });

  test('asks nothing where the zone is known, and is not offered again', async () => {
    const { maria } = await openChat();
    await maria.type('/settings zone:Asia/Manila');
    const on = await maria.press(await hold(maria, cpc), 'Remind me by DM');
    expect(read(on)).toContain('on 2026-12-31 at 09:00 (Asia/Manila)');
    const second = await hold(maria, ccs);
    expect(labelsOf(second)).not.toContain('Remind me by DM');
    expect(read(second)).toContain('The next reminder comes on 2026-11-30');
  });
});

describe('/credential remove', () => {
  test('asks which, then whether; the CEUs stay, the due date goes', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    await maria.type('/ceu add 2 E/M audits');
    const which = await maria.type('/credential remove');
    const asked = await maria.press(which, 'CPC: Certified Professional Coder');
    expect(read(asked)).toContain('its due dates and their reminders go with it');
    expect(read(asked)).toContain('The CEUs that you logged stay');
    expect(read(await maria.press(asked, 'Keep it'))).toContain('Nothing was removed');
    expect(read(await maria.press(asked, 'Remove CPC'))).toContain('CPC is removed');
    expect(read(await maria.press(asked, 'Remove CPC'))).toContain('removed already');
    expect(read(await maria.type('/ceu status'))).toContain('Nothing to keep track of yet');
    expect(read(await maria.type('/ceu list'))).toContain('E/M audits');
  });

  test('by name, among several, with the credits worked out anew', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc, cpma);
    const asked = await maria.type('/credential remove cpma');
    expect(read(asked)).toContain('worked out anew');
    await maria.press(asked, 'Remove CPMA');
    expect(read(await maria.type('/ceu status'))).toContain('0/36');
  });

  test('says so where the due date was counted from the day of that credential', async () => {
    const { maria } = await openChat();
    await hold(
      maria,
      'credential:RHIT certified_on:2024-06-01',
      'credential:CHDA certified_on:2024-08-01',
    );
    expect(read(await maria.type('/credential remove RHIT'))).toContain(
      'They are then due on 2028-07-31, no longer on 2028-05-31: compare that with your CEU Center.',
    );
    expect(read(await maria.type('/credential remove CHDA'))).not.toContain('then due');
  });

  test('of one that is not there says which are', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    expect(read(await maria.type('/credential remove RHIA'))).toContain('You have: CPC.');
  });

  test('somebody else cannot remove it', async () => {
    const { maria, james } = await openChat();
    await hold(maria, cpc);
    const asked = await maria.type('/credential remove CPC');
    expect(read(await james.press(asked, 'Remove CPC'))).toContain('do not have that credential');
    expect(read(await maria.type('/credential list'))).toContain('CPC');
  });
});

describe('bodies of which little is known', () => {
  test('NHA: two years are computed, and the number of the training sites is asked for', async () => {
    const { maria } = await openChat();
    const asked = read(await maria.type('/credential add CBCS 2025-03-01'));
    expect(asked).toContain('due 2027-02-28 (computed, not confirmed)');
    expect(asked).toContain('The 10 credits come from training sites, not from NHA.');
    expect(asked).toContain('among them (not NHA), checked 2026-11-22');
  });

  test('PMI: nothing is due within a year of the exam, and no number is made up for that time', async () => {
    const { maria } = await openChat();
    const asked = read(await maria.type('/credential add CMC 2026-05-10'));
    expect(asked).toContain('due 2027-12-31 (computed, not confirmed)');
    expect(asked).toContain('How many credits it takes is not known yet.');
  });

  test('MAB: date and number are the member’s, period after period', async () => {
    const { maria, until } = await openChat();
    const form = await maria.form('/credential add CMBS 2020-01-10');
    expect(form.specs.map(({ label }) => label)).toEqual([
      'Next renewal due',
      'Credits',
      'Last renewed on',
    ]);
    const asked = await maria.submit(form, { due: '2027-06-30', counted_from: '2025-06-30' });
    expect(read(asked)).toContain('It counts what you complete from 2025-07-01 on.');
    expect(read(asked)).toContain('Ask MAB and enter the number.');
    await maria.press(asked, 'Save');
    await until('2027-07-10T15:00:00Z');
    const late = await maria.type('/ceu status');
    expect(read(late)).toContain('The date that you entered is past.');
    const tracker = await maria.pressForForm(late, 'Enter what my tracker shows');
    const next = read(await maria.submit(tracker, { due: '2029-06-30', total: '20' }));
    expect(next).toContain('It counts what you complete from 2027-07-01 on.');
    expect(next).toContain('0/20 in all');
  });
});

test('/credential list of nothing says what to do first', async () => {
  const { maria } = await openChat();
  const empty = await maria.type('/credential list');
  expect(read(empty)).toContain('Tell me first which credential you hold');
  expect((await maria.pressForForm(empty, 'Add a credential')).title).toBe('Add a credential');
});
