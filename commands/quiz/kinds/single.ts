import { md } from '../../../src/bot/markdown.ts';
import { button, type Control } from '../../../src/bot/reply.ts';
import type { SingleChoice } from '../../../src/core/quiz/question.ts';
import { optionKey, optionLines, optionsOf } from './options.ts';
import { type KindCard, lettersOf, type Presses, type Shown } from './shown.ts';

export const single: KindCard<SingleChoice> = {
  ask: (shown) => optionLines(shown),
  controls: (shown, draft, presses) => letterButtons(shown, presses, draft?.choice),
  verdict(shown, response) {
    const right = rightLetter(shown);
    if (!response) return md`The right answer is **${right}**.`;
    const letter = lettersOf([response.choice], shown.order);
    return shown.question.options[response.choice]?.right
      ? md`**Right.** ${letter} is the answer.`
      : md`**Not quite.** You chose ${letter}; the answer is **${right}**.`;
  },
  key: (shown, response) => optionKey(shown, response ? [response.choice] : []),
  name: ({ order }, { choice }) => lettersOf([choice], order),
};

/** `chosen`: of an answer that may still be changed. */
export function letterButtons(
  shown: Shown<SingleChoice>,
  { choose }: Pick<Presses, 'choose'>,
  chosen?: number,
): Control[] {
  return optionsOf(shown).map(({ letter, place }) =>
    place === chosen
      ? button(`✓ ${letter}`, choose(place), 'primary')
      : button(letter, choose(place)),
  );
}

function rightLetter(shown: Shown<SingleChoice>): string {
  return optionsOf(shown).find(({ part }) => part.right)?.letter ?? '';
}
