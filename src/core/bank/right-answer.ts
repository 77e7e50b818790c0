// Which options a file calls right: `B`, `A C`, `ACD`, `2`, or the option's own text.

import { letterOf, tidy } from './draft.ts';

/** Their places, in the order in which they were written; nothing where one names no option. */
export function rightPlaces(
  written: string,
  options: readonly string[],
): readonly number[] | undefined {
  const text = tidy(written);
  const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  const marks = marksIn(text);
  const byLetter = marks.map((mark) => options.findIndex((_, at) => same(letterOf(at), mark)));
  if (areAll(byLetter)) return byLetter;
  const byText = options.findIndex((option) => same(option, text));
  if (byText >= 0) return [byText];
  const byNumber = marks.map((mark) => (/^\d$/.test(mark) ? Number(mark) - 1 : -1));
  return areAll(byNumber) && byNumber.every((place) => place < options.length)
    ? byNumber
    : undefined;
}

function marksIn(text: string): readonly string[] {
  if (/^[A-H]{2,8}$/.test(text)) return [...text];
  return text.split(/[\s,;+&|.)]+|\band\b/i).filter((mark) => mark !== '');
}

function areAll(places: readonly number[]): boolean {
  const found = places.length > 0 && places.every((place) => place >= 0);
  return found && new Set(places).size === places.length;
}

/** How answers to type are written in one cell: each whole answer, and the codes of a set. */
const betweenAnswers = ' | ';
const betweenCodes = ' + ';

export function typedAnswers(written: string): readonly (readonly string[])[] {
  return written
    .split(/\s\|\s/)
    .map((answer) =>
      answer
        .split(/\s\+\s/)
        .map(tidy)
        .filter((code) => code !== ''),
    )
    .filter((answer) => answer.length > 0);
}

export function sayTypedAnswers(answers: readonly (readonly string[])[]): string {
  return answers.map((answer) => answer.join(betweenCodes)).join(betweenAnswers);
}
