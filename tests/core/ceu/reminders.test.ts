import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { membershipDueOn } from '../../../src/core/ceu/cycle.ts';
import {
  cycleReminderWords,
  membershipReminderWords,
  type ReminderFacts,
} from '../../../src/core/ceu/reminder-words.ts';
import {
  missedReminder,
  nextReminder,
  reminderKey,
  reminderOn,
} from '../../../src/core/ceu/reminders.ts';
import type { Standing } from '../../../src/core/ceu/standing.ts';
import { statusOf } from '../../../src/core/ceu/status.ts';
import { aapc, ahima, cycleAt, day, entry, holds } from './given.ts';
import { days } from './oracle.ts';

const auditor: Standing = {
  held: holds({ CPC: '2015-06-10', CPMA: '2018-02-01' }),
  membershipEnds: day('2027-03-31'),
  confirmed: { due: day('2027-03-31'), total: 40 },
};
const cycle = cycleAt(aapc, auditor, '2026-11-22');

describe('the ladder', () => {
  test('of an AAPC cycle runs from half a year before to the final notice', () => {
    const seen: string[] = [];
    let next = nextReminder(aapc, cycle, cycle.start);
    while (next) {
      seen.push(`${next.day} ${next.name}`);
      next = nextReminder(aapc, cycle, next.day);
    }
    expect(seen).toEqual([
      '2026-10-02 180',
      '2026-12-31 90',
      '2027-01-30 60',
      '2027-03-01 30',
      '2027-03-17 14',
      '2027-03-24 7',
      '2027-03-30 1',
      '2027-03-31 0',
      '2027-04-01 +1',
      '2027-04-30 +30',
      '2027-06-14 +75',
    ]);
  });

  test('of an AHIMA cycle has no window for submission and one step after', () => {
    const standing = { held: holds({ CCS: '2025-03-01' }) };
    const ccs = cycleAt(ahima, standing, '2026-11-22');
    expect(nextReminder(ahima, ccs, day('2027-01-01'))?.name).toBe('30');
    expect(nextReminder(ahima, ccs, ccs.due)?.name).toBe('+1');
    expect(nextReminder(ahima, ccs, ccs.due.add({ days: 1 }))).toBeUndefined();
  });

  test('is the same for dues, which nobody submits', () => {
    const dues = membershipDueOn(aapc, auditor, day('2027-04-01'));
    if (!dues) throw new Error('dues are known');
    expect(nextReminder(aapc, dues, day('2028-02-10'))).toMatchObject({ name: '30' });
    expect(reminderOn(aapc, dues, day('2028-02-29'))).toBeUndefined();
    expect(nextReminder(aapc, dues, day('2028-03-31'))?.name).toBe('+1');
  });

  test('says that submission opens with the reminder of 30 days, a day later or on that day', () => {
    expect(reminderOn(aapc, cycle, day('2027-02-28'))).toBeUndefined();
    const march = reminderOn(aapc, cycle, day('2027-03-01'));
    expect(march).toMatchObject({ name: '30', daysLeft: 30, also: [{ name: 'opens' }] });
    const standing = { held: auditor.held, confirmed: { due: day('2027-07-15') } };
    const july = cycleAt(aapc, standing, '2026-11-22');
    const reminder = reminderOn(aapc, july, day('2027-06-15'));
    expect(reminder).toMatchObject({ name: '30', also: [{ name: 'opens' }] });
  });

  test('says it by itself where it opens after that', () => {
    const standing = { held: auditor.held, confirmed: { due: day('2027-03-15') } };
    const february = cycleAt(aapc, standing, '2026-11-22');
    expect(reminderOn(aapc, february, day('2027-02-13'))).toMatchObject({ name: '30', also: [] });
    expect(reminderOn(aapc, february, day('2027-02-15'))).toMatchObject({ name: 'opens' });
  });

  test('rests on other days', () => {
    expect(reminderOn(aapc, cycle, day('2027-03-02'))).toBeUndefined();
  });

  test('after downtime speaks once, with the most urgent of what was missed', () => {
    const missed = missedReminder(aapc, cycle, day('2027-02-20'), day('2027-03-25'));
    expect(missed?.name).toBe('7');
    expect(missed?.also.map(({ name }) => name)).toEqual(['opens', '30', '14']);
    expect(missedReminder(aapc, cycle, day('2027-03-24'), day('2027-03-29'))).toBeUndefined();
  });

  test('gives each reminder a name that a moved due date changes', () => {
    const reminder = reminderOn(aapc, cycle, day('2027-03-01'));
    expect(reminder && reminderKey(cycle, reminder)).toBe('aapc:cycle:2027-03-31:30');
    const dues = membershipDueOn(aapc, auditor, day('2027-03-01'));
    expect(dues && reminder && reminderKey(dues, reminder)).toBe('aapc:membership:2027-03-31:30');
  });

  test('is walked by nextReminder exactly on the days that reminderOn knows', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -200, max: 100 }), (due, offset) => {
        const deadline = { kind: 'membership', body: 'aapc', due } as const;
        const after = due.add({ days: offset });
        const next = nextReminder(aapc, deadline, after);
        let today = after.add({ days: 1 });
        while (!reminderOn(aapc, deadline, today) && today.until(due).days > -76) {
          today = today.add({ days: 1 });
        }
        expect(next).toEqual(reminderOn(aapc, deadline, today));
      }),
      { numRuns: 50 },
    );
  });
});

describe('the words', () => {
  const wordsOn = (today: string, credits: number, more: Partial<ReminderFacts> = {}) => {
    const entries = [entry('2026-05-01', credits, { approvedFor: ['CPMA'] })];
    const status = statusOf(aapc, auditor, cycle, entries, day(today));
    const reminder = reminderOn(aapc, cycle, day(today));
    if (!reminder) throw new Error('there is a reminder on that day');
    const facts = { pack: aapc, standing: auditor, status, reminder, today: day(today) };
    return cycleReminderWords({ ...facts, ...more });
  };

  test('say what is short, by when and how fast', () => {
    expect(wordsOn('2026-12-31', 10)).toEqual({
      title: 'AAPC credits: 90 days left, due 2027-03-31',
      sentences: [
        '10 of 40 credits logged.',
        'Earn 30 credits by 2027-03-31, about 10 a month.',
        'CPMA: auditing is short of 6 credits.',
        'Membership dues are due on the same day.',
      ],
      footnote:
        'Rules from https://www.aapc.com, checked 2026-11-22. Confirm with AAPC: this bot may be wrong.',
    });
  });

  test('of a complete cycle ask to submit it', () => {
    expect(wordsOn('2027-03-30', 40)).toMatchObject({
      title: 'AAPC credits: 1 day left, due 2027-03-31',
      sentences: [
        '40 of 40 credits logged.',
        'All is logged. Submit it in your CEU Tracker by 2027-03-31.',
        'Membership dues are due on the same day.',
      ],
    });
  });

  test('past the due date the dues of that day are past too', () => {
    const { sentences } = wordsOn('2027-04-01', 40);
    expect(sentences).toContain('Membership dues were due on the same day.');
  });

  test('of a cycle that is submitted ask only for the answer', () => {
    const { sentences } = wordsOn('2027-03-30', 40, { isSubmitted: true });
    expect(sentences[0]).toMatch(/^You submitted your credits\. Look in your CEU Tracker/);
  });

  test('leave out dues that are paid', () => {
    expect(wordsOn('2027-03-30', 40).sentences.join()).toContain('dues');
    expect(wordsOn('2027-03-30', 40, { isPaid: true }).sentences.join()).not.toContain('dues');
  });

  test('tell who is still short that the window opened', () => {
    expect(wordsOn('2027-03-01', 10).sentences).toContain(
      'AAPC takes submissions for this cycle from 2027-02-28.',
    );
  });

  test('after the date begin with what AAPC does next', () => {
    const { title, sentences } = wordsOn('2027-06-14', 10);
    expect(title).toBe('AAPC credits: 75 days past due (2027-03-31)');
    expect(sentences[1]).toMatch(/final notice/);
  });

  test('on the day say today', () => {
    expect(wordsOn('2027-03-31', 10).title).toBe('AAPC credits: due today (2027-03-31)');
  });

  test('of a date that nobody confirmed say so, every time', () => {
    const unconfirmed = { held: auditor.held, membershipEnds: day('2027-03-31') };
    const computed = cycleAt(aapc, unconfirmed, '2026-11-22');
    const today = day('2027-03-01');
    const reminder = reminderOn(aapc, computed, today);
    if (!reminder) throw new Error('there is a reminder on that day');
    const status = statusOf(aapc, unconfirmed, computed, [], today);
    const facts = { pack: aapc, standing: unconfirmed, status, reminder, today };
    expect(cycleReminderWords(facts).sentences).toContain(
      '2027-03-31 is computed, not confirmed: compare it with your CEU Tracker.',
    );
  });

  test('of dues name the rule, and the late fee once they are late', () => {
    const dues = membershipDueOn(aapc, auditor, day('2028-01-01'));
    if (!dues) throw new Error('dues are known');
    const { title, sentences } = membershipReminderWords(aapc, dues, day('2028-04-30'));
    expect(title).toBe('AAPC membership: 30 days past due (2028-03-31)');
    expect(sentences.join(' ')).toMatch(/due every year.*late fee/);
  });
});
