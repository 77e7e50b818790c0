import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/core/ceu/entry.ts';
import type { Standing } from '../../../src/core/ceu/standing.ts';
import { type Status, statusOf } from '../../../src/core/ceu/status.ts';
import { aapc, ahima, cycleAt, day, entry, holds, statusAt } from './given.ts';

const today = '2026-11-22';
const auditor: Standing = {
  held: holds({ CPC: '2015-06-10', CPMA: '2018-02-01' }),
  membershipEnds: day('2027-03-31'),
};
const several: Standing = {
  held: holds({ CPC: '2015-06-10', CPMA: '2018-02-01', CPCO: '2019-02-01', CASCC: '2020-01-05' }),
  membershipEnds: day('2027-03-31'),
};
const ccs: Standing = { held: holds({ CCS: '2025-03-01' }), confirmed: { due: day('2027-02-28') } };

function bucket(status: Status, id: string) {
  return status.buckets.find((each) => each.id === id);
}

function whyNots(status: Status): readonly string[] {
  return status.entries.flatMap((each) => each.whyNots.map(({ kind }) => kind));
}

describe('a total', () => {
  test('adds quarters exactly: ten times 0.25 and 1.75 are 4.25', () => {
    const entries = [...Array(10).keys()].map(() => entry('2026-05-01', 0.25));
    const status = statusAt(aapc, auditor, [...entries, entry('2026-05-02', 1.75)], today);
    expect(status).toMatchObject({ done: 4.25, required: 40, missing: 35.75, state: 'short' });
  });

  test('refuses credits that are no quarters, since they would be lost in rounding', () => {
    expect(() => statusAt(aapc, auditor, [entry('2026-05-01', 0.3)], today)).toThrow(RangeError);
  });

  test('of nothing logged is all missing', () => {
    expect(statusAt(aapc, auditor, [], today)).toMatchObject({ done: 0, missing: 40, toEarn: 40 });
  });

  test('never goes below nothing missing', () => {
    const status = statusAt(aapc, auditor, [entry('2026-05-01', 60)], today);
    expect(status).toMatchObject({ done: 60, missing: 0 });
  });
});

describe('a minimum of its own', () => {
  test('counts only what the certificate names: 40 general credits leave CPMA 16 short', () => {
    const status = statusAt(aapc, auditor, [entry('2026-05-01', 40)], today);
    expect(bucket(status, 'CPMA')).toMatchObject({ done: 0, required: 16, missing: 16 });
    expect(status).toMatchObject({ missing: 0, toEarn: 16, state: 'short' });
  });

  test('is inside the total: 16 approved for CPMA count for both', () => {
    const approved = entry('2026-05-01', 16, { approvedFor: ['CPMA'] });
    const status = statusAt(aapc, auditor, [approved], today);
    expect(bucket(status, 'CPMA')?.missing).toBe(0);
    expect(status).toMatchObject({ done: 16, missing: 24, toEarn: 24 });
  });

  test('does not count credits from before that credential, though the total does', () => {
    const standing = { ...auditor, held: holds({ CPC: '2015-06-10', CPMA: '2026-06-01' }) };
    const early = entry('2026-05-01', 4, { approvedFor: ['CPMA'] });
    const status = statusAt(aapc, standing, [early], today);
    expect(bucket(status, 'CPMA')?.done).toBe(0);
    expect(status.done).toBe(4);
  });

  test('may share a credit with a specialty: one core and one specialty at once', () => {
    const both = entry('2026-05-01', 8, { approvedFor: ['CPMA', 'CASCC'] });
    const status = statusAt(aapc, several, [both], today);
    expect(bucket(status, 'CPMA')?.done).toBe(8);
    expect(bucket(status, 'CASCC')?.done).toBe(8);
    expect(status.done).toBe(8);
  });

  test('does not share it with a second core credential: the first one named gets it, and it says so', () => {
    const both = entry('2026-05-01', 8, { approvedFor: ['CPCO', 'CPMA'] });
    const status = statusAt(aapc, several, [both], today);
    expect(bucket(status, 'CPCO')?.done).toBe(8);
    expect(bucket(status, 'CPMA')?.done).toBe(0);
    expect(whyNots(status)).toEqual(['counts-for-one']);
    expect(status.entries[0]?.whyNots[0]?.text).toMatch(/counts for CPCO, not for CPMA/);
  });

  test('of two core credentials add up: 16 and 16 short take 32, not 16', () => {
    const general = entry('2026-05-01', 48);
    expect(statusAt(aapc, several, [general], today)).toMatchObject({ missing: 0, toEarn: 32 });
  });

  test('of a core and a specialty credential overlap: 16 and 8 short take 16', () => {
    const standing = { ...auditor, held: holds({ CPMA: '2018-02-01', CASCC: '2020-01-05' }) };
    expect(statusAt(aapc, standing, [entry('2026-05-01', 40)], today).toEarn).toBe(16);
  });
});

describe('AHIMA quotas', () => {
  test('20 credits of other topics fill the total and still leave 16 to earn in HIIM domains', () => {
    const status = statusAt(ahima, ccs, [entry('2026-05-01', 20, { category: 'other' })], today);
    expect(status).toMatchObject({ done: 20, missing: 0, toEarn: 16, state: 'short' });
  });

  test('one credit can serve both quotas: nothing done takes 20, not 20 and 16 and 8', () => {
    expect(statusAt(ahima, ccs, [], today).toEarn).toBe(20);
  });

  test('8 from AHIMA and 8 from others in HIIM domains, 4 of anything: complete', () => {
    const status = statusAt(
      ahima,
      ccs,
      [
        entry('2026-05-01', 8, { category: 'hiim-ahima' }),
        entry('2026-06-01', 8, { category: 'hiim' }),
        entry('2026-07-01', 4, { category: 'other' }),
      ],
      today,
    );
    expect(status).toMatchObject({ state: 'complete', toEarn: 0 });
  });

  test('AHIMA sources outside the HIIM domains fill one quota and not the other', () => {
    const status = statusAt(
      ahima,
      ccs,
      [entry('2026-05-01', 8, { category: 'other-ahima' })],
      today,
    );
    expect(bucket(status, 'ahima-sources')?.missing).toBe(0);
    expect(bucket(status, 'hiim')?.missing).toBe(16);
  });

  test('while the tracker alone knows a number, nothing is called complete', () => {
    const standing = { held: holds({ CCS: '2024-12-31' }) };
    const all = entry('2026-05-01', 20, { category: 'hiim-ahima' });
    expect(statusAt(ahima, standing, [all], today).state).toBe('open');
  });
});

describe('an entry does not count', () => {
  test('before the first certification', () => {
    const standing = { ...auditor, held: holds({ CPC: '2026-02-10' }) };
    const status = statusAt(
      aapc,
      standing,
      [entry('2026-02-09', 2), entry('2026-02-10', 3)],
      today,
    );
    expect(status.done).toBe(3);
    expect(whyNots(status)).toEqual(['before-certification']);
  });

  test('outside the cycle, by its date of completion', () => {
    const status = statusAt(aapc, auditor, [entry('2025-02-28', 2), entry('2025-04-01', 3)], today);
    expect(status.done).toBe(3);
    expect(whyNots(status)).toEqual(['outside-cycle']);
    expect(status.entries[0]?.whyNots[0]?.text).toMatch(/2025-04-01 to 2027-03-31.*nothing over/);
  });

  test('while its day is still to come', () => {
    const status = statusAt(aapc, auditor, [entry('2026-11-23', 2)], today);
    expect(whyNots(status)).toEqual(['not-completed-yet']);
    expect(statusAt(aapc, auditor, [entry('2026-11-22', 2)], today).done).toBe(2);
  });

  test('when the course was taken before, even in an earlier cycle: AAPC counts it once ever', () => {
    const status = statusAt(
      aapc,
      auditor,
      [
        entry('2024-05-01', 2, { title: 'Modifiers 101' }),
        entry('2026-05-01', 2, { title: ' modifiers – 101' }),
      ],
      today,
    );
    expect(status.done).toBe(0);
    expect(whyNots(status)).toEqual(['outside-cycle', 'repeated-course']);
    expect(status.entries[1]?.whyNots[0]?.text).toMatch(/2024-05-01/);
  });

  test('unless the member says it is another course: chapter meetings share their title', () => {
    const title = 'Chapter meeting';
    const status = statusAt(
      aapc,
      auditor,
      [
        entry('2026-05-01', 1, { title }),
        entry('2026-06-01', 1, { title, isAnotherCourse: true }),
        entry('2026-07-01', 1, { title }),
      ],
      today,
    );
    expect(status.done).toBe(2);
  });

  test('AHIMA has no such rule: only the same title on the same day is a repeat', () => {
    const title = 'Journal quiz';
    const category = 'hiim-ahima';
    const again = entry('2026-06-01', 1, { title, category });
    const status = statusAt(
      ahima,
      ccs,
      [entry('2026-05-01', 1, { title, category }), again, { ...again, id: 'same-day' }],
      today,
    );
    expect(status.done).toBe(2);
    expect(whyNots(status)).toEqual(['repeated-course']);
  });
});

describe('the renewal month', () => {
  const march = '2027-03-10';
  const inMarch = (rest: Partial<Entry> = {}) => entry(march, 2, rest);

  test('leaves the choice, and says so; by its date an entry counts for the cycle that is due', () => {
    const status = statusAt(aapc, auditor, [inMarch()], '2027-03-20');
    expect(status.done).toBe(2);
    expect(whyNots(status)).toEqual(['renewal-month']);
  });

  test('an entry moved to the next cycle counts there and not here', () => {
    const entries = [inMarch({ countFor: 'cycle-after' })];
    expect(statusAt(aapc, auditor, entries, '2027-03-20').done).toBe(0);
    expect(statusAt(aapc, auditor, entries, '2027-04-02').done).toBe(2);
  });

  test('of the cycle before is named to whoever looks for its entries here', () => {
    const [status] = statusAt(aapc, auditor, [entry('2025-03-10', 2)], today).entries;
    expect(status?.counts).toBe(false);
    expect(status?.whyNots[0]?.text).toMatch(/may count for either cycle/);
  });

  test('after a due date inside the month, the rest of it may still go to the cycle before', () => {
    const standing = { ...auditor, membershipEnds: day('2027-03-15') };
    const late = entry('2027-03-20', 2, { countFor: 'cycle-before' });
    const cycle = cycleAt(aapc, standing, '2027-03-15');
    expect(statusOf(aapc, standing, cycle, [late], day('2027-03-21')).done).toBe(2);
    expect(statusAt(aapc, standing, [late], '2027-03-21').done).toBe(0);
  });

  test('leaves no choice of a cycle before the first one', () => {
    const standing = { held: holds({ CPC: '2025-03-20' }), membershipEnds: day('2027-03-15') };
    expect(whyNots(statusAt(aapc, standing, [entry('2025-03-25', 2)], today))).toEqual([]);
  });

  test('a choice in another month changes nothing', () => {
    const entries = [entry('2026-05-01', 2, { countFor: 'cycle-after' })];
    expect(statusAt(aapc, auditor, entries, today).done).toBe(2);
  });

  test('AHIMA leaves no such choice', () => {
    const entries = [entry('2027-02-10', 2, { category: 'hiim', countFor: 'cycle-after' })];
    expect(statusAt(ahima, ccs, entries, '2027-02-20').done).toBe(2);
  });
});

describe('the pace', () => {
  test('40 credits in the four months and ten days to March 31 are 9.5 a month, rounded up', () => {
    expect(statusAt(aapc, auditor, [], today).perMonth).toBe(9.5);
  });

  test('the due date itself is a day to earn on: February and all of March are two months', () => {
    expect(statusAt(aapc, auditor, [], '2027-02-01').perMonth).toBe(20);
  });

  test('in the last month it is all that is left', () => {
    const entries = [entry('2026-05-01', 36, { approvedFor: ['CPMA'] })];
    expect(statusAt(aapc, auditor, entries, '2027-03-20').perMonth).toBe(4);
  });

  test('there is none when nothing is short, and none once the date is past', () => {
    const all = [entry('2026-05-01', 40, { approvedFor: ['CPMA'] })];
    expect(statusAt(aapc, auditor, all, today).perMonth).toBeUndefined();
    const cycle = cycleAt(aapc, auditor, '2027-03-31');
    expect(statusOf(aapc, auditor, cycle, [], day('2027-04-01')).perMonth).toBeUndefined();
  });
});
