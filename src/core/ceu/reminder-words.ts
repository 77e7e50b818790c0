// What a reminder says, by what is missing. Plain sentences: whoever renders them escapes them.

import { sayCredits } from './credits.ts';
import { hasDues, type MembershipDue } from './cycle.ts';
import { lastStepAfterDue, nextSteps, submissionOpens } from './next-steps.ts';
import type { Reminder } from './reminders.ts';
import type { RulePack } from './rules.ts';
import type { Standing } from './standing.ts';
import type { Status } from './status.ts';

export interface ReminderWords {
  readonly title: string;
  readonly sentences: readonly string[];
  /** Where the rules come from, when that was checked, and that the body has the last word. */
  readonly footnote: string;
}

export interface ReminderFacts {
  readonly pack: RulePack;
  readonly standing: Standing;
  readonly status: Status;
  readonly reminder: Reminder;
  readonly today: Temporal.PlainDate;
  /** The member said that the body has their credits: only its answer is awaited. */
  readonly isSubmitted?: boolean;
  /** The membership dues of that day are paid, or there are none. */
  readonly isPaid?: boolean;
}

export function cycleReminderWords(facts: ReminderFacts): ReminderWords {
  const { pack, status, reminder, today } = facts;
  const { cycle } = status;
  const sentences = facts.isSubmitted
    ? awaiting(pack)
    : [sayLogged(status), ...opening(pack, status, reminder), ...sayNext(pack, status, today)];
  return {
    title: `${pack.body.name} credits: ${sayDue(cycle.due, today)}`,
    sentences: [...sentences, ...duesOnSameDay(facts)],
    footnote: footnoteOf(pack),
  };
}

export function membershipReminderWords(
  pack: RulePack,
  { due }: MembershipDue,
  today: Temporal.PlainDate,
): ReminderWords {
  const after = lastStepAfterDue(pack, due, today);
  const said = [pack.membership, after].flatMap((each) => (each ? [each.text] : []));
  return {
    title: `${pack.body.name} membership: ${sayDue(due, today)}`,
    sentences: [...said, 'Once they are paid, say so here and these reminders stop.'],
    footnote: footnoteOf(pack),
  };
}

/** Goes under everything that is said from a rule pack. */
export function footnoteOf(pack: RulePack): string {
  const { name, site } = pack.body;
  return `Rules from ${site}, checked ${pack.checked}. Confirm with ${name}: this bot may be wrong.`;
}

export function sayDue(due: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const days = today.until(due).days;
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
  if (days < 0) return `${count} past due (${due})`;
  if (days === 0) return `due today (${due})`;
  return `${count} left, due ${due}`;
}

function sayLogged({ done, required }: Status): string {
  if (required === undefined) return `${sayCredits(done)} logged; the total is not known yet.`;
  return `${done} of ${sayCredits(required)} logged.`;
}

function sayNext(pack: RulePack, status: Status, today: Temporal.PlainDate): readonly string[] {
  return nextSteps(pack, status, today).map(({ text }) => text);
}

/** Said while something is missing too: what is complete says it as its next step. */
function opening(pack: RulePack, status: Status, reminder: Reminder): readonly string[] {
  const isOpening = [reminder, ...reminder.also].some(({ kind }) => kind === 'opens');
  if (!isOpening || status.state === 'complete') return [];
  const opens = submissionOpens(pack, status.cycle.due);
  return [`${pack.body.name} takes submissions for this cycle from ${opens}.`];
}

function awaiting({ body: { name, tracker } }: RulePack): readonly string[] {
  return [
    `You submitted your credits. Look in your ${tracker} whether ${name} confirmed them.`,
    'Once it has, say so here and these reminders stop.',
  ];
}

function duesOnSameDay({
  pack,
  standing,
  status: { cycle },
  today,
  isPaid,
}: ReminderFacts): readonly string[] {
  if (isPaid || !hasDues(pack, standing, cycle)) return [];
  const isPast = Temporal.PlainDate.compare(cycle.due, today) < 0;
  return [`Membership dues ${isPast ? 'were' : 'are'} due on the same day.`];
}
