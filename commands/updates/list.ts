// The releases of the coming year by their dates, or those of one code set, back to the first known.

import { refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { bullets, formatted, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import type { CodeSet } from '../../src/core/calendar/code-set.ts';
import { sayCounts, sayDay } from '../../src/core/calendar/release-words.ts';
import {
  isUnchanged,
  nextRelease,
  type Release,
  releasesBetween,
} from '../../src/core/calendar/releases.ts';
import { namedSet, suggestSets } from './sets.ts';

export const list = command({
  name: 'list',
  summary: 'All changes of the coming year, or the releases of one code set',
  title: 'Releases',
  options: { set: text('A code set; left out, the coming year', { max: 60 }).optional() },
  suggest: { set: suggestSets },
  run: ({ set }, ctx) =>
    set === undefined ? comingYear(ctx) : releasesOf(namedSet(set, ctx), ctx),
});

async function comingYear(ctx: Context): Promise<Reply> {
  const day = await todayOf(ctx);
  const releases = ctx.content.codeSets.flatMap((set) =>
    releasesBetween(set, day.add({ days: 1 }), day.add({ years: 1 })),
  );
  const dates = [...new Set(releases.map(({ effective }) => effective.toString()))].sort();
  const lines = dates.map((date) => {
    const titles = releases.filter(({ effective }) => effective.toString() === date).map(named);
    return md`**${sayDay(Temporal.PlainDate.from(date))}:** ${titles.join('; ')}`;
  });
  return say(lines.length > 0 ? bullets(lines) : md`Nothing changes in the coming year.`, {
    title: 'Code changes in the coming year',
    controls: [button('What changes next', '/updates next')],
  });
}

function named(release: Release): string {
  return isUnchanged(release) ? `${release.title} (no changes)` : release.title;
}

/** Lines that fit into one message. */
const most = 12;

async function releasesOf(set: CodeSet, ctx: Context): Promise<Reply> {
  const day = await todayOf(ctx);
  const coming = nextRelease(set, day);
  const begun = set.known.at(0)?.effective ?? day;
  const past = releasesBetween(set, begun, day).toReversed();
  const lines = [...(coming ? [coming] : []), ...past].slice(0, most);
  const earlier = past.length + 1 > most ? md`\n\nEarlier ones are left out.` : md``;
  return say(
    md`${formatted(bullets(lines.map((release) => lineOf(set, release))))}${formatted(earlier)}`,
    {
      title: `Releases of ${set.name}`,
      controls: [
        button('What changes next', refer('/updates next', { set: set.id })),
        button('All code sets', '/updates next'),
      ],
    },
  );
}

function lineOf(set: CodeSet, release: Release): Markdown {
  if (set.dayIs !== 'effective') return md`**${release.name}**, ${sayDay(release.effective)}`;
  const brings = isUnchanged(release)
    ? 'no codes changed.'
    : release.known?.counts
      ? sayCounts(set, release)
      : 'its counts are not known here.';
  return md`**${release.name}**, from ${sayDay(release.effective)}: ${brings}`;
}
