// Which installed releases a member's question is about: those in force on a day.

import type { Context } from '../../src/bot/command.ts';
import type { ReleaseBook } from '../../src/catalog/catalog.ts';
import type { Release } from '../../src/core/calendar/releases.ts';
import { type InstallableSet, installableSets } from '../../src/core/codes/code-entry.ts';
import { inForce } from '../../src/core/codes/in-force.ts';

export interface BookInForce {
  readonly book: ReleaseBook;
  /** What is in force, where it is not installed. */
  readonly missing?: Release;
}

/** One of each installed set, or of the one set that is asked for. */
export function booksOn(
  day: Temporal.PlainDate,
  ctx: Context,
  only?: InstallableSet,
): readonly BookInForce[] {
  const sets = Object.keys(installableSets) as InstallableSet[];
  return sets
    .filter((codeSet) => only === undefined || codeSet === only)
    .flatMap((codeSet) => bookOn(codeSet, day, ctx) ?? []);
}

export function bookOn(
  codeSet: InstallableSet,
  day: Temporal.PlainDate,
  ctx: Context,
): BookInForce | undefined {
  const installed = ctx.catalog.installed.filter((each) => each.codeSet === codeSet);
  const set = ctx.content.codeSets.find(({ id }) => id === codeSet);
  const found = inForce(installed, set, day);
  const book = found && ctx.catalog.book(codeSet, found.installed.release);
  return book && { book, ...(found.missing && { missing: found.missing }) };
}

/** Every installed release of a set, the earliest first. */
export function allBooks(codeSet: InstallableSet, { catalog }: Context): readonly ReleaseBook[] {
  return catalog.installed
    .filter((each) => each.codeSet === codeSet)
    .flatMap(({ release }) => catalog.book(codeSet, release) ?? []);
}
