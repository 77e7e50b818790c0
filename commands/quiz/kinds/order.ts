import { formatted, joinLines, md } from '../../../src/bot/markdown.ts';
import { button } from '../../../src/bot/reply.ts';
import type { Ordering } from '../../../src/core/quiz/question.ts';
import { type KindCard, lettered, lettersOf, type Shown } from './shown.ts';

export const ordering: KindCard<Ordering> = {
  ask(shown, draft) {
    const lines = itemsOf(shown).map(({ letter, part }) => md`**${letter}.** ${part.text}`);
    return md`${formatted(...lines)}\n\n*${hint(shown, draft?.sequence ?? [])}*`;
  },
  controls(shown, draft, presses) {
    const sequence = draft?.sequence ?? [];
    const letters = itemsOf(shown)
      .filter(({ place }) => !sequence.includes(place))
      .map(({ letter, place }) => button(letter, presses.pick(place, sequence.length)));
    return [
      ...letters,
      ...(letters.length === 0 ? [button('Submit', presses.submit, 'primary')] : []),
      ...(sequence.length > 0 ? [button('Undo', presses.undo(sequence.length - 1))] : []),
    ];
  },
  verdict({ question, order }, response, credit) {
    const right = lettersOf([...question.items.keys()], order);
    if (!response) return md`The right order is **${right}**.`;
    if (credit === 1) return md`**Right.** ${right} is the order.`;
    const put = lettersOf(response.sequence, order);
    const atPlace = Math.round(credit * question.items.length);
    return credit > 0
      ? md`**Partly right:** ${atPlace} of ${question.items.length} stand in their place. You put ${put}; the right order is **${right}**.`
      : md`**Not quite.** You put ${put}; the right order is **${right}**.`;
  },
  key({ question, order }, response) {
    const lines = question.items.map(({ text, why }, place) => {
      const mark = !response ? '·' : response.sequence[place] === place ? '✓' : '✗';
      const because = why ? ` (${why})` : '';
      return md`${mark} **${place + 1}: ${lettersOf([place], order)}.** ${text}${because}`;
    });
    return joinLines(lines);
  },
  name: ({ order }, { sequence }) => lettersOf(sequence, order),
};

function itemsOf({ question, order }: Shown<Ordering>) {
  return lettered(question.items, order);
}

function hint({ question, order }: Shown<Ordering>, sequence: readonly number[]): string {
  if (sequence.length === 0) return 'Press the letters in the right order, the first one first.';
  const so = `Your order: ${lettersOf(sequence, order)}.`;
  return sequence.length < question.items.length
    ? `${so} Which comes next?`
    : `${so} Press Submit.`;
}
