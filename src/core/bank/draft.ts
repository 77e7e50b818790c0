// A question as a file or a form gives it, before it has an id and a place in a bank.

import type { Option, Ordering, TypedCode } from '../quiz/question.ts';
import type { Source } from '../source.ts';

interface Around {
  readonly stem: string;
  /** Empty where the file gives none. */
  readonly rationale: string;
  /** As it was written: the title or the id of a topic. */
  readonly topic?: string;
  readonly source?: Source;
  readonly level?: 1 | 2 | 3;
  readonly edition?: string;
  readonly validFrom?: Temporal.PlainDate;
  readonly validThrough?: Temporal.PlainDate;
}

/** What is asked; a case with several questions does not fit the formats of files. */
export type Asked =
  | { readonly kind: 'single' | 'select-all'; readonly options: readonly Option[] }
  | Pick<Ordering, 'kind' | 'items'>
  | Pick<TypedCode, 'kind' | 'answers'>;

export type Draft = Around & Asked;

/** `row`: of a table its row, of other texts the line on which the question begins. */
export interface Read {
  readonly row: number;
  readonly draft: Draft;
}

export interface Fault {
  readonly row: number;
  /** As the file or the form calls it. */
  readonly field?: string;
  /** Follows the field's name: `is missing`. */
  readonly reason: string;
  /** Left out: a mistake. */
  readonly because?: 'licensed' | 'patient';
}

/** The whole file is of no use; nothing comes after it. */
export interface Refusal {
  readonly refusal: string;
}

/** Read, but not all of it was used: `The column “notes” is not used.` */
export interface Remark {
  readonly remark: string;
}

export type Entry = Read | Fault | Refusal | Remark;

/** What a reader makes of a text, entry by entry, so that whoever reads can rest in between. */
export type Entries = Iterable<Entry>;

export const mostOptions = 8;

/** One way to write every text: no control characters, single spaces, at most one empty line. */
export function tidy(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .normalize('NFC')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

export function letterOf(place: number): string {
  return String.fromCharCode(65 + place);
}

/** The texts that a person reads in it, each with the name that a table gives it. */
export function textsOf(draft: Draft): readonly (readonly [field: string, text: string])[] {
  const { stem, rationale, source, edition, topic } = draft;
  return [
    ['question', stem],
    ...partsOf(draft).flatMap(([name, text, why]) => [
      [name, text] as const,
      ...(why === undefined ? [] : [[`why_${name}`, why] as const]),
    ]),
    ['explanation', rationale],
    ['source', source?.title ?? ''],
    ['source_url', source?.url ?? ''],
    ['edition', edition ?? ''],
    ['topic', topic ?? ''],
  ];
}

function partsOf(draft: Draft): readonly (readonly [name: string, text: string, why?: string])[] {
  if (draft.kind === 'typed') return draft.answers.map((answer) => ['right', answer.join(' + ')]);
  const parts = draft.kind === 'order' ? draft.items : draft.options;
  return parts.map(({ text, why }, place) => {
    const name = letterOf(place).toLowerCase();
    return why === undefined ? [name, text] : [name, text, why];
  });
}
