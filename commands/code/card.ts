// One code: what it is, whether it may be billed, where it stands, when it came.

import { refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { limits } from '../../src/bot/limits.ts';
import { bullets, formatted, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Choice, type Control, type Reply, say } from '../../src/bot/reply.ts';
import type { PlacedEntry, ReleaseBook } from '../../src/catalog/catalog.ts';
import { sayDay } from '../../src/core/calendar/release-words.ts';
import { chapterOf, sayChapter } from '../../src/core/codes/chapters.ts';
import { writtenCode } from '../../src/core/codes/code-shapes.ts';
import { type Event, historyOf } from '../../src/core/codes/history.ts';
import { sayRelease } from '../../src/core/codes/release-id.ts';
import { shortened } from '../../src/core/shortened.ts';
import { allBooks, type BookInForce } from './books.ts';
import { caution, codeLabel, titleOf } from './words.ts';

/** What a card is about, and for which day of service it was asked. */
export interface Shown extends BookInForce {
  readonly entry: PlacedEntry;
  /** Left out: today. */
  readonly on?: Temporal.PlainDate | undefined;
}

export function codeCard(shown: Shown, ctx: Context): Reply {
  const { book, entry } = shown;
  const written = writtenCode(book.codeSet, entry.code);
  const facts = [
    validity(shown),
    ...shortTitle(entry),
    md`**Where:** ${formatted(placeOf(book, entry))}`,
    md`**Release:** ${titleOf(book)}, from ${sayDay(book.effective)}${formatted(standIn(shown))}`,
    md`**Changes:** ${formatted(historyLine(shown, ctx))}`,
  ];
  return say(md`**${written}** ${entry.long}\n\n${formatted(bullets(facts))}`, {
    title: shortened(`${written} · ${entry.short}`, limits.title.most),
    footnote: caution,
    controls: controlsOf(shown, ctx),
  });
}

function validity({ book, entry, on }: Shown): Markdown {
  const day = on ? ` for services on ${sayDay(on)}` : '';
  if (entry.modifier) return md`**Modifier**, put behind a code${day}`;
  const { lastDay } = entry;
  const ends = lastDay
    ? `; its last day of service is ${sayDay(Temporal.PlainDate.from(lastDay))}`
    : '';
  const isOver = lastDay !== undefined && on !== undefined && lastDay < on.toString();
  if (entry.billable && !isOver) return md`**Billable**: valid on a claim${day}${ends}`;
  if (lastDay) return md`**Ended**: not valid${day}${ends}`;
  const below = book.under(entry.code).length;
  const encounter = book.under(entry.code).some(({ code }) => code.length === 7);
  const how = encounter && book.codeSet === 'icd-10-cm' ? ', with their 7th character' : '';
  return md`**Header**: not valid on a claim${day}; choose one of the ${below} below${how}`;
}

function shortTitle({ short, long }: PlacedEntry): readonly Markdown[] {
  return short === long ? [] : [md`**Short title:** ${short}`];
}

/** The chapter, and every header above. */
function placeOf(book: ReleaseBook, entry: PlacedEntry): Markdown {
  const chapter = sayChapter(book.codeSet, chapterOf(book.codeSet, entry.code));
  const above = headersAbove(book, entry).map(
    ({ code, long }) => ` › ${writtenCode(book.codeSet, code)} ${shortened(long, 90)}`,
  );
  return md`${chapter}${above.join('')}`;
}

/** The topmost first. */
function headersAbove(book: ReleaseBook, entry: PlacedEntry): readonly PlacedEntry[] {
  const parent = entry.parent === undefined ? undefined : book.entry(entry.parent);
  return parent ? [...headersAbove(book, parent), parent] : [];
}

/** Where the release that counts is not installed. */
function standIn({ missing, on }: Shown): Markdown {
  if (!missing) return md``;
  const when = on ? `on ${sayDay(on)}` : 'today';
  return md`. **${missing.title} is in force ${when} and not installed here**, so this code may have changed; whoever runs this bot adds it with \`npm run codes -- install\``;
}

function historyLine({ book, entry }: Shown, ctx: Context): Markdown {
  const books = allBooks(book.codeSet, ctx);
  const editions = books.map((each) => ({
    release: each.release,
    entry: each.entry(entry.code),
  }));
  const events = historyOf(book.codeSet, editions);
  const first = books.at(0);
  const added = entry.added ? `added on ${sayDay(Temporal.PlainDate.from(entry.added))}; ` : '';
  const said = events.map(sayEvent).join('; ');
  if (said !== '') return md`${added}${said}`;
  if (books.length < 2 || !first)
    return md`${added}only one release of this set is installed, so changes are not known`;
  return md`${added}none since ${sayRelease(first.release)}, the first of ${books.length} releases installed here`;
}

function sayEvent({ release, kind, before }: Event): string {
  const when = sayRelease(release);
  switch (kind) {
    case 'new':
      return `new with ${when}`;
    case 'deleted':
      return `deleted with ${when}`;
    case 'demoted':
      return `made a header with ${when}`;
    case 'promoted':
      return `a header until ${when}, billable since`;
    case 'retitled':
      return `retitled with ${when}${before ? `, before: “${shortened(before.long, 200)}”` : ''}`;
  }
}

function controlsOf(shown: Shown, ctx: Context): readonly Control[] {
  const { book, entry, on } = shown;
  const args = { set: book.codeSet, on: on?.toString() };
  const up = headersAbove(book, entry)
    .slice(-3)
    .map((header) =>
      button(
        shortened(`↑ ${codeLabel(book.codeSet, header)}`, limits.buttonLabel.most),
        refer(show, { ...args, code: header.code }),
      ),
    );
  const below = book.under(entry.code);
  const beside = siblings(book, entry);
  const share =
    ctx.channel.kind === 'dm'
      ? []
      : [button('Share with the channel', refer(shareCode, { ...args, code: entry.code }))];
  return [
    ...up,
    ...(below.length > 0 ? [select('Codes below it', { id: 'code.below' }, below, shown)] : []),
    ...(beside.length > 0 ? [select('Codes beside it', { id: 'code.beside' }, beside, shown)] : []),
    ...share,
    button('Look up another', '/code…'),
  ];
}

/** Ids of actions: cards show each other's buttons. */
const show = { id: 'code.show' };
const shareCode = { id: 'code.share' };

function select(
  label: string,
  press: { readonly id: string },
  entries: readonly PlacedEntry[],
  { book, on }: Shown,
): Control {
  const choices = entries.slice(0, limits.choices.most).map(
    (each): Choice => ({
      label: codeLabel(book.codeSet, each, book.entry(each.parent ?? '')),
      value: each.code,
    }),
  );
  const more = entries.length > choices.length ? `, the first ${choices.length}` : '';
  return {
    kind: 'select',
    label: `${label} (${entries.length})${more}`,
    press: refer(press, { set: book.codeSet, on: on?.toString() }),
    choices,
  };
}

/** Those under the same header; of sets without headers, the neighbours in the file. */
function siblings(book: ReleaseBook, entry: PlacedEntry): readonly PlacedEntry[] {
  if (entry.parent !== undefined) return nearest(book.under(entry.parent), entry);
  return book.after(entry.code, limits.choices.most).filter((each) => each.parent === undefined);
}

/** Around the code, where there are more than can be shown. */
function nearest(all: readonly PlacedEntry[], entry: PlacedEntry): readonly PlacedEntry[] {
  const at = all.findIndex(({ code }) => code === entry.code);
  const others = all.filter((_, index) => index !== at);
  const from = Math.max(0, Math.min(at - 12, others.length - limits.choices.most));
  return others.slice(from, from + limits.choices.most);
}
