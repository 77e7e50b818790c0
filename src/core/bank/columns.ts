// The columns of a table of questions, by all the names that people give them.

import { letterOf, mostOptions } from './draft.ts';

export type Column =
  | 'kind'
  | 'topic'
  | 'question'
  | 'right'
  | 'explanation'
  | 'source'
  | 'source_url'
  | 'checked'
  | 'level'
  | 'edition'
  | 'valid_from'
  | 'valid_through'
  | `option_${number}`
  | `why_${number}`;

const letters = Array.from({ length: mostOptions }, (_, place) => letterOf(place).toLowerCase());

/** As we write them, in this order. */
export const columns: readonly (readonly [Column, heading: string])[] = [
  ['kind', 'kind'],
  ['topic', 'topic'],
  ['question', 'question'],
  ...letters.map((letter, place): readonly [Column, string] => [`option_${place}`, letter]),
  ['right', 'right'],
  ['explanation', 'explanation'],
  ...letters.map((letter, place): readonly [Column, string] => [`why_${place}`, `why_${letter}`]),
  ['source', 'source'],
  ['source_url', 'source_url'],
  ['checked', 'checked'],
  ['level', 'level'],
  ['edition', 'edition'],
  ['valid_from', 'valid_from'],
  ['valid_through', 'valid_through'],
];

const alsoCalled: Readonly<Record<string, Column>> = {
  type: 'kind',
  category: 'topic',
  subject: 'topic',
  stem: 'question',
  questiontext: 'question',
  correct: 'right',
  correctanswer: 'right',
  rightanswer: 'right',
  answer: 'right',
  key: 'right',
  rationale: 'explanation',
  feedback: 'explanation',
  url: 'source_url',
  difficulty: 'level',
};

const named = new Map<string, Column>([
  ...Object.entries(alsoCalled),
  ...columns.map(([column, heading]): [string, Column] => [plain(heading), column]),
  ...letters.flatMap((letter, place) =>
    ['option', 'choice', 'answer'].flatMap((word): [string, Column][] => [
      [`${word}${letter}`, `option_${place}`],
      [`${word}${place + 1}`, `option_${place}`],
    ]),
  ),
  ...letters.map((_, place): [string, Column] => [`why${place + 1}`, `why_${place}`]),
]);

export function columnNamed(heading: string): Column | undefined {
  return named.get(plain(heading));
}

/** What to call it when something is wrong with it. */
export function headingOf(column: Column): string {
  return columns.find(([each]) => each === column)?.[1] ?? column;
}

function plain(heading: string): string {
  return heading.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
