// Finds codes in the releases that are in force, by a code, its beginning, or words.

import type { PlacedEntry, ReleaseBook } from '../../src/catalog/catalog.ts';
import { isDotted, looksLikeCode, typedCode } from '../../src/core/codes/code-shapes.ts';
import type { LayWordIndex } from '../../src/core/codes/lay-words.ts';
import { type CodeQuery, readQuery, type Vocabulary } from '../../src/core/codes/query.ts';

export interface FoundCode {
  readonly book: ReleaseBook;
  readonly entry: PlacedEntry;
}

export interface Finding {
  readonly codes: readonly FoundCode[];
  /** Left out where a code or its beginning was typed. */
  readonly query?: CodeQuery;
}

export interface Search {
  readonly typed: string;
  readonly layWords: LayWordIndex;
  /** Whether the last word may still be growing. */
  readonly typing: boolean;
  readonly most: number;
}

/** Codes that begin so come before words that say so. */
export function findCodes(books: readonly ReleaseBook[], search: Search): Finding {
  const byCode = startingWith(books, search);
  const isCode = byCode.length > 0 ? looksLikeCode(search.typed) : isDotted(search.typed);
  if (isCode) return { codes: byCode };
  const { codes: byWords, query } = findByWords(books, search);
  const codes = search.typing || byWords.length === 0 ? [...byCode, ...byWords] : byWords;
  return { codes: codes.slice(0, search.most), query };
}

/** The code itself, in whichever sets it is one. */
export function exactly(books: readonly ReleaseBook[], typed: string): readonly FoundCode[] {
  const code = typedCode(typed);
  if (code === undefined) return [];
  return books.flatMap((book) => {
    const entry = book.entry(code);
    return entry ? [{ book, entry }] : [];
  });
}

function startingWith(books: readonly ReleaseBook[], { typed, most }: Search) {
  const code = typedCode(typed);
  if (code === undefined || /\s\p{L}/u.test(typed.trim())) return [];
  const each = books.map((book) =>
    book.startingWith(code, most).map((entry): FoundCode => ({ book, entry })),
  );
  return inTurn(each).slice(0, most);
}

function findByWords(books: readonly ReleaseBook[], search: Search) {
  const { typed, layWords, typing, most } = search;
  const query = readQuery(typed, { layWords, typing, vocabulary: vocabularyOf(books) });
  const asked = books.filter(
    ({ codeSet }) => query.sets.length === 0 || query.sets.includes(codeSet),
  );
  if (query.groups.length === 0) return { codes: [], query };
  const found = asked
    .flatMap((book) => book.find(query, most).map(({ entry, score }) => ({ book, entry, score })))
    .sort((a, b) => b.score - a.score);
  return { codes: found.slice(0, most), query };
}

function vocabularyOf(books: readonly ReleaseBook[]): Vocabulary {
  return {
    isCommon: (word) => books.some((book) => book.isCommon(word)),
    usesOf: (word) => books.reduce((sum, book) => sum + book.usesOf(word), 0),
    hasWord: (beginning) => books.some((book) => book.hasWord(beginning)),
    wordsLike: (word) => books.flatMap((book) => book.wordsLike(word)),
  };
}

/** The first of each, then the second of each: no set hides the others. */
function inTurn<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) =>
    lists.flatMap((list) => list.slice(at, at + 1)),
  ).flat();
}
