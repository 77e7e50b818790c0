// Finds the passage that answers a question, and knows when none does.

import type { Passage } from './passage.ts';
import { wordsOf } from './words.ts';

export interface Found {
  readonly passage: Passage;
  readonly score: number;
  /** How much of what was asked the passage knows: 0 to 1, rare words counting most. */
  readonly coverage: number;
}

export interface GuideSearch {
  /** Best first. */
  find(question: string, most: number): readonly Found[];
  /** The same, or nothing where the evidence is thin. */
  answer(question: string): Found | undefined;
}

/** Below this the guide does not cover the question. */
const leastCoverage = 0.75;

/** BM25: how fast repetition stops counting, how much length is held against a passage. */
const k1 = 1.2;
const b = 0.5;
/** What people ask counts whole; what the passage happens to mention counts half. */
const textWeight = 0.5;

/**
 * Each passage is one document: its title, all its phrasings and its text. Measured on phrasings
 * held out of the index, that finds the right one first for 48 of 100, and matching each phrasing
 * alone for 38.
 */
export function makeGuideSearch(passages: readonly Passage[]): GuideSearch {
  const index = indexOf(passages);
  const known = knownWordings(passages);
  const find = (question: string, most: number) => {
    const asked = [...new Set(wordsOf(question))];
    return bestOf(scoresOf(asked, index), most).map(({ score, at }) =>
      foundOf(passages[at] as Passage, at, score, asked, index),
    );
  };
  return {
    find,
    answer(question) {
      const exact = known.get(wordsOf(question).join(' '));
      if (exact) return { passage: exact, score: Number.POSITIVE_INFINITY, coverage: 1 };
      const [best] = find(question, 1);
      return best && best.coverage >= leastCoverage ? best : undefined;
    },
  };
}

/** Titles, then phrasings that are one passage's alone: whoever asks just so is surely answered. */
function knownWordings(passages: readonly Passage[]): ReadonlyMap<string, Passage> {
  const known = new Map<string, Passage | undefined>();
  for (const passage of passages)
    for (const words of new Set(passage.phrasings.map((text) => wordsOf(text).join(' '))))
      known.set(words, known.has(words) ? undefined : passage);
  for (const passage of passages) known.set(wordsOf(passage.title).join(' '), passage);
  known.delete('');
  return new Map([...known].filter((entry): entry is [string, Passage] => entry[1] !== undefined));
}

interface Index {
  /** By word: how often each passage holds it, weighted. */
  readonly postings: ReadonlyMap<string, ReadonlyMap<number, number>>;
  readonly lengths: readonly number[];
  readonly meanLength: number;
}

function indexOf(passages: readonly Passage[]): Index {
  const postings = new Map<string, Map<number, number>>();
  const lengths = passages.map((passage, at) => {
    const wordings = [passage.title, ...passage.phrasings].flatMap(wordsOf);
    const mentioned = wordsOf(passage.text);
    for (const word of wordings) count(postings, word, at, 1);
    for (const word of mentioned) count(postings, word, at, textWeight);
    return wordings.length + textWeight * mentioned.length;
  });
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return { postings, lengths, meanLength: total / Math.max(lengths.length, 1) };
}

function count(
  postings: Map<string, Map<number, number>>,
  word: string,
  at: number,
  weight: number,
) {
  const counts = postings.get(word) ?? new Map<number, number>();
  counts.set(at, (counts.get(at) ?? 0) + weight);
  postings.set(word, counts);
}

function rarity(word: string, { postings, lengths }: Index): number {
  const holding = postings.get(word)?.size ?? 0;
  return Math.log(1 + (lengths.length - holding + 0.5) / (holding + 0.5));
}

function scoresOf(asked: readonly string[], index: Index): readonly number[] {
  const scores = index.lengths.map(() => 0);
  for (const word of asked) {
    const weight = rarity(word, index);
    for (const [at, often] of index.postings.get(word) ?? []) {
      const length = (index.lengths[at] ?? 0) / index.meanLength;
      const gain = (often * (k1 + 1)) / (often + k1 * (1 - b + b * length));
      scores[at] = (scores[at] ?? 0) + weight * gain;
    }
  }
  return scores;
}

interface Scored {
  readonly score: number;
  readonly at: number;
}

/** Of hundreds only the few that are wanted are sorted. */
function bestOf(scores: readonly number[], most: number): readonly Scored[] {
  const best: Scored[] = [];
  for (const [at, score] of scores.entries()) {
    const last = best.at(-1);
    if (score === 0 || (best.length >= most && last && score <= last.score)) continue;
    const place = best.findIndex((other) => other.score < score);
    best.splice(place < 0 ? best.length : place, 0, { score, at });
    if (best.length > most) best.pop();
  }
  return best;
}

function foundOf(
  passage: Passage,
  at: number,
  score: number,
  asked: readonly string[],
  index: Index,
): Found {
  let total = 0;
  let covered = 0;
  for (const word of asked) {
    const weight = rarity(word, index);
    total += weight;
    if (index.postings.get(word)?.has(at)) covered += weight;
  }
  return { passage, score, coverage: total === 0 ? 0 : covered / total };
}
