// FY2026 and FY2027 of a very small ICD-10-CM.

import {
  downloaded,
  installing,
  type Line,
  orderText,
  someDiagnoses,
  temporaryFolder,
} from './official.ts';

export const before: readonly Line[] = [
  ...someDiagnoses
    .filter(([code]) => !['A009', 'S52501S'].includes(code))
    .map(
      ([code, long]): Line =>
        code === 'Z993' ? [code, 'Dependence on a wheel chair'] : [code, long],
    ),
  ['Z999', 'Dependence on machines'],
];

/** FY2027 has two new codes, one deleted, one made a header, one retitled. */
export const after: readonly Line[] = someDiagnoses.flatMap((line): readonly Line[] =>
  line[0] === 'I219'
    ? [
        ['I219-', line[1]],
        ['I2190', 'Acute myocardial infarction of an unspecified kind'],
        ['I2198', 'Acute myocardial infarction of another kind'],
      ]
    : [line],
);

export async function twoReleases(): Promise<string> {
  const folder = temporaryFolder();
  await installing(downloaded(orderText(before)), folder, { release: 'FY2026-october' });
  await installing(downloaded(orderText(after)), folder, { release: 'FY2027-october' });
  return folder;
}
