import { expect, test } from 'vitest';
import { findSets } from '../../../src/core/calendar/find-sets.ts';
import { allSets } from './real-sets.ts';

const found = (typed: string) => findSets(allSets, typed).map(({ name }) => name);

test.each([
  ['icd-10-cm', ['ICD-10-CM']],
  ['ICD10CM', ['ICD-10-CM']],
  [' hcpcs ', ['HCPCS Level II']],
  ['cpt', ['CPT']],
  ['icd 10', ['ICD-10-CM', 'ICD-10-PCS']],
  ['pcs', ['ICD-10-PCS']],
  ['level', ['HCPCS Level II']],
  ['books exam', ['AAPC exam books']],
  ['exam icd', []],
  ['SNOMED', []],
  ['-', []],
])('“%s” is %j', (typed, names) => {
  expect(found(typed)).toEqual(names);
});
