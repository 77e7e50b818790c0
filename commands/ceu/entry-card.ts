// One entry: what it is, for whom it counts, what it makes of the totals, and what can be done.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { formFor } from '../../src/bot/forms.ts';
import { joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../src/bot/reply.ts';
import { choice, text } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { sayCredits } from '../../src/core/ceu/credits.ts';
import { type Cycle, cycleOn } from '../../src/core/ceu/cycle.ts';
import { choicesFor, type Entry, type Neighbour } from '../../src/core/ceu/entry.ts';
import { nextSteps } from '../../src/core/ceu/next-steps.ts';
import { footnoteOf } from '../../src/core/ceu/reminder-words.ts';
import { statusOf } from '../../src/core/ceu/status.ts';
import { cycleToShow } from '../../src/core/ceu/watch.ts';
import type { WhyNot } from '../../src/core/ceu/why-not.ts';
import type { EntryCount, LoggedEntry } from '../../src/store/education-records.ts';
import { type BodyEducation, educationOf } from './education.ts';
import { planReminders } from './planning.ts';
import { bars, headingOf, listed } from './words.ts';

const entryArg = { entry: text('Which entry', { max: 30 }) };
const bodyArg = { body: text('Which certifying body', { max: 20 }) };

export const open = action({
  id: 'ceu.open',
  args: entryArg,
  run: ({ entry }, ctx) => entryCard(entry, ctx),
});

export const details = action({
  id: 'ceu.details',
  args: entryArg,
  fields: {
    sponsor: text('Who gave the course', { max: 150 }).optional(),
    index_number: text('As on the certificate; seen by nobody but you', {
      max: 60,
      label: 'Index number',
    }).optional(),
  },
  async run({ entry: id, sponsor, index_number: indexNumber }, ctx) {
    const described = { ...(sponsor && { sponsor }), ...(indexNumber && { indexNumber }) };
    const kept = await ctx.store.transaction((tx) =>
      tx.education.describe(ctx.member.id, id, described),
    );
    return kept
      ? entryCard(id, ctx, { intro: md`**Saved.** Only you see these details.` })
      : gone();
  },
});

export const askDetails = action({
  id: 'ceu.ask_details',
  args: entryArg,
  async run({ entry: id }, ctx) {
    const entry = await ctx.store.education.entry(ctx.member.id, id);
    if (!entry) return gone();
    const { sponsor, indexNumber: index_number } = entry;
    return formFor(details, { entry: id }, 'Certificate details', { sponsor, index_number });
  },
});

export const anotherCourse = action({
  id: 'ceu.another',
  args: { ...entryArg, ...bodyArg },
  run: ({ entry, body }, ctx) =>
    recounted(entry, body, ctx, (count) => ({ ...count, isAnotherCourse: true })),
});

export const countFor = action({
  id: 'ceu.count_for',
  args: {
    ...entryArg,
    ...bodyArg,
    cycle: choice('Which cycle', {
      'cycle-before': 'The cycle before',
      'cycle-after': 'The cycle after',
      'by-date': 'By its date',
    }),
  },
  run: ({ entry, body, cycle }, ctx) =>
    recounted(entry, body, ctx, ({ countFor: _earlier, ...count }) =>
      cycle === 'by-date' ? count : { ...count, countFor: cycle },
    ),
});

async function recounted(
  id: string,
  body: string,
  ctx: Context,
  change: (count: EntryCount) => EntryCount,
): Promise<Reply> {
  const changed = await ctx.store.transaction(async (tx) => {
    const entry = await tx.education.entry(ctx.member.id, id);
    const count = entry?.counts.find((each) => each.body === body);
    if (!count) return false;
    await tx.education.recount(ctx.member.id, id, change(count));
    await planReminders(tx, ctx);
    return true;
  });
  return changed ? entryCard(id, ctx, { intro: md`**Saved.**` }) : gone();
}

interface Wrapping {
  readonly title?: string;
  readonly intro?: Markdown;
  readonly mode?: Reply['mode'];
}

export async function entryCard(id: string, ctx: Context, wrapping: Wrapping = {}): Promise<Reply> {
  const entry = await ctx.store.education.entry(ctx.member.id, id);
  if (!entry) return gone();
  const { intro, title = 'CEU entry', mode } = wrapping;
  const today = await todayOf(ctx);
  const parts = (await educationOf(ctx)).flatMap((education) => {
    const own = education.entries.find((each) => each.id === id);
    return own ? [partFor(own, education, today)] : [];
  });
  const [first] = parts;
  return say(joinLines([...(intro ? [intro] : []), description(entry)], '\n\n'), {
    title,
    fields: parts.map(({ field }) => field),
    controls: [
      button('Log another', '/ceu add…', 'primary'),
      ...parts.flatMap(({ remedies }) => remedies),
      button(
        hasDetails(entry) ? 'Change details' : 'Add details',
        refer(askDetails, { entry: id }),
      ),
      button('My status', '/ceu status'),
      button('Remove', `ceu.remove?entry=${id}`, 'danger'),
    ],
    ...(first && { footnote: parts.map(({ footnote }) => footnote).join(' ') }),
    ...(mode && { mode }),
  });
}

function description(entry: LoggedEntry): Markdown {
  const credits = sayCredits(entry.counts[0]?.credits ?? 0);
  const lines = [md`**${entry.title}**, ${credits}, completed on ${entry.completedOn}.`];
  if (entry.sponsor) lines.push(md`Sponsor: ${entry.sponsor}`);
  if (entry.indexNumber)
    lines.push(md`Index number: ${entry.indexNumber} (seen by nobody but you)`);
  return joinLines(lines);
}

function hasDetails({ sponsor, indexNumber }: LoggedEntry): boolean {
  return sponsor !== undefined || indexNumber !== undefined;
}

/** What the entry is to one body: a field of the card, and buttons where something can be mended. */
function partFor(entry: Entry, education: BodyEducation, today: Temporal.PlainDate) {
  const { pack, standing, entries } = education;
  const cycle = cycleFor(entry, education, today);
  const status = cycle && statusOf(pack, standing, cycle, entries, today);
  const judged = status?.entries.find((each) => each.entry.id === entry.id);
  const whyNots = judged?.whyNots ?? [];
  const ahead = status
    ? nextSteps(pack, status, today).find(({ kind }) => ['earn', 'submit', 'wait'].includes(kind))
    : undefined;
  const lines = [
    md`Counted as: ${kindOf(entry, education)}`,
    ...whyNots.map(sayWhyNot),
    ...(status ? [bars(status)] : [md`The cycle is not known yet: ${pack.cycle.question}`]),
    ...(ahead ? [md`${ahead.text}`] : []),
  ];
  return {
    field: {
      label: cycle ? headingOf(pack, cycle, today) : pack.body.name,
      value: joinLines(lines),
    },
    remedies: remediesFor(entry, education, whyNots),
    footnote: footnoteOf(pack),
  };
}

/** The cycle in which the entry was completed, as long as that one matters. */
function cycleFor(
  entry: Entry,
  { pack, standing, marks }: BodyEducation,
  today: Temporal.PlainDate,
): Cycle | undefined {
  const shown = cycleToShow(pack, standing, marks, today);
  const own = cycleOn(pack, standing, entry.completedOn);
  const matters = own && Temporal.PlainDate.compare(own.due, today) >= 0;
  return matters ? own : shown;
}

function kindOf(entry: Entry, { pack }: BodyEducation): string {
  if (entry.approvedFor) return `approved for ${listed(entry.approvedFor)}`;
  return pack.categories.find(({ id }) => id === entry.category)?.title ?? entry.category;
}

export function sayWhyNot({ excludes, text: reason }: WhyNot): Markdown {
  return excludes ? md`**Does not count:** ${reason}` : md`Good to know: ${reason}`;
}

function remediesFor(
  entry: Entry,
  { pack, standing }: BodyEducation,
  whyNots: readonly WhyNot[],
): readonly Control[] {
  const args = { entry: entry.id, body: pack.body.id };
  const isRepeat = whyNots.some(({ kind }) => kind === 'repeated-course');
  const choices = Object.entries(choicesFor(entry.completedOn, pack, standing));
  const moves = choices
    .filter(([cycle]) => cycle !== entry.countFor)
    .map(([cycle, { due }]) => moveTo(`Count it for ${due}`, cycle as Neighbour));
  const back =
    entry.countFor && choices.length > 0 ? [moveTo('Count it by its date', 'by-date')] : [];
  function moveTo(label: string, cycle: Neighbour | 'by-date'): Control {
    return button(label, refer(countFor, { ...args, cycle }));
  }
  return [
    ...(isRepeat ? [button('It is another course', refer(anotherCourse, args))] : []),
    ...moves,
    ...back,
  ];
}

export function gone(): Reply {
  return say(md`That entry is not among yours; it may have been removed. Here is all you logged:`, {
    tone: 'warning',
    mode: 'new',
    controls: [button('My entries', '/ceu list', 'primary')],
  });
}
