// What people say, and what the titles say for it: heart attack, acute myocardial infarction.

import type { InstallableSet } from './code-entry.ts';
import { singular, wordsOf } from './words.ts';

export interface LayWords {
  /** `heart attack`, `MI`: any of them. */
  readonly say: readonly string[];
  /** Words of titles; each is another way to put it. */
  readonly means: readonly string[];
  /** Of the codes that are meant most often, the likeliest first. */
  readonly codes: readonly MeantCode[];
}

/** A code, or the beginning of some. */
export interface MeantCode {
  readonly codeSet: InstallableSet;
  /** Without its dot. */
  readonly code: string;
}

/**
 * The set is told by the shape: a dot or three characters after a letter are ICD-10-CM (`I21.9`,
 * `I10`), a letter and four digits or two letters HCPCS Level II, and all else ICD-10-PCS.
 */
export function meantCode(written: string): MeantCode {
  const code = written.replace('.', '');
  if (written.includes('.') || /^[A-Z][0-9A-Z]{2}$/.test(code))
    return { codeSet: 'icd-10-cm', code };
  const isSupply = /^(?:[A-V]\d{4}|[A-Z]{2})$/.test(code);
  return { codeSet: isSupply ? 'hcpcs-level-ii' : 'icd-10-pcs', code };
}

export interface LayWordIndex {
  readonly all: readonly LayWords[];
  /** By the phrase, its words in the singular. */
  find(words: readonly string[]): LayWords | undefined;
  /** Every word that a phrase has. */
  readonly words: ReadonlySet<string>;
}

export function indexLayWords(all: readonly LayWords[]): LayWordIndex {
  const phrases = new Map(
    all.flatMap((each) => each.say.map((phrase) => [keyOf(wordsOf(phrase)), each])),
  );
  const words = new Set([...phrases.keys()].flatMap((phrase) => phrase.split(' ')));
  return { all, find: (said) => phrases.get(keyOf(said)), words };
}

function keyOf(words: readonly string[]): string {
  return words.map(singular).join(' ');
}

/** Words in the longest phrase that anybody says. */
export const longestPhrase = 6;
