// Puts what a file would bring beside the bank, where it waits for its confirmation.

import type { Context } from '../../src/bot/command.ts';
import { rest } from '../../src/bot/in-steps.ts';
import { newId } from '../../src/bot/new-id.ts';
import type { Candidate } from '../../src/core/bank/dry-run.ts';
import { questionOf } from '../../src/core/bank/question-of.ts';
import { samenessOf } from '../../src/core/bank/sameness.ts';
import type { Answerable, Question } from '../../src/core/quiz/question.ts';
import type { Contribution, NewQuestion } from '../../src/store/bank-records.ts';
import type { ThisGuide } from '../guide/this-guide.ts';

export interface Staged {
  readonly contribution: string;
  readonly fresh: number;
  /** Rows of questions that the group, or the bot's own bank, has already. */
  readonly known: readonly number[];
  /** The first of the fresh ones, to be looked at before all of them enter. */
  readonly first?: Answerable;
}

interface About {
  readonly provenance: string;
  readonly topic: string;
}

type Staging = Pick<Context, 'store' | 'content' | 'now'> & {
  readonly member: Pick<Context['member'], 'id'>;
};

const atATime = 200;

export async function stage(
  candidates: readonly Candidate[],
  about: About,
  { group, today }: Pick<ThisGuide, 'group' | 'today'>,
  ctx: Staging,
): Promise<Staged> {
  const { provenance } = about;
  const contribution = { id: newId(), group, provenance };
  await ctx.store.transaction((tx) => tx.bank.begin(ctx.member.id, contribution, ctx.now));
  const known: number[] = [];
  let first: Answerable | undefined;
  for (let from = 0; from < candidates.length; from += atATime) {
    const chunk = candidates.slice(from, from + atATime);
    const seen = await knownAmong(chunk, contribution, ctx);
    const fresh = chunk.filter(({ sameness }) => !seen.has(sameness));
    known.push(...chunk.filter(({ sameness }) => seen.has(sameness)).map(({ row }) => row));
    const added = fresh.map(
      (each): NewQuestion => ({
        sameness: each.sameness,
        question: questionOf(
          each.draft,
          { ...about, id: newQuestionId(), today },
          ctx.content.topics,
        ),
      }),
    );
    first ??= added[0]?.question;
    await ctx.store.transaction((tx) => tx.bank.put(contribution, added, 'staged'));
    await rest();
  }
  const fresh = candidates.length - known.length;
  return { contribution: contribution.id, fresh, known, ...(first && { first }) };
}

async function knownAmong(
  chunk: readonly Candidate[],
  { group }: Contribution,
  { content, store }: Staging,
): Promise<ReadonlySet<string>> {
  const own = await store.bank.known(
    group,
    chunk.map(({ sameness }) => sameness),
  );
  return own.union(samenessesIn(content.questions));
}

/** Not to be guessed, since whoever has it is shown the question. */
export function newQuestionId(): string {
  return `own-${crypto.randomUUID().replaceAll('-', '').slice(0, 20)}`;
}

const indexes = new WeakMap<readonly Question[], ReadonlySet<string>>();

export function samenessesIn(builtIn: readonly Question[]): ReadonlySet<string> {
  const index =
    indexes.get(builtIn) ??
    new Set(builtIn.flatMap((each) => (each.kind === 'case' ? [] : [samenessOf(each)])));
  indexes.set(builtIn, index);
  return index;
}
