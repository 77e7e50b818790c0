// Finds what points at a patient in free text, by the identifiers that 45 CFR 164.514(b)(2) lists.
// It is to stop a slip before anything is stored, not to prove that a text is safe.

import { firstNames } from './first-names.ts';

/** The name of a rule; only this is ever logged, never what it found. */
export type Identifier =
  | 'social security number'
  | 'record number'
  | 'phone number'
  | 'e-mail address'
  | 'street address'
  | 'birth date'
  | 'name'
  | 'long number'
  | 'device or vehicle number'
  | 'network address';

/** What a field may hold because that is what it asks for: a member number, a name. */
export type Allowance = 'name' | 'number';

/** The first rule that matches, or nothing. Linear in the length of the text. */
export function findPatientData(
  text: string,
  allowed: readonly Allowance[] = [],
): Identifier | undefined {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[\u2010-\u2015]/g, '-')
    .slice(0, 20_000);
  const rule = rules.find(
    ({ allowance, holds }) => !(allowance && allowed.includes(allowance)) && holds(plain),
  );
  return rule?.identifier;
}

interface Rule {
  readonly identifier: Identifier;
  readonly allowance?: Allowance;
  holds(text: string): boolean;
}

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const fullDate = `(?:\\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)?\\d{2}|(?:19|20)\\d{2}-\\d{1,2}-\\d{1,2}|${month}\\.? \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d{2}|\\d{1,2} ${month}\\.?,? (?:19|20)\\d{2})`;
const birth = '(?:d\\.?o\\.?b\\.?|date of birth|birth ?date|birthday|born)';

const recordWord =
  '(?:mrn|medical record|chart|patient id|pt id|acct|account|encounter|member id|subscriber|policy|beneficiary|medicare id|medicaid id|mbi|hicn|health plan|insurance id|claim|accession|specimen|case|visit|fin|csn)';
const anyRecordNumber = new RegExp(
  `\\b${recordWord}(?: (?:id|no|num|number|identifier))?\\.?(?: is| was)?[ :#=]*(?=[a-z-]{0,4}\\d)[a-z]{0,3}-?\\d[\\da-z-]{4,}\\b`,
  'i',
);

const rules: readonly Rule[] = [
  {
    identifier: 'social security number',
    holds: (text) =>
      /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/.test(text) ||
      /\b(?:ssn|social security(?: number)?)\b[^\d\n]{0,12}\d[\d -]{7,10}\d/i.test(text) ||
      /\b(?:ssn|social)\b[^\d\n]{0,20}(?:last (?:4|four))[^\d\n]{0,8}\d{4}\b/i.test(text),
  },
  {
    identifier: 'e-mail address',
    holds: (text) => /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\b/.test(text),
  },
  {
    identifier: 'phone number',
    holds: (text) =>
      /(?<![\d-])(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\d-])/.test(text),
  },
  { identifier: 'birth date', holds: hasBirthDate },
  {
    identifier: 'record number',
    allowance: 'number',
    holds: (text) => anyRecordNumber.test(text) || hasMedicareNumber(text),
  },
  { identifier: 'street address', holds: hasStreetAddress },
  {
    identifier: 'device or vehicle number',
    allowance: 'number',
    holds: (text) =>
      /\b(?:serial|lot|device|implant|vin|license plate|plate|driver'?s licen[sc]e)(?: (?:no|number|id|#))?[ :#.]*(?=[a-z-]{0,6}\d)[a-z\d-]{6,}\b/i.test(
        text,
      ),
  },
  {
    identifier: 'network address',
    holds: (text) =>
      /\b(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)\b(?!\.\d)/.test(text) &&
      /\b(?:ip|address|portal|login|device|patient|from)\b/i.test(text),
  },
  { identifier: 'name', allowance: 'name', holds: namesPatient },
  { identifier: 'long number', allowance: 'number', holds: hasLongNumber },
];

function hasBirthDate(text: string): boolean {
  const labelled = new RegExp(`\\b${birth}\\b[^\\n]{0,14}?${fullDate}`, 'i');
  const after = new RegExp(`${fullDate}[^\\n]{0,6}\\(?${birth}\\b`, 'i');
  return labelled.test(text) || after.test(text);
}

/** Medicare Beneficiary Identifier: 11 characters in a fixed pattern (CMS, MBI format). */
function hasMedicareNumber(text: string): boolean {
  return /\b[1-9][AC-HJKMNP-RT-Y][\dAC-HJKMNP-RT-Y]\d-?[AC-HJKMNP-RT-Y][\dAC-HJKMNP-RT-Y]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}\b/.test(
    text,
  );
}

function hasStreetAddress(text: string): boolean {
  return (
    /\b\d{1,5}[a-z]? (?:[NSEW]\.? |north |south |east |west )?(?:[A-Z][a-z]+|\d{1,3}(?:st|nd|rd|th)) (?:[A-Z][a-z]+ )?(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|circle|cir|terrace|ter|way|place|pl|parkway|pkwy|highway|hwy)\b/i.test(
      text,
    ) &&
    /\d{1,5}[a-z]? (?:\S+ ){1,3}(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|circle|cir|terrace|ter|way|place|pl|parkway|pkwy|highway|hwy)\b\.?(?:,|\s|$)/i.test(
      text,
    ) &&
    startsLikeAddress(text)
  );
}

/** A house number before words that begin like a place, not "2 of the way" or "5 cases per drive". */
function startsLikeAddress(text: string): boolean {
  const found = text.matchAll(
    /\b\d{1,5}[A-Za-z]? (?:[NSEW]\.? |North |South |East |West )?((?:[A-Z][a-z]+|\d{1,3}(?:st|nd|rd|th)) (?:[A-Z][a-z]+ )?(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Court|Ct|Circle|Cir|Terrace|Ter|Way|Place|Pl|Parkway|Pkwy|Highway|Hwy))\b/gi,
  );
  const common =
    /^(?:of|the|in|by|per|for|to|a|on|code|codes|question|questions|ceus?|credits?|hours?|cases?|year|years|days?)\b/i;
  return [...found].some((match) => !common.test(match[1] ?? ''));
}

const patientWord = '(?:patient|pt|client|resident|inpatient|member|claimant)';
const clinical =
  /\b(?:admitted|admit|discharged|diagnosed|dx|presents?|presented|seen|treated|underwent|surgery|died|expired|y\/?o|yo|yrs? old|years? old|year-old|has|had|chart|record|note|visit|er|icu|room|came in|history of|hx|complains?|c\/o)\b/i;

function namesPatient(text: string): boolean {
  return saysName(text) || hasTitledName(text) || hasFirstAndLastName(text);
}

/** "patient name: …", "pt named …", "patient John Smith". */
function saysName(text: string): boolean {
  const called = new RegExp(
    `\\b(?:${patientWord}(?:'s)? name|name of (?:the )?${patientWord}|full name)\\b(?: is| was)?[ :=-]{1,3}(?!of\\b|on\\b|in\\b|and\\b|or\\b|the\\b|is\\b)[a-z'-]{2,}[ ,]+[a-z'-]{2,}`,
    'i',
  );
  const named = new RegExp(
    `\\b${patientWord}(?:,| is| named| called)? [A-Z][a-z'-]+,? [A-Z][a-z'-]+\\b`,
  );
  return called.test(text) || (named.test(text) && firstNameIn(text));
}

function firstNameIn(text: string): boolean {
  return text.split(/[^A-Za-z]+/).some((word) => firstNames.has(word.toLowerCase()));
}

/** "Mrs. Alvarez was admitted": a doctor's name points at no patient. */
function hasTitledName(text: string): boolean {
  return /\b(?:Mr|Mrs|Ms|Miss)\.? [A-Z][a-z'-]+\b/.test(text) && clinical.test(text);
}

/** A first and a last name beside something clinical. */
function hasFirstAndLastName(text: string): boolean {
  if (!clinical.test(text) && !new RegExp(fullDate, 'i').test(text)) return false;
  const pairs = text.matchAll(/(?<!\bDr\.? )\b([A-Z][a-z]+),? (?:[A-Z]\.? )?([A-Z][a-z'-]+)\b/g);
  return [...pairs].some(
    ([, first = '', last = '']) =>
      (firstNames.has(first.toLowerCase()) && !notSurname.test(last)) ||
      (firstNames.has(last.toLowerCase()) && text.includes(`${first}, ${last}`)),
  );
}

/** What follows a first name in eponyms and names of bodies. */
const notSurname =
  /^(?:Syndrome|Disease|Sign|Test|Hopkins|Hospital|Clinic|Medical|Health|Center|Procedure|Score|Scale|Code|Codes|Coding|Guideline|Guidelines|Exam|Update|January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** Nine digits or more; a provider's NPI is public and points at no patient. */
function hasLongNumber(text: string): boolean {
  const withoutProvider = text.replaceAll(/\b(?:npi|tax id|ein|clia)\b[^\d\n]{0,12}\d[\d-]*/gi, '');
  return /(?<![\d.$,])\d{9,}(?![\d,])/.test(withoutProvider);
}
