// Numbers of things that belong to one person: an implant, a car.

import { holdsNumber, labelled } from './labelled-numbers.ts';
import { anyOf, countDigits } from './patterns.ts';
import type { Rule } from './rule.ts';

const serial = labelled(
  anyOf(String.raw`(?:lot|model|device) ?(?:#|no\b|num|nbr|number|id) | serial | s\/n | udi`),
);
const hardwareAddress = /\b(?:[\da-f]{2}[:-]){5}[\da-f]{2}\b/i;

export const deviceNumber: Rule = {
  identifier: 'device number',
  letter: 'M',
  allowedBy: ['number'],
  holds: (text) => holdsNumber(text, serial, 5) || hardwareAddress.test(text),
};

const plate = labelled(
  anyOf(String.raw`licen[sc]e plate | plate ?(?:#|no\b|number) | tag ?(?:#|number)`),
);
const seventeen = /\b[\da-hj-npr-z]{17}\b/gi;

/** A plate, or a vehicle identification number: 17 characters without I, O and Q (ISO 3779). */
export const vehicleNumber: Rule = {
  identifier: 'vehicle number',
  letter: 'L',
  allowedBy: ['number'],
  holds: (text) => holdsNumber(text, plate, 3) || text.matchAll(seventeen).some(isOfVehicle),
};

/** Letters and digits both: neither a long word nor a long number. */
function isOfVehicle([value]: RegExpExecArray): boolean {
  const digits = countDigits(value);
  return digits >= 6 && digits <= 15;
}
