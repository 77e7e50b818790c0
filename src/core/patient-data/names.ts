// Names of patients. A name by itself says little: it counts beside something clinical, and more so
// beside a word for a patient, an age or a day. Names of clinicians, colleagues and eponyms do not.

import { isCommonWord, isEponym, isOfTheTrade } from './harmless-names.ts';
import { type NameFound, namesIn } from './names-found.ts';
import { age, anyOf, clinical, fullDate, patientWord } from './patterns.ts';
import type { Rule } from './rule.ts';

export const nameOfPatient: Rule = {
  identifier: 'name',
  letter: 'A',
  allowedBy: ['name', 'file name'],
  holds: (text) => {
    const isClinical = clinical.test(text) || anyDate.test(text);
    return (
      text.matchAll(nameField).some(([, value = '']) => !isCommonWord(value)) ||
      namesIn(text).some((found) => pointsAtPatient(text, found, isClinical))
    );
  },
};

/** A line of a chart or a form that says whose it is, whatever the name. */
const nameField = new RegExp(
  String.raw`\b(?:${anyOf(`patient | pt | subscriber | insured | guarantor | first | last | given
    | family`)}(?:'s)? ?name|surname) ?[:=]\s?([a-z][a-z'-]+)`,
  'gi',
);
const anyDate = new RegExp(fullDate, 'i');

/** How surely it is a name and how surely a patient is meant must come to three. */
function pointsAtPatient(text: string, found: NameFound, isClinical: boolean): boolean {
  const before = text.slice(Math.max(0, found.start - 40), found.start);
  const after = text.slice(found.end, found.end + 40);
  const isCalledPatient = saysPatient.test(before);
  const called = isCalledPatient || saysName.test(before) ? 2 : 0;
  const evidence =
    found.certainty === 0
      ? called + doesAsPatient(after)
      : Math.max(called, doesAsPatient(after), goesOnLikeChart.test(after) ? 2 : 0);
  if (found.certainty + Math.max(evidence, isClinical ? 1 : 0) < 3) return false;
  return !isEponym(found.text, after) && (isCalledPatient || !isOfTheTrade(before, after));
}

function doesAsPatient(after: string): 0 | 2 | 3 {
  if (saysPerson.test(after)) return 3;
  return behavesLikePatient.test(after) ? 2 : 0;
}

const saysName = /\bname[\s:=-]{1,3}$/i;
/** "patient", "pt named", "chart of", right before the name. */
const saysPatient = new RegExp(
  String.raw`\b${anyOf(`${patientWord}(?:'s)?(?: (?:name|named|called|is))?
    | (?:chart|visit|records?|family|case|coding|code) (?:of|for)`)}[\s:=,#-]{0,4}$`,
  'i',
);

const treated = anyOf('admitted | discharged | diagnosed | seen | treated');
/** An age, "who was admitted", "is my patient", right behind it: said of nothing but people. */
const saysPerson = new RegExp(
  anyOf(String.raw`^[\s,;:(/-]{0,4}(?:(?:is|was) an? (?:\w{1,12} )?|who is )?${age}
    | ^,? who (?:(?:was|is) ${treated}|came|presented)\b
    | ^,? is (?:my|our|the|a) (?:patient|pt)\b`),
  'i',
);

/** "was seen", "came in", "underwent": of patients, at times of departments. */
const behavesLikePatient = new RegExp(
  String.raw`^,? ${anyOf(String.raw`who (?:has|had|was|is) | (?:was|is) ${treated} | came (?:in|to)
    | presents | presented | underwent | c\/o | complains`)}\b`,
  'i',
);

/** A day, "DOB", "(45", "45F", "'s chart". */
const goesOnLikeChart = new RegExp(
  anyOf(String.raw`^[\s,;:(/-]{0,4}${fullDate}
    | ^[\s,;:(/-]{0,4}(?:dob|d\.o\.b|born|mrn|date of birth)\b
    | ^[\s,;:(/-]{0,4}\(?\d{1,3} ?(?:[mf]\b|male|female|man|woman)
    | ^[\s,;:(/-]{0,4}\(\d{1,3}\b
    | ^(?:'s)? (?:chart|records?|visit)\b`),
  'i',
);
