// One sitting of a member: its clock, which can be stopped, and what came of it.

export interface Clock {
  /** Left out: untimed. */
  readonly seconds?: number;
  readonly usedMilliseconds: number;
  /** Absent while it rests. */
  readonly runningSince?: Temporal.Instant;
}

export interface Sitting extends Clock {
  /** The quiz session that holds its questions. */
  readonly session: string;
  readonly exam: string;
  /** The titles of its domains, as they were when it began. */
  readonly domainTitles: readonly string[];
  /** By position, the place of its domain in `domainTitles`. */
  readonly domains: readonly number[];
  /** Positions that the member wants to see again. */
  readonly marked: readonly number[];
  /** Share of right answers that passes, where the body publishes one. */
  readonly passPercent?: number;
  readonly startedAt: Temporal.Instant;
  readonly handedInAt?: Temporal.Instant;
}

/** How long it has run. A clock that was put back adds nothing. */
export function usedAt({ usedMilliseconds, runningSince }: Clock, now: Temporal.Instant): number {
  if (!runningSince) return usedMilliseconds;
  return usedMilliseconds + Math.max(0, now.since(runningSince).total('milliseconds'));
}

/** In seconds, never below zero; nothing where it is untimed. */
export function secondsLeft(clock: Clock, now: Temporal.Instant): number | undefined {
  if (clock.seconds === undefined) return undefined;
  return Math.max(0, Math.ceil(clock.seconds - usedAt(clock, now) / 1000));
}

/** When its time is up, if nobody stops it; nothing while it rests or where it is untimed. */
export function endsAt(clock: Clock): Temporal.Instant | undefined {
  if (clock.seconds === undefined || !clock.runningSince) return undefined;
  const left = clock.seconds * 1000 - clock.usedMilliseconds;
  return clock.runningSince.add({ milliseconds: Math.max(0, Math.round(left)) });
}

/** `1 h 4 min`, `12 min`, `45 s`. */
export function sayLeft(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % 60} min`;
}

export interface DomainScore {
  readonly title: string;
  readonly right: number;
  readonly of: number;
}

export interface Result {
  readonly right: number;
  readonly of: number;
  readonly answered: number;
  /** Whole per cent, rounded down: 69.9 is not 70. */
  readonly percent: number;
  readonly domains: readonly DomainScore[];
  /** Below seven in ten, the weakest first. */
  readonly weak: readonly DomainScore[];
}

/** `rights[position]`: whether that one was right; absent where nothing was answered. */
export function resultOf(
  { domainTitles, domains }: Pick<Sitting, 'domainTitles' | 'domains'>,
  rights: ReadonlyMap<number, boolean>,
): Result {
  const scores = domainTitles.map((title, index) => {
    const positions = domains.flatMap((domain, position) => (domain === index ? [position] : []));
    const right = positions.filter((position) => rights.get(position)).length;
    return { title, right, of: positions.length };
  });
  const right = scores.reduce((sum, score) => sum + score.right, 0);
  const of = domains.length;
  const share = ({ right: got, of: all }: DomainScore) => got / all;
  const shown = scores.filter((score) => score.of > 0);
  return {
    right,
    of,
    answered: rights.size,
    percent: percentOf(right, of),
    domains: shown,
    weak: shown.filter((score) => share(score) < 0.7).sort((a, b) => share(a) - share(b)),
  };
}

export function percentOf(right: number, of: number): number {
  return of === 0 ? 0 : Math.floor((right * 100) / of);
}
