import { action } from '../../src/bot/action.ts';
import { type CommandGroup, type Context, command } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { limits } from '../../src/bot/limits.ts';
import { formatted, md } from '../../src/bot/markdown.ts';
import type { Choice, Reply } from '../../src/bot/reply.ts';
import { choice, date, text } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { sayDay } from '../../src/core/calendar/release-words.ts';
import {
  type InstallableSet,
  installableSets,
  isInstallable,
} from '../../src/core/codes/code-entry.ts';
import { looksLikeCode, writtenCode } from '../../src/core/codes/code-shapes.ts';
import { allBooks, type BookInForce, bookOn, booksOn } from './books.ts';
import { codeCard } from './card.ts';
import { exactly, findCodes } from './finding.ts';
import { nothingFound, nothingInstalled, resultsCard } from './results.ts';
import { codeLabel, titleOf } from './words.ts';

const set = choice('One code set; left out, all that are installed', installableSets, {
  label: 'Code set',
});
const on = date('The day of service; left out, today', { label: 'Day of service' });

const code = command({
  name: 'code',
  summary: 'Look up ICD-10-CM, ICD-10-PCS and HCPCS Level II: a code, its beginning, or words',
  title: 'Look up a code',
  options: {
    query: text('E11.9, e119, S52, or words: broken wrist, type 2 diabetes', {
      max: 150,
      allows: ['number'],
    }),
    set: set.optional(),
    on: on.optional(),
  },
  suggest: { query: suggestCodes },
  async run({ query: typed, set: only, on: day }, ctx) {
    const books = booksOn(day ?? (await todayOf(ctx)), ctx, only);
    if (books.length === 0) return nothingInstalled(ctx, only);
    return lookUp(typed, books, day, ctx);
  },
});

function lookUp(
  typed: string,
  books: readonly BookInForce[],
  day: Temporal.PlainDate | undefined,
  ctx: Context,
): Reply {
  const readable = books.map(({ book }) => book);
  const same = exactly(readable, typed);
  const [first, ...more] = same;
  if (first && more.length === 0)
    return showing(first.book.codeSet, first.entry.code, day, ctx, books);
  if (first) return resultsCard(typed, { codes: same }, books, day);
  const elsewhere = looksLikeCode(typed) && inAnotherRelease(typed, books, day, ctx);
  if (elsewhere) return elsewhere;
  const search = {
    typed,
    layWords: ctx.content.layWords,
    typing: false,
    most: limits.choices.most,
  };
  const finding = findCodes(readable, search);
  return finding.codes.length > 0
    ? resultsCard(typed, finding, books, day)
    : nothingFound(typed, books);
}

function showing(
  codeSet: InstallableSet,
  found: string,
  day: Temporal.PlainDate | undefined,
  ctx: Context,
  books: readonly BookInForce[],
): Reply {
  const where = books.find(({ book }) => book.codeSet === codeSet);
  const entry = where?.book.entry(found);
  if (!where || !entry)
    throw new UserError('This code is not installed any more. Look it up again with /code.');
  return codeCard({ ...where, entry, on: day }, ctx);
}

/** A code that is gone, or still to come, is shown from the nearest release that has it. */
function inAnotherRelease(
  typed: string,
  books: readonly BookInForce[],
  day: Temporal.PlainDate | undefined,
  ctx: Context,
): Reply | undefined {
  for (const { book } of books) {
    const others = allBooks(book.codeSet, ctx).toReversed();
    const [found] = exactly(others, typed);
    if (!found) continue;
    const card = codeCard(found, ctx);
    const when = day ? ` on ${sayDay(day)}` : '';
    const written = writtenCode(book.codeSet, found.entry.code);
    const warning = md`**${written} is not valid${when}**: ${titleOf(book)} does not have it. This is how it stands in ${titleOf(found.book)}.`;
    return { ...card, tone: 'warning', text: md`${formatted(warning)}\n\n${formatted(card.text)}` };
  }
  return undefined;
}

/** Every key asks: codes that begin so, then words. */
async function suggestCodes(typed: string, ctx: Context): Promise<readonly Choice[]> {
  if (typed.trim() === '') return [];
  const books = booksOn(await todayOf(ctx), ctx).map(({ book }) => book);
  const search = { typed, layWords: ctx.content.layWords, typing: true, most: limits.choices.most };
  const codes = findCodes(books, search).codes;
  return [...new Map(codes.map(({ book, entry }) => [entry.code, { book, entry }])).values()].map(
    ({ book, entry }) => ({
      label: codeLabel(book.codeSet, entry),
      value: writtenCode(book.codeSet, entry.code),
    }),
  );
}

/** What a select chose fills the first that its reference leaves open: the code. */
const placed = {
  set,
  code: text('The code, without its dot', { max: 7, allows: ['number'] }),
  on: on.optional(),
};

async function shown(
  {
    set: codeSet,
    code: wanted,
    on: day,
  }: {
    readonly set: InstallableSet;
    readonly code: string;
    readonly on?: Temporal.PlainDate | undefined;
  },
  ctx: Context,
): Promise<Reply> {
  const found = bookOn(codeSet, day ?? (await todayOf(ctx)), ctx);
  if (!found) return nothingInstalled(ctx, codeSet);
  const another = found.book.entry(wanted)
    ? undefined
    : inAnotherRelease(wanted, [found], day, ctx);
  return another ?? showing(codeSet, wanted, day, ctx, [found]);
}

const show = action({ id: 'code.show', args: placed, run: shown });
const below = action({ id: 'code.below', args: placed, run: shown });
const beside = action({ id: 'code.beside', args: placed, run: shown });

/** A result says its set too. */
const found = action({
  id: 'code.found',
  args: { code: text('Set and code', { max: 40, allows: ['number'] }), on: on.optional() },
  run({ code: chosen, on: day }, ctx) {
    const [codeSet = '', wanted = ''] = chosen.split(' ');
    if (!isInstallable(codeSet)) throw new UserError('This list is damaged. Type /code again.');
    return shown({ set: codeSet, code: wanted, on: day }, ctx);
  },
});

const share = action({
  id: 'code.share',
  args: placed,
  visibility: 'public',
  run: async (given, ctx) => ({ ...(await shown(given, ctx)), controls: [], mode: 'new' }),
});

export default {
  name: 'code',
  summary: 'Look up a code',
  commands: [code],
  actions: [show, below, beside, found, share],
} satisfies CommandGroup;
