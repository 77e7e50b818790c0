import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextCycle } from '../../../src/core/ceu/cycle.ts';
import type { Entry } from '../../../src/core/ceu/entry.ts';
import type { Standing } from '../../../src/core/ceu/standing.ts';
import { type Status, statusOf } from '../../../src/core/ceu/status.ts';
import { aapc, acdis, ahima, amba, cycleAt, day, holds, pmi, statusAt } from './given.ts';

const today = '2026-11-22';
const several: Standing = {
  held: holds({ CPC: '2015-06-10', CPMA: '2018-02-01', CPCO: '2019-02-01', CASCC: '2020-01-05' }),
  membershipEnds: day('2027-03-31'),
};
const ccs: Standing = { held: holds({ CCS: '2025-03-01' }), confirmed: { due: day('2027-02-28') } };

function bucket(status: Status, id: string) {
  return status.buckets.find((each) => each.id === id);
}

describe('for any entries', () => {
  const entries = fc
    .array(
      fc.record({
        daysAgo: fc.integer({ min: -30, max: 2000 }),
        quarters: fc.integer({ min: 1, max: 64 }),
        approvedFor: fc.subarray(['CPMA', 'CPCO', 'CASCC', 'CIRCC', 'CMC', 'CMIS']),
        category: fc.constantFrom(
          ...['general', 'core', 'hiim', 'hiim-ahima', 'other-ahima', 'other', 'amba'],
        ),
        countFor: fc.constantFrom('cycle-after' as const, 'cycle-before' as const, undefined),
        title: fc.constantFrom('A', 'B', 'C', 'D', undefined),
      }),
      { maxLength: 25 },
    )
    .map((all) =>
      all.map(({ daysAgo, quarters, countFor, title, ...rest }, index): Entry => {
        const completedOn = day(today).subtract({ days: daysAgo });
        const named = { id: `e${index}`, title: title ?? `Course ${index}` };
        const choice = countFor && { countFor };
        return { ...named, completedOn, credits: quarters / 4, ...rest, ...choice };
      }),
    );
  const bodies = fc.constantFrom(
    { pack: aapc, standing: several },
    { pack: aapc, standing: { ...several, membershipEnds: day('2024-02-29') } },
    { pack: ahima, standing: ccs },
    { pack: ahima, standing: { held: holds({ RHIA: '2023-11-25', CCS: '2024-12-31' }) } },
    { pack: pmi, standing: { held: holds({ CMC: '2019-05-10', CMIS: '2021-02-01' }) } },
    { pack: pmi, standing: { held: holds({ CMC: '2025-05-10' }) } },
    {
      pack: amba,
      standing: { held: holds({ CMRS: '2020-01-10' }), membershipEnds: day('2027-06-30') },
    },
    { pack: acdis, standing: { held: holds({ CCDS: '2023-04-12' }) } },
  );
  const given = fc.tuple(bodies, entries);

  test('their order does not matter', () => {
    const shuffled = given.chain(([body, all]) =>
      fc.tuple(
        fc.constant(body),
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([{ pack, standing }, all, mixed]) => {
        expect(statusAt(pack, standing, mixed, today)).toEqual(
          statusAt(pack, standing, all, today),
        );
      }),
    );
  });

  test('another course never makes anything shorter', () => {
    fc.assert(
      fc.property(given, ([{ pack, standing }, all]) => {
        const unlike = all.map((each) => ({ ...each, title: each.id }));
        const before = statusAt(pack, standing, unlike.slice(1), today);
        const after = statusAt(pack, standing, unlike, today);
        expect(after.missing ?? 0).toBeLessThanOrEqual(before.missing ?? 0);
        expect(after.toEarn).toBeLessThanOrEqual(before.toEarn);
        for (const { id, done } of after.buckets) {
          expect(done).toBeGreaterThanOrEqual(bucket(before, id)?.done ?? 0);
        }
      }),
    );
  });

  test('the same course logged twice is worth no more than once', () => {
    fc.assert(
      fc.property(given, ([{ pack, standing }, all]) => {
        const twice = [...all, ...all.map((each) => ({ ...each, id: `${each.id}-again` }))];
        const once = statusAt(pack, standing, all, today);
        const again = statusAt(pack, standing, twice, today);
        expect(again.done).toBe(once.done);
        expect(again.buckets).toEqual(once.buckets);
      }),
    );
  });

  test('no entry counts in two cycles, nor for two credentials of one kind', () => {
    fc.assert(
      fc.property(given, ([{ pack, standing }, all]) => {
        const counted: string[] = [];
        let cycle = cycleAt(pack, standing, '2015-06-10');
        while (Temporal.PlainDate.compare(cycle.start, day(today)) <= 0) {
          const status = statusOf(pack, standing, cycle, all, day(today));
          const counting = status.entries.filter(({ counts }) => counts);
          counted.push(...counting.map((each) => each.entry.id));
          const ofKind = (kind: string) =>
            status.buckets.filter((b) => b.kind === kind).reduce((sum, b) => sum + b.done, 0);
          expect(ofKind('core')).toBeLessThanOrEqual(status.done);
          expect(ofKind('specialty')).toBeLessThanOrEqual(status.done);
          cycle = nextCycle(pack, standing, cycle) ?? cycle;
        }
        expect(new Set(counted).size).toBe(counted.length);
      }),
    );
  });

  test('every one that does not count says why', () => {
    fc.assert(
      fc.property(given, ([{ pack, standing }, all]) => {
        for (const { counts, whyNots: reasons } of statusAt(pack, standing, all, today).entries) {
          expect(reasons.some(({ excludes }) => excludes)).toBe(!counts);
        }
      }),
    );
  });
});
