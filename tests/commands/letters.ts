// Which letter is right on a card with a question of the bank, as somebody who knows would see it.

import type { Reply } from '../../src/bot/reply.ts';
import { itemsOf } from '../../src/core/quiz/items.ts';
import type { SingleChoice } from '../../src/core/quiz/question.ts';
import { read } from '../chat.ts';
import { realContent } from '../world.ts';

export function questionOn(card: Reply): SingleChoice {
  const shown = read(card);
  const found = realContent()
    .questions.flatMap(itemsOf)
    .map(({ question }) => question)
    .find(({ stem }) => shown.includes(stem));
  if (found?.kind !== 'single') throw new Error('This card shows no single choice of the bank.');
  return found;
}

export function rightLetter(card: Reply): string {
  const text = questionOn(card).options.find(({ right }) => right)?.text ?? '';
  const line = read(card)
    .split('\n')
    .find((each) => each.endsWith(`. ${text}`));
  return line?.charAt(0) ?? '';
}

export function wrongLetter(card: Reply): string {
  return rightLetter(card) === 'A' ? 'B' : 'A';
}
