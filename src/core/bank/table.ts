// Tables as text, read piece by piece.

import { type CsvError, parse } from 'csv-parse/sync';
import { looksLikeFormula } from '../csv.ts';

export interface TableRecord {
  /** Counted as a spreadsheet does: from 1, empty ones too. */
  readonly row: number;
  readonly cells: readonly string[];
}

export interface BrokenRecord {
  readonly row: number;
  readonly reason: string;
}

export interface TableShape {
  readonly delimiter: string;
  /** Lines that begin so are none of the table. */
  readonly comment?: string;
}

/** No row of a question is longer, and no table of questions wider. */
const mostCharacters = 20_000;
const mostColumns = 200;

export type TableEntry = TableRecord | BrokenRecord | { readonly refusal: string };

export function* recordsIn(text: string, shape: TableShape): Iterable<TableEntry> {
  let row = 0;
  for (const piece of piecesOf(text)) {
    for (const entry of parsed(piece, shape)) {
      row += 1;
      if (typeof entry === 'string') yield { row, reason: entry };
      else if (entry.length > mostColumns)
        return yield {
          refusal: `Row ${row} has ${entry.length} columns; a table of questions has at most ${mostColumns}. Is this the right file?`,
        };
      else yield { row, cells: entry };
    }
  }
}

/** A reason where a record is broken; those after it are read all the same. */
function parsed(piece: string, { delimiter, comment }: TableShape): readonly (string[] | string)[] {
  const found: (string[] | string)[] = [];
  let brokenLine = 0;
  try {
    parse(piece, {
      delimiter,
      relax_column_count: true,
      max_record_size: mostCharacters,
      skip_records_with_error: true,
      on_skip: (error) => {
        const line = Number(error?.lines);
        if (line !== brokenLine) found.push(sayBroken(error));
        brokenLine = line;
      },
      on_record: (record: string[]) => void found.push(record),
      ...(comment && { comment, comment_no_infix: true }),
    });
  } catch (error) {
    found.push(sayBroken(error as CsvError));
  }
  return found;
}

const broken: Partial<Record<CsvError['code'], string>> = {
  CSV_MAX_RECORD_SIZE: `is longer than ${mostCharacters} characters`,
  CSV_QUOTE_NOT_CLOSED: 'opens a quotation mark (") that is never closed',
  CSV_INVALID_CLOSING_QUOTE:
    'goes on after a closing quotation mark ("): write a quotation mark inside a cell twice',
  INVALID_OPENING_QUOTE:
    'has a quotation mark (") in the middle of a cell: put the whole cell into quotation marks, and write it twice inside',
};

function sayBroken(error: CsvError | undefined): string {
  return (error && broken[error.code]) ?? 'cannot be read as a row of a table';
}

const usualPiece = 20_000;
const longestPiece = usualPiece + mostCharacters + 5_000;

/**
 * Cut at the ends of lines, outside of quotation marks: quoted cells hold them in pairs. What goes on
 * longer than any row may is cut all the same, and then found to be broken.
 */
function* piecesOf(text: string): Iterable<string> {
  let from = 0;
  let isOpen = false;
  let mark = text.indexOf('"');
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const next = end < 0 ? text.length : end + 1;
    for (; mark >= 0 && mark < next; mark = text.indexOf('"', mark + 1)) isOpen = !isOpen;
    at = next;
    const length = at - from;
    if ((length >= usualPiece && !isOpen) || length >= longestPiece) {
      yield text.slice(from, Math.min(at, from + longestPiece));
      from = at;
      isOpen = false;
    }
  }
  if (from < text.length) yield text.slice(from);
}

/** The apostrophe before what looks like a formula is not part of the text. */
const guarded = (cell: string) => cell.startsWith("'") && looksLikeFormula(cell.replace(/^'+/, ''));

/** The text of a cell, or nothing where a spreadsheet would run it. */
export function unguarded(cell: string): string | undefined {
  if (guarded(cell)) return cell.slice(1);
  return /^\s*(?:[=@＝＠]|[+-].*[(!|])/.test(cell) ? undefined : cell;
}

/** So that an apostrophe that is part of the text comes back: what writes the cell adds the other. */
export function withApostrophe(cell: string): string {
  return guarded(cell) ? `'${cell}` : cell;
}
