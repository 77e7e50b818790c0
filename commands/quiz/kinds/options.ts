// Options under their letters, as single choice and select-all have them.

import { joinLines, type Markdown, md } from '../../../src/bot/markdown.ts';
import type { Option, SelectAll, SingleChoice } from '../../../src/core/quiz/question.ts';
import { type Lettered, lettered, type Shown } from './shown.ts';

export function optionsOf({
  question,
  order,
}: Shown<SingleChoice | SelectAll>): readonly Lettered<Option>[] {
  return lettered(question.options, order);
}

/** The buttons carry letters only, since labels are short. */
export function optionLines(shown: Shown<SingleChoice | SelectAll>): Markdown {
  return joinLines(optionsOf(shown).map(({ letter, part }) => md`**${letter}.** ${part.text}`));
}

export function optionKey(
  shown: Shown<SingleChoice | SelectAll>,
  chosen: readonly number[],
): Markdown {
  const lines = optionsOf(shown).map(({ letter, part, place }) => {
    const mark = part.right ? '✓' : chosen.includes(place) ? '✗' : '·';
    const why = part.right || !part.why ? '' : ` (${part.why})`;
    return md`${mark} **${letter}.** ${part.text}${why}`;
  });
  return joinLines(lines);
}
