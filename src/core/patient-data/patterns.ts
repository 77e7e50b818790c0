// Pieces of patterns that several rules are made of.

const month = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`;
const year = String.raw`(?:(?:19|20)\d{2})`;

/** A day with its year, as charts and people write it; the pattern has no groups. */
export const fullDate =
  String.raw`(?<![\d.,/-])(?:\d{1,2}\/\d{1,2}\/(?:${year}|\d{2})|\d{1,2}-\d{1,2}-(?:${year}|\d{2})` +
  String.raw`|\d{1,2}\.\d{1,2}\.${year}|${year}[-/.]\d{1,2}[-/.]\d{1,2}` +
  String.raw`|${month}\.? \d{1,2}(?:st|nd|rd|th)?,? ${year}|\d{1,2}(?:st|nd|rd|th)?[ -]${month}\.?,?[ -]${year})(?![\d/-])`;

/** Whom a sentence is about: not "patients", who are many. */
export const patientWord = String.raw`(?:patient|pt|client|resident|inpatient|claimant|newborn|baby)`;

/** What is said of one person in a chart. */
export const clinical =
  /\b(?:admitted|discharged|diagnosed|diagnosis|dx|presents|presented|presenting|seen|treated|treatment of|underwent|c\/o|complains|hx|h\/o|came (?:in|to)|er|ed|icu|surgery|operative|procedure|findings|chart|records?|visit|age|[my]\/?[fo]|year old|died|lives|pregnant|preoperative|postoperative|patient|pt)\b/i;

/** `45 y/o`, `45-year-old`, `Age: 45`. */
export const age = String.raw`(?:\b\d{1,3}[ -]?(?:y\/?o\b|y\.o|(?:yrs?|years?)[ -]old\b)|\bage:? ?\d{1,3}\b)`;

export function countDigits(text: string): number {
  return text.replaceAll(/\D/g, '').length;
}
