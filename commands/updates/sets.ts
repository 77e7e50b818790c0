// Code sets as people name them.

import type { Context } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import type { Choice } from '../../src/bot/reply.ts';
import type { CodeSet } from '../../src/core/calendar/code-set.ts';
import { findSets } from '../../src/core/calendar/find-sets.ts';

export function namedSet(typed: string, ctx: Context): CodeSet {
  const found = findSets(ctx.content.codeSets, typed);
  const [set] = found;
  if (set && found.length === 1) return set;
  if (found.length > 1)
    throw new UserError(`“${typed}” could be one of these: ${namesOf(found)}. Name one of them.`);
  throw unknownSet(typed, ctx);
}

export function unknownSet(typed: string, { content }: Context): UserError {
  return new UserError(
    `There is no code set “${typed}” in the calendar. These are: ${namesOf(content.codeSets)}.`,
  );
}

export function namesOf(sets: readonly CodeSet[]): string {
  return sets.map(({ name }) => name).join(', ');
}

export function suggestSets(typed: string, { content }: Context): readonly Choice[] {
  const fitting = typed.trim() === '' ? content.codeSets : findSets(content.codeSets, typed);
  return fitting.map(({ name }) => ({ label: name, value: name }));
}
