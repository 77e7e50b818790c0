// Options as people write them into one field of a form, a line each:
// `* The right one`, `A wrong one ## why it is wrong`, `= E11.9 + I10` to type, `1. First` to order.

import type { Asked } from './draft.ts';
import { tidy } from './draft.ts';
import { sayTypedAnswers, typedAnswers } from './right-answer.ts';

const typedLine = /^=\s*(.+)$/;
const orderLine = /^\d{1,2}[.)]\s+(.+)$/;
const rightLine = /^\*\s*(.+)$/;
const beforeWhy = /\s##\s/;

/** Nothing where no line is marked. */
export function readWritten(text: string): Asked | undefined {
  const lines = tidy(text)
    .split('\n')
    .filter((line) => line !== '');
  if (lines.length === 0) return undefined;
  if (lines.every((line) => typedLine.test(line)))
    return {
      kind: 'typed',
      answers: lines.flatMap((line) => typedAnswers(after(typedLine, line))),
    };
  if (lines.every((line) => orderLine.test(line)))
    return { kind: 'order', items: lines.map((line) => withWhy(after(orderLine, line))) };
  const options = lines.map((line) => {
    const right = rightLine.test(line);
    return { ...withWhy(right ? after(rightLine, line) : line), right };
  });
  const rights = options.filter(({ right }) => right).length;
  if (rights === 0) return undefined;
  return { kind: rights > 1 ? 'select-all' : 'single', options };
}

function after(pattern: RegExp, line: string): string {
  return pattern.exec(line)?.[1] ?? line;
}

function withWhy(line: string): { readonly text: string; readonly why?: string } {
  const [text = '', ...rest] = line.split(beforeWhy);
  const why = rest.join(' ## ').trim();
  return { text: text.trim(), ...(why !== '' && { why }) };
}

/** As it can be read again, but for line breaks inside of an option. */
export function writeWritten(asked: Asked): string {
  if (asked.kind === 'typed')
    return asked.answers.map((answer) => `= ${sayTypedAnswers([answer])}`).join('\n');
  if (asked.kind === 'order')
    return asked.items.map((item, place) => `${place + 1}. ${lineOf(item)}`).join('\n');
  return asked.options.map((each) => `${each.right ? '* ' : ''}${lineOf(each)}`).join('\n');
}

function lineOf({ text, why }: { readonly text: string; readonly why?: string }): string {
  return `${text}${why ? ` ## ${why}` : ''}`.replaceAll(/\s*\n\s*/g, ' ');
}
