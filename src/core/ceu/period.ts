// From a body's cycle rule to first and last days. Every day is counted from its anchor, never from
// the period before, so that February 29 comes back in the next leap year.

import type { CycleRule } from './rules.ts';
import { firstCertification, type Standing } from './standing.ts';

export interface Period {
  readonly start: Temporal.PlainDate;
  /** The last day: credits and papers must be in by its end. */
  readonly due: Temporal.PlainDate;
}

/** The last days of all periods, in order; `years` apart, as a rule. */
interface LastDays {
  readonly years: number;
  at(index: number): Temporal.PlainDate;
}

/** The period that holds the day, or nothing while the day to count from is not known. */
export function periodOn(
  rule: CycleRule,
  standing: Standing,
  day: Temporal.PlainDate,
): Period | undefined {
  if (rule.kind === 'as-told') return periodAsTold(standing, day);
  const byRule = lastDaysOf(rule, standing);
  if (!byRule) return undefined;
  const lastDays = standing.confirmed ? moved(byRule, standing.confirmed.due) : byRule;
  const index = indexOf(lastDays, later(day, firstCertification(standing)));
  return { start: lastDays.at(index - 1).add({ days: 1 }), due: lastDays.at(index) };
}

/** The next day, from `day` on, that is whole years from the anchor. */
export function anniversaryFrom(
  anchor: Temporal.PlainDate,
  day: Temporal.PlainDate,
): Temporal.PlainDate {
  const lastDays = everyYears(anchor, 1);
  return lastDays.at(indexOf(lastDays, day));
}

function lastDaysOf(rule: CycleRule, standing: Standing): LastDays | undefined {
  const { membershipEnds, confirmed } = standing;
  switch (rule.kind) {
    case 'aapc-parity':
      return membershipEnds
        ? parityYears(membershipEnds)
        : confirmed && everyYears(confirmed.due, 2);
    case 'two-year-anniversary':
      return confirmed ? everyYears(confirmed.due, 2) : anniversaries(rule.lastDay, standing);
    case 'calendar-year':
      return calendarYears(rule.monthsToFirstDue, firstCertification(standing));
    case 'as-told':
      return undefined;
    case 'annual-membership': {
      const anchor = membershipEnds ?? confirmed?.due;
      return anchor && everyYears(anchor, 1);
    }
  }
}

/** AAPC: odd months are due in odd years, even months in even years. */
function parityYears(membershipEnds: Temporal.PlainDate): LastDays {
  const matches = (membershipEnds.month + membershipEnds.year) % 2 === 0;
  const offset = matches ? 0 : 1;
  return { years: 2, at: (index) => membershipEnds.add({ years: offset + 2 * index }) };
}

/** AHIMA: two years that start on the day on which the first exam was passed. */
function anniversaries(
  lastDay: 'anniversary' | 'day-before',
  standing: Standing,
): LastDays | undefined {
  const exam = standing.firstExam ?? firstCertification(standing);
  if (!exam) return undefined;
  const dayBefore = (index: number) => exam.add({ years: 2 * index }).subtract({ days: 1 });
  if (lastDay === 'day-before') return { years: 2, at: dayBefore };
  // Index 0 is the day before all began: the first period holds the day of the exam itself.
  return { years: 2, at: (index) => (index === 0 ? dayBefore(0) : exam.add({ years: 2 * index })) };
}

/** PMI: no due date comes sooner after the exam than that, so the first period runs through it. */
function calendarYears(months = 0, first: Temporal.PlainDate | undefined): LastDays {
  const lastOf = (year: number) => new Temporal.PlainDate(year, 12, 31);
  const firstDue = first?.add({ months }).year;
  const isSkipped = (year: number) => first && firstDue && year >= first.year && year < firstDue;
  return {
    years: 1,
    at: (year) => lastOf(isSkipped(year) ? (first?.year ?? year) - 1 : year),
  };
}

/**
 * The one period that the member entered, also after it is due: nobody can tell what follows. It
 * begins after the renewal before it, or with the certification.
 */
function periodAsTold(standing: Standing, day: Temporal.PlainDate): Period | undefined {
  const { confirmed, membershipEnds } = standing;
  const certified = firstCertification(standing);
  const start = membershipEnds?.add({ days: 1 }) ?? certified;
  if (!confirmed || !start) return undefined;
  const isBefore = Temporal.PlainDate.compare(later(day, certified), start) < 0;
  return isBefore ? undefined : { start, due: confirmed.due };
}

function everyYears(anchor: Temporal.PlainDate, years: number): LastDays {
  return { years, at: (index) => anchor.add({ years: years * index }) };
}

/** The series with the confirmed day in the place of the one nearest to it: an extension, a shift. */
function moved(lastDays: LastDays, confirmed: Temporal.PlainDate): LastDays {
  const next = indexOf(lastDays, confirmed);
  const before = lastDays.at(next - 1).until(confirmed).days;
  const after = confirmed.until(lastDays.at(next)).days;
  const nearest = before < after ? next - 1 : next;
  return { ...lastDays, at: (index) => (index === nearest ? confirmed : lastDays.at(index)) };
}

/** The first period that has not ended before the day. */
function indexOf(lastDays: LastDays, day: Temporal.PlainDate): number {
  let index = Math.floor((day.year - lastDays.at(0).year) / lastDays.years) - 1;
  while (Temporal.PlainDate.compare(lastDays.at(index), day) < 0) index += 1;
  return index;
}

export function later(
  day: Temporal.PlainDate,
  other: Temporal.PlainDate | undefined,
): Temporal.PlainDate {
  return other && Temporal.PlainDate.compare(other, day) > 0 ? other : day;
}
