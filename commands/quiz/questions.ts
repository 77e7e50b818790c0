// The one way to questions: of the bank that comes with the bot, of the group's own, and of those that
// are made from installed code sets.

import type { Catalog } from '../../src/catalog/catalog.ts';
import type { Content } from '../../src/content/content.ts';
import type { GroupId } from '../../src/core/ids.ts';
import { type Item, itemIds, itemsOf } from '../../src/core/quiz/items.ts';
import type { Question } from '../../src/core/quiz/question.ts';
import type { Repositories } from '../../src/store/store.ts';
import { generatedQuestion } from '../code/generated-question.ts';

/** Where to look; a context of a command is one. */
export interface Banks {
  readonly content: Pick<Content, 'questions' | 'codeSets'>;
  readonly store: Repositories;
  readonly group?: GroupId;
  /** Left out: questions from code sets are not found. */
  readonly catalog?: Catalog;
}

/** What is asked under this id: a question, or one question of a case; retired ones too. */
export async function questionById(id: string, banks: Banks): Promise<Item | undefined> {
  const builtIn = itemsIn(banks.content.questions).get(id);
  if (builtIn) return builtIn;
  const made = banks.catalog && generatedQuestion(id, banks.catalog, banks.content);
  if (made) return { question: made };
  const question = await banks.store.bank.question(id);
  return question && { question };
}

/** All that can be chosen from: a group's own are asked in that group alone, retired ones nowhere. */
export async function allQuestions(banks: Banks): Promise<readonly Question[]> {
  const { content, store, group } = banks;
  if (group === undefined) return content.questions;
  const revision = await store.bank.revision(group);
  if (revision === '') return content.questions;
  const known = merged.get(content.questions)?.get(group);
  if (known?.revision === revision) return known.questions;
  const retired = new Set(await store.bank.retired(group));
  const questions = [...content.questions, ...(await ownQuestions(group, store))].filter(
    ({ id }) => !retired.has(id),
  );
  remember(content.questions, group, { revision, questions });
  return questions;
}

/** The topic of everything that is asked, by its id. */
export async function topicOfEach(banks: Banks): Promise<ReadonlyMap<string, string>> {
  const questions = await allQuestions(banks);
  return new Map(questions.flatMap((each) => itemIds(each).map((id) => [id, each.topic] as const)));
}

const perPage = 500;

/** Retired ones among them. */
export async function ownQuestions(
  group: GroupId,
  { bank }: Pick<Repositories, 'bank'>,
): Promise<readonly Question[]> {
  const questions: Question[] = [];
  for (let after = ''; ; ) {
    const page = await bank.page(group, after, perPage);
    questions.push(...page);
    if (page.length < perPage) return questions;
    after = page.at(-1)?.id ?? '';
  }
}

interface Merged {
  readonly revision: string;
  readonly questions: readonly Question[];
}

/** By the bank that came with the bot; of the groups that asked last. */
const merged = new WeakMap<readonly Question[], Map<GroupId, Merged>>();
const mostGroups = 20;

function remember(builtIn: readonly Question[], group: GroupId, found: Merged): void {
  const groups = merged.get(builtIn) ?? new Map<GroupId, Merged>();
  groups.delete(group);
  groups.set(group, found);
  const [oldest] = groups.keys();
  if (groups.size > mostGroups && oldest !== undefined) groups.delete(oldest);
  merged.set(builtIn, groups);
}

const indexes = new WeakMap<readonly Question[], ReadonlyMap<string, Item>>();

function itemsIn(bank: readonly Question[]): ReadonlyMap<string, Item> {
  const known = indexes.get(bank);
  if (known) return known;
  const index = new Map(bank.flatMap(itemsOf).map((item) => [item.question.id, item]));
  indexes.set(bank, index);
  return index;
}
