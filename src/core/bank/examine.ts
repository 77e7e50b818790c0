// What must be true of a question before it may enter a bank: bounds, no licensed codes, no patients.

import { licensedCodeIn, whyHeld } from '../licensed-codes.ts';
import { findPatientData } from '../patient-data/detect.ts';
import { isCode, plainCode } from '../quiz/codes.ts';
import { type Draft, type Entries, type Entry, type Fault, textsOf } from './draft.ts';

export interface Allowed {
  /** An organizer said that the patients in it are invented. */
  readonly invented: boolean;
}

/** The same entries, with faults in the place of questions that have any. */
export function* examined(entries: Entries, allowed: Allowed): Iterable<Entry> {
  for (const entry of entries) {
    const faults = 'draft' in entry ? faultsIn(entry.draft, allowed) : [];
    if (faults.length === 0) yield entry;
    else for (const fault of faults) yield { row: 'row' in entry ? entry.row : 0, ...fault };
  }
}

type Problem = Omit<Fault, 'row'>;

export function faultsIn(draft: Draft, { invented }: Allowed): readonly Problem[] {
  const faults = [...stemFaults(draft), ...kindFaults(draft), ...aroundFaults(draft)];
  return faults.length > 0
    ? faults
    : [...licensedIn(draft), ...(invented ? [] : patientsIn(draft))];
}

/** As in the bank that comes with the bot. */
const most = {
  stem: 1500,
  option: 300,
  why: 500,
  rationale: 1500,
  source: 200,
  title: 60,
} as const;

/** A revealed question is one message with its letters, its verdict and its counts. */
const mostTogether = 2600;

function stemFaults({ stem, rationale }: Draft): readonly Problem[] {
  return [
    ...(stem === '' ? [{ field: 'question', reason: 'is missing' }] : []),
    ...tooLong('question', stem, most.stem),
    ...tooLong('explanation', rationale, most.rationale),
  ];
}

function kindFaults(draft: Draft): readonly Problem[] {
  switch (draft.kind) {
    case 'single':
    case 'select-all':
      return optionFaults(draft);
    case 'order':
      return [
        ...countFaults('items to put in order', draft.items, 3, 6),
        ...draft.items.flatMap(({ text }) => tooLong('item', text, most.option)),
        ...repeated(draft.items),
      ];
    case 'typed':
      return draft.answers.flat().every((code) => isCode(plainCode(code)))
        ? []
        : [{ field: 'right', reason: onlyCodes }];
  }
}

const onlyCodes =
  'must be a code, such as E11.9: words cannot be typed as an answer here. Give options instead';

function optionFaults(draft: Extract<Draft, { options: unknown }>): readonly Problem[] {
  const { kind, options } = draft;
  const right = options.filter((option) => option.right).length;
  const few = kind === 'single' ? 2 : 3;
  return [
    ...countFaults('options', options, few, 8),
    ...(kind === 'single' && right !== 1
      ? [{ field: 'right', reason: `names ${right} options; a single choice has one` }]
      : []),
    ...(kind === 'select-all' && (right === 0 || right === options.length)
      ? [{ field: 'right', reason: 'must name some of the options, not all' }]
      : []),
    ...options.flatMap(({ text, why = '' }) => [
      ...tooLong('option', text, most.option),
      ...tooLong('why', why, most.why),
    ]),
    ...repeated(options),
  ];
}

function aroundFaults(draft: Draft): readonly Problem[] {
  const { source, topic = '', edition = '', validFrom, validThrough } = draft;
  const isUpsideDown =
    validFrom && validThrough && Temporal.PlainDate.compare(validFrom, validThrough) > 0;
  const together = lengthShown(textsOf(draft).map(([, text]) => text));
  return [
    ...tooLong('source', source?.title ?? '', most.source),
    ...tooLong('topic', topic, most.title),
    ...tooLong('edition', edition, most.title),
    ...(source?.url && !isWebAddress(source.url)
      ? [{ field: 'source_url', reason: 'must be an address such as https://www.cms.gov/…' }]
      : []),
    ...(isUpsideDown ? [{ field: 'valid_through', reason: 'is before valid_from' }] : []),
    ...(together > mostTogether
      ? [{ reason: `has ${together} characters in all; ${mostTogether} fit into one message` }]
      : []),
  ];
}

function countFaults(
  what: string,
  parts: readonly unknown[],
  few: number,
  many: number,
): readonly Problem[] {
  if (parts.length >= few && parts.length <= many) return [];
  return [{ reason: `has ${parts.length} ${what}; there must be ${few} to ${many}` }];
}

function repeated(parts: readonly { readonly text: string }[]): readonly Problem[] {
  const texts = parts.map(({ text }) => text.toLowerCase());
  const twice = texts.findIndex((text, place) => texts.indexOf(text) !== place);
  return twice < 0
    ? []
    : [{ reason: `has the same option twice: “${texts[twice]?.slice(0, 40)}”` }];
}

function tooLong(field: string, text: string, limit: number): readonly Problem[] {
  return text.length <= limit
    ? []
    : [{ field, reason: `has ${text.length} characters; ${limit} are allowed` }];
}

/** Signs that stand for formatting elsewhere are written with a mark before them. */
function lengthShown(texts: readonly string[]): number {
  return texts.reduce(
    (sum, text) => sum + text.length + (text.match(/[\\`*_[\]()]/g)?.length ?? 0),
    0,
  );
}

function isWebAddress(text: string): boolean {
  return text.length <= 200 && /^https:\/\/[^\s()<>]+$/.test(text) && URL.canParse(text);
}

function licensedIn(draft: Draft): readonly Problem[] {
  for (const [field, text] of textsOf(draft)) {
    const code = licensedCodeIn(text);
    if (code) return [{ field, reason: whyHeld(code), because: 'licensed' }];
  }
  return [];
}

/** A web address is where the source stands, not where a patient is. */
function patientsIn(draft: Draft): readonly Problem[] {
  for (const [field, text] of textsOf(draft)) {
    if (field === 'source' || field === 'source_url') continue;
    const found = findPatientData(text);
    if (found) return [{ field, reason: `looks like patient data (${found})`, because: 'patient' }];
  }
  return [];
}
