// NHA, PMI, AMBA, ACDIS and MAB: what little is known is computed, and the rest is asked.

import type { Worked } from './worked.ts';

export const nhaCases: readonly Worked[] = [
  {
    name: 'a CBCS',
    holds: 'CBCS 2025-03-01',
    logged: ['2026-05-01 4'],
    gives: {
      cycle: '2025-03-01 to 2027-02-28',
      total: 10,
      toEarn: 6,
      asks: ['always due', 'always total'],
    },
    because: 'two years; the 10 are from training sites alone, so they are asked for as well',
  },
  {
    name: 'a CBCS whose account shows other numbers',
    holds: 'CBCS 2025-03-01',
    tracker: '2027-03-15 12',
    gives: { cycle: '2025-03-16 to 2027-03-15', total: 12, asks: [] },
    because: 'what NHA’s own account shows counts',
  },
];

export const pmiCases: readonly Worked[] = [
  {
    name: 'a CMC that was certified this year',
    holds: 'CMC 2026-05-10',
    gives: {
      cycle: '2026-05-10 to 2027-12-31',
      total: 'asked',
      parts: ['CMC 0/?'],
      asks: ['always due', 'first-cycle total'],
    },
    because:
      'nothing expires within a year of the exam, and the end of 2027 is the next year’s end',
  },
  {
    name: 'the year after',
    holds: 'CMC 2026-05-10',
    today: '2028-02-01',
    gives: { cycle: '2028-01-01 to 2028-12-31', total: 12, parts: ['CMC 0/9'] },
    because: 'from then on it goes by the calendar year',
  },
  {
    name: 'an exam on the last day of a year',
    holds: 'CMC 2025-12-31',
    gives: { cycle: '2025-12-31 to 2026-12-31' },
    because: 'a year after the exam is a year’s end itself',
  },
  {
    name: '12 credits outside the core competencies',
    holds: 'CMC 2020-05-10',
    logged: ['2026-05-01 12'],
    gives: { cycle: '2026-01-01 to 2026-12-31', done: 12, toEarn: 9, state: 'short' },
    because: 'at least 9 of the 12 belong to the core competencies',
  },
  {
    name: '9 in the core competencies and 3 others',
    holds: 'CMC 2020-05-10',
    logged: ['2026-05-01 9 CMC', '2026-06-01 3'],
    gives: { done: 12, parts: ['CMC 9/9'], state: 'complete' },
    because: '9 and 3 are 12',
  },
  {
    name: 'credits of last year',
    holds: 'CMC 2020-05-10',
    logged: ['2025-12-31 12 CMC', '2026-01-01 1'],
    gives: { done: 1, out: ['outside-cycle'] },
    because: 'each calendar year stands for itself',
  },
  {
    name: 'two credentials',
    holds: 'CMC 2020-05-10, CMIS 2021-05-10',
    logged: ['2026-05-01 12 CMC'],
    gives: {
      total: 'asked',
      parts: ['CMC 12/9', 'CMIS 0/9'],
      state: 'short',
      asks: ['always due', 'number-unknown total'],
    },
    because: 'whether credentials share credits is on no page that was read',
  },
];

export const ambaCases: readonly Worked[] = [
  {
    name: 'a CMRS',
    holds: 'CMRS 2020-01-10',
    membership: '2027-06-30',
    gives: {
      cycle: '2026-07-01 to 2027-06-30',
      total: 15,
      parts: ['amba-sources 0/7.5'],
      dues: '2027-06-30',
    },
    because: 'a year of membership, half of 15 from AMBA',
  },
  {
    name: '15 credits from others',
    holds: 'CMRS 2020-01-10',
    membership: '2027-06-30',
    logged: ['2026-08-01 15 @other'],
    gives: { toEarn: 7.5, state: 'short' },
    because: 'the half from AMBA is still missing',
  },
  {
    name: 'half and half',
    holds: 'CMRS 2020-01-10',
    membership: '2027-06-30',
    logged: ['2026-08-01 7.5 @other', '2026-08-02 7.5 @amba'],
    gives: { done: 15, state: 'complete' },
    because: '7.5 of 15 are 50 %',
  },
  {
    name: 'a first, shorter year',
    holds: 'CMRS 2026-09-01',
    membership: '2027-06-30',
    gives: { cycle: '2026-09-01 to 2027-06-30', total: 15, asks: ['first-cycle total'] },
    because: 'no page says that it takes less, nor that it does not',
  },
  {
    name: 'a membership of February 29',
    holds: 'CMRS 2020-01-10',
    membership: '2024-02-29',
    today: '2027-11-22',
    gives: { cycle: '2027-03-01 to 2028-02-29' },
    because: 'counted from the 29th each time, so that it comes back in 2028',
  },
];

export const acdisCases: readonly Worked[] = [
  {
    name: 'a CCDS',
    holds: 'CCDS 2023-04-12',
    logged: ['2026-05-01 20'],
    gives: { cycle: '2025-04-13 to 2027-04-12', total: 30, toEarn: 10, asks: ['always due'] },
    because: 'due on the anniversary of the exam itself',
  },
  {
    name: 'its first cycle',
    holds: 'CCDS 2026-02-01',
    gives: { cycle: '2026-02-01 to 2028-02-01', total: 30 },
    because: 'the day of the exam opens it',
  },
  {
    name: 'a CCDS-O',
    holds: 'CCDS-O 2023-04-12',
    logged: ['2026-05-01 20'],
    gives: { total: 'asked', state: 'open', asks: ['always due', 'number-unknown total'] },
    because: 'its number is not confirmed',
  },
  {
    name: 'both',
    holds: 'CCDS 2023-04-12, CCDS-O 2024-04-12',
    gives: { total: 'asked', asks: ['always due', 'number-unknown total'] },
    because: 'nor is what both take together',
  },
];

export const mabCases: readonly Worked[] = [
  {
    name: 'a CMBS of which nothing is known',
    holds: 'CMBS 2020-01-10',
    gives: { cycle: 'asked' },
    because: 'no page says how long a period lasts',
  },
  {
    name: 'a CMBS with the date from MAB',
    holds: 'CMBS 2020-01-10',
    tracker: '2027-06-30',
    gives: {
      cycle: '2020-01-10 to 2027-06-30',
      total: 'asked',
      state: 'open',
      asks: ['number-unknown total'],
    },
    because: 'the day is the member’s; the number is still to be asked',
  },
  {
    name: 'a CMBS with all that MAB said',
    holds: 'CMBS 2020-01-10',
    membership: '2025-06-30',
    tracker: '2027-06-30 20',
    logged: ['2025-06-30 5', '2025-07-01 12'],
    gives: { cycle: '2025-07-01 to 2027-06-30', total: 20, done: 12, toEarn: 8, asks: [] },
    because: 'it counts from the day after the last renewal',
  },
  {
    name: 'a CMBS that is late',
    holds: 'CMBS 2020-01-10',
    membership: '2025-06-30',
    tracker: '2027-06-30 20',
    today: '2027-07-10',
    gives: { cycle: '2025-07-01 to 2027-06-30' },
    because: 'until the member enters the next date nobody can tell it',
  },
];
