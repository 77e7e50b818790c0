// What a member does next about a cycle, the most pressing first.

import { sayCredits } from './credits.ts';
import type { Cycle } from './cycle.ts';
import type { AfterDueStep, RulePack } from './rules.ts';
import type { Status } from './status.ts';

export interface NextStep {
  readonly kind: 'after-due' | 'tell' | 'earn' | 'confirm-due' | 'submit' | 'wait';
  readonly text: string;
}

export function nextSteps(
  pack: RulePack,
  status: Status,
  today: Temporal.PlainDate,
): readonly NextStep[] {
  const { cycle } = status;
  const overdue = lastStepAfterDue(pack, cycle.due, today);
  return [
    ...(overdue ? [{ kind: 'after-due', text: overdue.text } as const] : []),
    ...cycle.asks.map((ask) => ({ kind: 'tell', text: ask.text }) as const),
    ...openMinimums(pack, status),
    ...creditsToEarn(status, today),
    ...(status.state === 'complete' ? [submission(pack, status, today)] : []),
    ...confirmDue(pack, cycle),
  ];
}

/** The day from which the body takes submissions; nothing where no window is known. */
export function submissionOpens(
  pack: RulePack,
  due: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  return pack.submission && due.subtract(pack.submission.opensBefore);
}

/** `Earn 12 credits by 2027-03-31, about 3 a month.`, then what is short in which bucket. */
function creditsToEarn(status: Status, today: Temporal.PlainDate): readonly NextStep[] {
  const { toEarn, perMonth, cycle } = status;
  if (toEarn === 0) return [];
  const pace = perMonth === undefined || perMonth === toEarn ? '' : `, about ${perMonth} a month`;
  const all = isPast(cycle.due, today)
    ? `Still missing: ${sayCredits(toEarn)}.`
    : `Earn ${sayCredits(toEarn)} by ${cycle.due}${pace}.`;
  const parts = status.buckets
    .filter(({ missing }) => missing !== undefined && missing > 0)
    .map(({ title, missing = 0 }) => `${title} is short of ${sayCredits(missing)}.`);
  return [all, ...parts].map((text) => ({ kind: 'earn', text }));
}

/** Quotas without a number are covered by the questions of the pack. */
function openMinimums(pack: RulePack, status: Status): readonly NextStep[] {
  const { tracker } = pack.body;
  return status.buckets
    .filter(({ kind, required }) => kind !== 'quota' && required === undefined)
    .map(({ title }) => {
      const text = `Enter how many credits your ${tracker} wants for ${title}: no page that we read says so.`;
      return { kind: 'tell', text };
    });
}

function submission(pack: RulePack, { cycle }: Status, today: Temporal.PlainDate): NextStep {
  const { name, tracker } = pack.body;
  const opens = submissionOpens(pack, cycle.due);
  if (opens && isPast(today, opens)) {
    return { kind: 'wait', text: `All is logged. ${name} takes submissions from ${opens}.` };
  }
  const when = isPast(cycle.due, today) ? 'now' : `by ${cycle.due}`;
  return { kind: 'submit', text: `All is logged. Submit it in your ${tracker} ${when}.` };
}

function isPast(day: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, today) < 0;
}

/** Nothing where the pack has a question of its own about the due date. */
function confirmDue(pack: RulePack, { confirmed, due, asks }: Cycle): readonly NextStep[] {
  if (confirmed || asks.some(({ about }) => about === 'due')) return [];
  const text = `${due} is computed, not confirmed: compare it with your ${pack.body.tracker}.`;
  return [{ kind: 'confirm-due', text }];
}

export function lastStepAfterDue(
  pack: RulePack,
  due: Temporal.PlainDate,
  today: Temporal.PlainDate,
): AfterDueStep | undefined {
  const daysPast = due.until(today).days;
  return pack.afterDue.findLast(({ days }) => days <= daysPast);
}
