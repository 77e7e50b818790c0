// Finds what points at a patient in free text, by the identifiers that 45 CFR 164.514(b)(2) lists.
// It is to stop a slip before anything is stored, not to prove that a text is safe: photographs and
// voices cannot be seen here, and a place or a day of service alone is let through.

import { streetAddress } from './addresses.ts';
import { birthDate } from './birth-dates.ts';
import { emailAddress, networkAddress, telephoneNumber, webAddress } from './contacts.ts';
import { healthPlanNumber, licenceNumber, socialSecurityNumber } from './identity-numbers.ts';
import { nameOfPatient } from './names.ts';
import { plainText, withoutOwnNumbers } from './plain-text.ts';
import { accountNumber, claimNumber, longNumber, medicalRecordNumber } from './record-numbers.ts';
import type { Allowance, Identifier, Rule } from './rule.ts';
import { deviceNumber, vehicleNumber } from './things.ts';

/** They look at the words, web addresses included. */
const rulesOfWords: readonly Rule[] = [webAddress, emailAddress, birthDate, nameOfPatient];

/** They look at numbers, where those of a coder's own work are left out. */
const rulesOfNumbers: readonly Rule[] = [
  socialSecurityNumber,
  telephoneNumber,
  medicalRecordNumber,
  healthPlanNumber,
  accountNumber,
  licenceNumber,
  vehicleNumber,
  deviceNumber,
  networkAddress,
  streetAddress,
  claimNumber,
  longNumber,
];

export const patientDataRules: readonly Rule[] = [...rulesOfWords, ...rulesOfNumbers];

/** The first rule that matches, or nothing. Linear in the length of the text. */
export function findPatientData(
  text: string,
  allowed: readonly Allowance[] = [],
): Identifier | undefined {
  const plain = plainText(text);
  const numbers = /\d/.test(plain) ? withoutOwnNumbers(plain) : '';
  const applies = ({ allowedBy = [] }: Rule) => !allowedBy.some((each) => allowed.includes(each));
  const rule =
    rulesOfWords.find((each) => applies(each) && each.holds(plain)) ??
    (numbers === ''
      ? undefined
      : rulesOfNumbers.find((each) => applies(each) && each.holds(numbers)));
  return rule?.identifier;
}
