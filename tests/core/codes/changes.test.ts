import { expect, it } from 'vitest';
import { countChanges, diffOf, type Pair } from '../../../src/core/codes/changes.ts';
import type { CodeEntry } from '../../../src/core/codes/code-entry.ts';

const entry = (code: string, billable: boolean, more: Partial<CodeEntry> = {}): CodeEntry => ({
  code,
  billable,
  short: `Short ${code}`,
  long: `Long ${code}`,
  ...more,
});
const pair = (before: CodeEntry | undefined, after: CodeEntry | undefined): Pair => ({
  ...(before && { before }),
  ...(after && { after }),
});

it('a code is new, deleted, demoted, promoted or retitled; the same one is nothing', () => {
  const { changes, headers } = diffOf('icd-10-cm', [
    pair(undefined, entry('Z681', false)),
    pair(undefined, entry('Z6818', true)),
    pair(entry('S23420D', true), undefined),
    pair(entry('I420', true), entry('I420', false)),
    pair(entry('E781', false), entry('E781', true)),
    pair(entry('A000', true), entry('A000', true, { short: 'Another' })),
    pair(entry('A001', true), entry('A001', true, { long: 'Another' })),
    pair(entry('A00', false), entry('A00', false, { long: 'Another' })),
    pair(entry('A01', false), undefined),
    pair(entry('A009', true), entry('A009', true)),
  ]);
  expect(changes.map(({ code, kind, chapter }) => [code, kind, chapter])).toEqual([
    ['A000', 'retitled', '1'],
    ['A001', 'retitled', '1'],
    ['E781', 'promoted', '4'],
    ['I420', 'demoted', '9'],
    ['S23420D', 'deleted', '19'],
    ['Z6818', 'new', '21'],
  ]);
  expect(headers).toEqual({ new: 1, deleted: 1, retitled: 1 });
  expect(countChanges(changes)).toEqual({
    new: 2,
    removed: 2,
    deleted: 1,
    demoted: 1,
    promoted: 1,
    retitled: 2,
    retitledLong: 1,
  });
});

it('a code of HCPCS Level II that ended is deleted, though it stays in the file', () => {
  const ended = { lastDay: '2019-12-31' };
  const { changes } = diffOf('hcpcs-level-ii', [
    pair(entry('A0021', true), entry('A0021', false, ended)),
    pair(entry('A0080', false, ended), entry('A0080', false, { ...ended, long: 'Another' })),
    pair(entry('A0090', false, ended), entry('A0090', true)),
    pair(entry('A0100', false, ended), undefined),
  ]);
  expect(changes.map(({ code, kind }) => [code, kind])).toEqual([
    ['A0021', 'deleted'],
    ['A0090', 'new'],
  ]);
});
