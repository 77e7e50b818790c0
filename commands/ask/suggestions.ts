// Titles while somebody types: pinned ones first, then what begins so, holds it, or answers it.

import type { Context } from '../../src/bot/command.ts';
import { limits } from '../../src/bot/limits.ts';
import type { Choice } from '../../src/bot/reply.ts';
import type { GroupPassage } from '../../src/core/answers/group-passage.ts';
import type { Passage } from '../../src/core/answers/passage.ts';
import { shortened } from '../../src/core/shortened.ts';
import { ownPassages } from './own-passages.ts';

type Titled = Pick<Passage, 'title'> & Partial<Pick<GroupPassage, 'group'>>;

/** Each title once; of two that are the same, the group's. */
export async function suggestTitles(typed: string, ctx: Context): Promise<readonly Choice[]> {
  const wanted = typed.trim().toLowerCase();
  const { passages, guide } = ctx.content;
  const own = (await ownPassages(ctx)).map(({ passage }) => passage);
  if (wanted === '') return choicesOf([...passages.filter((p) => p.pinned), ...own]);
  const all: readonly Titled[] = [...own, ...passages];
  const titled = (fits: (title: string) => boolean) =>
    all.filter(({ title }) => fits(title.toLowerCase()));
  return choicesOf([
    ...titled((title) => title === wanted),
    ...titled((title) => title.startsWith(wanted)),
    ...titled((title) => title.includes(wanted)),
    ...own.filter(({ text }) => text.toLowerCase().includes(wanted)),
    ...guide.find(typed, 10).map((found) => found.passage),
  ]);
}

function choicesOf(titled: readonly Titled[]): readonly Choice[] {
  const once = new Map<string, Titled>();
  for (const each of titled) if (!once.has(each.title)) once.set(each.title, each);
  return [...once.values()].slice(0, limits.choices.most).map(choiceOf);
}

function choiceOf({ title, group }: Titled): Choice {
  const mark = group === undefined ? '' : ' · this group';
  const shown = shortened(title, limits.choiceLabel.most - mark.length);
  return { label: `${shown}${mark}`, value: title };
}
