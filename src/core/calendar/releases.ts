// Which release of a code set comes next, came last, and is in force: from its rules, for any year.

import type { CodeSet, FileWindow, KnownRelease, ReleaseRule } from './code-set.ts';

export interface Release {
  /** The id of its code set. */
  readonly codeSet: string;
  /** `FY2027-october`, as an operator installs it. */
  readonly id: string;
  /** `FY2027`. */
  readonly name: string;
  /** `ICD-10-CM FY2027`. */
  readonly title: string;
  /** The first date of service (or discharge) to which it applies. */
  readonly effective: Temporal.PlainDate;
  /** Absent only where it is an exception to all rules. */
  readonly rule?: ReleaseRule;
  /** What is known of it besides its date. */
  readonly known?: KnownRelease;
}

/** The first release that takes effect after the day; nothing only where a set has no rules. */
export function nextRelease(set: CodeSet, after: Temporal.PlainDate): Release | undefined {
  const last = lastYearToAsk(set, after);
  for (let year = Math.max(after.year, firstYear(set)); year <= last; year += 1) {
    const release = releasesIn(set, year).find(({ effective }) => isBefore(after, effective));
    if (release) return release;
  }
  return undefined;
}

/**
 * The latest release that took effect by the day; nothing before the calendar of the set begins. The
 * day of a service (of an inpatient stay, of the discharge) picks the one by which it is coded, never
 * the day of the claim. Source: CMS, https://www.cms.gov/medicare/coding-billing/icd-10-codes.
 */
export function lastRelease(set: CodeSet, on: Temporal.PlainDate): Release | undefined {
  const first = firstYear(set);
  for (let year = on.year; year >= first; year -= 1) {
    const release = releasesIn(set, year).findLast(({ effective }) => !isBefore(on, effective));
    if (release) return release;
  }
  return undefined;
}

/** From the first day to the last, both included, in order. */
export function releasesBetween(
  set: CodeSet,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): readonly Release[] {
  const releases: Release[] = [];
  for (let year = Math.max(from.year, firstYear(set)); year <= to.year; year += 1)
    releases.push(...releasesIn(set, year));
  return releases.filter(({ effective }) => !isBefore(effective, from) && !isBefore(to, effective));
}

/** Whether it was checked and found the same as the release before. */
export function isUnchanged(release: Release): boolean {
  return release.known?.unchanged ?? false;
}

export interface ExpectedFiles {
  readonly window: FileWindow;
  /** Absent where past years show no pattern of days. */
  readonly days?: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };
}

/** When the release's files are likely to appear, going by past years. */
export function expectedFiles(release: Release): ExpectedFiles | undefined {
  const window = release.rule?.files;
  if (!window?.days) return window && { window };
  const to = lastBefore(window.days.to, release.effective);
  const from = lastBefore(window.days.from, to.add({ days: 1 }));
  return { window, days: { from, to } };
}

function releasesIn(set: CodeSet, year: number): readonly Release[] {
  const byRule = set.rules
    .map((rule) => ({ rule, effective: rule.effective.toPlainDate({ year }) }))
    .filter(({ rule, effective }) => !rule.first || !isBefore(effective, rule.first))
    .map(({ rule, effective }) => releaseByRule(set, rule, effective));
  const exceptions = set.known
    .filter(({ effective }) => effective.year === year)
    .flatMap((known) => releaseByException(set, known));
  return [...byRule, ...exceptions].sort((a, b) =>
    Temporal.PlainDate.compare(a.effective, b.effective),
  );
}

function releaseByRule(set: CodeSet, rule: ReleaseRule, effective: Temporal.PlainDate): Release {
  const name = filledIn(rule.name, effective);
  const known = set.known.find((each) => each.effective.equals(effective));
  return {
    codeSet: set.id,
    id: filledIn(rule.id, effective),
    name,
    title: `${set.name} ${name}`,
    effective,
    rule,
    ...(known && { known }),
  };
}

function releaseByException(set: CodeSet, known: KnownRelease): readonly Release[] {
  if (!known.exception) return [];
  const { id, name } = known.exception;
  const title = `${set.name} ${name}`;
  return [{ codeSet: set.id, id, name, title, effective: known.effective, known }];
}

function filledIn(pattern: string, effective: Temporal.PlainDate): string {
  return pattern
    .replaceAll('{fiscal_year}', String(fiscalYear(effective)))
    .replaceAll('{year}', String(effective.year));
}

/** The federal fiscal year begins on October 1 of the year before: FY2027 on 2026-10-01. */
function fiscalYear(day: Temporal.PlainDate): number {
  return day.month >= 10 ? day.year + 1 : day.year;
}

/** The year in which the calendar of the set begins: `-Infinity` if a rule holds in every year. */
function firstYear({ rules, known }: CodeSet): number {
  const years = rules.map(({ first }) => first?.year ?? Number.NEGATIVE_INFINITY);
  return Math.min(...years, ...known.map(({ effective }) => effective.year));
}

/** A rule that has begun gives a release at the latest in the year after. */
function lastYearToAsk({ rules, known }: CodeSet, after: Temporal.PlainDate): number {
  const begun = [...rules.flatMap(({ first }) => first ?? []), ...known.map((k) => k.effective)];
  return Math.max(after.year, ...begun.map(({ year }) => year)) + 1;
}

function lastBefore(monthDay: Temporal.PlainMonthDay, day: Temporal.PlainDate): Temporal.PlainDate {
  const sameYear = monthDay.toPlainDate({ year: day.year });
  return isBefore(sameYear, day) ? sameYear : monthDay.toPlainDate({ year: day.year - 1 });
}

function isBefore(day: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, other) < 0;
}
