// Any file of questions: which format it is in, and what it holds.

import { readAiken } from './aiken.ts';
import { readAnki } from './anki.ts';
import { columnNamed } from './columns.ts';
import { readCsv } from './csv.ts';
import type { Entries } from './draft.ts';
import { textIn } from './file-text.ts';
import { readGift } from './gift.ts';

export type Format = 'csv' | 'aiken' | 'gift' | 'anki';

const readers: Readonly<Record<Format, (text: string) => Entries>> = {
  csv: readCsv,
  aiken: readAiken,
  gift: readGift,
  anki: readAnki,
};

export interface OpenedFile {
  readonly format: Format;
  readonly entries: Entries;
}

/** `format`: left out, by the file's name and how it begins. */
export function openFile(
  name: string,
  bytes: Uint8Array,
  format?: Format,
): OpenedFile | { readonly refusal: string } {
  const file = textIn(bytes);
  if ('refusal' in file) return file;
  const known = format ?? formatOf(name, file.text);
  return { format: known, entries: readers[known](file.text) };
}

function formatOf(name: string, text: string): Format {
  const start = text.slice(0, 20_000);
  const [first = ''] = start.split('\n');
  if (/^#\s*(?:separator|html|tags|columns|notetype|deck|guid)\b/i.test(first)) return 'anki';
  if (/\.gift$/i.test(name)) return 'gift';
  if (/\.csv$/i.test(name) || hasHeadings(first)) return 'csv';
  if (/^\s*ANSWER\s*:/im.test(start)) return 'aiken';
  if (/\{[^{}]*\}/.test(start) && !/\{\{c\d+::/.test(start)) return 'gift';
  return 'anki';
}

function hasHeadings(line: string): boolean {
  return (
    /[,;\t|]/.test(line) &&
    line.split(/[,;\t|]/).some((each) => columnNamed(each.replaceAll('"', '')) === 'question')
  );
}
