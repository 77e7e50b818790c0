// What a text is compared by: its words, their meanings and neighbours, and their letters. Each
// feature is a number, made of its parts: strings for half a million of them would take too long.

import { isMisspelt } from './likeness.ts';
import { meaningOf } from './word-groups.ts';
import { plainWordsOf, type Word, wordOf } from './words.ts';

/** How much each kind counts beside the others; set on phrasings held out of the index. */
const weights = {
  word: 0.8,
  /** A word that belongs to no group, and so has no meaning beside itself. */
  loneWord: 1.3,
  /** `who`, `how`, `many`, `not`. */
  filler: 0.4,
  meaning: 0.6,
  neighbours: 0.4,
  pairs: 0.4,
};

/** Words up to so many apart make a pair. */
const reach = 3;

export interface Features {
  /** Each feature once or more often, in the order of the text. */
  readonly ids: readonly number[];
  /** Of the feature at the same place. */
  readonly weights: readonly number[];
}

/** What a text is made of. */
export interface Reading {
  /** What can be learned from: words and what they stand beside. */
  readonly said: Features;
  /** Runs of letters of each word, which survive misspellings; one array for one word. */
  readonly letters: readonly (readonly number[])[];
}

export const letterWeight = 0.25;

/** A word, as numbers. */
interface Part {
  readonly word: number;
  readonly meaning: number;
  readonly isFiller: boolean;
  readonly letters: readonly number[];
}

export interface Reader {
  /** Of the guide: its words become known. */
  learn(text: string): Reading;
  /** Of a question: a word that is not known is taken for the known one that it may be misspelt from. */
  read(text: string): Reading;
}

interface Known {
  readonly part: Part;
  often: number;
}

export function makeReader(): Reader {
  const known = new Map<string, Known>();
  const byFirstLetter = new Map<string, string[]>();
  const learnWord = (plain: string): Part => {
    const before = known.get(plain);
    if (before) {
      before.often += 1;
      return before.part;
    }
    const part = takeApart(wordOf(plain));
    known.set(plain, { part, often: 1 });
    const [first = ''] = plain;
    const siblings = byFirstLetter.get(first);
    if (siblings) siblings.push(plain);
    else byFirstLetter.set(first, [plain]);
    return part;
  };
  const meant = (plain: string): Known | undefined => {
    let best: Known | undefined;
    for (const other of byFirstLetter.get(plain[0] ?? '') ?? []) {
      const word = known.get(other);
      if (word && word.often > (best?.often ?? 1) && isMisspelt(plain, other)) best = word;
    }
    return best;
  };
  return {
    learn: (text) => readingOf(plainWordsOf(text).map(learnWord)),
    read: (text) =>
      readingOf(
        plainWordsOf(text).map(
          (plain) => (known.get(plain) ?? meant(plain))?.part ?? takeApart(wordOf(plain)),
        ),
      ),
  };
}

function readingOf(parts: readonly Part[]): Reading {
  const telling = parts.filter(({ isFiller }) => !isFiller);
  return { said: saidIn(parts, telling), letters: telling.map(({ letters }) => letters) };
}

function saidIn(parts: readonly Part[], telling: readonly Part[]): Features {
  const ids: number[] = [];
  const held: number[] = [];
  const add = (id: number, weight: number) => {
    ids.push(id);
    held.push(weight);
  };
  for (const { word, meaning, isFiller } of parts)
    if (isFiller) add(word, weights.filler);
    else if (word === meaning) add(word, weights.loneWord);
    else {
      add(word, weights.word);
      add(meaning, weights.meaning);
    }
  // Filler counts here: `who makes`, `how many`, `^ when` tell what is asked.
  let before = 0;
  for (const { meaning } of parts) {
    add(joined(before, meaning, 1), weights.neighbours);
    before = meaning;
  }
  telling.forEach(({ meaning }, index) => {
    for (let at = index + 1; at < telling.length && at <= index + reach; at += 1) {
      const other = telling[at]?.meaning ?? 0;
      add(joined(Math.min(meaning, other), Math.max(meaning, other), 2), weights.pairs);
    }
  });
  return { ids, weights: held };
}

function takeApart({ text, stem, isFiller }: Word): Part {
  const fenced = `<${text}>`;
  const letters: number[] = [];
  for (let at = 0; at + 3 <= fenced.length; at += 1) {
    letters.push(numberOf(fenced.slice(at, at + 3)));
    if (at + 4 <= fenced.length) letters.push(numberOf(fenced.slice(at, at + 4)));
  }
  return { word: numberOf(stem), meaning: numberOf(meaningOf(stem)), isFiller, letters };
}

/** FNV-1a, brought to thirty bits: so many features have hardly ever one number in common. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 2;
}

function joined(one: number, other: number, kind: number): number {
  const mixed = Math.imul(Math.imul(one + kind, 0x85ebca6b) ^ other, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 15)) >>> 2;
}
