import { expect, it } from 'vitest';
import { chapterOf, sayChapter } from '../../../src/core/codes/chapters.ts';
import {
  codeShapes,
  looksLikeCode,
  typedCode,
  writtenCode,
} from '../../../src/core/codes/code-shapes.ts';
import { compareReleases, effectiveOf, sayRelease } from '../../../src/core/codes/release-id.ts';

it('categories are as they really are, not only a letter and two digits', () => {
  for (const code of ['C4A', 'C7A', 'D3A', 'I1A', 'M1A', 'O9A', 'QA0', 'Z3A', 'J4B', 'K6A'])
    expect(code).toMatch(codeShapes['icd-10-cm']);
  expect('T360X1A').toMatch(codeShapes['icd-10-cm']);
  expect('0DTJ4ZZ').toMatch(codeShapes['icd-10-pcs']);
  expect('0DTJ4ZO').not.toMatch(codeShapes['icd-10-pcs']);
  expect('E0114').toMatch(codeShapes['hcpcs-level-ii']);
});

it('a code is read with or without its dot, in any case', () => {
  expect(['e11.9', 'E119', ' e 119 ', 'E11.6-', 'I21.-', 'ｅ11'].map(typedCode)).toEqual([
    'E119',
    'E119',
    'E119',
    'E116',
    'I21',
    'E11',
  ]);
  expect(['heart attack!', '', 'S72001AAA'].map(typedCode)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(['e11.9', 'C4A', '0dtj4zz', 'type 2', 'heart'].map(looksLikeCode)).toEqual([
    ...[true, true, true, false, false],
  ]);
  expect(writtenCode('icd-10-cm', 'E119')).toBe('E11.9');
  expect(writtenCode('icd-10-cm', 'E11')).toBe('E11');
  expect(writtenCode('icd-10-pcs', '0DTJ4ZZ')).toBe('0DTJ4ZZ');
});

it('every category lies in its chapter', () => {
  const chapters = [
    'A00',
    'C4A',
    'D49',
    'D50',
    'H59',
    'H60',
    'I1A',
    'O9A',
    'QA0',
    'U07',
    'V00',
    'Z3A',
  ];
  expect(chapters.map((code) => chapterOf('icd-10-cm', code).id)).toEqual([
    ...['1', '2', '2', '3', '7', '8', '9', '15', '17', '22', '20', '21'],
  ]);
  expect(sayChapter('icd-10-pcs', chapterOf('icd-10-pcs', '0DTJ4ZZ'))).toBe(
    'Section 0: Medical and Surgical',
  );
  expect(chapterOf('hcpcs-level-ii', 'LT').title).toBe('Modifiers');
});

it('releases are named as operators write them, and ordered by the day from which they apply', () => {
  const days = ['FY2026-october', 'FY2026-april', 'FY2021-january', 'CY2026-q3'].map((id) =>
    effectiveOf(id)?.toString(),
  );
  expect(days).toEqual(['2025-10-01', '2026-04-01', '2021-01-01', '2026-07-01']);
  expect(['FY2026', 'FY2026-q1', 'CY2026-october', '2026-october'].map(effectiveOf)).toEqual([
    ...[undefined, undefined, undefined, undefined],
  ]);
  expect(['FY2024-october', 'FY2023-april', 'FY2023-october'].sort(compareReleases)).toEqual([
    ...['FY2023-october', 'FY2023-april', 'FY2024-october'],
  ]);
  expect([
    sayRelease('FY2026-october'),
    sayRelease('FY2023-april'),
    sayRelease('CY2026-q3'),
  ]).toEqual(['FY2026', 'FY2023 April', '2026 Q3']);
});
