// A passage as it is shown, whether the guide's or one of the group's own.

import type { Context } from '../../src/bot/command.ts';
import { formatted, fromContent, linked, type Markdown, md } from '../../src/bot/markdown.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { type GroupPassage, isGroupPassage } from '../../src/core/answers/group-passage.ts';
import type { Passage } from '../../src/core/answers/passage.ts';
import { sayDay } from '../../src/core/calendar/release-words.ts';
import type { GroupId } from '../../src/core/ids.ts';
import type { Source } from '../../src/core/source.ts';

export interface Readable {
  readonly id: string;
  readonly title: string;
  /** The text and its sources, which are never what gets cut. */
  readonly body: Markdown;
  /** Who answers for it, where it is not the guide. */
  readonly mark?: string;
  /** What to keep in mind about its age. */
  readonly warning?: string;
  readonly related: readonly string[];
  /** Of a passage that is a group's own. */
  readonly group?: GroupId;
}

/** By id, for whoever may read it: a group's own passages are that group's, and of those who asked. */
export async function readableBy(id: string, ctx: Context): Promise<Readable | undefined> {
  if (!isGroupPassage(id)) {
    const passage = ctx.content.passages.find((each) => each.id === id);
    return passage && ofGuide(passage, await todayOf(ctx));
  }
  const { answers } = ctx.store;
  const own =
    (ctx.group && (await answers.ownPassage(ctx.group, id))) ??
    (await answers.answerFor(ctx.member.id, id));
  return own && ofGroup(own, await todayOf(ctx));
}

export function ofGuide(passage: Passage, today: Temporal.PlainDate): Readable {
  const { id, title, verified, related } = passage;
  const sources = passage.sources.map((source, index) => sourceLine(source, index + 1, verified));
  const warning = ageWarning(passage, today);
  return {
    id,
    title,
    body: md`${formatted(fromContent(passage.text))}\n\n${formatted(...sources)}`,
    related,
    ...(warning && { warning }),
  };
}

export function ofGroup(passage: GroupPassage, today: Temporal.PlainDate): Readable {
  const { id, title, text, source, verified, writtenOn, group } = passage;
  const warning = ageWarning(passage, today);
  return {
    id,
    title,
    body: md`${text}\n\n${formatted(sourceLine(source, 1, verified))}`,
    mark: `Answered by this group's organizers on ${sayDay(writtenOn)}`,
    related: [],
    group,
    ...(warning && { warning }),
  };
}

export function sourceLine(source: Source, number: number, verified: Temporal.PlainDate): Markdown {
  const checked = source.checked ?? verified;
  return md`[${number}] ${linked(source)}, checked ${checked}`;
}

type Dated = Pick<Passage, 'verified' | 'validFrom' | 'validThrough'>;

/** Outside of its dates a passage answers nothing; whoever opens it by its title is warned. */
export function isResting({ validFrom, validThrough }: Dated, today: Temporal.PlainDate): boolean {
  const { compare } = Temporal.PlainDate;
  const isOver = validThrough !== undefined && compare(validThrough, today) < 0;
  return isOver || (validFrom !== undefined && compare(today, validFrom) < 0);
}

function ageWarning(passage: Dated, today: Temporal.PlainDate): string | undefined {
  const { validFrom, validThrough, verified } = passage;
  if (isResting(passage, today))
    return validThrough && Temporal.PlainDate.compare(validThrough, today) < 0
      ? `This was good through ${sayDay(validThrough)} and has not been checked since.`
      : `This holds from ${sayDay(validFrom ?? today)} on.`;
  const isStale = Temporal.PlainDate.compare(verified.add({ years: 1 }), today) < 0;
  return isStale ? `This was last checked on ${sayDay(verified)}: look at the source.` : undefined;
}
