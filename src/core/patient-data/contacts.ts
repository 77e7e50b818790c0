// Ways to reach a person: telephone, e-mail, their page in a portal, their computer.

import { anyOf } from './patterns.ts';
import type { Rule } from './rule.ts';

/** Area codes that only businesses have (North American Numbering Plan). */
const area = String.raw`(?!8(?:00|33|44|55|66|77|88))[2-9]\d\d`;
const written = new RegExp(
  String.raw`(?<![\d.-])(?:\+?1[ .-]?)?(?:\(${area}\) ?|${area}[ .-])[2-9]\d\d[ .-]\d{4}(?![\d-])`,
);
const call = anyOf(String.raw`phone | telephone | tel | cell | mobile | ph | fax
  | call(?:ed)?(?: \w{1,12}){0,3} at | contact`);
const named = new RegExp(
  String.raw`\b${call}\b[^\d\n]{0,12}(?:\+?1[ .-]?)?(?:${area}[ .-]?)?[2-9]\d\d[ .-]?\d{4}\b`,
  'i',
);

/** Telephone and fax alike. */
export const telephoneNumber: Rule = {
  identifier: 'telephone number',
  letter: 'D',
  allowedBy: ['number'],
  holds: (text) => written.test(text) || named.test(text),
};

const box = /(?<![\w.+-])([\w.+-]{1,64})@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\b/g;
/** Boxes of bodies and offices, which belong to nobody. */
const office = new RegExp(
  String.raw`^${anyOf(`info | support | help | helpdesk | contact | office | admin | billing
    | education | ceus? | exams? | certification | membership | member | customer | service
    | questions | hello | mail | no-?reply | privacy | compliance | coding`)}\b`,
  'i',
);

export const emailAddress: Rule = {
  identifier: 'e-mail address',
  letter: 'F',
  holds: (text) => text.matchAll(box).some(([, name = '']) => !office.test(name)),
};

const record = anyOf(
  'patient | pt | mrn | dob | ssn | member | chart | acct | account | encounter | visit',
);
const pageOfRecord = new RegExp(
  String.raw`(?<![\w./])(?:[a-z]{2,6}:\/\/|www\.)\S{1,300}[/?&#.]${record}\w{0,20}[=/]\w{0,20}\d`,
  'i',
);

/** A web address that leads to one person's record; others are public. */
export const webAddress: Rule = {
  identifier: 'web address',
  letter: 'N',
  holds: (text) => pageOfRecord.test(text),
};

const quad = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`;
const internetAddress = new RegExp(String.raw`(?<![\d.])(?:${quad}\.){3}${quad}(?![\d.])`);

/** Of a patient's computer, not of a guideline's section 1.2.10.3. */
export const networkAddress: Rule = {
  identifier: 'network address',
  letter: 'O',
  holds: (text) =>
    internetAddress.test(text) &&
    /\b(?:ip|address|portal|log(?:in|ged))\b/i.test(text) &&
    /\b(?:patient|pt|portal|visit|logged|telehealth|from)\b/i.test(text),
};
