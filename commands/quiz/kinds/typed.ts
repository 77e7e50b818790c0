import { md } from '../../../src/bot/markdown.ts';
import { button } from '../../../src/bot/reply.ts';
import type { TypedCode } from '../../../src/core/quiz/question.ts';
import type { KindCard } from './shown.ts';

export const typed: KindCard<TypedCode> = {
  ask(_shown, draft) {
    const so = draft ? ` So far: ${draft.codes.join(', ')}.` : '';
    return md`*Type the code; with or without its dot, several in any order.${so}*`;
  },
  controls: (_shown, _draft, presses) => [button('Type the answer', presses.type, 'primary')],
  verdict({ question }, response, credit) {
    const right = sayAnswers(question);
    if (!response) return md`The right answer is **${right}**.`;
    return credit === 1
      ? md`**Right.** ${right} is the answer.`
      : md`**Not quite.** You typed ${response.codes.join(', ')}; the answer is **${right}**.`;
  },
  key: () => undefined,
  name: (_shown, { codes }) => codes.join(', '),
};

function sayAnswers({ answers }: TypedCode): string {
  return answers.map((codes) => codes.join(' with ')).join(' or ');
}
