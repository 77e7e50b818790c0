import { describe, expect, test } from 'vitest';
import type { RulePack } from '../../../../src/core/ceu/rules.ts';
import { aapc, acdis, ahima, amba, mab, nha, pmi } from '../given.ts';
import { aapcCases } from './aapc-cases.ts';
import { ahimaCases } from './ahima-cases.ts';
import { acdisCases, ambaCases, mabCases, nhaCases, pmiCases } from './other-cases.ts';
import { type Worked, work } from './worked.ts';

const table: readonly (readonly [RulePack, readonly Worked[]])[] = [
  [aapc, aapcCases],
  [ahima, ahimaCases],
  [nha, nhaCases],
  [pmi, pmiCases],
  [amba, ambaCases],
  [acdis, acdisCases],
  [mab, mabCases],
];

describe.each(table)('$body.name', (pack, cases) => {
  test.each(cases)('$name: $because', (worked) => {
    expect(work(pack, worked)).toMatchObject(worked.gives);
  });
});

test('the table holds at least sixty cases, each of its own', () => {
  const names = table.flatMap(([{ body }, cases]) => cases.map(({ name }) => `${body.id} ${name}`));
  expect(names.length).toBeGreaterThanOrEqual(60);
  expect(new Set(names).size).toBe(names.length);
});
