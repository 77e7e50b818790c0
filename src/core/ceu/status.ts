// What is done and what is short in a cycle, for one member and one certifying body.

import {
  type BucketStatus,
  bucketsFilledBy,
  countsForOne,
  fewestCredits,
  type Progress,
  progressOf,
} from './buckets.ts';
import { toCredits, toQuarters } from './credits.ts';
import type { Cycle } from './cycle.ts';
import { type Entry, inOrder } from './entry.ts';
import type { RulePack } from './rules.ts';
import type { Standing } from './standing.ts';
import { type Counting, findRepeats, type WhyNot, whyNot } from './why-not.ts';

/** Credits throughout, as exact multiples of a quarter. */
export interface Status extends Progress {
  readonly cycle: Cycle;
  /** `open`: a number is still asked of the member, so nobody can call it complete. */
  readonly state: 'short' | 'complete' | 'open';
  readonly buckets: readonly BucketStatus[];
  /** The fewest credits that would settle the total and all buckets, if well chosen. */
  readonly toEarn: number;
  /** What to earn a month until the due date; absent when nothing is short or the date is past. */
  readonly perMonth?: number;
  /** By date of completion. */
  readonly entries: readonly EntryStatus[];
}

export interface EntryStatus {
  readonly entry: Entry;
  readonly counts: boolean;
  /** Ids of the buckets towards which it counts. */
  readonly buckets: readonly string[];
  readonly whyNots: readonly WhyNot[];
}

/** `entries` are all that the member ever logged for the body: a course counts once ever. */
export function statusOf(
  pack: RulePack,
  standing: Standing,
  cycle: Cycle,
  entries: readonly Entry[],
  today: Temporal.PlainDate,
): Status {
  const repeats = findRepeats(entries, pack, standing, today);
  const counting = { pack, standing, cycle, today, repeats };
  const judged = inOrder(entries).map((entry) => judge(entry, cycle, counting));
  const total = progressOf(creditsOf(judged), cycle.total?.credits);
  const buckets = cycle.buckets.map(({ id, title, kind, required }) => {
    const filling = judged.filter((status) => status.buckets.includes(id));
    return { id, title, kind, ...progressOf(creditsOf(filling), required?.credits) };
  });
  const toEarn = fewestCredits(total, buckets);
  const perMonth = paceOf(toEarn, today, cycle.due);
  return {
    cycle,
    state: stateOf(toEarn, [total, ...buckets]),
    ...total,
    buckets,
    toEarn,
    ...(perMonth !== undefined && { perMonth }),
    entries: judged,
  };
}

function judge(entry: Entry, cycle: Cycle, counting: Counting): EntryStatus {
  const { pack, standing } = counting;
  const reason = whyNot(entry, counting);
  if (reason?.excludes) return { entry, counts: false, buckets: [], whyNots: [reason] };
  const remark = countsForOne(entry, cycle.buckets, pack, standing);
  return {
    entry,
    counts: true,
    buckets: bucketsFilledBy(entry, cycle.buckets, pack, standing),
    whyNots: [reason, remark].filter((each) => each !== undefined),
  };
}

function creditsOf(statuses: readonly EntryStatus[]): readonly number[] {
  return statuses.filter(({ counts }) => counts).map(({ entry }) => entry.credits);
}

function stateOf(toEarn: number, parts: readonly Progress[]): Status['state'] {
  if (toEarn > 0) return 'short';
  return parts.some(({ missing }) => missing === undefined) ? 'open' : 'complete';
}

/** Rounded up to a quarter; the last month or less takes all that is left. */
function paceOf(
  toEarn: number,
  today: Temporal.PlainDate,
  due: Temporal.PlainDate,
): number | undefined {
  if (toEarn === 0 || Temporal.PlainDate.compare(today, due) > 0) return undefined;
  const months = today.until(due.add({ days: 1 })).total({ unit: 'months', relativeTo: today });
  return toCredits(Math.ceil(toQuarters(toEarn) / Math.max(1, months)));
}
