// How a question looks before and after its answer: letters and order stay as they were shown.

import type { ActionRef } from '../../src/bot/action.ts';
import { formatted, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control } from '../../src/bot/reply.ts';
import type { Option, SingleChoice } from '../../src/core/quiz/question.ts';
import type { Source } from '../../src/core/source.ts';

export interface Shown {
  readonly question: SingleChoice;
  /** `order[0]` is the place in the bank of option A. */
  readonly order: readonly number[];
}

interface Lettered {
  readonly letter: string;
  readonly option: Option;
  /** Its place in the bank: what an answer is kept as. */
  readonly place: number;
}

export function letteredOptions({ question, order }: Shown): readonly Lettered[] {
  return order.flatMap((place, index) => {
    const option = question.options[place];
    return option ? [{ letter: letterAt(index), option, place }] : [];
  });
}

export function letterAt(index: number): string {
  return String.fromCharCode(65 + index);
}

/** Stem and options; the buttons carry letters only, since labels are short. */
export function questionText(shown: Shown): Markdown {
  const options = letteredOptions(shown).map(
    ({ letter, option }) => md`**${letter}.** ${option.text}`,
  );
  return md`${shown.question.stem}\n\n${formatted(...options)}`;
}

export function letterButtons(
  shown: Shown,
  press: (place: number) => ActionRef,
): readonly Control[] {
  return letteredOptions(shown).map(({ letter, place }) => button(letter, press(place)));
}

/** The verdict in words, every option with why it is wrong, the rationale and its source. */
export function revealText(shown: Shown, choice: number | undefined): Markdown {
  const options = letteredOptions(shown);
  const right = options.find(({ option }) => option.right);
  const chosen = options.find(({ place }) => place === choice);
  const lines = options.map((each) => optionLine(each, each === chosen));
  return joinLines(
    [
      verdict(right?.letter ?? '', chosen),
      md`${shown.question.stem}`,
      joinLines(lines),
      md`**Why:** ${shown.question.rationale}`,
      sourceText(shown.question),
    ],
    '\n\n',
  );
}

function verdict(right: string, chosen: Lettered | undefined): Markdown {
  if (!chosen) return md`The right answer is **${right}**.`;
  return chosen.option.right
    ? md`**Right.** ${chosen.letter} is the answer.`
    : md`**Not quite.** You chose ${chosen.letter}; the answer is **${right}**.`;
}

function optionLine({ letter, option }: Lettered, chosen: boolean): Markdown {
  const mark = option.right ? '✓' : chosen ? '✗' : '·';
  const why = option.right || !option.why ? '' : ` (${option.why})`;
  return md`${mark} **${letter}.** ${option.text}${why}`;
}

function sourceText({ source, edition, reviewed }: SingleChoice): Markdown {
  const named = titled(source);
  const year = edition && !source.title.includes(edition) ? md` · ${edition}` : md``;
  const checked = source.checked ?? reviewed;
  return md`Source: ${formatted(named)}, checked ${checked}${formatted(year)}`;
}

function titled({ title, url }: Source): Markdown {
  return url ? md`[${title}](${url})` : md`${title}`;
}
