// How a question looks before and after its answer: letters and order stay as they were shown.

import { formatted, joinLines, linked, type Markdown, md } from '../../src/bot/markdown.ts';
import type { Control } from '../../src/bot/reply.ts';
import { grade } from '../../src/core/quiz/grade.ts';
import type { Answerable } from '../../src/core/quiz/question.ts';
import { type Response, responseTo } from '../../src/core/quiz/response.ts';
import { ordering } from './kinds/order.ts';
import { selectAll } from './kinds/select-all.ts';
import type { KindCard, Presses, Shown } from './kinds/shown.ts';
import { single } from './kinds/single.ts';
import { typed } from './kinds/typed.ts';

const cards = { single, 'select-all': selectAll, order: ordering, typed };

function cardOf<Q extends Answerable>(question: Q): KindCard<Q> {
  return cards[question.kind] as unknown as KindCard<Q>;
}

/** The case, the stem, and what can be chosen. */
export function questionText(shown: Shown, draft?: Response): Markdown {
  const { question } = shown;
  const ask = cardOf(question).ask(shown, responseTo(question, draft));
  return joinLines([...caseText(shown), md`${question.stem}`, ask], '\n\n');
}

/** What answers it: letters, a Submit, a form. */
export function answerControls(
  shown: Shown,
  draft: Response | undefined,
  presses: Presses,
): readonly Control[] {
  const { question } = shown;
  return cardOf(question).controls(shown, responseTo(question, draft), presses);
}

/** The verdict in words, every option with why it is wrong, the rationale and its source. */
export function revealText(shown: Shown, response?: Response, first?: Markdown): Markdown {
  const { question } = shown;
  const card = cardOf(question);
  const given = responseTo(question, response);
  const key = card.key(shown, given);
  return joinLines(
    [
      ...(first ? [first] : []),
      card.verdict(shown, given, grade(question, response)),
      md`${question.stem}`,
      ...(key ? [key] : []),
      ...whyText(question),
      sourceText(question),
    ],
    '\n\n',
  );
}

/** Questions that a group brought along may have none. */
export function whyText({ rationale }: Pick<Answerable, 'rationale'>): readonly Markdown[] {
  return rationale === '' ? [] : [md`**Why:** ${rationale}`];
}

/** `B`, `A, C`, `E11.9`. */
export function nameOf(shown: Shown, response: Response): string {
  const given = responseTo(shown.question, response);
  return given ? cardOf(shown.question).name(shown, given) : '';
}

function caseText({ of }: Shown): readonly Markdown[] {
  if (!of) return [];
  const { note, questions, stem } = of.caseStudy;
  return [
    md`**Case:** ${stem}`,
    joinLines(note.split('\n').map((line) => md`> ${line}`)),
    md`*Question ${of.part} of ${questions.length} on this case:*`,
  ];
}

export function sourceText({ source, edition, reviewed }: Answerable): Markdown {
  const year = edition && !source.title.includes(edition) ? md` · ${edition}` : md``;
  const checked = source.checked ?? reviewed;
  return md`Source: ${linked(source)}, checked ${checked}${formatted(year)}`;
}
