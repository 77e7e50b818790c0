// Questions as CSV or TSV: the first row names the columns.

import { csvText } from '../csv.ts';
import { type Column, columnNamed, headingOf } from './columns.ts';
import { type Draft, type Entries, type Entry, type Fault, tidy } from './draft.ts';
import { draftOf, headings, rowOf } from './row.ts';
import { recordsIn, type TableShape, unguarded, withApostrophe } from './table.ts';

export function readCsv(text: string): Entries {
  return readTable(text, { delimiter: delimiterOf(text) });
}

/** The delimiter that finds most of the columns that we know. */
function delimiterOf(text: string): string {
  const first = text.slice(0, 5000).split('\n')[0] ?? '';
  const known = (delimiter: string) => first.split(delimiter).filter(columnNamed).length;
  return [',', '\t', ';', '|'].sort((a, b) => known(b) - known(a))[0] ?? ',';
}

interface Cells {
  /** Where the columns are named elsewhere than in the first row. */
  readonly names?: readonly string[];
  /** The text of a cell that holds something else. */
  readonly textOf?: (cell: string) => string;
}

export function* readTable(
  text: string,
  shape: TableShape,
  { names, textOf = (cell) => cell }: Cells = {},
): Iterable<Entry> {
  let columns = names?.map(columnNamed);
  for (const record of recordsIn(text, shape)) {
    if ('refusal' in record) return yield record;
    if ('reason' in record) {
      if (!columns) return yield { refusal: `The first row ${record.reason}. ${whichColumns}` };
      yield record;
    } else if (record.cells.every((cell) => cell.trim() === '')) continue;
    else if (columns) yield* questionIn(record.row, record.cells.map(textOf), columns);
    else {
      columns = record.cells.map(columnNamed);
      if (!columns.includes('question')) return yield { refusal: whichColumns };
      yield* remarksOn(record.cells, columns);
    }
  }
}

const whichColumns =
  'The first row must name the columns: question, a, b, c, d, right, and, if you like, explanation, why_a, why_b, source, topic, level.';

function* remarksOn(
  cells: readonly string[],
  columns: readonly (Column | undefined)[],
): Iterable<Entry> {
  for (const [place, cell] of cells.entries())
    if (cell.trim() !== '' && columns[place] === undefined)
      yield { remark: `The column “${tidy(cell).slice(0, 40)}” is not used.` };
}

function* questionIn(
  row: number,
  cells: readonly string[],
  columns: readonly (Column | undefined)[],
): Iterable<Entry> {
  const found = new Map<Column, string>();
  const faults: Fault[] = [];
  for (const [place, cell] of cells.entries()) {
    const column = columns[place];
    if (!column || cell.trim() === '') continue;
    const text = unguarded(cell);
    if (text === undefined) faults.push({ row, field: headingOf(column), reason: isFormula });
    else found.set(column, tidy(text));
  }
  if (cells.length > columns.length)
    faults.push({
      row,
      reason: `has ${cells.length} cells, but there are ${columns.length} columns: does a comma need quotation marks around its cell?`,
    });
  if (faults.length > 0) yield* faults;
  else yield draftOf(row, found);
}

const isFormula =
  "begins like a formula, which a spreadsheet would run: write an apostrophe before it, as in '=";

export function writeCsv(drafts: readonly Draft[]): string {
  return csvText([headings, ...drafts.map((draft) => rowOf(draft).map(withApostrophe))]);
}
