// A question of the bank as its organizers see it: letters in the order of the bank, the key, and all
// that is said around it.

import { joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { letterOf } from '../../src/core/bank/draft.ts';
import { sayTypedAnswers } from '../../src/core/bank/right-answer.ts';
import type { Answerable } from '../../src/core/quiz/question.ts';
import { shortened } from '../../src/core/shortened.ts';
import { sourceText, whyText } from '../quiz/card.ts';

export function wholeQuestion(question: Answerable): Markdown {
  return joinLines(
    [
      md`${question.stem}`,
      joinLines(keyLines(question)),
      ...whyText(question),
      sourceText(question),
    ],
    '\n\n',
  );
}

function keyLines(question: Answerable): readonly Markdown[] {
  switch (question.kind) {
    case 'typed':
      return [md`To type: **${sayTypedAnswers(question.answers)}**`];
    case 'order':
      return question.items.map(
        ({ text, why }, at) => md`**${at + 1}.** ${text}${inBrackets(why)}`,
      );
    case 'single':
    case 'select-all':
      return question.options.map(
        ({ text, right, why }, at) =>
          md`${right ? '✓' : '·'} **${letterOf(at)}.** ${text}${inBrackets(why)}`,
      );
  }
}

function inBrackets(why: string | undefined): string {
  return why ? ` (${why})` : '';
}

/** What is right, in few words: for those whose answer counts otherwise now. */
export function rightInWords(question: Answerable): Markdown {
  if (question.kind === 'typed') return md`${sayTypedAnswers(question.answers)}`;
  if (question.kind === 'order') return md`${question.items.map(({ text }) => text).join(' → ')}`;
  const right = question.options.filter((option) => option.right).map(({ text }) => text);
  return md`${right.join('; ')}`;
}

export function quotedStem({ stem }: Pick<Answerable, 'stem'>, most = 200): Markdown {
  return md`> ${shortened(stem, most)}`;
}
