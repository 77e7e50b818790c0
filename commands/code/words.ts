// How codes and their releases are said.

import { limits } from '../../src/bot/limits.ts';
import type { ReleaseBook } from '../../src/catalog/catalog.ts';
import type { CodeEntry, InstallableSet } from '../../src/core/codes/code-entry.ts';
import { installableSets } from '../../src/core/codes/code-entry.ts';
import { writtenCode } from '../../src/core/codes/code-shapes.ts';
import { sayRelease } from '../../src/core/codes/release-id.ts';
import { shortened } from '../../src/core/shortened.ts';

/** Under every result. */
export const caution =
  'Valid does not mean correct: see the Excludes, Code first and 7th-character notes in the Tabular List.';

/**
 * `E11.9 Type 2 diabetes mellitus without complications`, as long as a button may be; of a title too
 * long the part that the one above does not have.
 */
export function codeLabel(set: InstallableSet, entry: CodeEntry, above?: CodeEntry): string {
  const label = `${writtenCode(set, entry.code)} ${entry.long}`;
  const most = limits.choiceLabel.most;
  const start = above ? `${above.long}, ` : '';
  if (label.length <= most || start === '' || !entry.long.startsWith(start))
    return shortened(label, most);
  return shortened(`${writtenCode(set, entry.code)} … ${entry.long.slice(start.length)}`, most);
}

/** `ICD-10-CM FY2026`. */
export function titleOf({ codeSet, release }: Pick<ReleaseBook, 'codeSet' | 'release'>): string {
  return `${installableSets[codeSet]} ${sayRelease(release)}`;
}
