// Topics of the question bank, as people name them.

import type { Context } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import type { Choice } from '../../src/bot/reply.ts';

/** The topic's id, by its title or a part of it. */
export function topicNamed(typed: string, ctx: Context): string {
  const wanted = typed.trim().toLowerCase();
  const { topics } = ctx.content;
  const found =
    topics.find((topic) => topic.id === wanted || topic.title.toLowerCase() === wanted) ??
    topics.find((topic) => topic.title.toLowerCase().includes(wanted));
  if (found) return found.id;
  const titles = topics.map((topic) => topic.title).join(', ');
  throw new UserError(`There is no topic “${typed}”. Choose one of: ${titles}.`);
}

export function topicTitle(id: string, ctx: Pick<Context, 'content'>): string {
  return ctx.content.topics.find((topic) => topic.id === id)?.title ?? id;
}

export function suggestTopics(typed: string, ctx: Context): readonly Choice[] {
  const wanted = typed.trim().toLowerCase();
  return ctx.content.topics
    .filter((topic) => topic.title.toLowerCase().includes(wanted) || topic.id.includes(wanted))
    .map((topic) => ({ label: topic.title, value: topic.title }));
}
