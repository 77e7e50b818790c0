// Numbers by which a hospital, a practice or a payer knows a patient, a stay or a bill.

import { holdsNumber, labelled } from './labelled-numbers.ts';
import { anyOf } from './patterns.ts';
import type { Rule } from './rule.ts';

const sign = String.raw` ?(?:#|(?:id|no\b|num|nbr|number|identifier))`;
const record = labelled(
  anyOf(String.raw`mrn | mr ?# | mr no | med(?:ical)?\.? rec(?:ord)?s? | chart
    | (?:patient|pt)(?:'s)?${sign} | unit${sign}`),
);

export const medicalRecordNumber: Rule = {
  identifier: 'medical record number',
  letter: 'H',
  allowedBy: ['number'],
  holds: (text) => holdsNumber(text, record, 5),
};

const account = labelled(
  anyOf(
    'acct | account | guarantor | statement | invoice | har | fin | csn | encounter | enc | visit',
  ),
);

export const accountNumber: Rule = {
  identifier: 'account number',
  letter: 'J',
  allowedBy: ['number'],
  holds: (text) => holdsNumber(text, account, 6),
};

const claim = labelled(
  anyOf(String.raw`(?<!#)# | \bno\b | number | claim | icn | dcn | tcn | ccn | accession | acc
    | specimen | case | rx | prescription | reference`),
);

/** "Any other unique identifying number": of a claim, a specimen, a prescription. */
export const claimNumber: Rule = {
  identifier: 'claim or case number',
  letter: 'R',
  allowedBy: ['number'],
  holds: (text) => holdsNumber(text, claim, 6),
};

/** Nine digits or more that nobody named: of one person or thing, if it is no book's (978, 979). */
export const longNumber: Rule = {
  identifier: 'long number',
  letter: 'R',
  allowedBy: ['number', 'file name'],
  holds: (text) => /(?<![\d.$,])(?!97[89]\d{10}\b)\d{9,}(?![\d,])/.test(text),
};
