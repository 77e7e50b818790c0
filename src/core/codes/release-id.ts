// How an operator names a release: FY2026-october, FY2023-april, FY2021-january, CY2026-q3.

const months = { january: 1, april: 4, july: 7, october: 10, q1: 1, q2: 4, q3: 7, q4: 10 } as const;

const shape = /^(?<kind>FY|CY)(?<year>\d{4})-(?<part>[a-z0-9]+)$/;

/** The first date of service to which it applies; nothing where it is no name of a release. */
export function effectiveOf(release: string): Temporal.PlainDate | undefined {
  const { kind, year, part } = shape.exec(release)?.groups ?? {};
  if (!kind || !part || !Object.hasOwn(months, part)) return undefined;
  if ((kind === 'FY') === part.startsWith('q')) return undefined;
  const month = months[part as keyof typeof months];
  // The federal fiscal year begins on October 1 of the year before.
  const inYear = Number(year) - (kind === 'FY' && month >= 10 ? 1 : 0);
  return Temporal.PlainDate.from({ year: inYear, month, day: 1 });
}

/** `FY2026-October`, `fy2026 october` and `CY2026-Q3` as they are kept. */
export function releaseTyped(typed: string): string {
  const [head = '', ...rest] = typed.trim().split(/[-_\s]+/);
  return [head.toUpperCase(), ...rest.map((part) => part.toLowerCase())].join('-');
}

/** The earlier first; those that are no names of releases before all others. */
export function compareReleases(a: string, b: string): number {
  const [first, second] = [effectiveOf(a), effectiveOf(b)];
  if (!first || !second) return Number(first !== undefined) - Number(second !== undefined);
  return Temporal.PlainDate.compare(first, second);
}

/** `FY2026 (October)`, `2026 Q3`. */
export function sayRelease(release: string): string {
  const { kind, year, part = '' } = shape.exec(release)?.groups ?? {};
  if (!kind) return release;
  if (kind === 'CY') return `${year} ${part.toUpperCase()}`;
  const month = part.charAt(0).toUpperCase() + part.slice(1);
  return month === 'October' ? `FY${year}` : `FY${year} ${month}`;
}
