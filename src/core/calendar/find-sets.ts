// Finds code sets by what people call them: `icd10`, `hcpcs`, `ICD-10-PCS`.

import type { CodeSet } from './code-set.ts';

/** The one of that name, or else those that begin so or have such words in their name. */
export function findSets(sets: readonly CodeSet[], typed: string): readonly CodeSet[] {
  const wanted = bare(typed);
  if (wanted === '') return [];
  const exact = sets.filter(({ id, name }) => [bare(id), bare(name)].includes(wanted));
  if (exact.length > 0) return exact;
  const words = wordsOf(typed);
  return sets.filter(
    ({ name }) =>
      bare(name).startsWith(wanted) || words.every((word) => wordsOf(name).includes(word)),
  );
}

function wordsOf(name: string): readonly string[] {
  return name.split(/[ -]/).map(bare).filter(Boolean);
}

/** Without what people leave out: case, spaces, dashes. */
function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
