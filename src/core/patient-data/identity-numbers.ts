// Numbers by which a register knows a person: social security, health plan, licence.

import { holdsNumber, labelled } from './labelled-numbers.ts';
import { anyOf } from './patterns.ts';
import type { Rule } from './rule.ts';

const social = anyOf('ssn | ss | social security | social');
const lastFour = String.raw`\blast (?:4|four)\b`;
const written = /(?<![\d-])\d{3}([- ])\d{2}\1\d{4}(?![\d-])/;
const named = new RegExp(
  anyOf(String.raw`\b${social}\b[^\d\n]{0,16}\d{3}[ .-]?\d{2}[ .-]?\d{4}\b
    | ${lastFour}[^\d\n]{0,8}\b${social}\b[^\d\n]{0,12}\d{4}\b
    | \b${social}\b[^\d\n]{0,12}${lastFour}[^\d\n]{0,8}\d{4}\b`),
  'i',
);

/** 123-45-6789, and what stands behind "SSN" in any spacing or as its last four digits. */
export const socialSecurityNumber: Rule = {
  identifier: 'social security number',
  letter: 'G',
  holds: (text) => written.test(text) || named.test(text),
};

const letter = '[AC-HJKMNP-RT-Y]';
const either = String.raw`[AC-HJKMNP-RT-Y\d]`;
/** Eleven characters in a fixed pattern, without S, L, O, I, B and Z (CMS, MBI format). */
const medicareNumber = new RegExp(
  String.raw`\b[1-9]${letter}${either}\d[- ]?${letter}${either}\d[- ]?${letter}{2}\d{2}\b`,
  'i',
);

const plan = anyOf(`member | subscriber | beneficiary | medicare | medicaid | insurance | insured
  | plan | payer | policy | group | hic`);
const planNumber = labelled(
  anyOf(String.raw`${plan}['s]* (?:id|#|no\b|num|nbr) | mbi | hicn | \bid ?#`),
);

export const healthPlanNumber: Rule = {
  identifier: 'health plan number',
  letter: 'I',
  allowedBy: ['number'],
  holds: (text) => medicareNumber.test(text) || holdsNumber(text, planNumber, 6),
};

const licence = labelled(
  anyOf(String.raw`driver'?s?'? ?licen[sc]e | \bdl\b | passport | green card`),
);

export const licenceNumber: Rule = {
  identifier: 'license number',
  letter: 'K',
  allowedBy: ['number'],
  holds: (text) => holdsNumber(text, licence, 6),
};
