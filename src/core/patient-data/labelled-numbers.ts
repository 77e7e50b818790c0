// Numbers that a word before them explains: `MRN: 00-44-88`, `chart # 448812`, `Member ID W12345`.

import { countDigits } from './patterns.ts';

/** The label is a pattern of lower-case letters; "nuber" and "nmber" between are numbers too. */
export function labelled(label: string): RegExp {
  const filler = String.raw`(?:[\s:=#.()-]|\b(?:id|is|was|n[a-z]{1,6}|identifier)\b){0,10}`;
  const value = String.raw`(?<value>[a-z]{0,4}-?\d[\da-z-]{1,24})`;
  return new RegExp(`(?:(?<![a-z])|(?=#))${label}(?:(?<=#)|(?![a-z]))${filler}${value}`, 'gi');
}

/** Whether a label is followed by a number of at least so many digits that is no date. */
export function holdsNumber(text: string, label: RegExp, digits: number): boolean {
  return text.matchAll(label).some(({ groups }) => {
    const value = groups?.value ?? '';
    return countDigits(value) >= digits && !looksLikeDate.test(value);
  });
}

const looksLikeDate =
  /^(?:\d{1,2}-\d{1,2}-(?:\d{2}|\d{4})|(?:19|20)\d{2}-\d{1,2}-\d{1,2}|20[0-3]\d[01]\d[0-3]\d)$/;
