// One row of a table as a question, and a question as one row.

import { shortened } from '../shortened.ts';
import type { Source } from '../source.ts';
import { type Column, columns, headingOf } from './columns.ts';
import {
  type Asked,
  type Draft,
  type Fault,
  letterOf,
  mostOptions,
  type Read,
  tidy,
} from './draft.ts';
import { rightPlaces, sayTypedAnswers, typedAnswers } from './right-answer.ts';

/** What stands in a row, by column; an empty cell is left out. */
export type Cells = ReadonlyMap<Column, string>;

type Problem = Pick<Fault, 'field' | 'reason'>;

export function draftOf(row: number, cells: Cells): Read | Fault {
  const asked = askedIn(cells);
  const around = aroundIn(cells);
  const problem = 'reason' in asked ? asked : 'reason' in around ? around : undefined;
  if (problem) return { row, ...problem };
  return { row, draft: { ...(around as Omit<Draft, keyof Asked>), ...(asked as Asked) } as Draft };
}

const kinds: Readonly<Record<string, Asked['kind']>> = {
  single: 'single',
  singlechoice: 'single',
  multiplechoice: 'single',
  mc: 'single',
  truefalse: 'single',
  selectall: 'select-all',
  multipleresponse: 'select-all',
  order: 'order',
  ordering: 'order',
  typed: 'typed',
  shortanswer: 'typed',
};

function askedIn(cells: Cells): Asked | Problem {
  const options = optionsIn(cells);
  const right = cells.get('right') ?? '';
  const written = cells.get('kind') ?? '';
  const given = kinds[written.toLowerCase().replaceAll(/[^a-z]/g, '')];
  if (written && !given)
    return { field: 'kind', reason: 'is not one of: single, select-all, order, typed' };
  if (given === 'typed' || (!given && options.length === 0)) {
    const answers = typedAnswers(right);
    return answers.length > 0
      ? { kind: 'typed', answers }
      : { field: 'right', reason: 'is missing: which answer is right?' };
  }
  const places =
    right === ''
      ? undefined
      : rightPlaces(
          right,
          options.map(({ text }) => text),
        );
  if (given === 'order') return orderOf(options, right, places);
  if (right === '') return { field: 'right', reason: 'is missing: write a letter, such as B' };
  if (!places) return { field: 'right', reason: `names no option here: ${quoted(right)}` };
  const kind = given ?? (places.length > 1 ? 'select-all' : 'single');
  return {
    kind,
    options: options.map((option, place) => ({ ...option, right: places.includes(place) })),
  };
}

function orderOf(
  items: readonly { readonly text: string; readonly why?: string }[],
  right: string,
  places: readonly number[] | undefined,
): Asked | Problem {
  if (right === '') return { kind: 'order', items };
  if (places?.length !== items.length)
    return { field: 'right', reason: 'must name every item once, such as C A B, or be empty' };
  return { kind: 'order', items: places.flatMap((place) => items[place] ?? []) };
}

function optionsIn(cells: Cells): readonly { readonly text: string; readonly why?: string }[] {
  return Array.from({ length: mostOptions }, (_, place) => place).flatMap((place) => {
    const text = cells.get(`option_${place}`);
    const why = cells.get(`why_${place}`);
    return text === undefined ? [] : [{ text, ...(why !== undefined && { why }) }];
  });
}

const levels: Readonly<Record<string, 1 | 2 | 3>> = {
  1: 1,
  basic: 1,
  easy: 1,
  2: 2,
  intermediate: 2,
  medium: 2,
  3: 3,
  advanced: 3,
  hard: 3,
};

function aroundIn(cells: Cells): Omit<Draft, keyof Asked> | Problem {
  const level = cells.get('level');
  const known = level && levels[level.toLowerCase()];
  if (level && !known) return { field: 'level', reason: 'must be 1, 2 or 3' };
  for (const column of ['checked', 'valid_from', 'valid_through'] as const)
    if (cells.has(column) && !dayOf(cells.get(column)))
      return { field: column, reason: 'must be a day, such as 2026-11-22' };
  const source = sourceIn(cells);
  const topic = cells.get('topic');
  const edition = cells.get('edition');
  const from = dayOf(cells.get('valid_from'));
  const through = dayOf(cells.get('valid_through'));
  return {
    stem: cells.get('question') ?? '',
    rationale: cells.get('explanation') ?? '',
    ...(topic && { topic }),
    ...(source && { source }),
    ...(known && { level: known }),
    ...(edition && { edition }),
    ...(from && { validFrom: from }),
    ...(through && { validThrough: through }),
  };
}

function sourceIn(cells: Cells): Source | undefined {
  const title = cells.get('source') ?? cells.get('source_url');
  const url = cells.get('source_url');
  const checked = dayOf(cells.get('checked'));
  return title === undefined
    ? undefined
    : { title, ...(url !== undefined && { url }), ...(checked && { checked }) };
}

function dayOf(written: string | undefined): Temporal.PlainDate | undefined {
  return written && /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(written)
    ? Temporal.PlainDate.from(written)
    : undefined;
}

function quoted(text: string): string {
  return `“${shortened(tidy(text), 40)}”`;
}

/** Cells in the order of `columns`. */
export function rowOf(draft: Draft): readonly string[] {
  const cells = new Map<Column, string | undefined>([
    ['kind', draft.kind],
    ['topic', draft.topic],
    ['question', draft.stem],
    ['right', rightOf(draft)],
    ['explanation', draft.rationale],
    ['source', draft.source?.title],
    ['source_url', draft.source?.url],
    ['checked', draft.source?.checked?.toString()],
    ['level', draft.level?.toString()],
    ['edition', draft.edition],
    ['valid_from', draft.validFrom?.toString()],
    ['valid_through', draft.validThrough?.toString()],
  ]);
  const parts = draft.kind === 'typed' ? [] : draft.kind === 'order' ? draft.items : draft.options;
  parts.forEach(({ text, why }, place) => {
    cells.set(`option_${place}`, text).set(`why_${place}`, why);
  });
  return columns.map(([column]) => cells.get(column) ?? '');
}

function rightOf(draft: Draft): string {
  if (draft.kind === 'order') return '';
  if (draft.kind === 'typed') return sayTypedAnswers(draft.answers);
  return draft.options.flatMap(({ right }, place) => (right ? [letterOf(place)] : [])).join(' ');
}

export const headings: readonly string[] = columns.map(([column]) => headingOf(column));
