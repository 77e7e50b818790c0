// The installed code sets, as commands see them. Interfaces only.

import type { Diff } from '../core/codes/changes.ts';
import type { CodeEntry, InstallableSet } from '../core/codes/code-entry.ts';
import type { CodeQuery } from '../core/codes/query.ts';
import type { Found } from '../core/codes/ranking.ts';

/** One release of a code set that an operator installed from its issuer's file. */
export interface InstalledRelease {
  /** `icd-10-cm`, as in data/calendar/. */
  readonly codeSet: InstallableSet;
  /** `FY2027-october`. */
  readonly release: string;
  /** The first date of service to which it applies. */
  readonly effective: Temporal.PlainDate;
  readonly billable: number;
  /** With headers, modifiers and codes that ended. */
  readonly entries: number;
  readonly installedOn: Temporal.PlainDate;
}

/** An entry where it stands. */
export interface PlacedEntry extends CodeEntry {
  /** The header right above it. */
  readonly parent?: string;
  /** HCPCS Level II says in its file when a code was added. */
  readonly added?: string;
}

/** One installed release, read as it is asked for: only what is asked is in memory. */
export interface ReleaseBook extends InstalledRelease {
  entry(code: string): PlacedEntry | undefined;
  /** Those right under a header, in the order of the file; without one, the topmost. */
  under(header: string): readonly PlacedEntry[];
  /** In the order of the file. */
  startingWith(prefix: string, most: number): readonly PlacedEntry[];
  /** By words, the best first. */
  find(query: CodeQuery, most: number): readonly Found<PlacedEntry>[];
  /** Whether a title has a word that begins so. */
  hasWord(beginning: string): boolean;
  /** Whether so many titles have it that to look for words that begin so takes long. */
  isCommon(word: string): boolean;
  /** In how many titles it stands. */
  usesOf(word: string): number;
  /** Words of titles that look or sound nearly so, with the number of titles that have them. */
  wordsLike(word: string): readonly { readonly word: string; readonly uses: number }[];
  /** Codes of a chapter that follow a code in the order of the file, headers included. */
  after(code: string, most: number): readonly PlacedEntry[];
}

export interface Catalog {
  /** By code set, in each the earliest release first. What is installed meanwhile is here at once. */
  readonly installed: readonly InstalledRelease[];
  book(codeSet: string, release: string): ReleaseBook | undefined;
  /** What changed between two installed releases of a set; takes a moment, in small steps. */
  diff(codeSet: InstallableSet, from: string, to: string): Promise<Diff | undefined>;
  /** The same at once, where it was compared before. */
  compared(codeSet: InstallableSet, from: string, to: string): Diff | undefined;
}
