// Which editions count for a member's questions.

import type { Context } from '../../src/bot/command.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { editionOn, examBooks } from '../../src/core/plan/edition.ts';
import { bodyOf } from './exams.ts';

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
    : {
        on,
        said: `The editions in force on ${on}; ask the certifying body which ones it goes by.`,
      };
}

/** For practice: the editions of the exam that a member planned next, else those of today. */
export async function practiceDay(ctx: Context): Promise<Temporal.PlainDate> {
  const today = await todayOf(ctx);
  const [next] = (await ctx.store.plans.exams(ctx.member.id)).filter(
    ({ on }) => Temporal.PlainDate.compare(on, today) >= 0,
  );
  return next ? (await editionFor(next.exam, ctx)).on : today;
}
