// What somebody who knows the bank reads off a card: which question it is, and which letter is what.

import { itemsOf } from '../../../src/core/quiz/items.ts';
import type { Answerable, SingleChoice } from '../../../src/core/quiz/question.ts';
import { realContent } from '../../world.ts';
import type { SeenMessage } from '../driver.ts';

export function questionOn({ text }: SeenMessage): Answerable {
  const shown = squeezed(text);
  const found = realContent()
    .questions.flatMap(itemsOf)
    .find(({ question }) => shown.includes(squeezed(question.stem)));
  if (!found) throw new Error(`This shows no question of the bank: ${text}`);
  return found.question;
}

export function singleOn(card: SeenMessage): SingleChoice {
  const question = questionOn(card);
  if (question.kind !== 'single')
    throw new Error(`This is a question of the kind ${question.kind}.`);
  return question;
}

/** The letter under which a text stands. */
export function letterOf(wanted: string, { text }: SeenMessage): string {
  const line = text.split('\n').find((each) => squeezed(each).endsWith(`. ${squeezed(wanted)}`));
  if (!line) throw new Error(`“${wanted}” is not on this card: ${text}`);
  return line.charAt(0);
}

export function lettersOn(card: SeenMessage): { readonly right: string; readonly wrong: string } {
  const { options } = singleOn(card);
  const of = (right: boolean) =>
    letterOf(options.find((option) => option.right === right)?.text ?? '', card);
  return { right: of(true), wrong: of(false) };
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
