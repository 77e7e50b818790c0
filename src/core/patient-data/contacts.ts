// Ways to reach a person: telephone, e-mail, their page in a portal, their computer.

import type { Rule } from './rule.ts';

/** Area codes that only businesses have (North American Numbering Plan). */
const tollFree = '(?!8(?:00|33|44|55|66|77|88))';
const formatted = new RegExp(
  String.raw`(?<![\d.-])(?:\+?1[ .-]?)?(?:\(${tollFree}[2-9]\d\d\) ?|${tollFree}[2-9]\d\d[ .-])[2-9]\d\d[ .-]\d{4}(?![\d-])`,
);
const named =
  /\b(?:phone|telephone|tel|cell|mobile|ph|fax|call(?:ed)?(?: \w{1,12}){0,3} at|contact)\b[^\d\n]{0,12}(?:\+?1[ .-]?)?(?:[2-9]\d\d[ .-]?)?[2-9]\d\d[ .-]?\d{4}\b/i;

/** Telephone and fax alike. */
export const telephoneNumber: Rule = {
  identifier: 'telephone number',
  letter: 'D',
  holds: (text) => formatted.test(text) || named.test(text),
};

/** Boxes of bodies and offices, which belong to nobody. */
const office =
  /^(?:info|support|help|helpdesk|contact|office|admin|billing|education|ceus?|exams?|certification|membership|member|customer|service|questions|hello|mail|no-?reply|privacy|compliance|coding)\b/i;

export const emailAddress: Rule = {
  identifier: 'e-mail address',
  letter: 'F',
  holds: (text) =>
    text
      .matchAll(/(?<![\w.+-])([\w.+-]{1,64})@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\b/g)
      .some(([, box = '']) => !office.test(box)),
};

/** A web address that leads to one person's record; others are public. */
export const webAddress: Rule = {
  identifier: 'web address',
  letter: 'N',
  holds: (text) =>
    /(?<![\w./])(?:[a-z]{2,6}:\/\/|www\.)\S{1,300}[/?&#.](?:patient|pt|mrn|dob|ssn|member|chart|acct|account|encounter|visit)\w{0,20}[=/]\w{0,20}\d/i.test(
      text,
    ),
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
