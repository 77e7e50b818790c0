// Reads typed lines: `ceu add 2 E/M audits`, `credits:2 title:“E/M audits”`, smart quotes too.

import type { Spec } from './shape.ts';

const quotes: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '”': '”',
  '„': '“',
  '«': '»',
};

interface Word {
  readonly text: string;
  /** The option it was named for: `credits:2`. */
  readonly name?: string;
  /** Where it begins in the line, so that the rest can be taken as it was typed. */
  readonly at: number;
  readonly quoted: boolean;
}

/** Splits at spaces, keeps what is quoted together, and sees `name:value` for the names given. */
function splitWords(line: string, names: ReadonlySet<string>): readonly Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < line.length) {
    if (/\s/.test(line[at] ?? '')) {
      at += 1;
      continue;
    }
    const start = at;
    const name = nameAt(line, at, names);
    if (name !== undefined) at += name.length + 1;
    const value = valueAt(line, at);
    words.push({ text: value.text, at: start, quoted: value.quoted, ...(name && { name }) });
    at = value.end;
  }
  return words;
}

function nameAt(line: string, at: number, names: ReadonlySet<string>): string | undefined {
  const match = /^([A-Za-z_]{1,32}):(?=\S)/.exec(line.slice(at, at + 34));
  const name = match?.[1]?.toLowerCase();
  return name !== undefined && names.has(name) ? name : undefined;
}

function valueAt(line: string, at: number): { text: string; end: number; quoted: boolean } {
  const close = quotes[line[at] ?? ''];
  const end = close === undefined ? -1 : closingQuote(line, at + 1, close);
  if (end > at) return { text: line.slice(at + 1, end), end: end + 1, quoted: true };
  const space = line.slice(at).search(/\s/);
  const wordEnd = space < 0 ? line.length : at + space;
  return { text: line.slice(at, wordEnd), end: wordEnd, quoted: false };
}

/** People mix straight and smart quotes on one line: either kind closes. */
function closingQuote(line: string, from: number, close: string): number {
  const ends = [line.indexOf(close, from), line.indexOf('"', from)].filter((end) => end >= 0);
  return ends.length === 0 ? -1 : Math.min(...ends);
}

/**
 * Named values go where they say. Bare words fill the required options in order (or the first, if
 * none is required); the last of these, if text, takes the rest as it was typed. Where that text is
 * a name out of a list, or is quoted, days and choices at the end go where they fit:
 * `/plan CPC 2027-01-20`, `/ceu add 2 "E/M audits" 2026-11-20`.
 */
export function readOptions(
  line: string,
  specs: readonly Spec[],
): Readonly<Record<string, string>> {
  const words = splitWords(line, new Set(specs.map((spec) => spec.name)));
  const values: Record<string, string> = {};
  for (const word of words) if (word.name) values[word.name] = word.text;
  const unnamed = words.filter((word) => word.name === undefined);
  const open = bareTargets(specs).filter((spec) => !(spec.name in values));
  const bare = withoutEnding(unnamed, open, specs, values);
  open.forEach((spec, index) => {
    const word = bare[index];
    if (word === undefined) return;
    const takesRest = index === open.length - 1 && (spec.is === 'text' || spec.is === 'longText');
    values[spec.name] = takesRest ? restFrom(line, bare, index) : word.text;
  });
  const last = open.at(-1);
  const tooMany = bare.length > open.length && last?.is !== 'text' && last?.is !== 'longText';
  const extra = bare[open.length];
  if (tooMany && extra) values[extra.text.slice(0, 40)] = extra.text;
  return values;
}

function bareTargets(specs: readonly Spec[]): readonly Spec[] {
  const required = specs.filter((spec) => spec.required);
  return required.length > 0 ? required : specs.slice(0, 1);
}

/** Fills what the last words alone can mean into `values`, and returns the others. */
function withoutEnding(
  bare: readonly Word[],
  open: readonly Spec[],
  specs: readonly Spec[],
  values: Record<string, string>,
): readonly Word[] {
  const target = open.at(-1);
  const word = bare.at(-1);
  const ends = target?.is === 'text' && (target.suggests || bare[open.length - 1]?.quoted);
  if (!ends || !word || word.quoted || bare.length <= open.length) return bare;
  const fitting = specs.find(
    (spec) => !open.includes(spec) && !(spec.name in values) && canOnlyBe(word.text, spec),
  );
  if (!fitting) return bare;
  values[fitting.name] = word.text;
  return withoutEnding(bare.slice(0, -1), open, specs, values);
}

const dayTyped = /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{4})$/;

/** A plain number could be too much else. */
function canOnlyBe(typed: string, { is, choices }: Spec): boolean {
  if (is === 'date') return dayTyped.test(typed);
  const word = typed.toLowerCase();
  const isOne = choices?.some(
    ({ value, label }) => value.toLowerCase() === word || label.toLowerCase() === word,
  );
  return isOne === true && !/^\d+$/.test(word);
}

function restFrom(line: string, bare: readonly Word[], index: number): string {
  const rest = bare.slice(index);
  const first = rest[0];
  if (first === undefined) return '';
  if (rest.length === 1) return first.text;
  const unnamed = rest.every((word, i) => i === 0 || (rest[i - 1]?.at ?? 0) < word.at);
  const last = rest.at(-1);
  const end = last
    ? line.indexOf(last.text, last.at) + last.text.length + (last.quoted ? 1 : 0)
    : 0;
  return unnamed ? line.slice(first.at, end).trim() : first.text;
}
