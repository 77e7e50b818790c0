// Two years of a member with CPC, CPMA and CCS, message by message: two bodies, 40 and 20 credits.

import { expect, test } from 'vitest';
import type { Reply } from '../../src/bot/reply.ts';
import type { Upload } from '../../src/bot/shape.ts';
import { type Chat, labelsOf, openChat, read } from '../chat.ts';
import { hold, turnRemindersOn } from '../commands/credentials.ts';

const general = 'General: the certificate names no credential of mine';
const audits = 'Approved for CPMA (auditing)';
const hiim = 'HIIM domain, from another provider';
const ahimaHiim = 'HIIM domain, from AHIMA, HCPro or a state association';

/** The next message of all: until then none comes, and on that moment one. */
function mailOf({ mail, maria, until }: Chat) {
  let seen = 0;
  return {
    async nextAt(moment: string, title: string | undefined): Promise<Reply> {
      await until(Temporal.Instant.from(moment).subtract({ seconds: 1 }).toString());
      expect(mail.to(maria.id).slice(seen).map(read), `before ${moment}`).toEqual([]);
      await until(moment);
      const fresh = mail.to(maria.id).slice(seen);
      expect(fresh.map((each) => each.title)).toEqual([title]);
      seen += 1;
      const [message] = fresh;
      if (!message) throw new Error(`Nothing came at ${moment}.`);
      return message;
    },
    async noneUntil(moment: string): Promise<void> {
      await until(moment);
      expect(mail.to(maria.id).slice(seen).map(read), `until ${moment}`).toEqual([]);
    },
  };
}

function certificate(name: string): Upload {
  const bytes = new TextEncoder().encode(`%PDF-1.7 ${name}`);
  return { name, mediaType: 'application/pdf', size: bytes.length, bytes: async () => bytes };
}

test('CPC, CPMA and CCS from April 2027 to April 2029', async () => {
  const chat = await openChat({ now: '2027-04-01T15:00:00Z' });
  const { maria, james } = chat;
  const { nextAt, noneUntil } = mailOf(chat);
  const log = async (line: string, ...answers: readonly string[]) => {
    let reply = await maria.type(`/ceu add ${line}`);
    for (const answer of answers) reply = await maria.press(reply, answer);
    return read(reply);
  };

  // Both AAPC credentials make one cycle with one total; the CCS makes another.
  await hold(
    maria,
    'credential:CPC certified_on:2020-05-01 counted_from:2028-03-31',
    'credential:CPMA certified_on:2021-05-01',
    'credential:CCS certified_on:2025-03-01 due:2029-02-28 total:20',
  );
  const beginning = read(await maria.type('/ceu status'));
  expect(beginning).toContain('AAPC · 730 days left, due 2029-03-31 (computed)');
  expect(beginning).toContain('0/40 in all');
  expect(beginning).toContain('0/16 CPMA: auditing');
  expect(beginning).toContain('AHIMA · 699 days left, due 2029-02-28 (confirmed)');
  expect(beginning).toContain('0/20 in all');
  await turnRemindersOn(maria);
  expect(read(await nextAt('2027-04-01T15:00:00Z', undefined))).toContain('This is a test');

  // The first summer: a conference that counts for both bodies, with its certificate.
  await chat.until('2027-06-20T18:00:00Z');
  const form = await maria.form('/ceu add');
  const asked = await maria.submit(form, {
    ...{ credits: '12', title: 'Sepsis conference', completed_on: '2027-06-18' },
    certificate: certificate('sepsis.pdf'),
  });
  const conference = await maria.press(await maria.press(asked, general), ahimaHiim);
  expect(read(conference)).toContain('12/40 in all');
  expect(read(conference)).toContain('12/16 HIIM domains');
  expect(read(conference)).toContain('12/8 AHIMA sources');
  expect(read(conference)).toContain('For an audit still missing: sponsor, index number.');
  await maria.submit(await maria.pressForForm(conference, 'Add details'), {
    sponsor: 'Heron Seminars',
    index_number: 'HERON-4711',
  });

  // Half a year of silence is explained.
  const watching = read(await nextAt('2027-10-01T13:00:00Z', 'Still watching'));
  expect(watching).toContain('AAPC 2028-03-31, membership dues');
  expect(watching).toContain('AAPC 2029-03-31, credits (computed, not confirmed)');
  expect(watching).toContain('AHIMA 2029-02-28, credits');
  expect(watching).toContain('The next reminder comes on 2027-10-03.');

  // The year without credits has dues of its own.
  await nextAt('2027-10-03T13:00:00Z', 'AAPC membership: 180 days left, due 2028-03-31');
  await nextAt('2028-01-01T14:00:00Z', 'AAPC membership: 90 days left, due 2028-03-31');
  await nextAt('2028-01-31T14:00:00Z', 'AAPC membership: 60 days left, due 2028-03-31');
  const dues = await nextAt(
    '2028-03-01T14:00:00Z',
    'AAPC membership: 30 days left, due 2028-03-31',
  );
  expect(read(dues)).toContain('due every year, also in the year without credits');
  expect(read(dues)).toContain('Once they are paid, say so here and these reminders stop.');
  expect(read(await maria.press(dues, 'Dues paid'))).toContain('membership dues are paid');

  // Auditing: 10 of the 16 that the CPMA wants, in the first half of the cycle.
  await nextAt('2028-04-01T13:00:00Z', 'Still watching');
  await chat.until('2028-04-15T16:00:00Z');
  expect(
    await log('credits:10 title:"Audit workshop" completed_on:2028-04-10', audits, 'Not for AHIMA'),
  ).toContain('10/16 CPMA: auditing');

  // AHIMA comes first: half a year before, then a quarter.
  const first = await nextAt(
    '2028-09-01T13:00:00Z',
    'AHIMA credits: 180 days left, due 2029-02-28',
  );
  expect(read(first)).toContain('12 of 20 credits logged.');
  expect(read(first)).toContain('HIIM domains is short of 4 credits.');
  expect(labelsOf(first)).not.toContain('Dues paid');
  await nextAt('2028-10-01T13:00:00Z', 'Still watching');
  const aapc = await nextAt('2028-10-02T13:00:00Z', 'AAPC credits: 180 days left, due 2029-03-31');
  expect(read(aapc)).toContain('22 of 40 credits logged.');
  expect(read(aapc)).toContain('Earn 18 credits by 2029-03-31, about 3.25 a month.');
  expect(read(aapc)).toContain('CPMA: auditing is short of 6 credits.');
  expect(read(aapc)).toContain('2029-03-31 is computed, not confirmed');
  expect(read(aapc)).toContain('Membership dues are due on the same day.');

  // The tracker agrees, and another course counts for both.
  const status = await maria.press(aapc, 'My status');
  const tracker = await maria.pressForForm(status, 'Enter what my tracker shows');
  await maria.submit(tracker, { due: '2029-03-31', total: '40' });
  await chat.until('2028-11-10T17:00:00Z');
  expect(await log('8 Inpatient coding', general, hiim)).toContain('20/20 in all');
  await chat.until('2028-11-11T17:00:00Z');
  expect(await log('8 Inpatient Coding', general, 'Not for AHIMA')).toContain('Does not count');

  // Complete: the reminder asks to submit; submitted: it asks for the answer; confirmed: it rests.
  const complete = await nextAt(
    '2028-11-30T14:00:00Z',
    'AHIMA credits: 90 days left, due 2029-02-28',
  );
  expect(read(complete)).toContain('All is logged. Submit it in your CEU Center by 2029-02-28.');
  await maria.press(complete, 'Submitted');
  const pending = await nextAt(
    '2028-12-30T14:00:00Z',
    'AHIMA credits: 60 days left, due 2029-02-28',
  );
  expect(read(pending)).toContain('Look in your CEU Center whether AHIMA confirmed them.');
  expect(read(await james.press(pending, 'Confirmed by AHIMA'))).toContain('not meant for you');
  await maria.press(pending, 'Confirmed by AHIMA');

  // AAPC alone is left, and short.
  const ninety = await nextAt('2028-12-31T14:00:00Z', 'AAPC credits: 90 days left, due 2029-03-31');
  expect(read(ninety)).toContain('30 of 40 credits logged.');
  await nextAt('2029-01-30T14:00:00Z', 'AAPC credits: 60 days left, due 2029-03-31');
  const thirty = await nextAt('2029-03-01T14:00:00Z', 'AAPC credits: 30 days left, due 2029-03-31');
  expect(read(thirty)).toContain('AAPC takes submissions for this cycle from 2029-02-28.');
  expect(read(await maria.press(thirty, 'Snooze 1 week'))).toContain('again on 2029-03-08');
  const woken = await nextAt('2029-03-08T14:00:00Z', 'AAPC credits: 23 days left, due 2029-03-31');

  // The rest is earned in the renewal month; one course is kept for the next cycle.
  const logForm = await maria.pressForForm(woken, 'Log CEUs');
  const kind = await maria.submit(logForm, {
    ...{ credits: '10', title: 'Audit seminar', completed_on: '2029-03-07' },
  });
  const done = await maria.press(await maria.press(kind, audits), 'Not for AHIMA');
  expect(read(done)).toContain('40/40 in all');
  expect(read(done)).toContain('20/16 CPMA: auditing');
  expect(read(done)).toContain('All is logged. Submit it in your CEU Tracker by 2029-03-31.');
  await log('3 Modifiers', general, 'Not for AHIMA');
  const spare = await maria.press(
    await maria.type('/ceu list'),
    '2029-03-08, 3 credits: Modifiers',
  );
  const moved = await maria.press(spare, 'Count it for 2031-03-31');
  expect(read(moved)).toContain('40/40 in all');

  const fourteen = await nextAt(
    '2029-03-17T13:00:00Z',
    'AAPC credits: 14 days left, due 2029-03-31',
  );
  await maria.press(fourteen, 'Submitted');
  const seven = await nextAt('2029-03-24T13:00:00Z', 'AAPC credits: 7 days left, due 2029-03-31');
  await maria.press(seven, 'Confirmed by AAPC');
  const lastDay = await nextAt(
    '2029-03-30T13:00:00Z',
    'AAPC membership: 1 day left, due 2029-03-31',
  );
  await maria.press(lastDay, 'Dues paid');

  // A new cycle: nothing carried over but what she chose, and the papers of the old one in order.
  const after = read(await nextAt('2029-04-01T13:00:00Z', 'Still watching'));
  expect(after).toContain('AAPC 2030-03-31, membership dues');
  expect(after).toContain('AAPC 2031-03-31, credits (computed, not confirmed)');
  expect(after).toContain('AHIMA 2031-02-28, credits (computed, not confirmed)');
  const overview = read(await maria.type('/ceu status'));
  expect(overview).toContain('3/40 in all');
  expect(overview).toContain('0/20 in all');
  const pack = await maria.press(await maria.type('/ceu export'), 'Audit pack: AAPC 2029-03-31');
  expect(read(pack)).toContain('5 entries, 1 with a certificate');
  await noneUntil('2029-10-01T12:59:59Z');
});
