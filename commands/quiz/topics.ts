// Topics as people name them: those of the bot's own bank, and those of the group's own questions.

import type { Context } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import type { Choice } from '../../src/bot/reply.ts';
import type { Content } from '../../src/content/content.ts';
import { titleOfTopic } from '../../src/core/bank/question-of.ts';
import { codesTopic } from '../../src/core/codes/question.ts';
import type { Topic } from '../../src/core/quiz/question.ts';
import { allQuestions } from './questions.ts';

/** What knows the topics; a context of a command does. */
export interface Topics {
  readonly content: Pick<Content, 'topics'>;
}

/** The topic's id, by its title or a part of it. */
export async function topicNamed(
  typed: string,
  ctx: Context,
  topics?: readonly Topic[],
): Promise<string> {
  return named(typed, topics ?? (await topicsIn(ctx)));
}

function named(typed: string, topics: readonly Topic[]): string {
  const wanted = typed.trim().toLowerCase();
  const found =
    topics.find((topic) => topic.id === wanted || topic.title.toLowerCase() === wanted) ??
    topics.find((topic) => topic.title.toLowerCase().includes(wanted));
  if (found) return found.id;
  const titles = topics.map((topic) => topic.title).join(', ');
  throw new UserError(`There is no topic “${typed}”. Choose one of: ${titles}.`);
}

export function topicTitle(id: string, { content }: Topics): string {
  return titleOfTopic(id, content.topics);
}

export async function suggestTopics(typed: string, ctx: Context): Promise<readonly Choice[]> {
  return fitting(typed, await topicsIn(ctx));
}

export async function suggestPracticeTopics(
  typed: string,
  ctx: Context,
): Promise<readonly Choice[]> {
  return fitting(typed, await practiceTopics(ctx));
}

function fitting(typed: string, topics: readonly Topic[]): readonly Choice[] {
  const wanted = typed.trim().toLowerCase();
  return topics
    .filter((topic) => topic.title.toLowerCase().includes(wanted) || topic.id.includes(wanted))
    .map((topic) => ({ label: topic.title, value: topic.title }));
}

/** With the codes of the installed sets, of which as many questions are made as are asked for. */
export async function practiceTopics(ctx: Context): Promise<readonly Topic[]> {
  const topics = await topicsIn(ctx);
  const id = codesTopic;
  return ctx.catalog.installed.length > 0
    ? [...topics, { id, title: topicTitle(id, ctx) }]
    : topics;
}

/** The group's own ones last. */
export async function topicsIn(ctx: Context): Promise<readonly Topic[]> {
  const known = new Set(ctx.content.topics.map(({ id }) => id));
  const all = new Set((await allQuestions(ctx)).map(({ topic }) => topic));
  const own = [...all].filter((id) => !known.has(id)).sort();
  return [...ctx.content.topics, ...own.map((id) => ({ id, title: topicTitle(id, ctx) }))];
}
