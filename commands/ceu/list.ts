// All that a member logged, the latest first, to be opened, corrected or taken out.

import { action, refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { bullets, formatted, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control, type Outcome, type Reply, say } from '../../src/bot/reply.ts';
import { choice, number } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { statusOf } from '../../src/core/ceu/status.ts';
import { cycleToShow } from '../../src/core/ceu/watch.ts';
import { shortened } from '../../src/core/shortened.ts';
import type { LoggedEntry } from '../../src/store/education-records.ts';
import { type BodyEducation, educationOf, isLeftOut } from './education.ts';
import { gone } from './entry-card.ts';
import { creditsOf, entriesNamed, labelOf } from './entry-words.ts';

const perPage = 8;

export const list = command({
  name: 'list',
  summary: 'All that you logged, the latest first',
  options: {},
  run: (_none, ctx) => page(0, 'open', ctx),
});

/** What choosing an entry does, and what is said above. */
const purposes = {
  open: 'Open an entry, to change or remove it',
  edit: 'Choose the entry to correct',
  remove: 'Choose the entry to remove',
} as const;
type Purpose = keyof typeof purposes;

export const turnPage = action({
  id: 'ceu.page',
  args: {
    at: number('Which page', { max: 10_000 }),
    to: choice('What to do with one', purposes).optional(),
  },
  run: ({ at, to = 'open' }, ctx) => page(at, to, ctx),
});

/** Opens the one that was typed; the list where nothing was, or where several fit. */
export async function openNamed(
  typed: string | undefined,
  to: Purpose,
  open: (id: string) => Promise<Outcome>,
  ctx: Context,
): Promise<Outcome> {
  if (typed === undefined) return page(0, to, ctx);
  const [found, ...others] = await entriesNamed(typed, ctx);
  if (!found) return gone();
  return others.length === 0 ? open(found.id) : page(0, to, ctx);
}

/** Actions are named by their ids: they lead back here. */
export async function page(wanted: number, to: Purpose, ctx: Context): Promise<Reply> {
  const entries = await ctx.store.education.entries(ctx.member.id);
  if (entries.length === 0) return nothingLogged();
  const pages = Math.ceil(entries.length / perPage);
  const at = Math.min(wanted, pages - 1);
  const shown = entries.slice(at * perPage, (at + 1) * perPage);
  const leftOut = leftOutOf(await educationOf(ctx), await todayOf(ctx));
  const lines = shown.map((entry) => entryLine(entry, leftOut.has(entry.id), ctx));
  const place = pages > 1 ? `, page ${at + 1} of ${pages}` : '';
  return say(md`${formatted(bullets(lines))}`, {
    title: `Your CEU entries (${entries.length}${place})`,
    controls: [
      chooser(shown, to),
      ...turns(at, pages, to),
      button('Log CEUs', '/ceu add…', 'primary'),
      button('Export', '/ceu export'),
    ],
    footnote: 'Only you see this. Open an entry to see for what it counts, or to remove it.',
  });
}

function nothingLogged(): Reply {
  return say(md`You have not logged any CEUs yet.`, {
    controls: [button('Log CEUs', '/ceu add…', 'primary'), button('My status', '/ceu status')],
    footnote: 'Quiz points are not CEUs.',
  });
}

function entryLine(entry: LoggedEntry, isOut: boolean, ctx: Context): Markdown {
  const title = shortened(entry.title, 80);
  const line = md`${entry.completedOn}: **${creditsOf(entry)}** · ${title} · ${forWhom(entry, ctx)}`;
  return isOut ? md`${formatted(line)} · *left out*` : line;
}

/** Ids of entries that some body does not count. */
function leftOutOf(
  bodies: readonly BodyEducation[],
  today: Temporal.PlainDate,
): ReadonlySet<string> {
  const ids = bodies.flatMap(({ pack, standing, marks, entries }) => {
    const cycle = cycleToShow(pack, standing, marks, today);
    const judged = cycle ? statusOf(pack, standing, cycle, entries, today).entries : [];
    return judged.filter(isLeftOut).map(({ entry }) => entry.id);
  });
  return new Set(ids);
}

/** `AAPC (CPMA), AHIMA` */
function forWhom({ counts }: LoggedEntry, { content }: Context): string {
  const names = counts.map(({ body, approvedFor }) => {
    const name = content.rulePacks.find((pack) => pack.body.id === body)?.body.name ?? body;
    return approvedFor ? `${name} (${approvedFor.join(', ')})` : name;
  });
  return names.join(', ');
}

function chooser(shown: readonly LoggedEntry[], to: Purpose): Control {
  return {
    kind: 'select',
    label: purposes[to],
    press: refer({ id: `ceu.${to}` }),
    choices: shown.map((entry) => ({ label: labelOf(entry), value: entry.id })),
  };
}

function turns(at: number, pages: number, to: Purpose): readonly Control[] {
  return [
    ...(at > 0 ? [button('Later ones', refer(turnPage, { at: at - 1, to }))] : []),
    ...(at < pages - 1 ? [button('Earlier ones', refer(turnPage, { at: at + 1, to }))] : []),
  ];
}
