// Where a person lives: a house number, a street, and signs that it is an address.

import { anyOf } from './patterns.ts';
import type { Rule } from './rule.ts';

const kinds =
  anyOf(`street | st | avenue | ave | av | road | rd | drive | dr | lane | ln | boulevard
  | blvd | court | ct | circle | cir | terrace | ter | way | place | pl | parkway | pkwy | highway
  | hwy | trail | loop | square`);
/** The postal abbreviations, by their first letters. */
const states = anyOf(`a[klrz] | c[aot] | d[ce] | fl | ga | hi | i[adln] | k[sy] | la | m[adeinost]
  | n[cdehjmvy] | o[hkr] | pa | ri | s[cd] | t[nx] | ut | v[at] | w[aivy]`);
const homeWord = anyOf(`lives? | living | resid(?:es|ing) | residence | address | home | house
  | moved to`);
const compass = anyOf('[nsew] | [ns][ew] | north | south | east | west');
const direction = String.raw`(?:${compass}\b\.? )?`;
const word = `[a-z][a-z'-]{1,20}`;

const address = new RegExp(
  String.raw`(?<home>\b${homeWord}\b[^\da-z]{0,4}(?:\b(?:at|is|on|of)\b ?)?)?` +
    String.raw`(?<start>\bat |[\n,;] ?|^)?(?<![\d.,$/-])\b\d{1,5}[a-z]?\b ` +
    String.raw`(?<words>${direction}(?:${word}|\d{1,3}(?:st|nd|rd|th))(?: ${word}){0,3}?) ` +
    String.raw`(?<kind>${kinds})\b\.?` +
    String.raw`(?<end>,? (?:apt|unit|ste|suite|#)|\s?[,\n]|,? [a-z ]{2,20},? ${states} \d{5}|$)?`,
  'gi',
);

/** Of counts and of notes: "12 lead ECG with ST depression", "at 4 pm Dr. Chen", "2 of the way". */
const neverInStreets = new RegExp(
  String.raw`\b${anyOf(`of | the | in | by | per | for | to | an? | on | and | or | with | is | are
    | was | [ap]m | noon | hours? | hrs? | minutes? | min | days? | weeks? | months? | years? | yo
    | old | codes? | questions? | ceus? | credits? | cases? | units? | digits? | steps? | leads?
    | views? | slices? | phases? | vessels? | stents? | lines? | mm | cm | mg | ml | mcg | percent
    | dollars | patients? | pts? | visits? | claims? | way`)}\b`,
  'i',
);

/** They mean other things too: ST segments, CT scans, doctors. */
const doubtful = /^(?:st|dr|ct|pl|way|place|court|drive|circle|loop|square|ter)$/i;

export const streetAddress: Rule = {
  identifier: 'street address',
  letter: 'B',
  holds: (text) => text.matchAll(address).some(isAddress),
};

/** Said to be a home, or with signs enough around it. */
function isAddress({ groups }: RegExpExecArray): boolean {
  const { home, start, words = '', kind = '', end } = groups ?? {};
  if (neverInStreets.test(words)) return false;
  if (home !== undefined) return true;
  const signs = (start === undefined ? 0 : 1) + signsAtEnd(end);
  return signs >= (doubtful.test(kind) ? 2 : 1);
}

/** A flat or a postal code says more than a comma. */
function signsAtEnd(end: string | undefined): number {
  if (end === undefined) return 0;
  return /[a-z#]/i.test(end) ? 2 : 1;
}
