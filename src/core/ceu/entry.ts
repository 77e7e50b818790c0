// Credits that a member logged for one certifying body, and the one period for which they count.

import { type Period, periodOn } from './period.ts';
import type { RulePack } from './rules.ts';
import type { Standing } from './standing.ts';

export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly completedOn: Temporal.PlainDate;
  /** In quarters: 1.25. */
  readonly credits: number;
  /** One of `pack.categories`. */
  readonly category: string;
  /** Codes that the certificate names; of several of one kind, the first held one gets it. */
  readonly approvedFor?: readonly string[];
  /** Where the body leaves the choice, in the month in which a cycle is due. Absent: by its date. */
  readonly countFor?: Neighbour;
  /** The member said that it is another course than the one with the same title. */
  readonly isAnotherCourse?: boolean;
}

export type Neighbour = 'cycle-before' | 'cycle-after';

/** By date of completion; entries of one day by id, so that the order of logging never matters. */
export function inOrder(entries: readonly Entry[]): readonly Entry[] {
  return [...entries].sort(
    (a, b) => Temporal.PlainDate.compare(a.completedOn, b.completedOn) || (a.id < b.id ? -1 : 1),
  );
}

/** Never two periods: by the date of completion, or where the member moved it and may move it. */
export function periodFor(entry: Entry, pack: RulePack, standing: Standing): Period | undefined {
  const chosen = entry.countFor && choicesFor(entry.completedOn, pack, standing)[entry.countFor];
  return chosen ?? periodOn(pack.cycle, standing, entry.completedOn);
}

/**
 * The other periods for which credits of this day may count: AAPC lets those earned in the month
 * in which a cycle is due go to either cycle.
 */
export function choicesFor(
  completedOn: Temporal.PlainDate,
  pack: RulePack,
  standing: Standing,
): { readonly [N in Neighbour]?: Period } {
  const dated = periodOn(pack.cycle, standing, completedOn);
  if (!dated || !pack.counting.renewalMonthChoice) return {};
  const dayBefore = dated.start.subtract({ days: 1 });
  const before = sameMonth(completedOn, dayBefore) && periodOn(pack.cycle, standing, dayBefore);
  const after =
    sameMonth(completedOn, dated.due) && periodOn(pack.cycle, standing, dated.due.add({ days: 1 }));
  return {
    ...(before && !before.due.equals(dated.due) && { 'cycle-before': before }),
    ...(after && { 'cycle-after': after }),
  };
}

function sameMonth(day: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return day.year === other.year && day.month === other.month;
}
