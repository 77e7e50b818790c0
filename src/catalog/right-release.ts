// Whether a file is the release that it is said to be: by what the calendar knows of each, since the
// files do not say it, and CMS once put the April file in the place of October's.

import type { CodeSet } from '../core/calendar/code-set.ts';
import { lastRelease, type Release, releasesBetween } from '../core/calendar/releases.ts';
import { type InstallableSet, installableSets } from '../core/codes/code-entry.ts';

export interface Claim {
  readonly codeSet: InstallableSet;
  readonly release: string;
  readonly effective: Temporal.PlainDate;
  readonly counts: { readonly billable: number; readonly entries: number };
  readonly latest?: string | undefined;
  readonly calendar: readonly CodeSet[];
}

/** Why it is another release, or nothing where all that is known agrees. */
export function whyAnotherRelease(claim: Claim): string | undefined {
  return byCounts(claim) ?? byLatestChange(claim);
}

const anyway = 'If you are sure all the same, add --anyway.';

function byCounts({ codeSet, release, counts, calendar }: Claim): string | undefined {
  const set = calendar.find(({ id }) => id === codeSet);
  if (!set) return undefined;
  const known = knownReleases(set);
  const claimed = known.find(({ id }) => id === release);
  if (claimed && agrees(claimed, counts)) return undefined;
  const alike = known.filter((each) => agrees(each, counts)).map(({ id }) => id);
  const holds = `The file holds ${counts.billable.toLocaleString('en-US')} ${set.counted}`;
  if (alike.length > 0)
    return `${holds}: that is ${alike.join(' or ')}, not ${release}. Install it with --release ${alike[0]}, or take the other file. ${anyway}`;
  const total = claimed?.known?.counts?.total;
  return total === undefined
    ? undefined
    : `${holds}, and ${release} has ${total.toLocaleString('en-US')}: it is another release. ${anyway}`;
}

/** Those whose totals are known. */
function knownReleases(set: CodeSet): readonly Release[] {
  const [first, last] = [set.known.at(0), set.known.at(-1)];
  if (!first || !last) return [];
  return releasesBetween(set, first.effective, last.effective).filter(
    ({ known }) => known?.counts?.total !== undefined,
  );
}

function agrees({ known }: Release, { billable, entries }: Claim['counts']): boolean {
  const { total, entries: all } = known?.counts ?? {};
  return total === billable && (all === undefined || all === entries);
}

/** HCPCS Level II says the day of each change: the latest is the day of its release. */
function byLatestChange({ codeSet, release, effective, latest, calendar }: Claim) {
  if (!latest) return undefined;
  const day = Temporal.PlainDate.from(latest);
  if (day.equals(effective)) return undefined;
  const set = calendar.find(({ id }) => id === codeSet);
  const right = set && lastRelease(set, day);
  const named = right?.effective.equals(day) ? ` That is ${right.id}.` : '';
  return `The latest change in the file is of ${latest}, and ${release} takes effect on ${effective}: it is another release of ${installableSets[codeSet]}.${named} ${anyway}`;
}
