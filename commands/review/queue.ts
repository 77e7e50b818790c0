// What a member reviews today: what is due, the longest waiting first, and something new from topics.

import type { Context } from '../../src/bot/command.ts';
import type { MemberId } from '../../src/core/ids.ts';
import { chooseQuestions, isValidOn } from '../../src/core/quiz/choosing.ts';
import { itemIds } from '../../src/core/quiz/items.ts';
import type { ReviewSettings } from '../../src/store/review-records.ts';
import { allQuestions, type Banks } from '../quiz/questions.ts';

/** New questions from topics, a day: more would come back as a flood. */
const newPerDay = 5;

/** Retired questions and those of other groups may stand between those that can be asked here. */
const lookBeyond = 50;

export interface Today {
  readonly day: Temporal.PlainDate;
  readonly settings: ReviewSettings;
  /** How many of the day's cap are left. */
  readonly room: number;
}

/** A context of a command is one; a job's transaction knows the rest. */
export type Reviewer = Banks &
  Pick<Context, 'random'> & { readonly member: { readonly id: MemberId } };

export async function todaysReview(day: Temporal.PlainDate, ctx: Reviewer): Promise<Today> {
  const { reviews } = ctx.store;
  const settings = await reviews.settings(ctx.member.id);
  const room = settings.perDay - (await reviews.reviewedOn(ctx.member.id, day));
  return { day, settings, room: Math.max(0, room) };
}

/** Ids of what is due by today and can be asked here. */
export async function dueNow(
  { day }: Today,
  most: number,
  ctx: Reviewer,
): Promise<readonly string[]> {
  const cards = await ctx.store.reviews.due(ctx.member.id, day, most + lookBeyond);
  const asked = (await allQuestions(ctx)).filter((question) => isValidOn(question, day));
  const known = new Set(asked.flatMap(itemIds));
  return cards
    .map(({ question }) => question)
    .filter((id) => known.has(id))
    .slice(0, most);
}

/** Ids of questions that are to be put into the queue today. */
export async function newFromTopics(
  { day, settings }: Today,
  most: number,
  ctx: Reviewer,
): Promise<readonly string[]> {
  if (settings.topics.length === 0) return [];
  const { reviews, quizzes } = ctx.store;
  const left = newPerDay - (await reviews.newOn(ctx.member.id, day));
  const count = Math.min(most, left);
  if (count <= 0) return [];
  const known = new Set((await reviews.all(ctx.member.id)).map(({ question }) => question));
  const bank = (await allQuestions(ctx)).filter(
    (question) =>
      settings.topics.includes(question.topic) && !itemIds(question).some((id) => known.has(id)),
  );
  const seen = await quizzes.seen(ctx.member.id);
  return chooseQuestions(bank, { count, on: day, seen }, ctx.random).flatMap(itemIds);
}
