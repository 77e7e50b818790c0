import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  computedCycle,
  cycleOn,
  membershipDueOn,
  nextCycle,
  previousCycle,
} from '../../../src/core/ceu/cycle.ts';
import type { RulePack } from '../../../src/core/ceu/rules.ts';
import type { Standing } from '../../../src/core/ceu/standing.ts';
import { aapc, acdis, ahima, amba, cycleAt, day, holds, mab, nha, pmi, say } from './given.ts';
import { days, naiveAhimaDue, naiveParityDue, naiveYearDue, naiveYearEnd } from './oracle.ts';

const cpc: Standing = { held: holds({ CPC: '2015-06-10' }), membershipEnds: day('2026-03-31') };
const ccs: Standing = { held: holds({ CCS: '2021-05-14' }) };

describe('an AAPC cycle', () => {
  test('a March membership is due in odd years, since March is an odd month', () => {
    expect(say(cycleAt(aapc, cpc, '2026-11-22'))).toBe('2025-04-01 to 2027-03-31');
  });

  test('a February membership is due in even years, since February is an even month', () => {
    const standing = { ...cpc, membershipEnds: day('2027-02-15') };
    expect(say(cycleAt(aapc, standing, '2026-11-22'))).toBe('2026-02-16 to 2028-02-15');
  });

  test('the due date itself still belongs to the cycle that ends on it', () => {
    expect(cycleAt(aapc, cpc, '2027-03-31').due).toEqual(day('2027-03-31'));
    expect(cycleAt(aapc, cpc, '2027-04-01').due).toEqual(day('2029-03-31'));
  });

  test('it does not matter which year of the membership the member typed', () => {
    for (const year of [2019, 2020, 2026, 2027, 2033]) {
      const standing = { ...cpc, membershipEnds: day(`${year}-03-31`) };
      expect(say(cycleAt(aapc, standing, '2026-11-22'))).toBe('2025-04-01 to 2027-03-31');
    }
  });

  test('a membership that ends on February 29 comes back to it, though 2026 and 2030 lack it', () => {
    const standing = { ...cpc, membershipEnds: day('2024-02-29') };
    expect(say(cycleAt(aapc, standing, '2026-01-01'))).toBe('2024-03-01 to 2026-02-28');
    expect(say(cycleAt(aapc, standing, '2027-01-01'))).toBe('2026-03-01 to 2028-02-29');
  });

  test('the first cycle starts with the certification, not before', () => {
    const standing = { ...cpc, held: holds({ CPC: '2026-02-10' }) };
    expect(say(cycleAt(aapc, standing, '2026-11-22'))).toBe('2026-02-10 to 2027-03-31');
  });

  test('without a membership date there is no cycle, and the pack says what to ask', () => {
    expect(cycleOn(aapc, { held: cpc.held }, day('2026-11-22'))).toBeUndefined();
    expect(aapc.cycle.question).toMatch(/membership/);
  });

  test('a due date from the tracker is enough, and is called confirmed', () => {
    const standing = { held: cpc.held, confirmed: { due: day('2027-05-31') } };
    const cycle = cycleAt(aapc, standing, '2026-11-22');
    expect(say(cycle)).toBe('2025-06-01 to 2027-05-31');
    expect(cycle.confirmed).toBe(true);
    expect(nextCycle(aapc, standing, cycle)?.confirmed).toBe(false);
  });

  test('an extension moves one due date; the cycle after it ends by the membership again', () => {
    const standing = { ...cpc, confirmed: { due: day('2027-05-31') } };
    const cycle = cycleAt(aapc, standing, '2026-11-22');
    expect(say(cycle)).toBe('2025-04-01 to 2027-05-31');
    const next = nextCycle(aapc, standing, cycle);
    expect(next && say(next)).toBe('2027-06-01 to 2029-03-31');
  });

  test('what the rule makes of a confirmed cycle can be held against it', () => {
    const standing = { ...cpc, confirmed: { due: day('2027-05-31') } };
    expect(computedCycle(aapc, standing)?.due).toEqual(day('2027-03-31'));
    expect(computedCycle(aapc, { held: cpc.held, confirmed: { due: day('2027-05-31') } })).toBe(
      undefined,
    );
  });

  test('dues come every year, in the year without credits too', () => {
    const due = (today: string) => membershipDueOn(aapc, cpc, day(today))?.due.toString();
    expect(due('2025-11-22')).toBe('2026-03-31');
    expect(due('2026-03-31')).toBe('2026-03-31');
    expect(due('2026-11-22')).toBe('2027-03-31');
  });
});

describe('an AHIMA cycle', () => {
  test('it begins on the day of the exam and ends the day before that day two years on', () => {
    expect(say(cycleAt(ahima, ccs, '2021-05-14'))).toBe('2021-05-14 to 2023-05-13');
    expect(say(cycleAt(ahima, ccs, '2026-11-22'))).toBe('2025-05-14 to 2027-05-13');
  });

  test('the first of several exams sets it, in whatever order they are typed', () => {
    const standing = { held: holds({ RHIT: '2023-09-30', CCS: '2021-05-14' }) };
    expect(cycleAt(ahima, standing, '2026-11-22').due).toEqual(day('2027-05-13'));
  });

  test('a first credential that was given up still sets it', () => {
    const standing = { held: holds({ RHIT: '2023-09-30' }), firstExam: day('2021-05-14') };
    expect(cycleAt(ahima, standing, '2026-11-22').due).toEqual(day('2027-05-13'));
  });

  test('an exam on February 29 ends on the 27th in common years, the 28th in leap years', () => {
    const standing = { held: holds({ CCS: '2024-02-29' }) };
    expect(say(cycleAt(ahima, standing, '2025-01-01'))).toBe('2024-02-29 to 2026-02-27');
    expect(say(cycleAt(ahima, standing, '2027-01-01'))).toBe('2026-02-28 to 2028-02-28');
  });

  test('an end that the CEU Center shows carries on: its shift is lasting', () => {
    const standing = { ...ccs, confirmed: { due: day('2027-12-31') } };
    expect(say(cycleAt(ahima, standing, '2026-11-22'))).toBe('2026-01-01 to 2027-12-31');
    expect(say(cycleAt(ahima, standing, '2028-01-01'))).toBe('2028-01-01 to 2029-12-31');
  });

  test('there is nothing before the first cycle, and dues are not part of it', () => {
    expect(previousCycle(ahima, ccs, cycleAt(ahima, ccs, '2022-01-01'))).toBeUndefined();
    expect(membershipDueOn(ahima, ccs, day('2026-11-22'))).toBeUndefined();
  });
});

describe('cycles of other kinds', () => {
  const as = (cycle: Partial<RulePack['cycle']>): RulePack => {
    return { ...ahima, cycle: { ...ahima.cycle, ...cycle } as RulePack['cycle'] };
  };

  test('a body may count to the anniversary itself: the exam day still opens the first cycle', () => {
    const pack = as({ kind: 'two-year-anniversary', lastDay: 'anniversary' });
    expect(say(cycleAt(pack, ccs, '2021-05-14'))).toBe('2021-05-14 to 2023-05-14');
    expect(say(cycleAt(pack, ccs, '2023-05-15'))).toBe('2023-05-15 to 2025-05-14');
  });

  test('a calendar year ends with December, whoever asks', () => {
    expect(say(cycleAt(as({ kind: 'calendar-year' }), ccs, '2026-11-22'))).toBe(
      '2026-01-01 to 2026-12-31',
    );
  });

  test('where periods are known only as told, there is one, and nothing before or after it', () => {
    const standing = {
      held: holds({ CMBS: '2020-01-10' }),
      membershipEnds: day('2025-06-30'),
      confirmed: { due: day('2027-06-30') },
    };
    const cycle = cycleAt(mab, standing, '2026-11-22');
    expect(say(cycle)).toBe('2025-07-01 to 2027-06-30');
    expect(nextCycle(mab, standing, cycle)).toBeUndefined();
    expect(previousCycle(mab, standing, cycle)).toBeUndefined();
    expect(say(cycleAt(mab, standing, '2027-09-01'))).toBe('2025-07-01 to 2027-06-30');
  });

  test('a yearly membership makes a cycle of a year', () => {
    const pack = as({ kind: 'annual-membership' });
    const standing = { held: ccs.held, membershipEnds: day('2024-08-31') };
    expect(say(cycleAt(pack, standing, '2026-11-22'))).toBe('2026-09-01 to 2027-08-31');
  });
});

describe('against a naive oracle that knows only month lengths', () => {
  test('AAPC due dates agree', () => {
    fc.assert(
      fc.property(days, days, (membershipEnds, today) => {
        const standing = { held: [], membershipEnds };
        expect(cycleOn(aapc, standing, today)?.due.toString()).toBe(
          naiveParityDue(membershipEnds.toString(), today.toString()),
        );
      }),
    );
  });

  test('AMBA and ACDIS due dates agree: every year from any day, every second from the exam', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 20_000 }), (anchor, daysLater) => {
        const today = anchor.add({ days: daysLater });
        const held = [{ code: 'X', certifiedOn: anchor }];
        const yearly = cycleOn(amba, { held, membershipEnds: anchor }, today);
        expect(`${yearly?.due}`).toBe(naiveYearDue(`${anchor}`, `${today}`, 1, 0));
        const biennial = cycleOn(acdis, { held }, today);
        expect(`${biennial?.due}`).toBe(naiveYearDue(`${anchor}`, `${today}`, 2, 2));
      }),
    );
  });

  test('PMI due dates agree: the end of the year, never within a year of the exam', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 20_000 }), (exam, daysLater) => {
        const today = exam.add({ days: daysLater });
        const cycle = cycleOn(pmi, { held: [{ code: 'CMC', certifiedOn: exam }] }, today);
        expect(`${cycle?.due}`).toBe(naiveYearEnd(`${exam}`, `${today}`));
      }),
    );
  });

  test('AHIMA due dates agree', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 20_000 }), (exam, daysLater) => {
        const today = exam.add({ days: daysLater });
        const standing = { held: [{ code: 'CCS', certifiedOn: exam }] };
        expect(cycleOn(ahima, standing, today)?.due.toString()).toBe(
          naiveAhimaDue(exam.toString(), today.toString()),
        );
      }),
    );
  });
});

describe('any cycle', () => {
  const standings = fc.record({
    held: days.map((certifiedOn) => [{ code: 'CPC', certifiedOn }]),
    membershipEnds: days,
    confirmed: fc.option(
      days.map((due) => ({ due })),
      { nil: undefined },
    ),
  });
  const given = fc.tuple(fc.constantFrom(aapc, ahima, nha, pmi, amba, acdis), standings, days);

  test('holds the day it was asked for, once the member is certified', () => {
    fc.assert(
      fc.property(given, ([pack, { confirmed, ...rest }, today]) => {
        const standing = { ...rest, ...(confirmed && { confirmed }) };
        const cycle = cycleAt(pack, standing, today.toString());
        expect(Temporal.PlainDate.compare(today, cycle.due)).toBeLessThanOrEqual(0);
        const certified = Temporal.PlainDate.compare(rest.held[0]?.certifiedOn ?? today, today);
        if (certified <= 0) {
          expect(Temporal.PlainDate.compare(cycle.start, today)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  test('is followed by one that starts the day after it is due, and that knows it as previous', () => {
    fc.assert(
      fc.property(given, ([pack, { confirmed, ...rest }, today]) => {
        const standing = { ...rest, ...(confirmed && { confirmed }) };
        const cycle = cycleAt(pack, standing, today.toString());
        const next = nextCycle(pack, standing, cycle);
        expect(next?.start).toEqual(cycle.due.add({ days: 1 }));
        expect(next && previousCycle(pack, standing, next)?.due).toEqual(cycle.due);
      }),
    );
  });
});
