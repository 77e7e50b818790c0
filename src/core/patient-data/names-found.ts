// Finds what reads like a person's name, and how surely it does.

import { firstNames, firstNamesAsWords } from './first-names.ts';
import { isCommonWord } from './harmless-names.ts';
import { lastNames, lastNamesAsWords } from './last-names.ts';

export interface NameFound {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** 2: both names are known, or a title says so. 1: one is known. 0: only capitals say so. */
  readonly certainty: 0 | 1 | 2;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Whether capitals tell names from words: not in headings, not where all or none are capitals. */
type Capitals = 'tell' | 'mean nothing';

export function namesIn(text: string): readonly NameFound[] {
  const words = [...text.matchAll(/[A-Za-z][A-Za-z']*(?:-[A-Za-z']+)*/g)].map(wordOf);
  const capitals = capitalsOf(words);
  return words.flatMap((word, at) => {
    const next = words[at + 1];
    if (!next || word.text.length < 2) return [];
    const found =
      titled(text, word, next, capitals) ?? pair(text, word, next, words[at + 2], capitals);
    return found === undefined ? [] : [found];
  });
}

function capitalsOf(words: readonly Word[]): Capitals {
  const small = words.filter((word) => /^[a-z]/.test(word.text)).length;
  const isMixed = small * 3 >= words.length && words.some((word) => /^[A-Z][a-z]/.test(word.text));
  return isMixed ? 'tell' : 'mean nothing';
}

function wordOf({ 0: text, index }: RegExpExecArray): Word {
  return { text, start: index, end: index + text.length };
}

/** "Mrs. Alvarez"; "MS" and "mr" are also a disease and a scan, "MS Excel" is neither. */
function titled(text: string, title: Word, last: Word, capitals: Capitals): NameFound | undefined {
  if (!/^(?:mr|mrs|ms|miss|mister)$/i.test(title.text)) return undefined;
  const gap = text.slice(title.end, last.start);
  if (!/^\.? $/.test(gap) || isCommonWord(last.text)) return undefined;
  const isDotted = gap === '. ';
  if (capitals === 'tell' && !isDotted && /^M[RS]$/.test(title.text)) return undefined;
  const isWritten = capitals === 'tell' && /^[A-Z]/.test(last.text);
  const isSure = isDotted || isWritten || isLastName(last.text);
  return nameFrom(text, title, last, isSure ? 2 : 1);
}

/** "Maria Lopez", "Maria G. Lopez", "Lopez, Maria". */
function pair(
  text: string,
  one: Word,
  next: Word,
  afterNext: Word | undefined,
  capitals: Capitals,
): NameFound | undefined {
  const two = next.text.length === 1 && afterNext ? afterNext : next;
  const gap = text.slice(one.end, two.start);
  const isTurned = /^, ?$/.test(gap);
  if (!isTurned && !/^ (?:[A-Za-z]\.? )?$/.test(gap)) return undefined;
  const [first, last] = isTurned ? [two.text, one.text] : [one.text, two.text];
  const certainty = certaintyOf(first, last, capitals);
  return certainty === undefined ? undefined : nameFrom(text, one, two, certainty);
}

function nameFrom(text: string, from: Word, to: Word, certainty: 0 | 1 | 2): NameFound {
  return { text: text.slice(from.start, to.end), start: from.start, end: to.end, certainty };
}

function certaintyOf(
  first: string,
  last: string,
  capitals: Capitals,
): NameFound['certainty'] | undefined {
  const isWritten = capitals === 'tell' && /^[A-Z]/.test(first) && /^[A-Z]/.test(last);
  const knownFirst = isFirstName(first, isWritten);
  const knownLast = isLastName(last);
  if (knownFirst && knownLast) return 2;
  if (isCommonWord(first) || isCommonWord(last)) return undefined;
  if (isWritten) return knownFirst || knownLast ? 1 : 0;
  if (capitals === 'tell') return undefined;
  return knownFirst || (knownLast && !lastNamesAsWords.has(last.toLowerCase())) ? 1 : undefined;
}

/** "Art" may be one where capitals tell, ANA and TIA are not. */
function isFirstName(word: string, isWritten: boolean): boolean {
  const plain = word.toLowerCase();
  if (!firstNames.has(plain)) return false;
  return !firstNamesAsWords.has(plain) || (isWritten && /^.[a-z]/.test(word));
}

/** Of a double name one part is enough. */
function isLastName(word: string): boolean {
  const plain = word.toLowerCase().replace(/'s$/, '').replaceAll("'", '');
  if (lastNames.has(plain) || particles.has(plain)) return true;
  return plain.includes('-') && plain.split('-').some((part) => lastNames.has(part));
}

const particles = new Set(
  'de la del da di van von der den el al bin ibn abu mac mc st dela'.split(' '),
);
