// Numbers of things that belong to one person: an implant, a car.

import { holdsNumber, labelled } from './identity-numbers.ts';
import { countDigits } from './patterns.ts';
import type { Rule } from './rule.ts';

const serial = labelled(
  String.raw`(?:(?:lot|model|device) ?(?:#|no\b|num|nbr|number|id)|serial|s\/n|udi)`,
);

export const deviceNumber: Rule = {
  identifier: 'device number',
  letter: 'M',
  allowance: 'number',
  holds: (text) =>
    holdsNumber(text, serial, 5) || /\b(?:[\da-f]{2}[:-]){5}[\da-f]{2}\b/i.test(text),
};

const plate = labelled(String.raw`(?:licen[sc]e plate|plate ?(?:#|no\b|number)|tag ?(?:#|number))`);

/** A plate, or a vehicle identification number: 17 characters without I, O and Q (ISO 3779). */
export const vehicleNumber: Rule = {
  identifier: 'vehicle number',
  letter: 'L',
  allowance: 'number',
  holds: (text) => holdsNumber(text, plate, 3) || text.matchAll(seventeen).some(isVin),
};

const seventeen = /\b[\da-hj-npr-z]{17}\b/gi;

function isVin([value]: RegExpExecArray): boolean {
  return countDigits(value) >= 6 && countDigits(value) <= 15;
}
