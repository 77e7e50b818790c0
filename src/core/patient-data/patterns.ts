// Pieces of patterns that several rules are made of.

/** Alternatives with bars between them, written over several lines: blanks beside a bar go. */
export function anyOf(list: string): string {
  return `(?:${list.trim().replaceAll(/\s*\|\s*/g, '|')})`;
}

const month = anyOf(`jan(?:uary)? | feb(?:ruary)? | mar(?:ch)? | apr(?:il)? | may | june? | july?
  | aug(?:ust)? | sept?(?:ember)? | oct(?:ober)? | nov(?:ember)? | dec(?:ember)?`);
const year = String.raw`(?:19|20)\d\d`;
const writtenDate = anyOf(String.raw`\d{1,2}\/\d{1,2}\/(?:${year}|\d\d)
  | \d{1,2}-\d{1,2}-(?:${year}|\d\d)
  | \d{1,2}\.\d{1,2}\.${year}
  | ${year}[-/.]\d{1,2}[-/.]\d{1,2}
  | ${month}\.? \d{1,2}(?:st|nd|rd|th)?,? ${year}
  | \d{1,2}(?:st|nd|rd|th)?[ -]${month}\.?,?[ -]${year}`);

/** A day with its year, as charts and people write it. */
export const fullDate = String.raw`(?<![\d.,/-])${writtenDate}(?![\d/-])`;

/** Whom a sentence is about: not "patients", who are many. */
export const patientWord = anyOf(
  'patient | pt | client | resident | inpatient | claimant | newborn | baby',
);

/** What is said of one person in a chart. */
const clinicalWord = anyOf(String.raw`admitted | discharged | diagnosed | diagnosis | dx | presents
  | presented | presenting | seen | treated | treatment of | underwent | c\/o | complains | hx
  | h\/o | came (?:in|to) | er | ed | icu | surgery | operative | preoperative | postoperative
  | procedure | findings | chart | records? | visit | age | [my]\/?[fo] | year old | died | lives | pregnant
  | patient | pt`);
export const clinical = new RegExp(String.raw`\b${clinicalWord}\b`, 'i');

/** `45 y/o`, `45-year-old`, `Age: 45`. */
export const age = anyOf(String.raw`\b\d{1,3}[ -]?(?:y\/?o\b|y\.o|(?:yrs?|years?)[ -]old\b)
  | \bage:? ?\d{1,3}\b`);

export function countDigits(text: string): number {
  return text.replaceAll(/\D/g, '').length;
}
