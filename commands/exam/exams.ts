// Exams as people name them, and which edition counts for a member.

import type { Context } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import type { Choice } from '../../src/bot/reply.ts';
import { todayOf } from '../../src/bot/zone.ts';
import type { Blueprint } from '../../src/core/exams/blueprint.ts';
import { editionOn, examBooks } from '../../src/core/plan/edition.ts';
import { bodyOf } from '../plan/exams.ts';

export function blueprintNamed(typed: string, { content }: Context): Blueprint {
  const wanted = typed.trim().toLowerCase();
  const found = content.exams.find(({ exam }) => exam.toLowerCase() === wanted);
  if (found) return found;
  const names = content.exams.map(({ exam }) => exam).join(', ');
  throw new UserError(`There is no set for “${typed}”. There are sets for: ${names}.`);
}

export function suggestSets(typed: string, { content }: Context): readonly Choice[] {
  const wanted = typed.trim().toLowerCase();
  return content.exams
    .map(({ exam, name, kind }) => ({
      label: `${exam}, ${name}${kind === 'practice' ? ' (practice set)' : ''}`,
      value: exam,
    }))
    .filter(({ label }) => label.toLowerCase().includes(wanted));
}

export interface CountingEdition {
  /** The day whose editions the questions go by. */
  readonly on: Temporal.PlainDate;
  /** `The code books of 2026, for your exam on 2026-12-10.` */
  readonly said: string;
}

/**
 * With a planned day the editions of that day, else of today; AAPC's exams go over to new books in
 * January only, as far as the calendar knows.
 */
export async function editionFor(exam: string, ctx: Context): Promise<CountingEdition> {
  const planned = await ctx.store.plans.exams(ctx.member.id);
  const today = await todayOf(ctx);
  const day = planned.find((each) => each.exam === exam)?.on;
  const on = day && Temporal.PlainDate.compare(day, today) > 0 ? day : today;
  const when = on === day ? `for your exam on ${on}` : 'for an exam today';
  const body = bodyOf(exam, ctx);
  const books = body === undefined ? undefined : examBooks(ctx.content.codeSets, body);
  const edition = books && editionOn(books, on);
  return edition
    ? { on: edition.release.effective, said: `The code books of ${edition.release.name}, ${when}.` }
    : { on, said: `The editions in force on ${on}; ask who gives the exam which ones it goes by.` };
}
