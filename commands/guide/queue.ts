// What waits for organizers: questions that ask the same together, and passages that did not help.

import type { Context } from '../../src/bot/command.ts';
import { type Markdown, md } from '../../src/bot/markdown.ts';
import { groupByLikeness } from '../../src/core/answers/unanswered.ts';
import { sayDay } from '../../src/core/calendar/release-words.ts';
import type { GroupId } from '../../src/core/ids.ts';
import type { AskedQuestion } from '../../src/store/answer-records.ts';
import type { Repositories } from '../../src/store/store.ts';
import { likenessIn } from '../ask/own-passages.ts';

export type Alike = readonly [AskedQuestion, ...AskedQuestion[]];

/** So many waiting questions are looked at together, the oldest. */
const mostTogether = 500;

/** The oldest question of each names it. */
export async function waitingIn(
  group: GroupId,
  { answers }: Pick<Repositories, 'answers'>,
  { content }: Pick<Context, 'content'>,
): Promise<readonly Alike[]> {
  const waiting = await answers.waiting(group, mostTogether);
  return groupByLikeness(waiting, likenessIn(content));
}

/**
 * What an organizer saw under this name at that moment (seconds), as far as it still waits: questions
 * that came since belong to nobody's answer yet. At 0 it is the first alone.
 */
export async function seenIn(
  group: GroupId,
  name: string,
  seen: number,
  records: Pick<Repositories, 'answers'>,
  ctx: Pick<Context, 'content'>,
): Promise<Alike | undefined> {
  const all = await waitingIn(group, records, ctx);
  const found = all.find(([first]) => first.id === name);
  const [first, ...others] = found ?? [];
  if (!first) return undefined;
  return [first, ...others.filter(({ askedAt }) => secondsOf(askedAt) <= seen)];
}

export function secondsOf(moment: Temporal.Instant): number {
  return Math.ceil(moment.epochMilliseconds / 1000);
}

export function membersIn(alike: Alike): number {
  return new Set(alike.map(({ member }) => member)).size;
}

/** `asked by 3 members, first on November 20, 2026`. */
export function sayAsked(alike: Alike, zone: string): Markdown {
  const members = membersIn(alike);
  const who = members === 1 ? 'asked by one member' : `asked by ${members} members, first`;
  return md`${who} on ${sayDay(alike[0].askedAt.toZonedDateTimeISO(zone).toPlainDate())}`;
}
