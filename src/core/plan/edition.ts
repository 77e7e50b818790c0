// Which editions of the code books an exam goes by: as far as somebody checked it, and no further.

import type { CodeSet } from '../calendar/code-set.ts';
import { lastRelease, nextRelease, type Release } from '../calendar/releases.ts';
import type { Source } from '../source.ts';

export interface Edition {
  readonly release: Release;
  readonly source: Source;
  /** The switch after this one, where it is known: an exam moved beyond it goes by other books. */
  readonly next?: Release;
}

/** The calendar of a certifying body's exams: `aapc-exam-books`. */
export function examBooks(sets: readonly CodeSet[], body: string): CodeSet | undefined {
  return sets.find(({ id }) => id === `${body}-exam-books`);
}

/**
 * Nothing where it is not known: a rule that was checked on a day is believed up to the first switch
 * after that day, not for years to come; a release with an entry of its own, always.
 */
export function editionOn(set: CodeSet, exam: Temporal.PlainDate): Edition | undefined {
  const release = lastRelease(set, exam);
  const source = release?.known?.exception?.source ?? release?.rule?.source;
  if (!release || !source || !isKnown(set, release)) return undefined;
  const next = nextRelease(set, exam);
  return { release, source, ...(next && isKnown(set, next) && { next }) };
}

function isKnown(set: CodeSet, release: Release): boolean {
  if (release.known) return true;
  const checked = release.rule?.source.checked;
  const first = checked && nextRelease(set, checked);
  return first !== undefined && Temporal.PlainDate.compare(release.effective, first.effective) <= 0;
}
