// The true figures of a release, where it is installed together with the one before it.

import type { Catalog, InstalledRelease } from '../../src/catalog/catalog.ts';
import type { CodeSet, Counts } from '../../src/core/calendar/code-set.ts';
import { type Release, releasesBetween } from '../../src/core/calendar/releases.ts';
import { type ChangeCounts, countChanges, type Diff } from '../../src/core/codes/changes.ts';
import { chaptersOf, sayChapter } from '../../src/core/codes/chapters.ts';
import { type InstallableSet, isInstallable } from '../../src/core/codes/code-entry.ts';
import { inForce } from '../../src/core/codes/in-force.ts';
import { shortened } from '../../src/core/shortened.ts';

export type Compared = Pick<Catalog, 'installed' | 'compared'>;

export interface Figures {
  /** The release with the counts of its own files, or as the calendar knows it. */
  readonly release: Release;
  /** Where the files of both are here: what `/updates changes` can show of it. */
  readonly shown?: { readonly set: InstallableSet; readonly release: string };
  /** `Most of it in chapter 19, Injury… (213 new)`. */
  readonly where?: string;
  /** Releases to install for figures that nobody else has. */
  readonly toInstall: readonly string[];
}

interface Pair {
  readonly from?: InstalledRelease;
  readonly to?: InstalledRelease;
  /** Names of those that are not installed. */
  readonly missing: readonly string[];
}

/** How far around a day notices speak of releases. */
const around = { before: 8, after: 62 };

/** Compares what notices of these days will need; takes longer than a transaction may. */
export async function prepareFigures(
  sets: readonly CodeSet[],
  today: Temporal.PlainDate,
  catalog: Pick<Catalog, 'installed' | 'diff'>,
): Promise<void> {
  const [from, to] = [today.subtract({ days: around.before }), today.add({ days: around.after })];
  for (const set of sets)
    for (const release of releasesBetween(set, from, to)) {
      const pair = pairOf(set, release, catalog.installed);
      if (pair?.from && pair.to && isInstallable(set.id))
        await catalog.diff(set.id, pair.from.release, pair.to.release);
    }
}

export function figuresOf(set: CodeSet, release: Release, catalog: Compared): Figures {
  const pair = pairOf(set, release, catalog.installed);
  if (!pair || !isInstallable(set.id)) return { release, toInstall: [] };
  const { from, to, missing } = pair;
  const diff = from && to && catalog.compared(set.id, from.release, to.release);
  if (!diff) return { release, toInstall: release.known?.counts ? [] : missing };
  const counts = countsOf(countChanges(diff.changes), to);
  const where = mostly(set.id, diff);
  return {
    release: {
      ...release,
      known: {
        links: [],
        ...release.known,
        effective: release.effective,
        unchanged: false,
        counts,
      },
    },
    ...(diff.changes.length > 0 && { shown: { set: set.id, release: to.release } }),
    ...(where && { where }),
    toInstall: [],
  };
}

/** Releases that changed nothing need not be installed: the one before stands for them. */
function pairOf(
  set: CodeSet,
  release: Release,
  installed: readonly InstalledRelease[],
): Pair | undefined {
  if (!isInstallable(set.id)) return undefined;
  const ofSet = installed.filter(({ codeSet }) => codeSet === set.id);
  const to = ofSet.find((each) => each.release === release.id);
  const earlier = ofSet.filter(
    ({ effective }) => Temporal.PlainDate.compare(effective, release.effective) < 0,
  );
  const before = release.effective.subtract({ days: 1 });
  const found = inForce(earlier, set, before);
  const from = found && !found.missing ? found.installed : undefined;
  return {
    ...(from && { from }),
    ...(to && { to }),
    missing: [...(to ? [] : [release.id]), ...(from ? [] : [lastName(set, before)])],
  };
}

function lastName(set: CodeSet, day: Temporal.PlainDate): string {
  return inForce([{ release: '', effective: day }], set, day)?.missing?.id ?? 'the one before it';
}

function countsOf({ retitled, ...counts }: ChangeCounts, to: InstalledRelease): Counts {
  return {
    new: counts.new,
    removed: counts.removed,
    deleted: counts.deleted,
    demoted: counts.demoted,
    revised: retitled,
    total: to.billable,
    source: { title: 'The official files, as installed here' },
    grade: 'V1',
  };
}

const mostChapters = 3;

function mostly(set: InstallableSet, { changes }: Diff): string | undefined {
  const counted = chaptersOf(set)
    .map((chapter) => ({
      chapter,
      count: changes.filter((change) => change.chapter === chapter.id).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  if (counted.length < 2) return undefined;
  const named = counted
    .slice(0, mostChapters)
    .map(({ chapter, count }) => `${shortened(sayChapter(set, chapter), 60)} (${count})`);
  return `Most of it in ${named.join('; ')}.`;
}
