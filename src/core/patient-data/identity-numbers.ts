// Numbers by which a register knows a person: social security, health plan, licence.

import { countDigits } from './patterns.ts';
import type { Rule } from './rule.ts';

/** 123-45-6789, and what stands behind "SSN" in any spacing or as its last four digits. */
export const socialSecurityNumber: Rule = {
  identifier: 'social security number',
  letter: 'G',
  holds: (text) =>
    /(?<![\d-])\d{3}([- ])\d{2}\1\d{4}(?![\d-])/.test(text) ||
    /\b(?:ssn?|social|social security)\b[^\d\n]{0,16}\d{3}[ .-]?\d{2}[ .-]?\d{4}\b/i.test(text) ||
    /\blast (?:4|four)\b[^\d\n]{0,8}\b(?:ssn?|social)\b[^\d\n]{0,12}\d{4}\b/i.test(text) ||
    /\b(?:ssn?|social)\b[^\d\n]{0,12}\blast (?:4|four)\b[^\d\n]{0,8}\d{4}\b/i.test(text),
};

const letter = '[AC-HJKMNP-RT-Y]';
const letterOrDigit = '[AC-HJKMNP-RT-Y\\d]';
/** Eleven characters in a fixed pattern, without S, L, O, I, B and Z (CMS, MBI format). */
const medicareNumber = new RegExp(
  String.raw`\b[1-9]${letter}${letterOrDigit}\d[- ]?${letter}${letterOrDigit}\d[- ]?${letter}{2}\d{2}\b`,
  'i',
);

const planNumber = labelled(
  String.raw`(?:(?:member|subscriber|beneficiary|medicare|medicaid|insurance|insured|plan|payer|policy|group|hic)['s]* (?:id|#|no\b|num|nbr)|mbi|hicn|\bid ?#)`,
);

export const healthPlanNumber: Rule = {
  identifier: 'health plan number',
  letter: 'I',
  allowance: 'number',
  holds: (text) => medicareNumber.test(text) || holdsNumber(text, planNumber, 6),
};

const licence = labelled(String.raw`(?:driver'?s?'? ?licen[sc]e|\bdl\b|passport|green card)`);

export const licenceNumber: Rule = {
  identifier: 'licence number',
  letter: 'K',
  allowance: 'number',
  holds: (text) => holdsNumber(text, licence, 6),
};

/** A label and the number behind it: `MRN: 00-44-88`, `chart # 448812`, `Member ID W123456789`. */
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
