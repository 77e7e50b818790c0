// Why an entry does not count for a cycle, in words for the member, or what else to know about it.

import { choicesFor, type Entry, inOrder, periodFor } from './entry.ts';
import type { Period } from './period.ts';
import type { RulePack } from './rules.ts';
import { firstCertification, type Standing } from './standing.ts';

export type WhyNotKind =
  | 'not-completed-yet'
  | 'before-certification'
  | 'repeated-course'
  | 'outside-cycle'
  | 'renewal-month'
  | 'counts-for-one';

export interface WhyNot {
  readonly kind: WhyNotKind;
  /** False for what is only good to know: the entry counts all the same. */
  readonly excludes: boolean;
  readonly text: string;
}

/** What is the same for all entries while one cycle is counted. */
export interface Counting {
  readonly pack: RulePack;
  readonly standing: Standing;
  readonly cycle: Period;
  readonly today: Temporal.PlainDate;
  /** For each entry of a course taken again, the entry that counts in its place. */
  readonly repeats: ReadonlyMap<Entry, Entry>;
}

/** The first reason that keeps the entry out of the cycle; failing that, the choice it leaves. */
export function whyNot(entry: Entry, counting: Counting): WhyNot | undefined {
  return (
    tooEarly(entry, counting.standing, counting.today) ??
    repeated(entry, counting) ??
    outside(entry, counting) ??
    renewalMonth(entry, counting)
  );
}

/** Of courses with the same title the first to be completed counts. */
export function findRepeats(
  entries: readonly Entry[],
  pack: RulePack,
  standing: Standing,
  today: Temporal.PlainDate,
): ReadonlyMap<Entry, Entry> {
  const first = new Map<string, Entry>();
  const repeats = new Map<Entry, Entry>();
  for (const entry of inOrder(entries)) {
    if (entry.isAnotherCourse || tooEarly(entry, standing, today)) continue;
    const course = courseOf(entry, pack);
    const earlier = first.get(course);
    if (earlier) repeats.set(entry, earlier);
    else first.set(course, entry);
  }
  return repeats;
}

/** Where no rule forbids to take a course again, only its title on the same day is a repeat. */
function courseOf(entry: Entry, pack: RulePack): string {
  const words =
    entry.title
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const title = words.join(' ');
  return pack.counting.onceEver ? title : `${entry.completedOn} ${title}`;
}

function tooEarly(
  { completedOn }: Entry,
  standing: Standing,
  today: Temporal.PlainDate,
): WhyNot | undefined {
  if (Temporal.PlainDate.compare(completedOn, today) > 0) {
    return exclude('not-completed-yet', `It is dated ${completedOn}, which is still to come.`);
  }
  const first = firstCertification(standing);
  if (!first || Temporal.PlainDate.compare(completedOn, first) >= 0) return undefined;
  return exclude(
    'before-certification',
    `It was completed on ${completedOn}, before your first certification on ${first}.`,
  );
}

function repeated(entry: Entry, { pack, repeats }: Counting): WhyNot | undefined {
  const earlier = repeats.get(entry);
  if (!earlier) return undefined;
  const rule = pack.counting.onceEver?.text ?? 'The same course on the same day counts once.';
  const remedy = 'If it is another course, say so in the entry.';
  return exclude(
    'repeated-course',
    `It has the title of an entry of ${earlier.completedOn}. ${rule} ${remedy}`,
  );
}

function outside(entry: Entry, { pack, standing, cycle }: Counting): WhyNot | undefined {
  const own = periodFor(entry, pack, standing);
  if (own?.due.equals(cycle.due)) return undefined;
  if (own && isWithin(entry.completedOn, cycle)) {
    return exclude('outside-cycle', `You chose to count it for the cycle that is due ${own.due}.`);
  }
  const place = `outside this cycle (${cycle.start} to ${cycle.due})`;
  const reason = `It was completed on ${entry.completedOn}, ${place}.`;
  return exclude('outside-cycle', [reason, ...remedy(entry, pack, standing, cycle)].join(' '));
}

/** An entry of the month in which the neighbouring cycle was due may still be moved here. */
function remedy(
  entry: Entry,
  pack: RulePack,
  standing: Standing,
  cycle: Period,
): readonly string[] {
  const { body, counting } = pack;
  const choices = Object.values(choicesFor(entry.completedOn, pack, standing));
  if (counting.renewalMonthChoice && choices.some(({ due }) => due.equals(cycle.due))) {
    return [counting.renewalMonthChoice.text];
  }
  return counting.noCarryOver ? [`${body.name} carries nothing over.`] : [];
}

function renewalMonth(entry: Entry, { pack, standing }: Counting): WhyNot | undefined {
  const choice = pack.counting.renewalMonthChoice;
  const choices = Object.keys(choicesFor(entry.completedOn, pack, standing));
  if (!choice || choices.length === 0) return undefined;
  return { kind: 'renewal-month', excludes: false, text: choice.text };
}

function isWithin(day: Temporal.PlainDate, { start, due }: Period): boolean {
  return Temporal.PlainDate.compare(start, day) <= 0 && Temporal.PlainDate.compare(day, due) <= 0;
}

function exclude(kind: WhyNotKind, text: string): WhyNot {
  return { kind, excludes: true, text };
}
