// Several codes that were found, or none, and what to try then.

import { refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { limits } from '../../src/bot/limits.ts';
import { bullets, formatted, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../src/bot/reply.ts';
import { typedCode, writtenCode } from '../../src/core/codes/code-shapes.ts';
import { shortened } from '../../src/core/shortened.ts';
import type { BookInForce } from './books.ts';
import type { Finding, FoundCode } from './finding.ts';
import { caution, codeLabel, titleOf } from './words.ts';

/** Lines in the text; the select has more. */
const mostLines = 10;

export function resultsCard(
  typed: string,
  { codes, query }: Finding,
  books: readonly BookInForce[],
  on: Temporal.PlainDate | undefined,
): Reply {
  const lines = codes.slice(0, mostLines).map(lineOf);
  const read = (query?.corrected ?? []).map(({ typed: word, read }) => `“${word}” as “${read}”`);
  const left = (query?.unknown ?? []).map((word) => `“${word}”`);
  const notes = [
    ...(read.length > 0 ? [md`I read ${read.join(', ')}.`] : []),
    ...(left.length > 0 ? [md`No title has ${left.join(', ')}, so I looked for the rest.`] : []),
  ];
  return say(joinLines([bullets(lines), ...notes], '\n\n'), {
    title: shortened(`Codes for “${typed}”`, limits.title.most),
    footnote: sourcesOf(books),
    controls: [chooser(codes, on), button('Look up another', '/code…')],
  });
}

/** What was searched, and what is in force and could not be. */
function sourcesOf(books: readonly BookInForce[]): string {
  const each = books.map(({ book, missing }) =>
    missing ? `${titleOf(book)} (${missing.title} is not installed)` : titleOf(book),
  );
  return `${each.join(' · ')}. ${caution}`;
}

function lineOf({ book, entry }: FoundCode): Markdown {
  const what = entry.modifier
    ? ' (modifier)'
    : entry.billable
      ? ''
      : entry.lastDay
        ? ' (ended)'
        : ' (header)';
  return md`**${writtenCode(book.codeSet, entry.code)}** ${shortened(entry.long, 180)}${what}`;
}

/** The value names the set too: the same text can be a code of two. */
function chooser(codes: readonly FoundCode[], on: Temporal.PlainDate | undefined): Control {
  return {
    kind: 'select',
    label: 'Show one of them',
    press: refer({ id: 'code.found' }, { on: on?.toString() }),
    choices: codes.slice(0, limits.choices.most).map(({ book, entry }) => ({
      label: codeLabel(book.codeSet, entry),
      value: `${book.codeSet} ${entry.code}`,
    })),
  };
}

/** The nearest header above something that looks like a code, or a hint for words. */
export function nothingFound(typed: string, books: readonly BookInForce[]): Reply {
  if (/^\s*(?:\d{5}|\d{4}[FTUM])\s*$/i.test(typed)) return notOurs(typed);
  const above = nearestAbove(typed, books);
  const where = books.map(({ book }) => titleOf(book)).join(', ');
  if (above) {
    const { book, entry } = above;
    const written = writtenCode(book.codeSet, entry.code);
    return say(
      md`There is no code “${typed}” in ${where}. The nearest above it is **${written}** ${entry.long}.${dentalNote(typed)}`,
      {
        tone: 'warning',
        footnote: sourcesOf(books),
        controls: [
          button(
            shortened(`Show ${codeLabel(book.codeSet, entry)}`, limits.buttonLabel.most),
            refer({ id: 'code.show' }, { set: book.codeSet, code: entry.code }),
          ),
          button('Look up another', '/code…'),
        ],
      },
    );
  }
  return say(
    md`Nothing in ${where} fits “${typed}”.${dentalNote(typed)} Try fewer or other words, such as the name of the condition and the part of the body, or the first characters of a code.`,
    {
      tone: 'warning',
      footnote: sourcesOf(books),
      controls: [button('Look up another', '/code…'), button('Ask the guide', '/ask…')],
    },
  );
}

/** A D and four digits without a dot: people who type that may mean either. */
function dentalNote(typed: string): string {
  return /^\s*D\d{4}\s*$/i.test(typed)
    ? ' Dental codes look like that too: they belong to the ADA and are not here.'
    : '';
}

function notOurs(typed: string): Reply {
  return say(
    md`“${typed.trim()}” looks like a CPT code. CPT belongs to the AMA and is not here: look it up in your CPT book or encoder. I have ICD-10-CM, ICD-10-PCS and HCPCS Level II.`,
    { tone: 'warning', footnote: caution, controls: [button('Look up another', '/code…')] },
  );
}

function nearestAbove(typed: string, books: readonly BookInForce[]): FoundCode | undefined {
  const code = typedCode(typed) ?? '';
  for (let length = code.length - 1; length >= 3; length -= 1)
    for (const { book } of books) {
      const entry = /\d/.test(code) ? book.entry(code.slice(0, length)) : undefined;
      if (entry) return { book, entry };
    }
  return undefined;
}

/** Without an installed set. */
export function nothingInstalled({ operatorContact, content }: Context, set?: string): Reply {
  const named = content.codeSets.find(({ id }) => id === set)?.name;
  const who = operatorContact ? ` Whoever runs this bot: ${operatorContact}.` : '';
  const command = 'npm run codes -- install FILE --release FY2027-october';
  return say(
    joinLines(
      [
        md`${named ?? 'No code set'} is ${named ? 'not ' : ''}installed here yet, so there is nothing to look up.`,
        md`Whoever runs this bot installs one from the official zip of CMS or CDC: \`${command}\`.${who}`,
        ...links,
      ],
      '\n\n',
    ),
    { tone: 'warning', controls: [button('When the code sets change', '/updates next')] },
  );
}

const links = [
  md`${formatted(bullets([md`[ICD-10-CM and ICD-10-PCS at CMS](https://www.cms.gov/medicare/coding-billing/icd-10-codes)`, md`[HCPCS Level II at CMS](https://www.cms.gov/medicare/coding-billing/healthcare-common-procedure-system/quarterly-update)`]))}`,
];
