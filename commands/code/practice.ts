// Questions on codes that chance picks from what is installed, for practice.

import type { Context } from '../../src/bot/command.ts';
import type { ReleaseBook } from '../../src/catalog/catalog.ts';
import { installableSets } from '../../src/core/codes/code-entry.ts';
import { type QuestionKind, writeQuestionId } from '../../src/core/codes/question-id.ts';
import { shuffled } from '../../src/core/quiz/choosing.ts';
import { generatedQuestion } from './generated-question.ts';

type Chance = Pick<Context, 'catalog' | 'content' | 'random'>;

const ofBillable: readonly QuestionKind[] = ['title', 'code', 'billable'];
/** Some codes have too few neighbours for a question: others are tried. */
const triesEach = 8;

/** Ids from the latest installed release of each set, none twice. */
export function codeQuestionIds(count: number, ctx: Chance): readonly string[] {
  const books = latestBooks(ctx);
  const chosen = new Map<string, string>();
  for (let left = count * triesEach; left > 0 && chosen.size < count; left -= 1) {
    const book = books[Math.floor(ctx.random() * books.length)];
    const code = book && anyCode(book, ctx.random);
    const id = book && code !== undefined && !chosen.has(code) && idFor(book, code, ctx);
    if (code !== undefined && id) chosen.set(code, id);
  }
  return [...chosen.values()];
}

function latestBooks({ catalog }: Chance): readonly ReleaseBook[] {
  return Object.keys(installableSets).flatMap((set) => {
    const latest = catalog.installed.findLast(({ codeSet }) => codeSet === set);
    return (latest && catalog.book(set, latest.release)) ?? [];
  });
}

/** Codes at the top of the hierarchy, once for each release: thousands of rows. */
const tops = new WeakMap<ReleaseBook, readonly string[]>();

/** A category first, so that chapters with very many codes do not fill the quiz. */
function anyCode(book: ReleaseBook, random: () => number): string | undefined {
  const top = tops.get(book) ?? book.under('').map(({ code }) => code);
  tops.set(book, top);
  const one = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)];
  const category = one(top);
  if (category === undefined) return undefined;
  return one(book.startingWith(category, 200).filter(({ modifier }) => !modifier))?.code;
}

function idFor(book: ReleaseBook, code: string, ctx: Chance): string | undefined {
  const kinds = book.entry(code)?.billable ? shuffled(ofBillable, ctx.random) : ['header' as const];
  const { codeSet, release } = book;
  const seed = Math.floor(ctx.random() * 36 ** 4);
  return kinds
    .map((kind) => writeQuestionId({ codeSet, from: release, to: release, kind, code, seed }))
    .find((id) => generatedQuestion(id, ctx.catalog, ctx.content));
}
