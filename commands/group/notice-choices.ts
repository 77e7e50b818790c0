// What organizers choose for notices: code sets and days ahead, as they type them.

import { z } from 'zod';
import type { Context } from '../../src/bot/command.ts';
import type { Choice } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import { findSets } from '../../src/core/calendar/find-sets.ts';
import { defaultNoticeChoice, leadDaysOffered } from '../../src/core/calendar/notices.ts';
import { namesOf, unknownSet } from '../updates/sets.ts';
import { sayLeadDays } from './words.ts';

export const codeSets = text('Such as ICD-10-CM, CPT; or usual, or all', {
  max: 200,
  label: 'Code sets',
});

export const leadDays = z
  .string()
  .trim()
  .max(30)
  .refine(
    (typed) => leadDaysNamed(typed) !== undefined,
    `must be out of ${leadDaysOffered.join(', ')} (the day itself), such as 30, 0`,
  )
  .transform((typed) => leadDaysNamed(typed) ?? [])
  .meta({ is: 'text', hint: 'Out of 60, 30, 7 and 0, the day itself: 30, 0', label: 'Days ahead' });

function leadDaysNamed(typed: string): readonly number[] | undefined {
  const words = typed.split(/[\s,;]+|and/).filter((word) => word !== '');
  const days = leadDaysOffered.filter((each) => words.includes(String(each)));
  const known = words.every((word) => days.some((each) => String(each) === word));
  return known && days.length > 0 ? days : undefined;
}

/** Ids, in the order of the calendar. */
export function setsNamed(typed: string, ctx: Context): readonly string[] {
  const sets = ctx.content.codeSets;
  const word = typed.trim().toLowerCase();
  if (word === 'all') return sets.map(({ id }) => id);
  if (word === 'usual') return defaultNoticeChoice(sets).codeSets;
  const names = typed.split(/[,;]|\band\b/).filter((name) => name.trim() !== '');
  if (names.length === 0) throw unknownSet(typed, ctx);
  const found = new Set(
    names.flatMap((name) => {
      const fitting = findSets(sets, name);
      if (fitting.length === 0) throw unknownSet(name.trim(), ctx);
      return fitting;
    }),
  );
  return sets.filter((each) => found.has(each)).map(({ id }) => id);
}

/** The usual ones, all, each alone; then what was typed before the last comma and each other. */
export function suggestSetLists(typed: string, { content }: Context): readonly Choice[] {
  const sets = content.codeSets;
  const usual = defaultNoticeChoice(sets).codeSets;
  const lists = [sets.filter(({ id }) => usual.includes(id)), sets, ...sets.map((each) => [each])];
  const names = lists.map(namesOf).filter((name) => name.length <= 75);
  const wanted = typed.trim().toLowerCase();
  return [...new Set(names)]
    .filter((name) => name.toLowerCase().includes(wanted))
    .map((name) => ({ label: name, value: name }));
}

export function suggestLeadDays(typed: string): readonly Choice[] {
  return [[30, 0], [60, 30, 7, 0], [7, 0], [0]]
    .map((days) => ({ label: sayLeadDays(days), value: days.join(', ') }))
    .filter(({ label, value }) => `${label} ${value}`.includes(typed.trim()));
}
