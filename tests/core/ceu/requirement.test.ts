import { describe, expect, test } from 'vitest';
import type { RulePack } from '../../../src/core/ceu/rules.ts';
import type { Standing } from '../../../src/core/ceu/standing.ts';
import { aapc, ahima, cycleAt, day, holds } from './given.ts';

const today = '2026-11-22';

function at(pack: RulePack, credentials: Record<string, string>, rest: Partial<Standing> = {}) {
  const membershipEnds = day('2027-03-31');
  return cycleAt(pack, { held: holds(credentials), membershipEnds, ...rest }, today);
}

const heldLong = (codes: string) =>
  Object.fromEntries(codes.split(' ').map((code) => [code, '2015-01-10']));

describe('the AAPC total', () => {
  test.each([
    ['CPC', 36, 'one credential'],
    ['CPC CPMA', 40, 'two'],
    ['CPC CPMA CRC', 44, 'three'],
    ['CPC CPMA CRC COC', 48, 'four'],
    ['CPC CPMA CRC COC CIC', 52, 'five'],
    ['CPC CPMA CRC COC CIC CASCC', 52, 'six: the table ends at five or more'],
    ['CPC CPC-A', 36, 'an apprenticeship that became a CPC is no second credential'],
    ['CPC CCS', 36, 'a credential of another body is not counted'],
  ])('%s take %i: %s', (codes, credits) => {
    expect(at(aapc, heldLong(codes)).total).toEqual({ credits, from: 'rule' });
  });

  test('for CPC and CPMA it is one cycle with one total, and 16 of it are for auditing', () => {
    const cycle = at(aapc, heldLong('CPC CPMA'));
    expect(cycle.buckets).toEqual([
      {
        id: 'CPMA',
        title: 'CPMA: auditing',
        kind: 'core',
        required: { credits: 16, from: 'rule' },
      },
    ]);
  });

  test('a specialty credential has 8 of its own', () => {
    const [bucket] = at(aapc, heldLong('CPC CASCC')).buckets;
    expect(bucket).toMatchObject({ id: 'CASCC', kind: 'specialty', required: { credits: 8 } });
  });

  test('the first cycle is pro-rated by a formula nobody published: no number, but a question', () => {
    const cycle = at(aapc, { CPC: '2026-02-10' });
    expect(cycle.total).toBeUndefined();
    expect(cycle.asks.map(({ when }) => when)).toEqual(['first-cycle']);
  });

  test('what the tracker shows answers the question, for that cycle only', () => {
    const confirmed = { due: day('2027-03-31'), total: 18 };
    expect(at(aapc, { CPC: '2026-02-10' }, { confirmed })).toMatchObject({
      total: { credits: 18, from: 'tracker' },
      asks: [],
    });
    const standing = { held: holds({ CPC: '2026-02-10' }), confirmed };
    expect(cycleAt(aapc, standing, '2027-04-01').total).toEqual({ credits: 36, from: 'rule' });
  });

  test('a minimum of a credential from this cycle is not known either', () => {
    const cycle = at(aapc, { CPC: '2015-01-10', CPMA: '2026-05-01' });
    expect(cycle.total).toEqual({ credits: 40, from: 'rule' });
    expect(cycle.buckets).toEqual([{ id: 'CPMA', title: 'CPMA: auditing', kind: 'core' }]);
    expect(cycle.asks.map(({ when }) => when)).toContain('credential-added');
  });

  test('certified on the very first day of a cycle, a member owes all of it', () => {
    expect(at(aapc, { CPC: '2025-04-01' }).total).toEqual({ credits: 36, from: 'rule' });
  });

  test('a credential earned after the cycle is due does not raise it', () => {
    const standing = { held: holds({ CPC: '2015-01-10', CPMA: '2027-04-02' }) };
    const confirmed = { due: day('2027-03-31') };
    const cycle = cycleAt(aapc, { ...standing, confirmed }, today);
    expect(cycle.total?.credits).toBe(36);
    expect(cycle.buckets).toEqual([]);
  });

  test('an apprentice gets 36 and is asked to compare, since no page says so', () => {
    const cycle = at(aapc, heldLong('CPC-A'));
    expect(cycle.total?.credits).toBe(36);
    expect(cycle.asks.map(({ when }) => when)).toEqual(['apprentice']);
  });

  test('any number can be overridden by hand; the tracker still has the last word', () => {
    const overrides = { total: 38, buckets: { CPMA: 12 } };
    const cycle = at(aapc, heldLong('CPC CPMA'), { overrides });
    expect(cycle.total).toEqual({ credits: 38, from: 'member' });
    expect(cycle.buckets[0]?.required).toEqual({ credits: 12, from: 'member' });
    const confirmed = { due: day('2027-03-31'), total: 40 };
    expect(at(aapc, heldLong('CPC CPMA'), { overrides, confirmed }).total?.credits).toBe(40);
  });
});

describe('the AHIMA total', () => {
  test.each([
    ['CCS', 20, 'a coding credential'],
    ['RHIA', 30, 'the higher base'],
    ['CCS CCS-P', 30, '20 and 10 for the second'],
    ['CHPS RHIT', 40, '30, the higher base, and 10'],
    ['RHIA CHDA', 40, '30 and 10'],
    ['RHIA CDIP', 40, '30 and 10'],
    ['RHIA CCS CCS-P', 50, '30 and twice 10'],
    ['RHIA RHIT', 30, 'RHIA replaces RHIT'],
    ['RHIA CHDA CDIP CCS', 50, '60 by the sum, cut at 50'],
  ])('%s take %i: %s', (codes, credits) => {
    expect(at(ahima, heldLong(codes)).total).toEqual({ credits, from: 'rule' });
  });

  test('whoever reaches the cap is asked, since only a page of 2019 has it', () => {
    const when = (codes: string) => at(ahima, heldLong(codes)).asks.map((ask) => ask.when);
    expect(when('RHIA CHDA CDIP CCS')).toContain('cap-reached');
    expect(when('RHIA CCS CCS-P')).not.toContain('cap-reached');
  });

  test('quotas are shares of what is required: of 20, 16 and 8', () => {
    const cycle = at(ahima, { CCS: '2025-03-01' });
    expect(cycle.buckets.map(({ id, required }) => [id, required?.credits])).toEqual([
      ['hiim', 16],
      ['ahima-sources', 8],
    ]);
  });

  test('a share that is no whole quarter is rounded up: 40 % of 17 is 6.8, so 7', () => {
    const cycle = at(ahima, { CCS: '2025-03-01' }, { overrides: { total: 17 } });
    expect(cycle.buckets[1]?.required?.credits).toBe(7);
  });

  test('the 40 % hold from a cycle that starts on 2025-01-01', () => {
    const cycle = at(ahima, { CCS: '2025-01-01' });
    expect(cycle.buckets.map(({ id }) => id)).toEqual(['hiim', 'ahima-sources']);
    expect(cycle.asks.map(({ when }) => when)).toEqual(['always']);
  });

  test('a cycle that began earlier and ends later gets a question in place of the number', () => {
    const cycle = at(ahima, { CCS: '2024-12-31' });
    expect(cycle.buckets[1]).toEqual({
      id: 'ahima-sources',
      title: 'AHIMA sources',
      kind: 'quota',
    });
    expect(cycle.asks.map(({ when }) => when)).toContain('quota-straddles');
  });

  test('the answer fills it in', () => {
    const overrides = { buckets: { 'ahima-sources': 0 } };
    const cycle = at(ahima, { CCS: '2024-12-31' }, { overrides });
    expect(cycle.buckets[1]?.required).toEqual({ credits: 0, from: 'member' });
    expect(cycle.asks.map(({ when }) => when)).not.toContain('quota-straddles');
  });

  test('a cycle that ended before 2025 knows nothing of it', () => {
    const standing = { held: holds({ CCS: '2021-05-14' }) };
    expect(cycleAt(ahima, standing, '2022-01-01').buckets.map(({ id }) => id)).toEqual(['hiim']);
  });

  test('the computed due date is asked about until the member confirms it', () => {
    const about = (rest: Partial<Standing>) =>
      at(ahima, { CCS: '2025-03-01' }, rest).asks.map((ask) => ask.about);
    expect(about({})).toEqual(['due']);
    expect(about({ confirmed: { due: day('2027-02-28') } })).toEqual([]);
  });
});
