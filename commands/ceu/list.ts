// All that a member logged, the latest first, and taking an entry out again.

import { action, refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { bullets, formatted, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../src/bot/reply.ts';
import { number, text } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { sayCredits } from '../../src/core/ceu/credits.ts';
import { statusOf } from '../../src/core/ceu/status.ts';
import { cycleToShow } from '../../src/core/ceu/watch.ts';
import type { LoggedEntry } from '../../src/store/education-records.ts';
import { type BodyEducation, educationOf, isLeftOut } from './education.ts';
import { open } from './entry-actions.ts';
import { gone } from './entry-card.ts';
import { planReminders } from './planning.ts';
import { shortened } from './words.ts';

const perPage = 8;

export const list = command({
  name: 'list',
  summary: 'All that you logged, the latest first',
  options: {},
  run: (_none, ctx) => page(0, ctx),
});

export const turnPage = action({
  id: 'ceu.page',
  args: { at: number('Which page', { max: 10_000 }) },
  run: ({ at }, ctx) => page(at, ctx),
});

async function page(wanted: number, ctx: Context): Promise<Reply> {
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
    controls: [chooser(shown), ...turns(at, pages), button('Log CEUs', '/ceu add…', 'primary')],
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

function creditsOf({ counts }: LoggedEntry): string {
  return sayCredits(counts[0]?.credits ?? 0);
}

function chooser(shown: readonly LoggedEntry[]): Control {
  return {
    kind: 'select',
    label: 'Open an entry, to change or remove it',
    press: refer(open),
    choices: shown.map((entry) => ({ label: shortened(labelOf(entry), 75), value: entry.id })),
  };
}

function labelOf(entry: LoggedEntry): string {
  return `${entry.completedOn}, ${creditsOf(entry)}: ${entry.title}`;
}

function turns(at: number, pages: number): readonly Control[] {
  return [
    ...(at > 0 ? [button('Later ones', refer(turnPage, { at: at - 1 }))] : []),
    ...(at < pages - 1 ? [button('Earlier ones', refer(turnPage, { at: at + 1 }))] : []),
  ];
}

const entryArg = { entry: text('Which entry', { max: 30 }) };

export const remove = action({
  id: 'ceu.remove',
  args: entryArg,
  async run({ entry: id }, ctx) {
    const entry = await ctx.store.education.entry(ctx.member.id, id);
    if (!entry) return gone();
    return say(
      md`**${entry.title}**, ${creditsOf(entry)}, completed on ${entry.completedOn}. It will no longer count, and its details go with it.`,
      {
        title: 'Remove this entry?',
        tone: 'warning',
        controls: [
          button('Remove it', refer(removed, { entry: id }), 'danger'),
          button('Keep it', refer(open, { entry: id })),
        ],
      },
    );
  },
});

export const removed = action({
  id: 'ceu.removed',
  args: entryArg,
  async run({ entry: id }, ctx) {
    const wasThere = await ctx.store.transaction(async (tx) => {
      const done = await tx.education.removeEntry(ctx.member.id, id);
      await planReminders(tx, ctx);
      return done;
    });
    if (!wasThere) return gone();
    return say(md`Removed. It no longer counts.`, {
      tone: 'good',
      controls: [button('My entries', '/ceu list'), button('My status', '/ceu status')],
    });
  },
});
