import { describe, expect, test } from 'vitest';
import { md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { labelsOf, openChat, type Person, read } from '../chat.ts';
import { realContent } from '../world.ts';
import { ccs, cpc, cpma, hold } from './credentials.ts';

const approved = 'Approved for CPMA (auditing)';

async function log(person: Person, line: string, ...answers: readonly string[]): Promise<Reply> {
  let reply = await person.type(`/ceu add ${line}`);
  for (const answer of answers) reply = await person.press(reply, answer);
  return reply;
}

/** A message with a button for the rules of any body. */
function rulesOf(body: string): Reply {
  return say(md``, { controls: [button('Rules', `ceu.rules?body=${body}&at=0`)] });
}

/** The line of the bar with that title. */
function bar(reply: Reply, title: string): string | undefined {
  return read(reply)
    .split('\n')
    .find((line) => line.endsWith(` ${title}`) && line.includes('/'));
}

describe('/ceu add', () => {
  test('logs a typed line and shows the running total and the pace', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    const logged = await log(maria, '2 E/M audits');
    expect(logged.title).toBe('Logged: 2 credits');
    expect(read(logged)).toContain('E/M audits, 2 credits, completed on 2026-11-22.');
    expect(bar(logged, 'in all')).toContain('█░░░░░░░ 2/36 in all');
    expect(read(logged)).toContain('Earn 34 credits by 2027-03-31, about 8 a month.');
    expect(labelsOf(logged)).not.toContain('Share');
    const second = await log(
      maria,
      'credits:1.25 title:“Modifiers, again” completed_on:2026-10-03',
    );
    expect(bar(second, 'in all')).toContain('3.25/36');
  });

  test('without words opens a form of five fields, whose mistakes come back beside them', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    const form = await maria.form('/ceu add');
    expect(form.specs.map(({ name }) => name)).toEqual([
      'credits',
      'title',
      'completed_on',
      'category',
      'certificate',
    ]);
    const wrong = { credits: '1.3', title: 'E/M audits', completed_on: 'soon' };
    expect(await maria.submitted(form, wrong)).toMatchObject({
      kind: 'invalid',
      problems: {
        credits: 'must come in quarters, such as 1.25 or 2.5',
        completed_on: 'must be a day, such as 2026-11-22 or 11/22/2026',
      },
    });
    const right = { credits: '1.5', title: 'E/M audits', completed_on: '11/02/2026' };
    expect(read(await maria.submit(form, right))).toContain('completed on 2026-11-02');
  });

  test.each([
    ['credits:2 title:x completed_on:2026-11-23', 'completed_on', 'still to come'],
    [
      'credits:2 title:x completed_on:2020-04-30',
      'completed_on',
      'before your first certification',
    ],
    ['credits:2 title:x category:magic', 'category', 'is no kind and no credential'],
    ['credits:2 title:x category:CPMB', 'category', 'no credential of AAPC that I know'],
  ])('%s: the form comes back, filled, with what is wrong', async (line, field, sentence) => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    const outcome = await maria.outcome({ kind: 'line', line: `/ceu add ${line}` });
    expect(outcome.kind === 'invalid' && outcome.problems[field]).toContain(sentence);
    expect(outcome.kind === 'invalid' && outcome.form.values?.title).toBe('x');
    expect(read(await maria.type('/ceu list'))).toContain('not logged any CEUs yet');
  });

  test.each([
    ['credits:0.3 title:x', 'must come in quarters'],
    ['credits:0 title:x', 'must be at least 0.25'],
    ['credits:1000 title:x', 'must be at most 100'],
    ['credits:many title:x', 'must be a number, such as 1.5'],
    [`credits:2 title:${'x'.repeat(151)}`, 'must have at most 150 characters'],
    ['credits:2 title:x points:9', 'points:9'],
  ])('%s is answered with a sentence', async (line, sentence) => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    const reply = await maria.outcome({ kind: 'line', line: `/ceu add ${line}` });
    expect(reply.kind === 'reply' && read(reply)).toContain(sentence);
  });

  test('before any credential keeps what was typed until there is one', async () => {
    const { maria } = await openChat();
    const first = await maria.type('/ceu add 2 E/M audits');
    expect(read(first)).toContain('Which credential is this for?');
    expect(read(await maria.press(first, 'Log it now'))).toContain('Which credential is this for?');
    await hold(maria, cpc);
    expect((await maria.press(first, 'Log it now')).title).toBe('Logged: 2 credits');
    expect(read(await maria.press(first, 'Log it now'))).toContain('logged or cancelled already');
    expect(read(await maria.type('/ceu list'))).toContain('Your CEU entries (1)');
  });

  test('asks what the certificate is approved for where a credential wants credits of its own', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc, cpma);
    const asked = await maria.type('/ceu add 4 Auditing basics');
    expect(asked.title).toBe('What kind of credits for AAPC?');
    const logged = await maria.press(asked, approved);
    expect(bar(logged, 'CPMA: auditing')).toContain('4/16');
    expect(bar(logged, 'in all')).toContain('4/40');
    const general = await log(
      maria,
      '3 Anatomy',
      'General: the certificate names no credential of mine',
    );
    expect(bar(general, 'CPMA: auditing')).toContain('4/16');
    expect(bar(general, 'in all')).toContain('7/40');
  });

  test('asks nothing where it was typed', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc, cpma);
    const named = await log(maria, 'credits:4 title:Audits category:cpma');
    expect(bar(named, 'CPMA: auditing')).toContain('4/16');
    const [suggested] = await maria.suggest('ceu add', 'category', 'general');
    const general = await log(maria, `credits:1 title:Other category:${suggested?.value}`);
    expect(general.title).toBe('Logged: 1 credit');
  });

  test('asks for each body in turn, and one entry counts for both', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc, ccs);
    const first = await maria.type('/ceu add 2 Sepsis');
    expect(first.title).toBe('What kind of credits for AAPC?');
    const second = await maria.press(first, 'General: the certificate names no credential of mine');
    expect(second.title).toBe('What kind of credits for AHIMA?');
    const logged = await maria.press(second, 'HIIM domain, from another provider');
    expect(logged.fields).toHaveLength(2);
    expect(bar(logged, 'HIIM domains')).toContain('2/16');
    expect(bar(logged, 'AHIMA sources')).toContain('0/8');
    expect(read(await maria.type('/ceu list'))).toContain('Sepsis · AAPC, AHIMA');
  });

  test('need not count for every body, but for one', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc, ccs);
    const one = await log(maria, '2 Sepsis', 'Not for AAPC', 'HIIM domain, from another provider');
    expect(one.fields?.map(({ label }) => label)).toEqual([expect.stringContaining('AHIMA')]);
    const none = await log(maria, '2 Gardening', 'Not for AAPC', 'Not for AHIMA');
    expect(read(none)).toContain('was not logged');
    expect(read(await maria.type('/ceu list'))).not.toContain('Gardening');
  });

  test('of two presses at once one logs it, and the other says so', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc, cpma);
    const asked = await maria.type('/ceu add 4 Audits');
    const both = await Promise.all([maria.press(asked, approved), maria.press(asked, approved)]);
    expect(both.filter(({ title }) => title === 'Logged: 4 credits')).toHaveLength(1);
    expect(both.map(read).join()).toContain('logged or cancelled already');
    expect(read(await maria.type('/ceu list'))).toContain('Your CEU entries (1)');
  });

  test("somebody else's choice does nothing", async () => {
    const { maria, james } = await openChat();
    await hold(maria, cpc, cpma);
    await hold(james, cpc, cpma);
    const asked = await maria.type('/ceu add 4 Audits');
    expect(read(await james.press(asked, approved))).toContain('logged or cancelled already');
    expect(read(await james.type('/ceu list'))).toContain('not logged any CEUs yet');
    expect((await maria.press(asked, approved)).title).toBe('Logged: 4 credits');
  });

  test('Cancel logs nothing, and an hour is how long it waits', async () => {
    const { maria, until } = await openChat();
    await hold(maria, cpc, cpma);
    const cancelled = await maria.type('/ceu add 4 Audits');
    expect(read(await maria.press(cancelled, 'Cancel'))).toContain('Nothing was logged');
    const waiting = await maria.type('/ceu add 4 Audits');
    await until('2026-11-22T16:00:01Z');
    expect(read(await maria.press(waiting, approved))).toContain('more than an hour');
    expect(read(await maria.type('/ceu list'))).toContain('not logged any CEUs yet');
  });

  test('a course taken again is left out with the reason, until it is said to be another', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    await log(maria, 'credits:2 title:"E/M audits" completed_on:2026-05-01');
    const again = await log(maria, 'credits:2 title:"e/m AUDITS!" completed_on:2026-06-01');
    expect(read(again)).toContain('Does not count: It has the title of an entry of 2026-05-01.');
    expect(bar(again, 'in all')).toContain('2/36');
    expect(read(await maria.type('/ceu list'))).toContain('left out');
    expect(read(await maria.type('/ceu status'))).toContain('Left out');
    const another = await maria.press(again, 'It is another course');
    expect(bar(another, 'in all')).toContain('4/36');
    expect(read(await maria.type('/ceu list'))).not.toContain('left out');
  });

  test('logged out of order it says which entry gives way', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    await log(maria, 'credits:2 title:"E/M audits" completed_on:2026-06-01');
    const earlier = await log(maria, 'credits:2 title:"E/M audits" completed_on:2026-05-01');
    expect(read(earlier)).toContain('takes the place of your entry of 2026-06-01');
    expect(bar(earlier, 'in all')).toContain('2/36');
  });

  test('credits of the renewal month can be moved to the cycle before and back', async () => {
    const { maria } = await openChat({ now: '2027-04-05T15:00:00Z' });
    await hold(maria, 'credential:CPC certified_on:2020-05-01 counted_from:2027-03-15');
    const logged = await log(maria, 'credits:2 title:Late completed_on:2027-03-20');
    expect(read(logged)).toContain('Good to know: Credits earned in the renewal month');
    expect(read(logged)).toContain('due 2029-03-15');
    const moved = await maria.press(logged, 'Count it for 2027-03-15');
    expect(read(moved)).toContain('You chose to count it for the cycle that is due 2027-03-15');
    expect(bar(moved, 'in all')).toContain('0/36');
    const back = await maria.press(moved, 'Count it by its date');
    expect(bar(back, 'in all')).toContain('2/36');
  });

  test('moved to the cycle that is just past, it counts there', async () => {
    const { maria } = await openChat({ now: '2027-04-05T15:00:00Z' });
    await hold(maria, 'credential:CPC certified_on:2020-05-01 due:2027-03-15 total:36');
    const logged = await log(maria, 'credits:2 title:Late completed_on:2027-03-20');
    const moved = await maria.press(logged, 'Count it for 2027-03-15');
    expect(read(moved)).toContain('21 days past due (2027-03-15)');
    expect(read(moved)).not.toContain('Does not count');
    expect(bar(moved, 'in all')).toContain('2/36');
  });

  test('keeps sponsor and index number for the member alone', async () => {
    const { maria, james } = await openChat();
    await hold(maria, cpc);
    const logged = await log(maria, '2 E/M audits');
    const form = await maria.pressForForm(logged, 'Add details');
    const card = await maria.submit(form, { sponsor: 'Heron Seminars', index_number: 'HERON-42' });
    expect(read(card)).toContain('Index number: HERON-42 (seen by nobody but you)');
    expect((await maria.pressForForm(card, 'Change details')).values).toEqual({
      sponsor: 'Heron Seminars',
      index_number: 'HERON-42',
    });
    expect(read(await james.press(logged, 'Add details'))).toContain('not among yours');
    expect(read(await james.submit(form, { sponsor: 'Mine' }))).toContain('not among yours');
    expect(read(await maria.type('/ceu list'))).not.toContain('HERON-42');
  });

  test('takes long numbers and names where they belong, and no patient data in a title', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    const form = await maria.pressForForm(await log(maria, '2 E/M audits'), 'Add details');
    const details = { sponsor: 'Dr. Ada Lovelace', index_number: '4820193746152' };
    expect(read(await maria.submit(form, details))).toContain('Index number: 4820193746152');
    const stopped = await maria.type('/ceu add 2 Chart of patient John Smith, DOB 03/04/1961');
    expect(read(stopped)).not.toContain('John Smith');
    expect(read(await maria.type('/ceu list'))).toContain('Your CEU entries (1)');
  });

  test('shows a title as it was typed, whatever it holds', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    const title = '**@everyone** [free](https://x.example) `code` <!channel>';
    expect(read(await log(maria, `2 ${title}`))).toContain(title);
    expect(read(await maria.type('/ceu list'))).toContain(title);
  });
});

describe('/ceu list', () => {
  test('of nothing says how to begin', async () => {
    const { maria } = await openChat();
    const empty = await maria.type('/ceu list');
    expect(read(empty)).toContain('You have not logged any CEUs yet.');
    expect(read(empty)).toContain('Quiz points are not CEUs.');
  });

  test('pages, the latest first', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    for (let day = 1; day <= 10; day += 1)
      await log(
        maria,
        `credits:1 title:"Course ${day}" completed_on:2026-10-${`${day}`.padStart(2, '0')}`,
      );
    const first = await maria.type('/ceu list');
    expect(first.title).toBe('Your CEU entries (10, page 1 of 2)');
    expect(read(first)).toMatch(/Course 10 .*Course 9 .*Course 3 /s);
    const second = await maria.press(first, 'Earlier ones');
    expect(read(second)).toMatch(/Course 2 .*Course 1 /s);
    expect(labelsOf(second)).not.toContain('Earlier ones');
    expect((await maria.press(second, 'Later ones')).title).toBe(first.title);
  });

  test('opens an entry, and removes it after asking', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    await log(maria, '2 E/M audits');
    await log(maria, '3 Anatomy');
    const card = await maria.press(await maria.type('/ceu list'), '2026-11-22, 3 credits: Anatomy');
    expect(bar(card, 'in all')).toContain('5/36');
    const asked = await maria.press(card, 'Remove');
    expect(read(asked)).toContain('Anatomy, 3 credits, completed on 2026-11-22. It will no longer');
    expect(read(await maria.press(asked, 'Keep it'))).toContain('Anatomy');
    expect(read(await maria.press(asked, 'Remove it'))).toContain('Removed.');
    expect(read(await maria.press(asked, 'Remove it'))).toContain('not among yours');
    expect(bar(await maria.type('/ceu status'), 'in all')).toContain('2/36');
  });

  test("shows nobody else's entries, and lets nobody else remove them", async () => {
    const { maria, james } = await openChat();
    await hold(maria, cpc);
    const logged = await log(maria, '2 E/M audits');
    expect(read(await james.type('/ceu list'))).not.toContain('E/M audits');
    const asked = await maria.press(logged, 'Remove');
    expect(read(await james.press(asked, 'Remove it'))).toContain('not among yours');
    expect(read(await maria.type('/ceu list'))).toContain('E/M audits');
  });

  test('with the longest titles still fits', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    for (let day = 1; day <= 8; day += 1)
      await log(maria, `credits:1 title:"${day}${'*_['.repeat(49)}" completed_on:2026-10-0${day}`);
    expect((await maria.type('/ceu list')).title).toBe('Your CEU entries (8)');
  });
});

describe('/ceu status', () => {
  test('of nothing says what to do first', async () => {
    const { maria } = await openChat();
    const empty = await maria.type('/ceu status');
    expect(read(empty)).toContain('Tell me first which credential you hold');
    expect(read(empty)).toContain('Quiz points are not CEUs.');
    expect(labelsOf(empty)).toEqual(['Add a credential']);
  });

  test('shows bars, the due date and whether it is confirmed, next steps and sources', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    await log(maria, '24 A big course');
    const status = await maria.type('/ceu status');
    expect(status.title).toBe('AAPC: CPC');
    expect(read(status)).toContain('129 days left, due 2027-03-31 (computed, not confirmed)');
    expect(bar(status, 'in all')).toContain('██████░░ 24/36');
    expect(read(status)).toContain('Earn 12 credits by 2027-03-31');
    expect(read(status)).toContain('compare it with your CEU Tracker');
    expect(read(status)).toContain('Membership dues: 129 days left');
    expect(read(status)).toMatch(/Sources: AAPC, .*, checked 2026-11-22/);
    expect(labelsOf(status)).not.toContain('Share');
  });

  test('of several bodies shows each, and one of them in full', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc, ccs);
    const both = await maria.type('/ceu status');
    expect(both.fields?.map(({ label }) => label)).toEqual([
      'AAPC · 129 days left, due 2027-03-31 (computed)',
      'AHIMA · 98 days left, due 2027-02-28 (confirmed)',
    ]);
    expect(read(both)).toContain('Rules of AAPC and AHIMA, checked 2026-11-22.');
    const one = await maria.press(both, 'AHIMA');
    expect(one.title).toBe('AHIMA: CCS');
    expect(bar(one, 'AHIMA sources')).toContain('0/8');
  });

  test('takes what the tracker shows, which confirms the date and settles the total', async () => {
    const { maria } = await openChat();
    await hold(maria, 'credential:CPC certified_on:2026-05-01 counted_from:2027-03-31');
    const asking = await maria.type('/ceu status');
    expect(read(asking)).toContain('no page that we read says how');
    expect(read(asking)).toContain('0/? in all (the number is yours to enter)');
    const form = await maria.pressForForm(asking, 'Enter what my tracker shows');
    expect(form.values).toEqual({ due: '2027-03-31' });
    const wrong = await maria.submitted(form, { due: '2047-03-31' });
    expect(wrong.kind === 'invalid' && wrong.problems.due).toContain('three years ahead');
    const saved = await maria.submit(form, { due: '2027-03-31', total: '15' });
    expect(read(saved)).toContain('(as your CEU Tracker shows it)');
    expect(bar(saved, 'in all')).toContain('0/15');
    expect(read(saved)).not.toContain('no page that we read');
  });

  test('takes a minimum that no page names', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc, 'credential:CPMA certified_on:2026-05-01');
    const asking = await maria.type('/ceu status');
    expect(read(asking)).toContain('0/? CPMA: auditing');
    const form = await maria.pressForForm(asking, 'Enter the minimum: CPMA');
    expect(bar(await maria.submit(form, { credits: '8' }), 'CPMA: auditing')).toContain('0/8');
  });

  test('Submitted, Confirmed and Dues paid are noted and can be taken back', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    const status = await maria.type('/ceu status');
    const submitted = await maria.press(status, 'Submitted');
    expect(read(submitted)).toContain('Look in your CEU Tracker whether AAPC confirmed it');
    const confirmed = await maria.press(submitted, 'Confirmed by AAPC');
    expect(read(confirmed)).toContain('State: confirmed by AAPC.');
    expect(read(confirmed)).not.toContain('Earn 36 credits');
    const paid = await maria.press(confirmed, 'Dues paid');
    expect(read(paid)).toContain('Membership dues of 2027-03-31: paid.');
    const unpaid = await maria.press(paid, 'Dues not paid');
    const back = await maria.press(
      await maria.press(unpaid, 'Not confirmed by AAPC'),
      'Not submitted yet',
    );
    expect(read(back)).toContain('Earn 36 credits by 2027-03-31');
    expect(labelsOf(back)).toContain('Submitted');
  });

  test("somebody else's button changes nothing of mine or theirs", async () => {
    const { maria, james, world } = await openChat();
    await hold(maria, cpc);
    const status = await maria.type('/ceu status');
    expect(read(await james.press(status, 'Submitted'))).toContain('not meant for you');
    expect(await world.opened.store.members.find(james.id)).toBeUndefined();
    expect(labelsOf(await maria.type('/ceu status'))).toContain('Submitted');
  });

  test('says how far the cycle has come, and what it would lack in an audit', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    const short = await log(maria, '30 A big course');
    expect(read(await maria.press(short, 'My status'))).toContain(
      'State: short → complete → submitted → confirmed.',
    );
    await log(maria, '6 Another course');
    const complete = await maria.type('/ceu status');
    expect(read(complete)).toContain('State: complete → submitted → confirmed.');
    expect(read(complete)).toContain('For an audit: 2 of 2 entries lack papers');
    const submitted = await maria.press(complete, 'Submitted');
    expect(read(submitted)).toContain('State: submitted → confirmed. Look in your CEU Tracker');
    await hold(maria, 'credential:CMC certified_on:2026-05-10');
    expect(read(await maria.type('/ceu status'))).toContain(
      'State: a number is missing → complete',
    );
  });

  test('has the rules of the body, each with its source, its grade and its day', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    const rules = await maria.press(await maria.type('/ceu status'), 'The rules');
    expect(rules.title).toMatch(/^Rules of AAPC \(page 1 of \d\)$/);
    expect(read(rules)).toContain('36 for 1, 40 for 2, 44 for 3, 48 for 4, 52 for 5 or more.');
    expect(read(rules)).toContain('checked 2026-11-22; recounted, or in two independent sources');
    let pages = read(rules);
    for (let at = rules; labelsOf(at).includes('More'); pages += read(at))
      at = await maria.press(at, 'More');
    expect(pages).toContain('$50: extension of the time for credits.');
    expect(pages).toContain('Submissions are taken from 1 month before the due date.');
    for (const { body } of realContent().rulePacks)
      expect((await maria.press(rulesOf(body.id), 'Rules')).title).toContain(body.name);
  });

  test('of several credentials has a picture, which says in words what it shows', async () => {
    const { maria } = await openChat();
    await hold(maria, cpc);
    expect((await maria.type('/ceu status')).image).toBeUndefined();
    await hold(maria, cpma, ccs);
    await log(maria, 'credits:12 title:Audits category:CPMA', 'Not for AHIMA');
    await log(maria, '20 Sepsis', 'Not for AAPC', 'HIIM domain, from another provider');
    const { image } = await maria.type('/ceu status');
    expect(image?.alt).toBe(
      'AAPC: 129 days left, due 2027-03-31: In all 12 of 40 (behind), CPMA: auditing 12 of 16 (behind). ' +
        'AHIMA: 98 days left, due 2027-02-28: In all 20 of 20, AHIMA sources 0 of 8 (behind), HIIM domains 20 of 16. ' +
        'The line: time gone by. Amber: behind it.',
    );
    expect([...(image?.png.slice(1, 4) ?? [])]).toEqual([0x50, 0x4e, 0x47]);
  });

  test('stays with a late cycle until the body has it', async () => {
    const { maria, until } = await openChat();
    await hold(maria, cpc);
    await until('2027-04-10T15:00:00Z');
    const late = await maria.type('/ceu status');
    expect(read(late)).toContain('10 days past due (2027-03-31)');
    expect(read(late)).toContain('The due date is past.');
    const settled = await maria.press(await maria.press(late, 'Submitted'), 'Confirmed by AAPC');
    expect(read(settled)).toContain('due 2029-03-31');
  });

  test('with every credential of a body and open questions still fits', async () => {
    const { maria, world } = await openChat();
    const today = Temporal.PlainDate.from('2026-11-22');
    await hold(maria, 'credential:CPC certified_on:2026-05-01 counted_from:2027-03-31');
    const me = await world.opened.store.members.find(maria.id);
    for (const { body, credentials } of realContent().rulePacks)
      for (const { code } of credentials)
        await world.opened.store.education.hold(
          me?.id ?? ('' as never),
          body.id,
          { code, certifiedOn: today.subtract({ days: 100 }) },
          today,
        );
    for (let n = 1; n <= 4; n += 1)
      await log(
        maria,
        `credits:1 title:"${'*'.repeat(149)}" completed_on:2026-11-0${n} category:CPMA`,
        ...['Not for ACDIS', 'Other relevant topic, from another provider', 'Not for AMBA'],
        ...['Not for MAB', 'Not for NHA', 'Not for PMI'],
      );
    const both = await maria.type('/ceu status');
    expect(read(await maria.press(both, 'AAPC'))).toContain('2027-03-31 is computed');
    expect(read(await maria.press(both, 'AHIMA'))).toContain('Earn ');
    await maria.type('/credential list');
    await maria.type('/credential remove');
    expect((await maria.type('/ceu add 2 Anything')).title).toContain('AAPC');
  });
});
