// When a member is reminded of a due date: the ladder before it, and the body's own steps after it.

import type { Cycle, MembershipDue } from './cycle.ts';
import { submissionOpens } from './next-steps.ts';
import type { RulePack } from './rules.ts';

/** Days before the due date. AAPC's own notices come 90, 45 and 15 before (its Membership FAQ). */
const daysBefore: readonly number[] = [180, 90, 60, 30, 14, 7, 1, 0];

/** Two messages in so many days would say the same. */
const soonAfter = 2;

export type Deadline = Cycle | MembershipDue;

/** Steps of one day make one reminder: the most urgent one speaks for all. */
export interface Reminder extends Step {
  readonly also: readonly Step[];
}

export interface Step {
  /** `30`, `0`, `opens`, `+75`: stays the same for ever, since keys of deliveries hold it. */
  readonly name: string;
  readonly kind: 'before' | 'opens' | 'after';
  readonly day: Temporal.PlainDate;
  /** Negative once the due date is past. */
  readonly daysLeft: number;
  /** What the rule pack says of a step after the due date. */
  readonly text?: string;
}

/** The first reminder later than the day `after`; nothing once all are past. */
export function nextReminder(
  pack: RulePack,
  deadline: Deadline,
  after: Temporal.PlainDate,
): Reminder | undefined {
  const next = stepsOf(pack, deadline).find(({ day }) => isLater(day, after));
  return next && reminderOn(pack, deadline, next.day);
}

export function reminderOn(
  pack: RulePack,
  deadline: Deadline,
  day: Temporal.PlainDate,
): Reminder | undefined {
  return mostUrgent(stepsOf(pack, deadline).filter((step) => step.day.equals(day)));
}

/** After downtime: the one reminder for all that fell on the days later than `since`, up to `today`. */
export function missedReminder(
  pack: RulePack,
  deadline: Deadline,
  since: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Reminder | undefined {
  const missed = stepsOf(pack, deadline).filter(
    ({ day }) => isLater(day, since) && !isLater(day, today),
  );
  return mostUrgent(missed);
}

/** Names one reminder for ever: `aapc:cycle:2027-03-31:30`. A moved due date makes new ones. */
export function reminderKey(deadline: Deadline, step: Step): string {
  return `${deadline.body}:${deadline.kind}:${deadline.due}:${step.name}`;
}

/** All steps by day; of one day the least urgent first. */
function stepsOf(pack: RulePack, deadline: Deadline): readonly Step[] {
  const { due } = deadline;
  const opens = deadline.kind === 'cycle' ? submissionOpens(pack, due) : undefined;
  const before = daysBefore.map((days): Step => {
    return { name: `${days}`, kind: 'before', day: due.subtract({ days }), daysLeft: days };
  });
  const after = pack.afterDue.map(({ days, text }): Step => {
    return { name: `+${days}`, kind: 'after', day: due.add({ days }), daysLeft: -days, text };
  });
  return [...openingOf(opens, due, before), ...before, ...after].sort(
    (a, b) => b.daysLeft - a.daysLeft,
  );
}

/** That submission opens is said with a reminder that comes soon after: 31 days before with 30. */
function openingOf(
  opens: Temporal.PlainDate | undefined,
  due: Temporal.PlainDate,
  before: readonly Step[],
): readonly Step[] {
  if (!opens) return [];
  const soon = before.find(({ day }) => !isLater(opens, day) && opens.until(day).days <= soonAfter);
  const day = soon?.day ?? opens;
  return [{ name: 'opens', kind: 'opens', day, daysLeft: day.until(due).days }];
}

/** The last one: it is the nearest to the due date, or the furthest past it. */
function mostUrgent(steps: readonly Step[]): Reminder | undefined {
  const last = steps.at(-1);
  return last && { ...last, also: steps.slice(0, -1) };
}

function isLater(day: Temporal.PlainDate, than: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, than) > 0;
}
