// Turns what somebody typed into what is looked for: words in any order, misspelt, or lay words.

import type { InstallableSet } from './code-entry.ts';
import { type Encounter, encounterIn } from './encounters.ts';
import { type LayWordIndex, longestPhrase, type MeantCode } from './lay-words.ts';
import { fillers, mistakesBetween, singular, soundOf, wordsOf } from './words.ts';

export interface Term {
  readonly word: string;
  /** Words that begin so count too. */
  readonly begins: boolean;
  /** In so many titles that only the word itself and its plural are looked up, for speed. */
  readonly common: boolean;
}

/** One thing that was said: any of its alternatives, of which all terms; or a code that is meant. */
export interface Group {
  readonly alternatives: readonly (readonly Term[])[];
  readonly codes: readonly MeantCode[];
  /** How much it tells, from 0.3 for what stands in thousands of titles to 1. */
  readonly weight: number;
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
  isCommon(word: string): boolean;
  /** In how many titles it stands, as it is. */
  usesOf(word: string): number;
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
  const plain = typed.slice(0, 300).replaceAll(/\bicd[- ]?10(?:[- ]?(?=cm|pcs)|\b)/gi, ' ');
  const all = wordsOf(plain).slice(0, mostWords);
  const sets = [...new Set(all.flatMap((word) => setWords[word] ?? []))];
  const { encounter = 'initial', rest } = encounterIn(all.filter((word) => !(word in setWords)));
  const isGrowing = reading.typing && !/\s$/.test(typed);
  const words = rest.map((word, at) =>
    readWord(word, reading, isGrowing && at === rest.length - 1),
  );
  const groups = groupsOf(words, reading);
  return {
    groups,
    encounter,
    sets,
    corrected: words.flatMap(({ typed: word, read: [best] }) =>
      best !== undefined && best !== word ? [{ typed: word, read: best }] : [],
    ),
    unknown: words.flatMap(({ typed: word, read }) => (read.length === 0 ? [word] : [])),
  };
}

interface Word {
  readonly typed: string;
  /** What it is taken for, the likeliest first; nothing where no title has anything like it. */
  readonly read: readonly string[];
  /** May still be growing. */
  readonly growing: boolean;
}

function readWord(word: string, { vocabulary, layWords }: Reading, growing: boolean): Word {
  const isKnown =
    fillers.has(word) ||
    layWords.words.has(singular(word)) ||
    vocabulary.hasWord(term(word, growing, vocabulary).word);
  if (isKnown) return { typed: word, read: [word], growing };
  const read = corrections(word, vocabulary, layWords);
  if (read.length > 0) return { typed: word, read: read.slice(0, 3), growing: false };
  const root = rootOf(word, vocabulary);
  return { typed: word, read: root === undefined ? [] : [root], growing: root !== undefined };
}

/** The longest lay phrases first; other words by themselves. */
function groupsOf(words: readonly Word[], reading: Reading): readonly Group[] {
  const groups: Group[] = [];
  for (let at = 0; at < words.length; ) {
    const lay = layPhrase(words, at, reading);
    const word = words[at];
    at += lay?.length ?? 1;
    const isOnly = reading.typing && words.length === 1;
    if (lay) groups.push(lay.group);
    else if (word && word.read.length > 0 && (isOnly || !fillers.has(word.typed)))
      groups.push(plainGroup(word, reading.vocabulary));
  }
  return groups;
}

interface LayGroup {
  readonly group: Group;
  /** In words. */
  readonly length: number;
}

function layPhrase(
  words: readonly Word[],
  at: number,
  { layWords, vocabulary }: Reading,
): LayGroup | undefined {
  const most = Math.min(longestPhrase, words.length - at);
  for (let length = most; length > 0; length -= 1) {
    const said = words.slice(at, at + length).flatMap(({ read }) => read.slice(0, 1));
    const found = said.length === length ? layWords.find(said) : undefined;
    if (!found) continue;
    const phrases = [said.filter((word) => !fillers.has(word)), ...found.means.map(wordsOf)];
    const alternatives = phrases.map((phrase) =>
      phrase.filter((word) => !fillers.has(word)).map((word) => term(word, false, vocabulary)),
    );
    return { group: { alternatives, codes: found.codes, weight: 1 }, length };
  }
  return undefined;
}

function plainGroup({ read, growing }: Word, vocabulary: Vocabulary): Group {
  const alternatives = read.flatMap((word) => {
    const own = [term(word, growing, vocabulary)];
    if (growing || word.length > 4) return [own];
    // Short words mean only themselves, in the singular or the plural.
    return [own, [exactTerm(singular(word))], [exactTerm(`${word}s`)]];
  });
  const uses = Math.max(0, ...read.map((word) => vocabulary.usesOf(singular(word))));
  return { alternatives, codes: [], weight: weightOf(uses) };
}

function weightOf(uses: number): number {
  return Math.max(0.3, 1 - Math.log10(1 + uses) / 6);
}

/** Longer words mean also those that begin so: `fracture` is `fractured`, `arm` is not `armature`. */
function term(word: string, growing: boolean, vocabulary: Vocabulary): Term {
  if (growing) return { word, begins: true, common: vocabulary.isCommon(word) };
  const whole = word.length >= 5 ? singular(word) : word;
  if (vocabulary.isCommon(whole)) return { word: whole, begins: true, common: true };
  const root = word.length >= 5 ? whole.replace(/y$/, '') : word;
  return { word: root, begins: root.length >= 4 && !/\d/.test(root), common: false };
}

function exactTerm(word: string): Term {
  return { word, begins: false, common: false };
}

/** Nearest first; of words as near, the one that more titles have. */
function corrections(
  word: string,
  vocabulary: Vocabulary,
  layWords: LayWordIndex,
): readonly string[] {
  if (word.length < 4 || /\d/.test(word)) return [];
  const most = word.length < 6 ? 1 : word.length < 9 ? 2 : 3;
  const sound = soundOf(word);
  const spoken = [...layWords.words]
    .filter((each) => each.length > 3 && each[0] === word[0])
    .map((each) => ({ word: each, uses: 20 }));
  return [...vocabulary.wordsLike(word), ...spoken]
    .map(({ word: read, uses }) => {
      const mistakes = mistakesBetween(word, read, most);
      return { read, uses, mistakes, far: mistakes - (soundOf(read) === sound ? 0.5 : 0) };
    })
    .filter(({ mistakes }) => mistakes <= most)
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
