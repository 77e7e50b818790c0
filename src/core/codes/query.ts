// Turns what somebody typed into what is looked for: words in any order, misspelt, or lay words.

import type { InstallableSet } from './code-entry.ts';
import { type Encounter, encounterIn } from './encounters.ts';
import { type LayWordIndex, layKey, longestPhrase } from './lay-words.ts';
import { fillers, mistakesBetween, singular, soundOf, wordsOf } from './words.ts';

export interface Term {
  readonly word: string;
  /** Words that begin so count too. */
  readonly begins: boolean;
}

/** One thing that was said: any of its alternatives, of which all terms; or a code that begins so. */
export interface Group {
  readonly alternatives: readonly (readonly Term[])[];
  readonly codes: readonly string[];
}

export interface CodeQuery {
  readonly groups: readonly Group[];
  readonly encounter: Encounter;
  /** Empty: all of them. */
  readonly sets: readonly InstallableSet[];
  /** Words that were taken for others, and those that no title has. */
  readonly corrected: readonly { readonly typed: string; readonly read: string }[];
  readonly unknown: readonly string[];
}

/** What the titles of the installed releases hold. */
export interface Vocabulary {
  hasWord(beginning: string): boolean;
  wordsLike(word: string): readonly { readonly word: string; readonly uses: number }[];
}

export interface Reading {
  readonly layWords: LayWordIndex;
  readonly vocabulary: Vocabulary;
  /** Whether the last word may be the beginning of one. */
  readonly typing: boolean;
}

const setWords: Readonly<Record<string, InstallableSet>> = {
  icd10cm: 'icd-10-cm',
  cm: 'icd-10-cm',
  icd10pcs: 'icd-10-pcs',
  pcs: 'icd-10-pcs',
  hcpcs: 'hcpcs-level-ii',
};

/** More words than that say no more. */
const mostWords = 12;

export function readQuery(typed: string, reading: Reading): CodeQuery {
  const plain = typed.replace(/\bicd[- ]?10(?:[- ]?(?=cm|pcs)|\b)/gi, ' ').slice(0, 200);
  const all = wordsOf(plain).slice(0, mostWords);
  const sets = [...new Set(all.flatMap((word) => setWords[word] ?? []))];
  const { encounter = 'initial', rest } = encounterIn(all.filter((w) => !(w in setWords)));
  const groups: Group[] = [];
  const corrected: { typed: string; read: string }[] = [];
  const unknown: string[] = [];
  for (let at = 0; at < rest.length; ) {
    const lay = layPhrase(rest, at, reading);
    if (lay) {
      groups.push(lay.group);
      at += lay.length;
      continue;
    }
    const word = rest[at] ?? '';
    at += 1;
    const isLast = at === rest.length;
    if (fillers.has(word) && !(isLast && reading.typing && groups.length === 0)) continue;
    const { group, read } = groupOf(word, isLast && reading.typing, reading.vocabulary);
    if (!group) unknown.push(word);
    else groups.push(group);
    if (read !== undefined) corrected.push({ typed: word, read });
  }
  return { groups, encounter, sets, corrected, unknown };
}

interface LayGroup {
  readonly group: Group;
  /** In words. */
  readonly length: number;
}

function layPhrase(words: readonly string[], at: number, reading: Reading): LayGroup | undefined {
  const most = Math.min(longestPhrase, words.length - at);
  for (let length = most; length > 0; length -= 1) {
    const said = words.slice(at, at + length);
    const found = reading.layWords.get(layKey(said));
    if (!found) continue;
    const own = said.filter((word) => !fillers.has(word)).map((word) => term(word, false));
    const means = found.means.map((phrase) => wordsOf(phrase).map((word) => term(word, false)));
    return { group: { alternatives: [own, ...means], codes: found.codes }, length };
  }
  return undefined;
}

/** Short words mean only themselves: `arm` is not `armature`. */
function term(word: string, typing: boolean): Term {
  const root = word.length >= 5 ? singular(word).replace(/y$/, '') : word;
  const begins = typing || (root.length >= 4 && !/\d/.test(root));
  return { word: typing ? word : root, begins };
}

function groupOf(
  word: string,
  typing: boolean,
  vocabulary: Vocabulary,
): { readonly group?: Group; readonly read?: string } {
  const own = term(word, typing);
  const plural =
    word.length <= 4 && !typing ? [[term(singular(word), false)], [term(`${word}s`, false)]] : [];
  if (vocabulary.hasWord(own.word))
    return { group: { alternatives: [[own], ...plural], codes: [] } };
  const [best, ...others] = corrections(word, vocabulary);
  if (best !== undefined) {
    const alternatives = [best, ...others.slice(0, 2)].map((read) => [term(read, false)]);
    return { group: { alternatives, codes: [] }, read: best };
  }
  const root = rootOf(word, vocabulary);
  return root ? { group: { alternatives: [[{ word: root, begins: true }]], codes: [] } } : {};
}

/** Nearest first; of words as near, the one that more titles have. */
function corrections(word: string, vocabulary: Vocabulary): readonly string[] {
  if (word.length < 4 || /\d/.test(word)) return [];
  const most = word.length < 6 ? 1 : word.length < 9 ? 2 : 3;
  const sound = soundOf(word);
  return vocabulary
    .wordsLike(word)
    .map(({ word: read, uses }) => {
      const mistakes = mistakesBetween(word, read, most + 1);
      const isHeard = soundOf(read) === sound;
      return { read, uses, far: mistakes - (isHeard ? 0.5 : 0), isNear: mistakes <= most };
    })
    .filter(({ isNear }) => isNear)
    .sort((a, b) => a.far - b.far || b.uses - a.uses)
    .filter(({ far }, _, all) => far <= (all[0]?.far ?? 0) + 0.5)
    .map(({ read }) => read);
}

/** `hyperglycemically`: the longest beginning that a title has. */
function rootOf(word: string, vocabulary: Vocabulary): string | undefined {
  for (let length = word.length - 1; length >= Math.max(5, word.length - 4); length -= 1) {
    const root = word.slice(0, length);
    if (vocabulary.hasWord(root)) return root;
  }
  return undefined;
}
