// What organizers fill in to write a passage, and what must be true of it.

import { date, longText, text } from '../../src/bot/shape.ts';
import { licensedCodeIn, whyHeld } from '../../src/core/licensed-codes.ts';
import type { PassageText } from '../../src/store/answer-records.ts';

/** Together with the question they fit one message, sources and all. */
export const passageFields = {
  title: text('As a question that any member could ask, with nothing private in it', {
    min: 5,
    max: 100,
  }),
  answer: longText('In words of your own; no CPT codes', { min: 10, max: 900 }),
  source: text('The document or page with its section, or whom you asked', {
    min: 3,
    max: 120,
    label: 'Source',
    allows: ['name'],
  }),
  url: text('Where the source is found, if it has an address: https://…', {
    max: 200,
    label: 'Web address',
    allows: ['number'],
  }).optional(),
  valid_until: date('The last day on which it holds; left out, a year from now', {
    label: 'Valid until',
  }).optional(),
};

export interface WrittenPassage {
  readonly title: string;
  readonly answer: string;
  readonly source: string;
  readonly url?: string | undefined;
  readonly valid_until?: Temporal.PlainDate | undefined;
}

/** So many passages a group may have: its index stays small. */
const mostPassages = 500;

export const usuallyValid = Temporal.Duration.from({ years: 1 });

export function passageText(written: WrittenPassage, today: Temporal.PlainDate): PassageText {
  const { title, answer, source, url, valid_until: until } = written;
  return {
    title: title.replaceAll(/\s+/g, ' '),
    text: answer,
    source: { title: source, ...(url && { url }) },
    verified: today,
    validThrough: until ?? today.add(usuallyValid),
  };
}

/** By field, in words that follow the field's name. `others`: the group's other passages. */
export function problemsIn(
  written: WrittenPassage,
  today: Temporal.PlainDate,
  others: readonly Pick<PassageText, 'title'>[],
): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  for (const name of ['title', 'answer', 'source'] as const) {
    const licensed = licensedCodeIn(written[name]);
    if (licensed) problems[name] = whyHeld(licensed);
  }
  const { title, url, valid_until: until } = written;
  const isTaken = others.some((each) => each.title.toLowerCase() === title.toLowerCase());
  if (isTaken) problems.title = 'is that of another passage of this group: change that one';
  if (others.length >= mostPassages)
    problems.title = `is one too many: a group has at most ${mostPassages} passages. Remove some first`;
  if (url && !isWebAddress(url)) problems.url = 'must be an address such as https://www.cms.gov/…';
  if (until && Temporal.PlainDate.compare(until, today) < 0)
    problems.valid_until = `is in the past; today is ${today}`;
  if (until && Temporal.PlainDate.compare(until, today.add({ years: 5 })) > 0)
    problems.valid_until = 'is more than five years away; rules change sooner';
  return problems;
}

function isWebAddress(typed: string): boolean {
  return /^https:\/\/[^\s()<>]+$/.test(typed) && URL.canParse(typed);
}

/** What a form shows, for changing it. */
export function valuesOf({ title, text: answer, source, validThrough }: PassageText) {
  return {
    title,
    answer,
    source: source.title,
    ...(source.url && { url: source.url }),
    valid_until: validThrough.toString(),
  };
}

/** What was filled in, as a form takes it back. */
export function formValues({ valid_until: until, ...written }: WrittenPassage) {
  return { ...written, ...(until && { valid_until: until.toString() }) };
}
