// The parts of a body's status: due date, bars, how far it has come, what is next, what is left out.

import { bullets, formatted, type Markdown, md } from '../../src/bot/markdown.ts';
import { missingPapers } from '../../src/core/ceu/checklist.ts';
import type { Cycle } from '../../src/core/ceu/cycle.ts';
import type { EntryPapers } from '../../src/core/ceu/entry-rows.ts';
import { type NextStep, nextSteps } from '../../src/core/ceu/next-steps.ts';
import { sayDue } from '../../src/core/ceu/reminder-words.ts';
import { stageOf } from '../../src/core/ceu/stage.ts';
import type { Status } from '../../src/core/ceu/status.ts';
import { type Mark, markOf } from '../../src/core/ceu/watch.ts';
import { shortened } from '../../src/core/shortened.ts';
import { type BodyEducation, isLeftOut } from './education.ts';
import { bars } from './words.ts';

export type Papers = ReadonlyMap<string, EntryPapers>;

export function statusParts(
  education: BodyEducation,
  current: Status,
  papers: Papers,
  today: Temporal.PlainDate,
): readonly Markdown[] {
  const { cycle } = current;
  const steps = stepsOf(education, current, today);
  return [
    md`**${sayDue(cycle.due, today)}** (${sayOrigin(education, cycle)}). It counts what you complete from ${cycle.start} on.`,
    bars(current, 8),
    sayStage(education, current),
    ...(steps.length > 0 ? [md`**Next**\n${formatted(bullets(steps))}`] : []),
    ...sayLeftOut(current),
    ...sayPapers(education, current, papers),
  ];
}

const stages = ['short', 'complete', 'submitted', 'confirmed'] as const;

/** `State: **complete** → submitted → confirmed`: where the cycle stands, and what is ahead. */
export function sayStage(
  { pack: { body, cycle }, marks }: BodyEducation,
  current: Status,
): Markdown {
  const stage = stageOf(current, markOf(current.cycle, marks));
  if (stage === 'confirmed') {
    const next =
      cycle.kind === 'as-told'
        ? md` Once your ${body.tracker} shows the next due date, enter it: until then nothing is watched.`
        : md``;
    return md`State: **confirmed by ${body.name}**.${formatted(next)}`;
  }
  const ahead = stages.slice(stage === 'open' ? 1 : stages.indexOf(stage) + 1).join(' → ');
  const waiting =
    stage === 'submitted'
      ? md` Look in your ${body.tracker} whether ${body.name} confirmed it.`
      : md``;
  return md`State: **${stage === 'open' ? 'a number is missing' : stage}** → ${ahead}.${formatted(waiting)}`;
}

/** How many of the entries that count would not stand an audit yet. */
function sayPapers({ pack }: BodyEducation, current: Status, papers: Papers): readonly Markdown[] {
  const counting = current.entries.filter(({ counts }) => counts);
  const lacking = counting.filter(
    ({ entry }) => missingPapers([pack], papers.get(entry.id) ?? {}).length > 0,
  );
  if (lacking.length === 0) return [];
  return [
    md`**For an audit:** ${lacking.length} of ${counting.length} entries lack papers, such as the certificate itself. The audit pack under **Export** names them.`,
  ];
}

/** What to do, before what to check: the body's own page has both. */
export function mostPressing(
  { pack, marks }: BodyEducation,
  current: Status,
  today: Temporal.PlainDate,
): Markdown | undefined {
  if (isDone(current, marks)) return undefined;
  const steps = nextSteps(pack, current, today);
  const next = steps.find(({ kind }) => kind !== 'tell') ?? steps[0];
  return next && md`${next.text}`;
}

function sayOrigin({ pack }: BodyEducation, { confirmed }: Cycle): string {
  return confirmed ? `as your ${pack.body.tracker} shows it` : 'computed, not confirmed';
}

function stepsOf(
  { pack, marks }: BodyEducation,
  current: Status,
  today: Temporal.PlainDate,
): readonly Markdown[] {
  if (isDone(current, marks)) return [];
  return fitting(nextSteps(pack, current, today)).map(({ text: step }) => md`${step}`);
}

/** At most five; where there are more, what to do goes before what to check. */
function fitting(steps: readonly NextStep[]): readonly NextStep[] {
  const doing = steps.filter(({ kind }) => kind !== 'tell').slice(0, 3);
  const checking = steps.filter(({ kind }) => kind === 'tell').slice(0, 5 - doing.length);
  return steps.length <= 5 ? steps : [...doing, ...checking];
}

/** The body has the credits: nothing is left to do but to wait. */
function isDone({ cycle }: Status, marks: readonly Mark[]): boolean {
  const mark = markOf(cycle, marks);
  return mark !== undefined && (mark.submitted || mark.accepted);
}

/** Entries that count in no cycle, by name; why, is said where one is opened. */
function sayLeftOut(current: Status): readonly Markdown[] {
  const left = current.entries.filter(isLeftOut);
  if (left.length === 0) return [];
  const named = left.slice(-3).map(({ entry }) => {
    return `${shortened(entry.title, 60)} (${entry.completedOn})`;
  });
  const more = left.length > 3 ? ` and ${left.length - 3} more` : '';
  return [md`**Left out:** ${named.join('; ')}${more}. Open one in **My entries** to see why.`];
}
