// Days on which somebody was born. Days of service point at nobody: coders ask about them all day.

import { age, anyOf, clinical, fullDate, patientWord } from './patterns.ts';
import type { Rule } from './rule.ts';

const birth = String.raw`\b${anyOf(
  String.raw`d\.?o\.?b\b\.? | date of birth | birth ?date | birth ?day | b-?day | born`,
)}`;
const between = String.raw`[\s:=#.,()/-]{0,6}(?:\b(?:is|was|on|of)\b)?[\s:]{0,3}`;
/** Only behind a label: `03141961`, `19610314`, `3 14 1961`, `3/14`. */
const shortDate = anyOf(String.raw`[01]?\d[0-3]\d(?:19|20)\d\d | (?:19|20)\d\d[01]\d[0-3]\d
  | \d{1,2} \d{1,2} (?:19|20)?\d\d | \d{1,2}\/\d{1,2}`);

const afterLabel = new RegExp(
  String.raw`${birth}${between}(?:${fullDate}|(?<!\d)${shortDate}(?!\d))`,
  'i',
);
const beforeLabel = new RegExp(String.raw`${fullDate}[\s,(-]{0,4}${birth}`, 'i');

export const birthDate: Rule = {
  identifier: 'birth date',
  letter: 'C',
  holds: (text) =>
    afterLabel.test(text) ||
    beforeLabel.test(text) ||
    text.matchAll(days).some((day) => isOfSomebody(text, day)),
};

const days = new RegExp(fullDate, 'gi');
const ofARule = new RegExp(
  String.raw`\b${anyOf(`since | effective | starting | law | act | from | until | through | before
    | after | published | enacted | dos | version`)}\W{0,3}$`,
  'i',
);
/** `03/14/2011 M`, as a list of patients begins. */
const sexBehind = /^[\s,;/(-]{1,3}(?:m|f|male|female|man|woman|boy|girl)\b(?![./-])/i;
const person = new RegExp(
  anyOf(String.raw`\b(?:${patientWord}|male|female|man|woman|mr|mrs)\b | ${age} | ${birth}`),
  'i',
);

/** Beside a sex; or beside a patient and of the last century, about which no coder asks. */
function isOfSomebody(text: string, { 0: day, index }: RegExpExecArray): boolean {
  const before = text.slice(Math.max(0, index - 60), index);
  const behind = text.slice(index + day.length, index + day.length + 60);
  if (ofARule.test(before)) return false;
  if (sexBehind.test(behind)) return true;
  const isOld = /\b19[2-9]\d\b|^\d{1,2}[/-]\d{1,2}[/-][3-9]\d$/.test(day);
  return isOld && [before, behind].some((near) => person.test(near) || clinical.test(near));
}
