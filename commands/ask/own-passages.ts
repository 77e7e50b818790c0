// The group's own passages as they are searched: made again when one of them changes.

import type { Context } from '../../src/bot/command.ts';
import { todayOf } from '../../src/bot/zone.ts';
import type { Content } from '../../src/content/content.ts';
import {
  type Gists,
  type GroupPassage,
  gistsOf,
  nearness,
} from '../../src/core/answers/group-passage.ts';
import { type Likeness, makeLikeness } from '../../src/core/answers/likeness.ts';
import type { Passage } from '../../src/core/answers/passage.ts';
import type { GroupId } from '../../src/core/ids.ts';
import { isResting } from './readable.ts';

interface Searchable {
  readonly passage: GroupPassage;
  readonly gists: Gists;
}

interface Made {
  readonly revision: string;
  readonly all: readonly Searchable[];
}

const most = 50;
const made = new Map<GroupId, Made>();

/** Those that hold today. */
export async function ownPassages(ctx: Context): Promise<readonly Searchable[]> {
  const { group, store } = ctx;
  if (group === undefined) return [];
  const revision = await store.answers.revision(group);
  let known = made.get(group);
  if (known?.revision !== revision) {
    known = { revision, all: await searchable(group, ctx) };
    made.delete(group);
    made.set(group, known);
    const oldest = made.keys().next().value;
    if (made.size > most && oldest !== undefined) made.delete(oldest);
  }
  if (known.all.length === 0) return [];
  const today = await todayOf(ctx);
  return known.all.filter(({ passage }) => !isResting(passage, today));
}

async function searchable(group: GroupId, { store, content }: Context) {
  const passages = await store.answers.ownPassages(group);
  if (passages.length === 0) return [];
  const wordings = await store.answers.wordings(group);
  const likeness = likenessIn(content);
  return passages.map((passage) => {
    const asked = [passage.title, ...(wordings.get(passage.id) ?? [])];
    return { passage, gists: gistsOf(asked, passage.text, likeness) };
  });
}

export interface Near {
  readonly passage: GroupPassage;
  readonly nearness: number;
}

/** Nearest first. */
export async function nearestOwn(question: string, ctx: Context): Promise<readonly Near[]> {
  const own = await ownPassages(ctx);
  if (own.length === 0) return [];
  const gist = likenessIn(ctx.content).gist(question);
  return own
    .map(({ passage, gists }) => ({ passage, nearness: nearness(gist, gists) }))
    .sort((a, b) => b.nearness - a.nearness);
}

/** Of a passage of the guide, by the same measure. */
export function nearnessOf(passage: Passage, question: string, { content }: Context): number {
  const likeness = likenessIn(content);
  const asked = [passage.title, ...passage.phrasings];
  return nearness(likeness.gist(question), gistsOf(asked, passage.text, likeness));
}

const likenesses = new WeakMap<Content, Likeness>();

/** What is common in the guide says little in a question. */
export function likenessIn(content: Content): Likeness {
  const known = likenesses.get(content);
  if (known) return known;
  const likeness = makeLikeness(content.passages.map(({ title, text }) => `${title} ${text}`));
  likenesses.set(content, likeness);
  return likeness;
}
