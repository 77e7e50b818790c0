// Anki's notes in plain text: `#separator:tab` and its like at the top, then a note on each row.
// The format: https://docs.ankiweb.net/importing/text-files.html.

import { cellText } from '../csv.ts';
import { columnNamed } from './columns.ts';
import { readTable } from './csv.ts';
import { type Asked, type Draft, type Entries, type Entry, letterOf, tidy } from './draft.ts';
import { fromHtml, holdsMedia, toHtml } from './from-html.ts';
import { rightPlaces, sayTypedAnswers } from './right-answer.ts';
import { headings, rowOf } from './row.ts';
import { recordsIn, unguarded, withApostrophe } from './table.ts';

/** What the lines that begin with # say. */
interface Head {
  readonly delimiter: string;
  readonly html: boolean;
  readonly columns: readonly string[];
  /** Places of columns that are no fields of the note. */
  readonly aside: ReadonlySet<number>;
  readonly tags?: number;
  readonly deck?: number;
}

const separators: Readonly<Record<string, string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  space: ' ',
  pipe: '|',
  colon: ':',
};

export function readAnki(text: string): Entries {
  const head = headOf(text);
  const shape = { delimiter: head.delimiter, comment: '#' };
  const columns = new Set(head.columns.map(columnNamed));
  if (!columns.has('question') || !columns.has('right') || !columns.has('option_0'))
    return readNotes(text, head);
  return readTable(text, shape, { names: head.columns, ...(head.html && { textOf: fromHtml }) });
}

function headOf(text: string): Head {
  const said = new Map<string, string>();
  for (const line of text.slice(0, 20_000).split('\n')) {
    const found = /^#\s*([a-z ]+?)\s*:(.*)$/i.exec(line);
    if (!found) break;
    said.set((found[1] ?? '').toLowerCase(), found[2] ?? '');
  }
  const separator = said.get('separator') ?? '';
  const delimiter = separators[separator.trim().toLowerCase()] ?? (separator || usualIn(text));
  const place = (name: string) => {
    const number = Number(said.get(`${name} column`));
    return number > 0 ? number - 1 : undefined;
  };
  const [tags, deck, type, guid] = ['tags', 'deck', 'notetype', 'guid'].map(place);
  return {
    delimiter,
    html: said.get('html')?.trim().toLowerCase() === 'true',
    columns:
      said
        .get('columns')
        ?.split(delimiter)
        .map((name) => name.trim()) ?? [],
    aside: new Set([tags, deck, type, guid].filter((at) => at !== undefined)),
    ...(tags !== undefined && { tags }),
    ...(deck !== undefined && { deck }),
  };
}

/** As Anki does where the file does not say: by the first row. */
function usualIn(text: string): string {
  const first = text.split('\n', 50).find((line) => line !== '' && !line.startsWith('#')) ?? '';
  return ['\t', '|', ';', ':', ','].find((each) => first.includes(each)) ?? '\t';
}

function* readNotes(text: string, head: Head): Iterable<Entry> {
  for (const record of recordsIn(text, { delimiter: head.delimiter, comment: '#' })) {
    if ('refusal' in record) return yield record;
    if ('reason' in record) yield record;
    else if (record.cells.some((cell) => cell.trim() !== ''))
      yield noteAt(record.row, record.cells, head);
  }
}

function noteAt(row: number, cells: readonly string[], head: Head): Entry {
  if (cells.some(holdsMedia))
    return { row, reason: 'holds a picture or a sound, which cannot be shown here' };
  const shown = cells.map((cell) => {
    const text = unguarded(cell) ?? '';
    return tidy(head.html ? fromHtml(text) : text);
  });
  const formula = cells.findIndex((cell) => unguarded(cell) === undefined);
  if (formula >= 0)
    return {
      row,
      field: `field ${formula + 1}`,
      reason: 'begins like a formula, which a spreadsheet would run',
    };
  const fields = shown.filter((_, place) => !head.aside.has(place));
  const asked = askedBy(fields[0] ?? '', fields[1] ?? '');
  if ('reason' in asked) return { row, ...asked };
  const topic = topicOf(shown, head);
  return { row, draft: { ...asked, ...(topic && { topic }) } };
}

/** The deck's last part, or else the first tag. */
function topicOf(shown: readonly string[], { deck, tags }: Head): string | undefined {
  const named = deck === undefined ? undefined : shown[deck]?.split('::').at(-1);
  const tagged = tags === undefined ? undefined : shown[tags]?.split(' ')[0]?.split('::').at(-1);
  return named || tagged?.replaceAll('_', ' ') || undefined;
}

type Note = Asked & Pick<Draft, 'stem' | 'rationale'>;
type Problem = { readonly field?: string; readonly reason: string };

const option = /^([A-H])[.)]\s+(\S.*)$/;
/** More is no answer that somebody types. */
const longestTyped = 60;

function askedBy(front: string, back: string): Note | Problem {
  if (/\{\{c\d+::/.test(front)) return cloze(front, back);
  const lines = front.split('\n');
  const first = lines.findIndex((line) => option.test(line));
  if (first > 0) return choice(lines.slice(0, first), lines.slice(first), back);
  if (back === '') return { field: 'second field', reason: 'is empty: there is no answer' };
  const [answer = '', ...rest] = back.split('\n');
  if (answer.length > longestTyped)
    return {
      field: 'second field',
      reason: `is longer than somebody would type (${longestTyped} characters): write options A., B., C. into the first field and the right letter into the second`,
    };
  return { kind: 'typed', stem: front, rationale: tidy(rest.join('\n')), answers: [[answer]] };
}

function choice(stem: readonly string[], written: readonly string[], back: string): Note | Problem {
  const options: string[] = [];
  for (const line of written) {
    const text = option.exec(line)?.[2];
    if (text !== undefined) options.push(text);
    else options.push(`${options.pop() ?? ''}\n${line}`);
  }
  const [answer = '', ...rest] = back.split('\n');
  const texts = options.map(tidy);
  const letter = /^([A-H](?:[\s,;&]+[A-H])*)[.):]?(?:\s|$)/.exec(answer)?.[1] ?? answer;
  const right = rightPlaces(letter, texts);
  if (!right)
    return { field: 'second field', reason: 'does not begin with the letter of an option' };
  return {
    kind: right.length > 1 ? 'select-all' : 'single',
    stem: tidy(stem.join('\n')),
    rationale: tidy(rest.join('\n')),
    options: texts.map((text, place) => ({ text, right: right.includes(place) })),
  };
}

const gap = /\{\{c(\d+)::((?:(?!::|\}\}).)+)(?:::((?:(?!\}\}).)*))?\}\}/gs;

/** `Insulin comes from the {{c1::pancreas::organ}}.` asks for what is in the gap. */
function cloze(text: string, extra: string): Note | Problem {
  const gaps = [...text.matchAll(gap)];
  const [first, ...others] = gaps;
  if (!first) return { field: 'first field', reason: 'has a gap that is not closed: {{c1::…}}' };
  if (others.some(([, number]) => number !== first[1]))
    return { field: 'first field', reason: 'has gaps of several numbers: make a note of each' };
  const stem = text.replaceAll(gap, (_whole, _number, _text, hint?: string) =>
    hint ? `_____ (${hint})` : '_____',
  );
  return {
    kind: 'typed',
    stem: tidy(stem),
    rationale: extra,
    answers: [gaps.map((each) => tidy(each[2] ?? ''))],
  };
}

/**
 * Front, Back and Tags are what Anki takes; the columns after them it leaves out, and they bring
 * everything back here.
 */
export function writeAnki(drafts: readonly Draft[]): string {
  const names = ['Front', 'Back', 'Tags', ...headings];
  const rows = drafts.map((draft) =>
    [frontOf(draft), backOf(draft), tagOf(draft), ...rowOf(draft)]
      .map((text) => cellText(withApostrophe(toHtml(text))))
      .join('\t'),
  );
  const head = `#separator:tab\n#html:true\n#columns:${names.join('\t')}\n#tags column:3\n`;
  return `${head}${rows.join('\n')}\n`;
}

function frontOf(draft: Draft): string {
  const parts =
    draft.kind === 'typed'
      ? []
      : draft.kind === 'order'
        ? draft.items.toSorted(byText)
        : draft.options;
  const lines = parts.map(({ text }, place) => `${letterOf(place)}. ${text}`);
  return [draft.stem, ...(lines.length > 0 ? ['', ...lines] : [])].join('\n');
}

/** Items must not stand there in their right order. */
function byText(one: { readonly text: string }, other: { readonly text: string }): number {
  return one.text < other.text ? -1 : one.text > other.text ? 1 : 0;
}

function backOf(draft: Draft): string {
  const whys = draft.kind === 'typed' || draft.kind === 'order' ? [] : draft.options;
  return [
    answerOf(draft),
    ...(draft.rationale ? ['', draft.rationale] : []),
    ...whys.flatMap(({ why }, place) => (why ? [`${letterOf(place)}: ${why}`] : [])),
    ...(draft.source ? ['', `Source: ${draft.source.title}`] : []),
  ].join('\n');
}

function answerOf(draft: Draft): string {
  if (draft.kind === 'typed') return sayTypedAnswers(draft.answers);
  if (draft.kind === 'order')
    return draft.items.map(({ text }, at) => `${at + 1}. ${text}`).join('\n');
  return draft.options
    .flatMap(({ text, right }, place) => (right ? [`${letterOf(place)}. ${text}`] : []))
    .join('\n');
}

function tagOf({ topic }: Draft): string {
  return topic?.replaceAll(/\s+/g, '_') ?? '';
}
