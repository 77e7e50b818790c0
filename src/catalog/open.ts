// The installed releases of a folder. What is installed or removed meanwhile is noticed.

import { statSync } from 'node:fs';
import type { Diff } from '../core/codes/changes.ts';
import type { Catalog } from './catalog.ts';
import { compare } from './compare.ts';
import { type ReleaseFile, releaseFiles } from './folder.ts';
import { type OpenBook, openBook } from './release-book.ts';

export interface OpenCatalog extends Catalog {
  close(): void;
}

/** How long the folder is taken to be as it was, in milliseconds. */
const trusted = 500;

interface Slot {
  readonly mark: string;
  readonly book: OpenBook | undefined;
}

export function openCatalog(folder: string): OpenCatalog {
  let slots: ReadonlyMap<string, Slot> = new Map();
  let lookedAt = Number.NEGATIVE_INFINITY;
  const diffs = new Map<string, Promise<Diff>>();
  const compared = new Map<string, Diff>();

  const books = (): readonly OpenBook[] => {
    const now = performance.now();
    if (now - lookedAt > trusted) {
      slots = lookAgain(folder, slots);
      lookedAt = now;
    }
    return [...slots.values()].flatMap(({ book }) => book ?? []);
  };

  const bookOf = (codeSet: string, release: string) =>
    books().find((book) => book.codeSet === codeSet && book.release === release);

  /** Of two files as they are: what is installed anew is compared anew. */
  const keyOf = (codeSet: string, from: string, to: string) => {
    const [earlier, later] = [bookOf(codeSet, from), bookOf(codeSet, to)];
    if (!earlier || !later) return undefined;
    const marks = [earlier, later].map(({ path }) => slots.get(path)?.mark);
    return { earlier, later, key: [codeSet, from, to, ...marks].join(' ') };
  };

  return {
    get installed() {
      return books();
    },
    book: bookOf,
    async diff(codeSet, from, to) {
      const pair = keyOf(codeSet, from, to);
      if (!pair) return undefined;
      const { earlier, later, key } = pair;
      const known = diffs.get(key) ?? compare(codeSet, earlier.path, later.path);
      diffs.set(key, known);
      known.then(
        (diff) => compared.set(key, diff),
        () => diffs.delete(key),
      );
      return known;
    },
    compared(codeSet, from, to) {
      const pair = keyOf(codeSet, from, to);
      return pair && compared.get(pair.key);
    },
    close() {
      for (const { book } of slots.values()) book?.close();
      slots = new Map();
    },
  };
}

/** Books of files that are as they were stay open. */
function lookAgain(folder: string, before: ReadonlyMap<string, Slot>): ReadonlyMap<string, Slot> {
  const now = new Map<string, Slot>();
  for (const { path } of releaseFiles(folder)) {
    const mark = markOf({ path });
    const old = before.get(path);
    if (mark) now.set(path, old?.mark === mark ? old : { mark, book: openBook(path) });
  }
  for (const [path, slot] of before) if (now.get(path) !== slot) slot.book?.close();
  return now;
}

/** Another file under the same name has another one. */
function markOf({ path }: Pick<ReleaseFile, 'path'>): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && `${found.ino} ${found.mtimeMs} ${found.size}`;
}
