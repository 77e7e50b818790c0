// How a member stands: bars, due date, what to do next, and the buttons that say what is done.

import { action, refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { bullets, formatted, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import type { Cycle, MembershipDue } from '../../src/core/ceu/cycle.ts';
import { type NextStep, nextSteps } from '../../src/core/ceu/next-steps.ts';
import { footnoteOf, sayDue } from '../../src/core/ceu/reminder-words.ts';
import { type Status, statusOf } from '../../src/core/ceu/status.ts';
import { cycleToShow, deadlinesAround, type Mark, markOf } from '../../src/core/ceu/watch.ts';
import { type BodyEducation, educationOf, isLeftOut } from './education.ts';
import {
  apprenticeButtons,
  isNear,
  markButtons,
  stateOf,
  trackerButtons,
} from './status-buttons.ts';
import { statusPicture } from './status-picture.ts';
import {
  bars,
  footnoteFor,
  headingOf,
  listed,
  partsInField,
  shortened,
  sourcesOf,
} from './words.ts';

export const status = command({
  name: 'status',
  summary: 'What is done, what is short, by when',
  options: {},
  async run(_none, ctx) {
    const bodies = await educationOf(ctx);
    const [first] = bodies;
    if (!first) return nothingYet();
    const today = await todayOf(ctx);
    const image = await statusPicture(bodies, today, ctx.member.theme);
    const said = bodies.length === 1 ? bodyStatus(first, today) : overview(bodies, today);
    return image ? { ...said, image } : said;
  },
});

export const showBody = action({
  id: 'ceu.status',
  args: { body: text('Which certifying body', { max: 20 }) },
  run: ({ body }, ctx) => statusWith(body, ctx),
});

/** After something was said about a body: its status, with a sentence before it. */
export async function statusWith(body: string, ctx: Context, intro?: Markdown): Promise<Reply> {
  const found = (await educationOf(ctx)).find(({ pack }) => pack.body.id === body);
  return found ? bodyStatus(found, await todayOf(ctx), intro) : nothingYet();
}

export function nothingYet(): Reply {
  return say(
    md`Nothing to keep track of yet. Tell me first **which credential you hold**: then I know the rules, count the CEUs you log, and remind you before they are due.`,
    {
      title: 'Your continuing education',
      controls: [button('Add a credential', '/credential add…', 'primary')],
      footnote: 'Only you see this. Quiz points are not CEUs.',
    },
  );
}

function overview(bodies: readonly BodyEducation[], today: Temporal.PlainDate): Reply {
  const shown = bodies.slice(0, 10);
  return say(md`Only you see this. Press a name for all of it.`, {
    title: 'Your continuing education',
    fields: shown.map((education) => overviewField(education, today)),
    controls: [
      button('Log CEUs', '/ceu add…', 'primary'),
      ...shown.map(({ pack: { body } }) => button(body.name, refer(showBody, { body: body.id }))),
      button('My entries', '/ceu list'),
      button('My credentials', '/credential list'),
    ],
    footnote: footnoteFor(shown.map(({ pack }) => pack)),
  });
}

function overviewField(education: BodyEducation, today: Temporal.PlainDate) {
  const { pack, standing, marks, entries } = education;
  const cycle = cycleToShow(pack, standing, marks, today);
  if (!cycle) return { label: pack.body.name, value: md`${pack.cycle.question}` };
  const current = statusOf(pack, standing, cycle, entries, today);
  const next = mostPressing(education, current, today);
  const lines = [
    bars(current, partsInField),
    ...stateOf(pack, markOf(cycle, marks)),
    ...(next ? [next] : []),
  ];
  return { label: headingOf(pack, cycle, today), value: joinLines(lines) };
}

function bodyStatus(education: BodyEducation, today: Temporal.PlainDate, intro?: Markdown): Reply {
  const { pack, standing, marks, entries } = education;
  const cycle = cycleToShow(pack, standing, marks, today);
  const codes = standing.held.map(({ code }) => code);
  const current = cycle && statusOf(pack, standing, cycle, entries, today);
  const dues = duesToShow(education, today);
  const parts = [
    ...(intro ? [intro] : []),
    ...(current ? statusParts(education, current, today) : [md`${pack.cycle.question}`]),
    ...(dues ? [sayDues(dues, markOf(dues, marks), today)] : []),
    sourcesOf(pack, codes),
  ];
  return say(joinLines(parts, '\n\n'), {
    title: `${pack.body.name}: ${listed(codes)}`.slice(0, 150),
    controls: [
      ...firstButtons,
      ...markButtons(education, cycle, dues, today),
      ...trackerButtons(pack, cycle),
      ...apprenticeButtons(education),
    ],
    footnote: footnoteOf(pack),
  });
}

const firstButtons: readonly Control[] = [
  button('Log CEUs', '/ceu add…', 'primary'),
  button('My entries', '/ceu list'),
];

function statusParts(
  education: BodyEducation,
  current: Status,
  today: Temporal.PlainDate,
): readonly Markdown[] {
  const { pack, marks } = education;
  const { cycle } = current;
  const steps = stepsOf(education, current, today);
  return [
    md`**${sayDue(cycle.due, today)}** (${sayOrigin(education, cycle)}). It counts what you complete from ${cycle.start} on.`,
    bars(current, 8),
    ...stateOf(pack, markOf(cycle, marks)),
    ...(steps.length > 0 ? [md`**Next**\n${formatted(bullets(steps))}`] : []),
    ...sayLeftOut(current),
  ];
}

/** What to do, before what to check: the body's own page has both. */
function mostPressing(
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

/** The dues that matter now: late or near ones that are not paid, otherwise the next. */
function duesToShow(
  { pack, standing, marks }: BodyEducation,
  today: Temporal.PlainDate,
): MembershipDue | undefined {
  const dues = deadlinesAround(pack, standing, today).filter((each) => each.kind === 'membership');
  const unpaid = dues.find((each) => isNear(each, today) && !markOf(each, marks)?.paid);
  return unpaid ?? dues.find(({ due }) => Temporal.PlainDate.compare(due, today) >= 0);
}

function sayDues(dues: MembershipDue, mark: Mark | undefined, today: Temporal.PlainDate): Markdown {
  return mark?.paid
    ? md`Membership dues of ${dues.due}: paid.`
    : md`Membership dues: ${sayDue(dues.due, today)}.`;
}
