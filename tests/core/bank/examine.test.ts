// What may enter a bank.

import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../src/core/bank/draft.ts';
import { faultsIn } from '../../../src/core/bank/examine.ts';
import { samenessOf } from '../../../src/core/bank/sameness.ts';

const fine = {
  kind: 'single' as const,
  stem: 'Which letter begins the codes for ambulances?',
  rationale: '',
  options: [
    { text: 'A', right: true },
    { text: 'J', right: false, why: 'Drugs begin so.' },
  ],
} satisfies Draft;

function said(changes: object, invented = false): readonly string[] {
  return faultsIn({ ...fine, ...changes } as Draft, { invented }).map(({ field, reason }) =>
    field ? `${field} ${reason}` : reason,
  );
}

describe('a question', () => {
  test('is taken as it is', () => {
    expect(said({})).toEqual([]);
  });

  const option = (text: string, right = false) => ({ text, right });
  test.each([
    ['without a stem', { stem: '' }, 'question is missing'],
    ['with one option', { options: [option('A', true)] }, 'has 1 options; there must be 2 to 8'],
    [
      'with two keys',
      { options: [option('A', true), option('B', true)] },
      'right names 2 options; a single choice has one',
    ],
    [
      'with the same option twice',
      { options: [option('A', true), option('a')] },
      'has the same option twice: “a”',
    ],
    [
      'of several where all are right',
      { kind: 'select-all', options: [option('A', true), option('B', true), option('C', true)] },
      'right must name some of the options, not all',
    ],
    [
      'with a long option',
      { options: [option('A', true), option('x'.repeat(301))] },
      'option has 301 characters; 300 are allowed',
    ],
    [
      'that asks for a word',
      { kind: 'typed', answers: [['pancreas']] },
      'right must be a code, such as E11.9',
    ],
    [
      'to order two things',
      { kind: 'order', items: [option('A'), option('B')] },
      'has 2 items to put in order; there must be 3 to 6',
    ],
    [
      'with an odd address',
      { source: { title: 'x', url: 'javascript:x' } },
      'source_url must be an address',
    ],
    ['too long for a message', { stem: 'x '.repeat(700), rationale: 'y '.repeat(700) }, 'has 2'],
    [
      'with a code of the AMA',
      { stem: 'When is 99213 reported?' },
      'question holds “99213”, which looks like a CPT code',
    ],
    ['with a dental code', { rationale: 'See D0120.' }, 'explanation holds “D0120”'],
    [
      'with a patient',
      { stem: 'Patient: Mary Whitfield, born 03/04/1961, has a cough.' },
      'question looks like patient data',
    ],
  ])('%s is not', (_what, changes, says) => {
    expect(said(changes).join()).toContain(says);
  });

  test('with a patient who is invented may enter, with a licensed code it may not', () => {
    const stem = 'Patient: Mary Whitfield, born 03/04/1961, has a cough.';
    expect(said({ stem }, true)).toEqual([]);
    expect(said({ stem: `${stem} CPT 99213` }, true).join()).toContain('99213');
  });
});

describe('two questions', () => {
  const reworded = {
    ...fine,
    stem: ' which letter begins the CODES, for ambulances',
    options: fine.options.toReversed(),
  };

  test('are one whatever their spelling and the order of their options', () => {
    expect(samenessOf(reworded)).toBe(samenessOf(fine));
  });

  test('are two where a number, a sign or an answer differs', () => {
    const asked = (stem: string) => samenessOf({ ...fine, stem });
    expect(asked('GFR < 15?')).not.toBe(asked('GFR > 15?'));
    expect(asked('E11.9?')).not.toBe(asked('E11.90?'));
    expect(samenessOf({ ...fine, options: fine.options.slice(1) })).not.toBe(samenessOf(fine));
  });
});
