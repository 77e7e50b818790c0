// How far an apprentice (CPC-A, COC-A) is from losing the A: each way that the body offers.

import type { ApprenticeshipRule, RulePack } from './rules.ts';

/** What a member told us of it. */
export interface Apprenticeship {
  /** Since when they work as a coder without a break, to this day. */
  readonly workingSince?: Temporal.PlainDate;
  /** Full months of coding work before that, or in all. */
  readonly monthsBefore?: number;
  /** The day on which each was finished. */
  readonly course?: Temporal.PlainDate;
  readonly practicode?: Temporal.PlainDate;
}

export interface Way {
  readonly months: number;
  /** How many of course and Practicode it takes. */
  readonly proofs: number;
  readonly monthsDone: number;
  readonly proofsDone: number;
  readonly isOpen: boolean;
  /** Once no proof is missing: the day on which the work alone will be enough. */
  readonly reachedOn?: Temporal.PlainDate;
}

export function waysOut(
  { ways }: ApprenticeshipRule,
  told: Apprenticeship,
  today: Temporal.PlainDate,
): readonly Way[] {
  const worked = monthsWorked(told, today);
  const proofs = [told.course, told.practicode].filter((day) => isDone(day, today)).length;
  return ways.map(({ months, proofs: wanted }) => {
    const isOpen = worked >= months && proofs >= wanted;
    const reachedOn = isOpen || proofs < wanted ? undefined : reachedBy(told, months);
    return {
      months,
      proofs: wanted,
      monthsDone: Math.min(worked, months),
      proofsDone: Math.min(proofs, wanted),
      isOpen,
      ...(reachedOn && { reachedOn }),
    };
  });
}

/** `CPC` for `CPC-A`: the credential that takes its place. */
export function promotedCode({ credentials }: RulePack, code: string): string | undefined {
  return credentials.find(({ replaces, apprentice }) => !apprentice && replaces.includes(code))
    ?.code;
}

function monthsWorked(
  { workingSince, monthsBefore = 0 }: Apprenticeship,
  today: Temporal.PlainDate,
): number {
  const since = workingSince ? workingSince.until(today, { largestUnit: 'months' }).months : 0;
  return monthsBefore + Math.max(0, since);
}

function reachedBy(
  { workingSince, monthsBefore = 0 }: Apprenticeship,
  months: number,
): Temporal.PlainDate | undefined {
  return workingSince?.add({ months: months - monthsBefore });
}

function isDone(day: Temporal.PlainDate | undefined, today: Temporal.PlainDate): boolean {
  return day !== undefined && Temporal.PlainDate.compare(day, today) <= 0;
}
