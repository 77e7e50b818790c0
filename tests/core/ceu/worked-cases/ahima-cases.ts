// AHIMA: two years from the first exam, ten credits for each further credential, two quotas.

import type { Worked } from './worked.ts';

const ccs = 'CCS 2021-05-14';

export const ahimaCases: readonly Worked[] = [
  {
    name: 'one CCS',
    holds: ccs,
    gives: {
      cycle: '2025-05-14 to 2027-05-13',
      total: 20,
      parts: ['hiim 0/16', 'ahima-sources 0/8'],
      toEarn: 20,
    },
    because: '80 % and 40 % of 20, and one credit can serve both',
  },
  {
    name: 'one RHIA',
    holds: 'RHIA 2021-05-14',
    gives: { total: 30, parts: ['hiim 0/24', 'ahima-sources 0/12'] },
    because: '80 % and 40 % of 30',
  },
  {
    name: 'CCS and CCS-P',
    holds: `${ccs}, CCS-P 2022-01-01`,
    gives: { total: 30 },
    because: '20 and 10 for the second',
  },
  {
    name: 'CHPS and RHIT',
    holds: 'CHPS 2021-05-14, RHIT 2021-05-14',
    gives: { total: 40 },
    because: 'the higher of 30 and 20, and 10 for the other',
  },
  {
    name: 'RHIA and CHDA',
    holds: 'RHIA 2021-05-14, CHDA 2021-05-14',
    gives: { total: 40 },
    because: '30 and 10',
  },
  {
    name: 'RHIA, CCS and CCS-P',
    holds: 'RHIA 2021-05-14, CCS 2021-05-14, CCS-P 2021-05-14',
    gives: { total: 50, asks: ['always due'] },
    because: '30 and twice 10, which just reaches the cap without being cut',
  },
  {
    name: 'four credentials',
    holds: 'RHIA 2021-05-14, CHDA 2021-05-14, CDIP 2021-05-14, CHPS 2021-05-14',
    gives: { total: 50, asks: ['always due', 'cap-reached total'] },
    because: '60 is cut at 50, a cap from about 2019: so the member is asked',
  },
  {
    name: 'RHIA and RHIT',
    holds: 'RHIT 2019-01-01, RHIA 2021-05-14',
    gives: { total: 30, cycle: '2025-01-01 to 2026-12-31' },
    because: 'RHIA replaces RHIT, whose exam still began the cycles',
  },
  {
    name: '20 credits of other topics',
    holds: ccs,
    logged: ['2026-05-01 20 @other'],
    gives: { done: 20, toEarn: 16, state: 'short' },
    because: 'at most 20 % may lie outside the HIIM domains',
  },
  {
    name: 'credits that fill both quotas',
    holds: ccs,
    logged: ['2026-05-01 8 @hiim-ahima', '2026-05-02 8 @hiim', '2026-05-03 4 @other'],
    gives: { done: 20, parts: ['hiim 16/16', 'ahima-sources 8/8'], state: 'complete' },
    because: '8 of the 16 in the domains come from AHIMA',
  },
  {
    name: 'AHIMA sources outside the domains',
    holds: ccs,
    logged: ['2026-05-01 8 @other-ahima', '2026-05-02 12 @hiim'],
    gives: { parts: ['hiim 12/16', 'ahima-sources 8/8'], toEarn: 4, state: 'short' },
    because: 'they fill one quota and not the other',
  },
  {
    name: 'a cycle across 2025-01-01',
    holds: 'CCS 2024-06-01',
    today: '2025-11-22',
    logged: ['2025-05-01 20 @hiim'],
    gives: {
      cycle: '2024-06-01 to 2026-05-31',
      parts: ['hiim 20/16', 'ahima-sources 0/?'],
      state: 'open',
      asks: ['always due', 'quota-straddles quota'],
    },
    because: 'how the 40 % apply to cycles that began earlier is not confirmed',
  },
  {
    name: 'the same cycle with the number of the CEU Center',
    holds: 'CCS 2024-06-01',
    today: '2025-11-22',
    own: { buckets: { 'ahima-sources': 0 } },
    logged: ['2025-05-01 20 @hiim'],
    gives: { parts: ['hiim 20/16', 'ahima-sources 0/0'], state: 'complete' },
    because: 'the member answered: none',
  },
  {
    name: 'a cycle before 2025',
    holds: 'CCS 2022-12-02',
    today: '2024-12-01',
    gives: { cycle: '2022-12-02 to 2024-12-01', parts: ['hiim 0/16'] },
    because: 'the 40 % are for periods from 2025-01-01 on',
  },
  {
    name: 'an exam on February 29',
    holds: 'CCS 2024-02-29',
    today: '2025-01-01',
    gives: { cycle: '2024-02-29 to 2026-02-27' },
    because: 'two years on is February 28, and the day before that is the last',
  },
  {
    name: 'a cycle that the CEU Center shifted',
    holds: ccs,
    tracker: '2027-12-31',
    today: '2028-01-01',
    gives: { cycle: '2028-01-01 to 2029-12-31' },
    because: 'AHIMA’s shift lasts: later cycles follow the date shown',
  },
  {
    name: 'a webinar of one title on two days, and twice on one',
    holds: ccs,
    logged: [
      '2026-05-01 1 @hiim #rounds',
      '2026-06-01 1 @hiim #rounds',
      '2026-06-01 1 @hiim #rounds',
    ],
    gives: { done: 2, out: ['repeated-course'] },
    because: 'AHIMA has no rule against taking a course again; one day is one course',
  },
  {
    name: 'quotas of an odd total',
    holds: ccs,
    tracker: '2027-05-13 17',
    gives: { total: 17, parts: ['hiim 0/13.75', 'ahima-sources 0/7'], asks: [] },
    because: '13.6 and 6.8, each rounded up to the next quarter',
  },
  {
    name: 'a renewal month',
    holds: ccs,
    today: '2027-05-20',
    logged: ['2027-05-10 4 @hiim >'],
    gives: { cycle: '2027-05-14 to 2029-05-13', done: 0, out: ['outside-cycle'] },
    because: 'AHIMA leaves no choice between cycles',
  },
];
