// Drafts as a person might write them, by chance, and what a reader makes of a text.

import fc from 'fast-check';
import {
  type Draft,
  type Entries,
  type Entry,
  type Read,
  tidy,
} from '../../../src/core/bank/draft.ts';

export function draftsIn(entries: Entries): readonly Draft[] {
  return [...entries].flatMap((entry) => ('draft' in entry ? [entry.draft] : []));
}

/** Everything that is not a question, as a person reads it. */
export function faultsIn(entries: Entries): readonly string[] {
  return [...entries]
    .filter((entry): entry is Exclude<Entry, Read> => !('draft' in entry))
    .map(said);
}

function said(entry: Exclude<Entry, Read>): string {
  if ('refusal' in entry) return entry.refusal;
  if ('remark' in entry) return entry.remark;
  return `${entry.row}: ${entry.field ? `${entry.field} ` : ''}${entry.reason}`;
}

export function textOfBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** With all the signs that one of the formats gives a meaning to. */
const signs = [...'abcdefghij   ABC.,;:|~={}#%"\'\\/+-@<>&*()[]_\n\t?!1234é≥–💊'];

const words = (longest: number) =>
  fc
    .array(fc.constantFrom(...signs), { minLength: 1, maxLength: longest })
    .map((letters) => tidy(`x${letters.join('')}`));

const anyText = (longest: number) =>
  fc.oneof(
    words(longest),
    fc.constantFrom(
      '=1+1',
      '-5 mmol',
      '+ sign',
      '@home',
      "'=quoted",
      '#hash',
      '{{c1::gap}}',
      '$x',
      '&lt;b>',
      'a<br>b',
      '// x',
      '99 % ~ #1',
      '::t::',
      '->',
      'ANSWER: B',
    ),
  );

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const option = fc.record({ text: anyText(30), why: optional(anyText(30)) });

const parts = (few: number, many: number) =>
  fc.uniqueArray(option, {
    minLength: few,
    maxLength: many,
    selector: ({ text }) => text.toLowerCase(),
  });

const asked = fc.oneof(
  fc.tuple(parts(2, 8), fc.nat(1)).map(([options, right]) => ({
    kind: 'single' as const,
    options: options.map((each, place) => ({ ...each, right: place === right })),
  })),
  parts(3, 8).map((options) => ({
    kind: 'select-all' as const,
    options: options.map((each, place) => ({ ...each, right: place < 2 })),
  })),
  parts(3, 6).map((items) => ({ kind: 'order' as const, items })),
  fc
    .array(
      fc.array(fc.constantFrom('E11.9', 'I10', 'Z79.4', 'LT'), { minLength: 1, maxLength: 3 }),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map((answers) => ({ kind: 'typed' as const, answers })),
);

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => Temporal.PlainDate.from(date.toISOString().slice(0, 10)));

export const anyDraft: fc.Arbitrary<Draft> = fc
  .record({
    asked,
    stem: anyText(80),
    rationale: fc.oneof(fc.constant(''), anyText(80)),
    topic: optional(fc.constantFrom('Modifiers', 'ICD-10-CM/Chapter 4', 'Our own: week 3')),
    source: optional(
      fc.record({
        title: anyText(20),
        url: optional(fc.constant('https://www.cms.gov/x')),
        checked: optional(day),
      }),
    ),
    level: optional(fc.constantFrom(1, 2, 3)),
    edition: optional(fc.constant('ICD-10-CM FY2026')),
    validFrom: optional(day),
    validThrough: optional(day),
  })
  .map(({ asked: kind, ...around }) => withoutAbsent({ ...around, ...kind }) as Draft);

/** A field that is not there has no key. */
function withoutAbsent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAbsent);
  if (typeof value !== 'object' || value === null || value instanceof Temporal.PlainDate)
    return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, field]) =>
      field === undefined ? [] : [[name, withoutAbsent(field)]],
    ),
  );
}

/** As JSON, in which days are text and the order of keys does not count. */
export function plainly(drafts: readonly Draft[]): unknown {
  return JSON.parse(JSON.stringify(drafts));
}
