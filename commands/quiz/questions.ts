// The one way to questions: of the built-in bank here, and of whatever other banks are added.

import type { Content } from '../../src/content/content.ts';
import type { GroupId } from '../../src/core/ids.ts';
import { type Item, itemsOf } from '../../src/core/quiz/items.ts';
import type { Question } from '../../src/core/quiz/question.ts';
import type { Repositories } from '../../src/store/store.ts';

/** Where to look; a context of a command is one. */
export interface Banks {
  readonly content: Pick<Content, 'questions'>;
  readonly store: Repositories;
  readonly group?: GroupId;
}

/** What is asked under this id: a question, or one question of a case. */
export async function questionById(id: string, { content }: Banks): Promise<Item | undefined> {
  return itemsIn(content.questions).get(id);
}

/** All that can be chosen from. */
export async function allQuestions({ content }: Banks): Promise<readonly Question[]> {
  return content.questions;
}

const indexes = new WeakMap<readonly Question[], ReadonlyMap<string, Item>>();

function itemsIn(bank: readonly Question[]): ReadonlyMap<string, Item> {
  const known = indexes.get(bank);
  if (known) return known;
  const index = new Map(bank.flatMap(itemsOf).map((item) => [item.question.id, item]));
  indexes.set(bank, index);
  return index;
}
