// Which due dates of a member and a body are still to be spoken of, and on which day next.

import {
  type Cycle,
  cycleOn,
  type MembershipDue,
  membershipDueOn,
  nextCycle,
  previousCycle,
} from './cycle.ts';
import {
  type Deadline,
  missedReminder,
  nextReminder,
  type Reminder,
  reminderKey,
} from './reminders.ts';
import type { RulePack } from './rules.ts';
import type { Standing } from './standing.ts';

export interface Watched extends Standing {
  /** What was due earlier happened before we kept watch. */
  readonly addedOn: Temporal.PlainDate;
}

/** What a member said about one due date; credits and dues of one day share it. */
export interface Mark {
  readonly due: Temporal.PlainDate;
  readonly submitted: boolean;
  /** The body said that the credits are in order. */
  readonly accepted: boolean;
  /** Membership dues only. */
  readonly paid: boolean;
  /** No more reminders of this date. */
  readonly stopped: boolean;
  /** No reminder before this day, and one on it. */
  readonly snoozedUntil?: Temporal.PlainDate;
}

/** The deadlines around a day, settled ones too: the last, the present and the next of each kind. */
export function deadlinesAround(
  pack: RulePack,
  standing: Watched,
  today: Temporal.PlainDate,
): readonly Deadline[] {
  const cycle = cycleOn(pack, standing, today);
  const cycles = cycle
    ? [previousCycle(pack, standing, cycle), cycle, nextCycle(pack, standing, cycle)]
    : [];
  return [...cycles, ...duesAround(pack, standing, today)]
    .filter((deadline) => deadline !== undefined)
    .filter(({ due }) => isWatched(due, standing));
}

/** How long a cycle past its due date is shown before the present one: AAPC revokes after 90 days. */
const daysShownLate = 90;

/** The cycle that matters to the member: the last one while it is late, otherwise the present one. */
export function cycleToShow(
  pack: RulePack,
  standing: Watched,
  marks: readonly Mark[],
  today: Temporal.PlainDate,
): Cycle | undefined {
  const cycles = deadlinesAround(pack, standing, today).filter((each) => each.kind === 'cycle');
  const isLate = (cycle: Cycle) => {
    const days = cycle.due.until(today).days;
    return days > 0 && days <= daysShownLate && markOf(cycle, marks)?.accepted !== true;
  };
  return cycles.find(isLate) ?? cycleOn(pack, standing, today);
}

/** Those still to be spoken of. A cycle speaks for the dues of its day. */
export function openDeadlines(
  pack: RulePack,
  standing: Watched,
  marks: readonly Mark[],
  today: Temporal.PlainDate,
): readonly Deadline[] {
  const open = deadlinesAround(pack, standing, today).filter(
    (deadline) => !isSettled(deadline, markOf(deadline, marks)),
  );
  const cycles = open.filter(({ kind }) => kind === 'cycle');
  const isSpokenFor = (deadline: Deadline) =>
    deadline.kind === 'membership' && cycles.some(({ due }) => due.equals(deadline.due));
  return open.filter((deadline) => !isSpokenFor(deadline));
}

export function markOf({ due }: Deadline, marks: readonly Mark[]): Mark | undefined {
  return marks.find((mark) => mark.due.equals(due));
}

/** The next day, later than `after`, on which one of the open deadlines is to be spoken of. */
export function nextReminderDay(
  pack: RulePack,
  open: readonly Deadline[],
  marks: readonly Mark[],
  after: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  const days = open.flatMap((deadline) => {
    const snoozed = markOf(deadline, marks)?.snoozedUntil;
    if (snoozed && Temporal.PlainDate.compare(snoozed, after) > 0) return [snoozed];
    const next = nextReminder(pack, deadline, after);
    return next ? [next.day] : [];
  });
  return days.sort(Temporal.PlainDate.compare)[0];
}

/** What to say today about a deadline, for all days later than `since`; nothing while it snoozes. */
export function reminderNow(
  pack: RulePack,
  deadline: Deadline,
  mark: Mark | undefined,
  since: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Reminder | undefined {
  const snoozed = mark?.snoozedUntil;
  if (snoozed && Temporal.PlainDate.compare(snoozed, today) > 0) return undefined;
  const missed = missedReminder(pack, deadline, since, today);
  const wakes = snoozed !== undefined && Temporal.PlainDate.compare(snoozed, since) > 0;
  return missed ?? (wakes ? afterSnooze(deadline, snoozed) : undefined);
}

/** Begins the keys of all reminders of one deadline. */
export function deadlineKey(deadline: Deadline): string {
  return reminderKey(deadline, { name: '', kind: 'before', day: deadline.due, daysLeft: 0 });
}

/** As long as asked for, and never past the due date. Nothing once that is here. */
export function snoozeEnd(
  due: Temporal.PlainDate,
  days: number,
  today: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  const end = today.add({ days });
  if (Temporal.PlainDate.compare(today, due) >= 0) return undefined;
  return Temporal.PlainDate.compare(end, due) > 0 ? due : end;
}

function duesAround(
  pack: RulePack,
  standing: Watched,
  today: Temporal.PlainDate,
): readonly (MembershipDue | undefined)[] {
  return [-1, 0, 1].map((years) => membershipDueOn(pack, standing, today.add({ years })));
}

function isWatched(due: Temporal.PlainDate, { addedOn, confirmed }: Watched): boolean {
  return Temporal.PlainDate.compare(due, addedOn) >= 0 || (confirmed?.due.equals(due) ?? false);
}

function isSettled({ kind }: Deadline, mark: Mark | undefined): boolean {
  if (!mark) return false;
  return mark.stopped || (kind === 'cycle' ? mark.accepted : mark.paid);
}

function afterSnooze(deadline: Deadline, day: Temporal.PlainDate): Reminder {
  const daysLeft = day.until(deadline.due).days;
  return { name: `snoozed-${day}`, kind: 'before', day, daysLeft, also: [] };
}
