// When a code came and how it changed, as far as releases are installed.

import { type ChangeKind, diffOf } from './changes.ts';
import type { CodeEntry, InstallableSet } from './code-entry.ts';

export interface Edition {
  readonly release: string;
  readonly entry: CodeEntry | undefined;
}

export interface Event {
  readonly release: string;
  readonly kind: ChangeKind;
  /** Of one that was retitled. */
  readonly before?: CodeEntry;
}

/** In the order of the editions; empty where nothing changed. */
export function historyOf(set: InstallableSet, editions: readonly Edition[]): readonly Event[] {
  return editions.slice(1).flatMap(({ release, entry }, index) => {
    const before = editions[index]?.entry;
    const pair = { ...(before && { before }), ...(entry && { after: entry }) };
    const [change] = diffOf(set, [pair]).changes;
    if (!change) return [];
    const { kind } = change;
    return [{ release, kind, ...(kind === 'retitled' && before && { before }) }];
  });
}
