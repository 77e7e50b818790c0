// Brings a text to the form in which the rules read it: without the tricks of typography, and
// without the numbers and addresses that belong to a coder's own work.

import { anyOf } from './patterns.ts';

/** One kind of dash, quote and space, no accents, no Markdown, no mentions of the platforms. */
export function plainText(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replaceAll(/<(?:[@#][!&]?\w{1,40}|a?:\w{1,40}:\d{1,25})>/g, ' ')
    .replaceAll(/[*`]/g, '')
    .replaceAll('_', ' ')
    .replaceAll('|', '\n')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n\s*/g, '\n');
}

const owner = anyOf(`npi | upin | taxonomy | tax id | ein | tin | clia | dea | ndc | isbn | issn
  | index | ceu | course | webinar | aapc | ahima | nha | amba | credential | cert | certificate
  | certification | confirmation | exam | zoom | meeting | passcode | server | channel | build
  | version | screenshot | img | pxl | dsc`);
const filler = anyOf(`number | no | num | id | is | was | my | our | the | for | of | completion
  | says | code | membership | member | index | webinar | ceu | aapc | ahima | nha | credential
  | certificate | confirmation`);

/**
 * The numbers of a coder's own work: of providers and payers' rules (NPI, tax id, NDC), of members
 * and their courses (index and member numbers), of meetings and files. They point at no patient.
 */
const ownNumber = new RegExp(
  String.raw`\b${owner}\b(?:[\s#:.,=]|'s\b|\b${filler}\b){0,12}` +
    String.raw`[a-z]{0,5}\d[\da-z]{0,20}(?:[ .-]\d{1,12}){0,5}(?![\d/])`,
  'gi',
);

const webAddress = /\b(?:https?:\/\/|www\.)\S{1,2000}/gi;

/** For the rules that look at numbers; a web address is looked at by its own rule. */
export function withoutOwnNumbers(text: string): string {
  const offline = text.replaceAll(webAddress, ' ').replaceAll(ownNumber, ' ');
  return /\bnpi\b/i.test(text)
    ? offline.replaceAll(/\b[12]\d{9}\b/g, (number) => (isNpi(number) ? ' ' : number))
    : offline;
}

/** An NPI ends in a check digit: Luhn's, over the number with 80840 before it (CMS, NPI format). */
function isNpi(number: string): boolean {
  const sum = [...`80840${number}`].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
