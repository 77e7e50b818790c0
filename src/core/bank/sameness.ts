// When two questions are one: the same words asked with the same answers, however they are spelt.

import type { Asked } from './draft.ts';

/** Equal for questions that are the same; options may stand in another order. */
export function samenessOf(question: { readonly stem: string } & Asked): string {
  return [plain(question.stem), ...answersOf(question).map(plain).sort()].join('\n');
}

function answersOf(asked: Asked): readonly string[] {
  if (asked.kind === 'typed') return asked.answers.map((answer) => answer.toSorted().join(' '));
  return (asked.kind === 'order' ? asked.items : asked.options).map(({ text }) => text);
}

/** Letters, figures and the signs that tell numbers and codes apart. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}<>=≤≥+%.-]+/gu, ' ')
    .replaceAll(/\.(?=\s|$)/g, '')
    .trim();
}
