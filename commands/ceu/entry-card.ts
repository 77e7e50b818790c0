// One entry: what it is, for whom it counts, what it makes of the totals, and what can be done.
// Actions are named by their ids, since they show the card again.

import { refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../src/bot/reply.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { missingPapers } from '../../src/core/ceu/checklist.ts';
import { sayCredits } from '../../src/core/ceu/credits.ts';
import { type Cycle, cycleOn } from '../../src/core/ceu/cycle.ts';
import { choicesFor, type Entry, type Neighbour, periodFor } from '../../src/core/ceu/entry.ts';
import { kindOf } from '../../src/core/ceu/entry-rows.ts';
import { nextSteps } from '../../src/core/ceu/next-steps.ts';
import { statusOf } from '../../src/core/ceu/status.ts';
import { cycleToShow } from '../../src/core/ceu/watch.ts';
import { findRepeats, type WhyNot } from '../../src/core/ceu/why-not.ts';
import type { CertificateAbout, LoggedEntry } from '../../src/store/education-records.ts';
import { type BodyEducation, educationOf } from './education.ts';
import { creditsOf } from './entry-words.ts';
import { papersFor } from './papers.ts';
import { bars, footnoteFor, headingOf, partsInField, sayWhyNot } from './words.ts';

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
  const certificate = (await ctx.store.education.certificates(ctx.member.id)).get(id);
  const packs = parts.map(({ pack }) => pack);
  const missing = missingPapers(packs, papersFor(entry, certificate));
  const described = description(entry, certificate, missing);
  return say(joinLines([...(intro ? [intro] : []), described], '\n\n'), {
    title,
    fields: parts.map(({ field }) => field),
    controls: [
      button('Log another', '/ceu add…', 'primary'),
      ...parts.flatMap(({ remedies }) => remedies),
      button(
        hasDetails(entry) ? 'Change details' : 'Add details',
        refer({ id: 'ceu.ask_details' }, { entry: id }),
      ),
      certificate
        ? button('Certificate', refer({ id: 'ceu.certificate' }, { entry: id }))
        : button('Add certificate', refer({ id: 'ceu.attach' }, { entry: id })),
      button('Change', refer({ id: 'ceu.edit' }, { entry: id })),
      button('For whom it counts', refer({ id: 'ceu.whom' }, { entry: id })),
      button('My status', '/ceu status'),
      button('Remove', refer({ id: 'ceu.remove' }, { entry: id }), 'danger'),
    ],
    footnote: footnoteFor(packs),
    ...(mode && { mode }),
  });
}

function description(
  entry: LoggedEntry,
  certificate: CertificateAbout | undefined,
  missing: readonly string[],
): Markdown {
  const lines = [md`**${entry.title}**, ${creditsOf(entry)}, completed on ${entry.completedOn}.`];
  if (entry.sponsor) lines.push(md`Sponsor: ${entry.sponsor}`);
  if (entry.indexNumber)
    lines.push(md`Index number: ${entry.indexNumber} (seen by nobody but you)`);
  if (certificate) lines.push(md`Certificate: ${certificate.name}`);
  if (missing.length > 0) lines.push(md`For an audit still missing: ${missing.join(', ')}.`);
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
  const displaced = displacedBy(entry, education, today);
  const ahead = status
    ? nextSteps(pack, status, today).find(({ kind }) => ['earn', 'submit', 'wait'].includes(kind))
    : undefined;
  const lines = [
    ...whyNots.map(sayWhyNot),
    ...displaced.map(sayDisplaced),
    ...(status
      ? [bars(status, partsInField)]
      : [md`The cycle is not known yet: ${pack.cycle.question}`]),
    ...(ahead ? [md`${ahead.text}`] : []),
    md`${sayCredits(entry.credits)}, ${kindOf(entry, pack)}.`,
  ];
  return {
    field: {
      label: cycle ? headingOf(pack, cycle, today) : pack.body.name,
      value: joinLines(lines),
    },
    remedies: remediesFor(entry, education, isRepeated(whyNots) || displaced.length > 0),
    pack,
  };
}

/** Entries of the same title that give way to this one, since it was completed earlier. */
function displacedBy(
  entry: Entry,
  { pack, standing, entries }: BodyEducation,
  today: Temporal.PlainDate,
): readonly Entry[] {
  const repeats = [...findRepeats(entries, pack, standing, today)];
  return repeats.filter(([, counted]) => counted === entry).map(([repeat]) => repeat);
}

function sayDisplaced({ completedOn }: Entry): Markdown {
  return md`**It takes the place** of your entry of ${completedOn} with the same title.`;
}

function isRepeated(whyNots: readonly WhyNot[]): boolean {
  return whyNots.some(({ kind }) => kind === 'repeated-course');
}

/** The late cycle where it counts for that; otherwise the one of its date, as long as that matters. */
function cycleFor(
  entry: Entry,
  { pack, standing, marks }: BodyEducation,
  today: Temporal.PlainDate,
): Cycle | undefined {
  const shown = cycleToShow(pack, standing, marks, today);
  if (shown && periodFor(entry, pack, standing)?.due.equals(shown.due)) return shown;
  const own = cycleOn(pack, standing, entry.completedOn);
  const matters = own && Temporal.PlainDate.compare(own.due, today) >= 0;
  return matters ? own : shown;
}

function remediesFor(
  entry: Entry,
  { pack, standing }: BodyEducation,
  isRepeat: boolean,
): readonly Control[] {
  const args = { entry: entry.id, body: pack.body.id };
  const choices = Object.entries(choicesFor(entry.completedOn, pack, standing));
  const moves = choices
    .filter(([cycle]) => cycle !== entry.countFor)
    .map(([cycle, { due }]) => moveTo(`Count it for ${due}`, cycle as Neighbour));
  const back =
    entry.countFor && choices.length > 0 ? [moveTo('Count it by its date', 'by-date')] : [];
  function moveTo(label: string, cycle: Neighbour | 'by-date'): Control {
    return button(label, refer({ id: 'ceu.count_for' }, { ...args, cycle }));
  }
  return [
    ...(isRepeat ? [button('It is another course', refer({ id: 'ceu.another' }, args))] : []),
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
