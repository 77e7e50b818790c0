import { formatted, md } from '../../../src/bot/markdown.ts';
import { button } from '../../../src/bot/reply.ts';
import type { SelectAll } from '../../../src/core/quiz/question.ts';
import { optionKey, optionLines, optionsOf } from './options.ts';
import { type KindCard, type Shown, sortedLetters } from './shown.ts';

export const selectAll: KindCard<SelectAll> = {
  ask(shown, draft) {
    const chosen = sortedLetters(draft?.choices ?? [], shown.order);
    const so = chosen === '' ? '' : ` Chosen: ${chosen}.`;
    return md`${formatted(optionLines(shown))}\n\n*Choose all that are right, then press Submit.${so}*`;
  },
  controls(shown, draft, presses) {
    const letters = optionsOf(shown).map(({ letter, place }) =>
      draft?.choices.includes(place)
        ? button(`✓ ${letter}`, presses.mark(place, false), 'primary')
        : button(letter, presses.mark(place, true)),
    );
    return [...letters, button('Submit', presses.submit, 'primary')];
  },
  verdict(shown, response, credit) {
    const right = rightLetters(shown);
    const what = right.length === 1 ? 'answer is' : 'answers are';
    if (!response) return md`The right ${what} **${right}**.`;
    if (credit === 1) return md`**Right.** The ${what} ${right}.`;
    const chose = sortedLetters(response.choices, shown.order);
    return credit > 0
      ? md`**Partly right** (${percent(credit)}). You chose ${chose}; the ${what} **${right}**.`
      : md`**Not quite.** You chose ${chose}; the ${what} **${right}**.`;
  },
  key: (shown, response) => optionKey(shown, response?.choices ?? []),
  name: ({ order }, { choices }) => sortedLetters(choices, order),
};

function rightLetters(shown: Shown<SelectAll>): string {
  const right = optionsOf(shown).filter(({ part }) => part.right);
  return right.map(({ letter }) => letter).join(', ');
}

function percent(credit: number): string {
  return `${Math.round(100 * credit)}%`;
}
