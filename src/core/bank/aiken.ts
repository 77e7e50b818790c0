// Aiken: a question on a line, its options as `A. …` or `A) …`, then `ANSWER: B`.
// The format: https://docs.moodle.org/en/Aiken_format.

import { linesOf } from './blocks.ts';
import { type Entries, type Entry, letterOf, mostOptions, tidy } from './draft.ts';

const optionLine = /^\s*([A-Z])[.)]\s+(\S.*)$/;
const answerLine = /^\s*ANSWER\s*:\s*(.*?)\s*$/i;

const mostLines = 100;

export function* readAiken(text: string): Entries {
  let open: Open | undefined;
  let row = 0;
  for (const line of linesOf(text)) {
    row += 1;
    if (line.trim() === '') continue;
    open ??= { row, stem: [], options: [] };
    const answer = answerLine.exec(line);
    if (answer && open.options.length > 0) {
      yield ended(open, answer[1] ?? '');
      open = undefined;
      continue;
    }
    if (open.options.length > mostLines || open.stem.length > mostLines) {
      yield { row: open.row, reason: `has more than ${mostLines} lines` };
      open = undefined;
      continue;
    }
    const option = optionLine.exec(line);
    if (option && open.stem.length > 0) open.options.push(option as unknown as OptionLine);
    else if (open.options.length === 0) open.stem.push(line);
    else {
      yield unanswered(open);
      open = { row, stem: [line], options: [] };
    }
  }
  if (open) yield unanswered(open);
}

type OptionLine = readonly [line: string, letter: string, text: string];

interface Open {
  readonly row: number;
  readonly stem: string[];
  readonly options: OptionLine[];
}

function ended({ row, stem, options }: Open, answer: string): Entry {
  if (options.length > mostOptions)
    return { row, reason: `has ${options.length} options; at most ${mostOptions} can be shown` };
  const misplaced = options.findIndex(([, letter], place) => letter !== letterOf(place));
  if (misplaced >= 0)
    return {
      row,
      field: options[misplaced]?.[1] ?? '',
      reason: `is out of order: option ${letterOf(misplaced)} is expected there`,
    };
  const right = options.findIndex(([, letter]) => letter === answer.toUpperCase());
  if (right < 0)
    return {
      row,
      field: 'ANSWER',
      reason: `names no option of the question (“${tidy(answer).slice(0, 20)}”)`,
    };
  return {
    row,
    draft: {
      kind: 'single',
      stem: tidy(stem.join('\n')),
      rationale: '',
      options: options.map(([, , option], place) => ({
        text: tidy(option),
        right: place === right,
      })),
    },
  };
}

function unanswered({ row, options }: Open): Entry {
  return options.length > 0
    ? {
        row,
        field: 'ANSWER',
        reason: 'is missing: write a line such as ANSWER: B after the options',
      }
    : { row, reason: 'has no options: write each on a line of its own, as A. …' };
}
