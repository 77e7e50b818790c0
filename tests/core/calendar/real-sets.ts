// The code sets as they stand in data/calendar/.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeSet } from '../../../src/content/code-set-schema.ts';
import type { CodeSet } from '../../../src/core/calendar/code-set.ts';

const folder = join(import.meta.dirname, '../../../data/calendar');

function read(id: string): CodeSet {
  return codeSet.parse(JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')));
}

export const icd10Cm = read('icd-10-cm');
export const icd10Pcs = read('icd-10-pcs');
export const cpt = read('cpt');
export const hcpcs = read('hcpcs-level-ii');
export const examBooks = read('aapc-exam-books');
export const allSets: readonly CodeSet[] = [cpt, hcpcs, icd10Cm, icd10Pcs, examBooks];

export const on = (day: string) => Temporal.PlainDate.from(day);
