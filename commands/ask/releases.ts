// When code sets change: read from the calendar on the day of the question, so that it is never stale.

import type { Context } from '../../src/bot/command.ts';
import { bullets, cited, formatted, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { codeSetNames } from '../../src/core/answers/kinds.ts';
import type { CodeSet } from '../../src/core/calendar/code-set.ts';
import { sayDay } from '../../src/core/calendar/release-words.ts';
import { lastRelease, nextRelease, type Release } from '../../src/core/calendar/releases.ts';
import { trademarksOf } from '../updates/words.ts';

export async function releasesReply(
  names: readonly string[],
  asked: Markdown,
  ctx: Context,
): Promise<Reply> {
  const day = await todayOf(ctx);
  const { codeSets } = ctx.content;
  const wanted = names.length > 0 ? names : Object.keys(codeSetNames);
  const sets = codeSets.filter(({ name }) => wanted.includes(name));
  const lines = sets.map((set) => setLine(set, day));
  const note = md`The date of service, or of discharge for inpatient stays, decides which release applies; never the date of the claim. **/updates next** has the other sets too.`;
  return say(joinLines([asked, bullets(lines), note], '\n\n'), {
    title: 'When the code sets change',
    controls: [button('What changes next', '/updates next')],
    ...trademarkNote(sets),
  });
}

function setLine(set: CodeSet, day: Temporal.PlainDate): Markdown {
  const coming = nextRelease(set, day);
  const last = lastRelease(set, day);
  const parts = [
    ...(coming ? [md`next on **${sayDay(coming.effective)}** (${coming.name})`] : []),
    ...(last ? [md`in force since ${sayDay(last.effective)} (${last.name})`] : []),
  ];
  const source = sourceOf(coming ?? last);
  return md`**${set.name}**: ${formatted(joinLines(parts, '; '))}${formatted(source)}`;
}

function sourceOf(release?: Release): Markdown {
  const source = release?.rule?.source;
  return source ? md` · ${cited(source)}` : md``;
}

function trademarkNote(sets: readonly CodeSet[]): { readonly footnote?: string } {
  const notes = trademarksOf(sets);
  return notes.length > 0 ? { footnote: notes.join(' ') } : {};
}
