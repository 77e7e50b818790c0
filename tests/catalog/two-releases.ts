// FY2026 and FY2027 of a very small ICD-10-CM.

import { join } from 'node:path';
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

/** Both installed, in a folder of that folder. */
export async function twoReleases(within = temporaryFolder()): Promise<string> {
  const codes = join(within, 'codes');
  for (const [lines, release] of [
    [before, 'FY2026-october'],
    [after, 'FY2027-october'],
  ] as const)
    await installing(downloaded(orderText(lines), `${release}.txt`, within), codes, { release });
  return codes;
}
