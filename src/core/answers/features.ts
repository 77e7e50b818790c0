// What a text is compared by: its words, their meanings, their neighbours, and their letters.

import { meaningOf } from './word-groups.ts';
import { type Word, wordsOf } from './words.ts';

export interface Kind {
  readonly name: 'words' | 'letters' | 'meanings' | 'neighbours' | 'pairs';
  /** How much it counts beside the others. */
  readonly weight: number;
  /** How much a passage's text counts beside what people ask. */
  readonly textWeight: number;
  readonly of: (words: readonly Word[]) => readonly string[];
}

/**
 * The weights were set on phrasings held out of the index and on half of the first writer's
 * questions. Words alone find 74 of 100 of those first, all five 88.
 */
export const kinds: readonly Kind[] = [
  { name: 'words', weight: 0.8, textWeight: 0.5, of: (words) => words.map(({ stem }) => stem) },
  { name: 'letters', weight: 0.25, textWeight: 0.3, of: lettersOf },
  { name: 'meanings', weight: 0.6, textWeight: 0.5, of: meaningsOf },
  { name: 'neighbours', weight: 0.4, textWeight: 0.3, of: neighboursOf },
  { name: 'pairs', weight: 0.4, textWeight: 0.3, of: pairsOf },
];

/** Of each kind, in the order of `kinds`. */
export function featuresOf(text: string): readonly (readonly string[])[] {
  const words = wordsOf(text);
  return kinds.map((kind) => kind.of(words));
}

/** Words without filler, groups of words with one meaning as one. */
function meaningsOf(words: readonly Word[]): readonly string[] {
  return words.filter(({ isFiller }) => !isFiller).map(({ stem }) => meaningOf(stem));
}

/** Filler counts here: `who makes`, `how many`, `^ when` tell what is asked. */
function neighboursOf(words: readonly Word[]): readonly string[] {
  const meanings = words.map(({ stem }) => meaningOf(stem));
  return meanings.map((meaning, index) => `${meanings[index - 1] ?? '^'} ${meaning}`);
}

/** Words up to three apart, in any order. */
function pairsOf(words: readonly Word[]): readonly string[] {
  const meanings = meaningsOf(words);
  return meanings.flatMap((one, index) =>
    meanings
      .slice(index + 1, index + 4)
      .map((other) => (one < other ? `${one}+${other}` : `${other}+${one}`)),
  );
}

/** Runs of three and four letters, which survive misspellings. */
function lettersOf(words: readonly Word[]): readonly string[] {
  const runs: string[] = [];
  for (const { text, isFiller } of words) {
    if (isFiller) continue;
    const fenced = `<${text}>`;
    for (let at = 0; at + 3 <= fenced.length; at += 1) {
      runs.push(fenced.slice(at, at + 3));
      if (at + 4 <= fenced.length) runs.push(fenced.slice(at, at + 4));
    }
  }
  return runs;
}
