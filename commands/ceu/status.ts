// How a member stands: bars, due date, what to do next, and the buttons that say what is done.

import { action, refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import type { MembershipDue } from '../../src/core/ceu/cycle.ts';
import { footnoteOf, sayDue } from '../../src/core/ceu/reminder-words.ts';
import type { RulePack } from '../../src/core/ceu/rules.ts';
import { statusOf } from '../../src/core/ceu/status.ts';
import {
  cycleToShow,
  deadlinesAround,
  type Mark,
  markOf,
  type Watched,
} from '../../src/core/ceu/watch.ts';
import { type BodyEducation, educationOf } from './education.ts';
import { papersOf } from './papers.ts';
import { apprenticeButtons, isNear, markButtons, trackerButtons } from './status-buttons.ts';
import { mostPressing, type Papers, sayStage, statusParts } from './status-parts.ts';
import { statusPicture } from './status-picture.ts';
import { bars, footnoteFor, headingOf, listed, partsInField, sourcesOf } from './words.ts';

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
    const said =
      bodies.length === 1 ? bodyStatus(first, await papersOf(ctx), today) : overview(bodies, today);
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
  if (!found) return nothingYet();
  return bodyStatus(found, await papersOf(ctx), await todayOf(ctx), intro);
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
    sayStage(education, current),
    ...(next ? [next] : []),
  ];
  return { label: headingOf(pack, cycle, today), value: joinLines(lines) };
}

function bodyStatus(
  education: BodyEducation,
  papers: Papers,
  today: Temporal.PlainDate,
  intro?: Markdown,
): Reply {
  const { pack, standing, marks, entries } = education;
  const cycle = cycleToShow(pack, standing, marks, today);
  const codes = standing.held.map(({ code }) => code);
  const current = cycle && statusOf(pack, standing, cycle, entries, today);
  const dues = duesToShow(education, today);
  const parts = [
    ...(intro ? [intro] : []),
    ...(current ? statusParts(education, current, papers, today) : [md`${pack.cycle.question}`]),
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
      button('The rules', refer({ id: 'ceu.rules' }, { body: pack.body.id, at: 0 })),
    ],
    footnote: footnoteOf(pack),
  });
}

const firstButtons: readonly Control[] = [
  button('Log CEUs', '/ceu add…', 'primary'),
  button('My entries', '/ceu list'),
  button('Export', '/ceu export'),
];

/** The dues that matter now: late or near ones that are not paid, otherwise the next. */
export function duesToShow(
  {
    pack,
    standing,
    marks,
  }: { readonly pack: RulePack; readonly standing: Watched; readonly marks: readonly Mark[] },
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
