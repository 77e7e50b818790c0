// Which of the installed releases of a set counts on a day of service.

import type { CodeSet } from '../calendar/code-set.ts';
import { isUnchanged, lastRelease, type Release } from '../calendar/releases.ts';

interface Dated {
  readonly release: string;
  readonly effective: Temporal.PlainDate;
}

export interface InForce<R> {
  readonly installed: R;
  /** The one that really counts, where it is not installed and another stands in for it. */
  readonly missing?: Release;
}

/**
 * The release itself, or one that is known to hold the same codes; else the latest before it, or the
 * first after it, with what is missing. Nothing only where none is installed.
 */
export function inForce<R extends Dated>(
  installed: readonly R[],
  set: CodeSet | undefined,
  day: Temporal.PlainDate,
): InForce<R> | undefined {
  const begun = installed.filter(
    ({ effective }) => Temporal.PlainDate.compare(effective, day) <= 0,
  );
  const best = begun.at(-1) ?? installed.at(0);
  if (!best) return undefined;
  const right = set && lastRelease(set, day);
  if (!right || holdsSameCodes(set, best, right)) return { installed: best };
  return { installed: best, missing: right };
}

/** Going back from the release in force over those that changed nothing. */
function holdsSameCodes(set: CodeSet, installed: Dated, right: Release): boolean {
  let release: Release | undefined = right;
  while (release && release.id !== installed.release && isUnchanged(release))
    release = lastRelease(set, release.effective.subtract({ days: 1 }));
  return release?.id === installed.release;
}
