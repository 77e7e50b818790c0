// The renewal period of one member with one certifying body, and what it takes.

import { anniversaryFrom, later, type Period, periodOn } from './period.ts';
import { type Requirement, requirementOf } from './requirement.ts';
import type { RulePack } from './rules.ts';
import { firstCertification, type Standing } from './standing.ts';

export interface Cycle extends Period, Requirement {
  readonly kind: 'cycle';
  /** The certifying body's id. */
  readonly body: string;
  /** The member said that the body's own tracker shows this due date. */
  readonly confirmed: boolean;
}

/** The yearly dues of a body that wants them also in years without credits. */
export interface MembershipDue {
  readonly kind: 'membership';
  readonly body: string;
  readonly due: Temporal.PlainDate;
}

/**
 * The cycle that holds the day; before the first certification, the first one. Nothing while the
 * member has not said what it is counted from: ask `pack.cycle.question`.
 */
export function cycleOn(
  pack: RulePack,
  standing: Standing,
  day: Temporal.PlainDate,
): Cycle | undefined {
  const period = periodOn(pack.cycle, standing, day);
  if (!period) return undefined;
  const requirement = requirementOf(pack, standing, period);
  return {
    kind: 'cycle',
    body: pack.body.id,
    start: later(period.start, firstCertification(standing)),
    due: period.due,
    confirmed: standing.confirmed?.due.equals(period.due) ?? false,
    ...requirement,
  };
}

/** Nothing where the body's periods are known only as the member enters them. */
export function nextCycle(pack: RulePack, standing: Standing, cycle: Period): Cycle | undefined {
  const next = cycleOn(pack, standing, cycle.due.add({ days: 1 }));
  return next?.due.equals(cycle.due) ? undefined : next;
}

/** Nothing before the cycle in which the member was first certified. */
export function previousCycle(
  pack: RulePack,
  standing: Standing,
  cycle: Period,
): Cycle | undefined {
  const previous = cycleOn(pack, standing, cycle.start.subtract({ days: 1 }));
  return previous?.due.equals(cycle.due) ? undefined : previous;
}

/** What the rule alone makes of the cycle that the member confirmed, to compare with it. */
export function computedCycle(pack: RulePack, standing: Standing): Cycle | undefined {
  const { confirmed, ...unconfirmed } = standing;
  const near = confirmed && cycleOn(pack, unconfirmed, confirmed.due);
  if (!confirmed || !near) return undefined;
  const before = previousCycle(pack, unconfirmed, near);
  const distance = (cycle: Cycle) => Math.abs(cycle.due.until(confirmed.due).days);
  return before && distance(before) < distance(near) ? before : near;
}

/** The next day, from `day` on, on which membership dues are due; nothing where there are none. */
export function membershipDueOn(
  pack: RulePack,
  standing: Standing,
  day: Temporal.PlainDate,
): MembershipDue | undefined {
  const anchor = standing.membershipEnds ?? standing.confirmed?.due;
  if (!pack.membership || !anchor) return undefined;
  return { kind: 'membership', body: pack.body.id, due: anniversaryFrom(anchor, day) };
}

/** Whether membership dues are due on the day of the cycle: it speaks for them then. */
export function hasDues(pack: RulePack, standing: Standing, { due }: Cycle): boolean {
  return membershipDueOn(pack, standing, due)?.due.equals(due) ?? false;
}
