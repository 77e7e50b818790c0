// What somebody fills in to write a question, and what must be true of it.

import type { Context } from '../../src/bot/command.ts';
import { longText, text } from '../../src/bot/shape.ts';
import { type Draft, tidy } from '../../src/core/bank/draft.ts';
import { faultsIn } from '../../src/core/bank/examine.ts';
import { titleOfTopic } from '../../src/core/bank/question-of.ts';
import { readWritten, writeWritten } from '../../src/core/bank/written.ts';
import type { Answerable } from '../../src/core/quiz/question.ts';

export const questionFields = {
  question: longText('In words of your own; no CPT codes, no patients', { min: 5, max: 1500 }),
  options: longText(
    'A line each: * before the right one, ## and why after a wrong one; = E11.9 to type',
    {
      max: 2500,
    },
  ),
  explanation: longText('The rule behind the answer', { max: 1500 }).optional(),
  source: text('Where it is written: a guideline with its section, a page', {
    min: 3,
    max: 200,
    allows: ['name'],
  }),
  topic: text('One of the topics, or one of your own', { max: 60 }).default('Own'),
};

export interface WrittenQuestion {
  readonly question: string;
  readonly options: string;
  readonly explanation?: string | undefined;
  readonly source: string;
  readonly topic: string;
}

type Problems = Readonly<Record<string, string>>;

/** The problems by field, in words that follow its name. */
export function readQuestion(
  written: WrittenQuestion,
): { readonly draft: Draft } | { readonly problems: Problems } {
  const asked = readWritten(written.options);
  if (!asked) return { problems: { options: noMark } };
  const draft: Draft = {
    ...asked,
    stem: tidy(written.question),
    rationale: tidy(written.explanation ?? ''),
    source: { title: tidy(written.source) },
    topic: tidy(written.topic),
  };
  const faults = faultsIn(draft, { invented: false });
  if (faults.length === 0) return { draft };
  const named = faults.map(({ field = '', reason }): [string, string] => {
    const isField = field in questionFields;
    return [isField ? field : 'options', reason];
  });
  return { problems: Object.fromEntries(named.reverse()) };
}

const noMark =
  'has no line that is marked: write * before the right option, = before a code to type, or 1. 2. 3. before what is to be put in order';

/** What a form shows, for changing it. */
export function valuesOf(question: Answerable, { content }: Pick<Context, 'content'>) {
  return {
    question: question.stem,
    options: writeWritten(question),
    ...(question.rationale && { explanation: question.rationale }),
    source: question.source.title,
    topic: titleOfTopic(question.topic, content.topics),
  };
}
