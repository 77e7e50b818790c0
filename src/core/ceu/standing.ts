// What a member told us about themselves and one certifying body.

import type { Apprenticeship } from './apprenticeship.ts';
import type { Credential, RulePack } from './rules.ts';
import { findCredential } from './rules.ts';

export interface Standing {
  readonly held: readonly HeldCredential[];
  /**
   * A day on which their membership ran or runs out, as their account shows it; where periods are
   * known only as told, the day of the last renewal.
   */
  readonly membershipEnds?: Temporal.PlainDate;
  /** Absent: the earliest day in `held`. Differs once that first credential was given up. */
  readonly firstExam?: Temporal.PlainDate;
  readonly confirmed?: Confirmed;
  readonly overrides?: Overrides;
}

/**
 * What changes once the member says what the body shows. Where periods are known only as told, a date
 * after the one that was entered before means that the renewal of that one is done.
 */
export function withConfirmed(
  { cycle }: Pick<RulePack, 'cycle'>,
  { confirmed: before }: Standing,
  confirmed: Confirmed,
): Pick<Standing, 'confirmed' | 'membershipEnds'> {
  const isRenewed =
    cycle.kind === 'as-told' &&
    before !== undefined &&
    before.due.until(confirmed.due).days >= daysOfShortestPeriod;
  return { confirmed, ...(isRenewed && { membershipEnds: before.due }) };
}

/** A date nearer to the one before it is a correction. */
const daysOfShortestPeriod = 180;

export interface HeldCredential {
  readonly code: string;
  readonly certifiedOn: Temporal.PlainDate;
  /** Of an apprentice's credential alone. */
  readonly apprenticeship?: Apprenticeship;
}

/** One cycle as the body's own tracker shows it. Later cycles are computed again. */
export interface Confirmed {
  readonly due: Temporal.PlainDate;
  readonly total?: number;
}

/** Numbers the member knows better than the rule pack, for every cycle until they take them back. */
export interface Overrides {
  readonly total?: number;
  /** By the bucket's id: a credential's code (`CPMA`) or a quota's id (`hiim`). */
  readonly buckets?: Readonly<Record<string, number>>;
}

export interface Holding {
  readonly credential: Credential;
  readonly certifiedOn: Temporal.PlainDate;
}

/** The credentials that count on a day: known to the pack, certified by then, not replaced. */
export function holdingsOn(
  pack: RulePack,
  standing: Standing,
  day: Temporal.PlainDate,
): readonly Holding[] {
  const holdings = standing.held
    .filter(({ certifiedOn }) => Temporal.PlainDate.compare(certifiedOn, day) <= 0)
    .flatMap(({ code, certifiedOn }) => {
      const credential = findCredential(pack, code);
      return credential ? [{ credential, certifiedOn }] : [];
    });
  const replaced = new Set(holdings.flatMap(({ credential }) => credential.replaces));
  return holdings.filter(({ credential }) => !replaced.has(credential.code));
}

export function firstCertification(standing: Standing): Temporal.PlainDate | undefined {
  const days = standing.held.map(({ certifiedOn }) => certifiedOn);
  return [...days].sort(Temporal.PlainDate.compare)[0];
}
