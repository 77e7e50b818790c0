// What a group is told of coming releases, and on which days: one notice per effective date.

import type { Source } from '../source.ts';
import type { Checklist, CodeSet, Link } from './code-set.ts';
import { isUnchanged, nextRelease, type Release, releasesBetween } from './releases.ts';

/** What a group wants to hear of. */
export interface NoticeChoice {
  /** Ids of code sets. */
  readonly codeSets: readonly string[];
  /** Days before the effective date; 0 is the day itself. */
  readonly leadDays: readonly number[];
}

/** What an organizer can choose from; a group that chose nothing hears at 30 days and on the day. */
export const leadDaysOffered: readonly number[] = [60, 30, 7, 0];

export interface Notice {
  /** The day on which it is posted. */
  readonly on: Temporal.PlainDate;
  readonly effective: Temporal.PlainDate;
  readonly daysAhead: number;
  /** Those with something to say first, then those of one line. */
  readonly sections: readonly NoticeSection[];
}

export interface NoticeSection {
  readonly codeSet: CodeSet;
  readonly release: Release;
  /** Nothing changes: one line is enough. */
  readonly isOneLine: boolean;
  /** What to do now: ahead of the date, or from it on. */
  readonly toDo: Checklist;
  /** At the issuer: the release's own first, then the set's. */
  readonly links: readonly Link[];
  readonly sources: readonly Source[];
  /** When the oldest of the sources was last checked. */
  readonly checked?: Temporal.PlainDate;
}

export function defaultNoticeChoice(sets: readonly CodeSet[]): NoticeChoice {
  const byDefault = sets.filter(({ noticedByDefault }) => noticedByDefault);
  return { codeSets: byDefault.map(({ id }) => id), leadDays: [30, 0] };
}

/** The notices to post from the first day to the last, both included, in the order of posting. */
export function noticesBetween(
  sets: readonly CodeSet[],
  choice: NoticeChoice,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): readonly Notice[] {
  const chosen = chosenFrom(sets, choice);
  return unique(choice.leadDays)
    .flatMap((days) => {
      const releases = chosen.flatMap((set) =>
        releasesBetween(set, from.add({ days }), to.add({ days })),
      );
      const dates = unique(releases.map(({ effective }) => effective.toString()));
      return dates.flatMap((date) => noticeOf(chosen, Temporal.PlainDate.from(date), days));
    })
    .sort(inOrder);
}

/** The first notice to post after the day. Others of the same day are in `noticesBetween`. */
export function nextNotice(
  sets: readonly CodeSet[],
  choice: NoticeChoice,
  after: Temporal.PlainDate,
): Notice | undefined {
  const chosen = chosenFrom(sets, choice);
  const [first] = choice.leadDays
    .flatMap((days) => firstAhead(chosen, after.add({ days }), days))
    .sort(inOrder);
  return first;
}

/** Names the notice for ever, within a channel: `2027-01-01:30`. */
export function noticeKey({ effective, daysAhead }: Notice): string {
  return `${effective}:${daysAhead}`;
}

function chosenFrom(sets: readonly CodeSet[], choice: NoticeChoice): readonly CodeSet[] {
  return sets.filter(({ id }) => choice.codeSets.includes(id));
}

function firstAhead(
  sets: readonly CodeSet[],
  after: Temporal.PlainDate,
  daysAhead: number,
): readonly Notice[] {
  const [effective] = sets
    .flatMap((set) => nextRelease(set, after)?.effective ?? [])
    .sort(Temporal.PlainDate.compare);
  if (!effective) return [];
  const notice = noticeOf(sets, effective, daysAhead);
  return notice.length > 0 ? notice : firstAhead(sets, effective, daysAhead);
}

/** Nothing when no set has anything to say at that time. */
function noticeOf(
  sets: readonly CodeSet[],
  effective: Temporal.PlainDate,
  daysAhead: number,
): readonly Notice[] {
  const sections = sets
    .flatMap((set) =>
      releasesBetween(set, effective, effective).map((release) =>
        sectionOf(set, release, daysAhead),
      ),
    )
    .filter(({ isOneLine }) => !isOneLine || daysAhead === 0)
    .sort((a, b) => Number(a.isOneLine) - Number(b.isOneLine));
  const on = effective.subtract({ days: daysAhead });
  return sections.length > 0 ? [{ on, effective, daysAhead, sections }] : [];
}

/** What is to be said of a release that many days ahead. */
export function sectionOf(codeSet: CodeSet, release: Release, daysAhead: number): NoticeSection {
  const sources = sourcesOf(release);
  const [checked] = sources
    .flatMap((source) => source.checked ?? [])
    .sort(Temporal.PlainDate.compare);
  return {
    codeSet,
    release,
    isOneLine: isUnchanged(release),
    toDo: daysAhead > 0 ? codeSet.toDo.ahead : codeSet.toDo.onTheDay,
    links: [...(release.known?.links ?? []), ...codeSet.links],
    sources,
    ...(checked && { checked }),
  };
}

function sourcesOf({ rule, known }: Release): readonly Source[] {
  const cited = [rule, known?.exception, known?.counts, known?.headlines];
  const sources = cited.flatMap((each) => each?.source ?? []);
  return [...new Map(sources.map((source) => [source.title, source])).values()];
}

function inOrder(a: Notice, b: Notice): number {
  return (
    Temporal.PlainDate.compare(a.on, b.on) || Temporal.PlainDate.compare(a.effective, b.effective)
  );
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
