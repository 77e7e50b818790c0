import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/core/ceu/entry.ts';
import { nextSteps } from '../../../src/core/ceu/next-steps.ts';
import type { Standing } from '../../../src/core/ceu/standing.ts';
import { statusOf } from '../../../src/core/ceu/status.ts';
import { aapc, cycleAt, day, entry, holds, statusAt } from './given.ts';

const today = '2026-11-22';
const auditor: Standing = {
  held: holds({ CPC: '2015-06-10', CPMA: '2018-02-01' }),
  membershipEnds: day('2027-03-31'),
};

describe('next steps', () => {
  const confirmed = { ...auditor, confirmed: { due: day('2027-03-31'), total: 40 } };
  const steps = (standing: Standing, entries: readonly Entry[], on: string) =>
    nextSteps(aapc, statusAt(aapc, standing, entries, on), day(on)).map(({ text }) => text);

  test('say what to earn, by when, at which pace, and in which bucket', () => {
    const entries = [entry('2026-05-01', 20), entry('2026-06-01', 8, { approvedFor: ['CPMA'] })];
    expect(steps(confirmed, entries, today)).toEqual([
      'Earn 12 credits by 2027-03-31, about 3 a month.',
      'CPMA: auditing is short of 8 credits.',
    ]);
  });

  test('say from when a complete cycle can be submitted, and then that it can', () => {
    const all = [entry('2026-05-01', 40, { approvedFor: ['CPMA'] })];
    expect(steps(confirmed, all, today)).toEqual([
      'All is logged. AAPC takes submissions from 2027-02-28.',
    ]);
    expect(steps(confirmed, all, '2027-02-28')).toEqual([
      'All is logged. Submit it in your CEU Tracker by 2027-03-31.',
    ]);
  });

  test('ask for what nobody could verify before anything else, and to confirm a computed date', () => {
    const first = { held: holds({ CPC: '2026-02-10' }), membershipEnds: day('2027-03-31') };
    const [ask, confirm] = steps(first, [], today);
    expect(ask).toMatch(/Enter the total that your CEU Tracker shows/);
    expect(confirm).toBe(
      '2027-03-31 is computed, not confirmed: compare it with your CEU Tracker.',
    );
  });

  test('ask for the minimum of a credential from this cycle, which no page read says', () => {
    const standing = { ...auditor, held: holds({ CPC: '2015-06-10', CPMA: '2026-05-01' }) };
    expect(steps(standing, [], today)).toContain(
      'Enter how many credits your CEU Tracker wants for CPMA: auditing: no page that we read says so.',
    );
  });

  test('of a complete cycle past its date: submit it now', () => {
    const cycle = cycleAt(aapc, confirmed, '2027-03-31');
    const all = [entry('2026-05-01', 40, { approvedFor: ['CPMA'] })];
    const on = day('2027-04-10');
    const [, submit] = nextSteps(aapc, statusOf(aapc, confirmed, cycle, all, on), on);
    expect(submit?.text).toBe('All is logged. Submit it in your CEU Tracker now.');
  });

  test('begin with what the body does next once the date is past', () => {
    const cycle = cycleAt(aapc, confirmed, '2027-03-31');
    const late = (on: string) =>
      nextSteps(aapc, statusOf(aapc, confirmed, cycle, [], day(on)), day(on))[0];
    expect(late('2027-04-01')).toMatchObject({ kind: 'after-due', text: aapc.afterDue[0]?.text });
    expect(late('2027-05-10')).toMatchObject({ kind: 'after-due', text: aapc.afterDue[1]?.text });
    expect(
      nextSteps(
        aapc,
        statusOf(aapc, confirmed, cycle, [], day('2027-04-01')),
        day('2027-04-01'),
      )[1],
    ).toEqual({ kind: 'earn', text: 'Still missing: 40 credits.' });
    expect(late('2027-08-01')).toMatchObject({ kind: 'after-due', text: aapc.afterDue[2]?.text });
  });
});
