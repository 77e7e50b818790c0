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
const leastCoverage = 0.62;

/** BM25's usual values: how fast repetition stops counting, how much length is held against a text. */
const k1 = 1.2;
const b = 0.6;

interface Text {
  readonly passage: number;
  readonly length: number;
  /** A phrasing is how people ask, so it counts more than what the passage happens to mention. */
  readonly weight: number;
}

interface Posting {
  readonly text: number;
  readonly count: number;
}

/** Every title, phrasing and body is a text of its own: a question has to match one of them well. */
export function makeGuideSearch(passages: readonly Passage[]): GuideSearch {
  const index = indexOf(passages);
  const find = (question: string, most: number) => {
    const asked = [...new Set(wordsOf(question))];
    if (asked.length === 0) return [];
    const scores = scoresOf(asked, index);
    return [...scores]
      .map(([at, score]) => foundOf(passages, at, score, asked, index))
      .sort((x, y) => y.score - x.score || x.passage.id.localeCompare(y.passage.id))
      .slice(0, most);
  };
  return {
    find,
    answer(question) {
      const [best] = find(question, 1);
      return best && best.coverage >= leastCoverage ? best : undefined;
    },
  };
}

interface Index {
  readonly texts: readonly Text[];
  readonly postings: ReadonlyMap<string, readonly Posting[]>;
  readonly known: readonly ReadonlySet<string>[];
  readonly meanLength: number;
}

function indexOf(passages: readonly Passage[]): Index {
  const texts: Text[] = [];
  const postings = new Map<string, Posting[]>();
  const known = passages.map(() => new Set<string>());
  const add = (passage: number, text: string, weight: number) => {
    const words = wordsOf(text);
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const [word, count] of counts) {
      known[passage]?.add(word);
      const list = postings.get(word) ?? [];
      list.push({ text: texts.length, count });
      postings.set(word, list);
    }
    texts.push({ passage, length: words.length, weight });
  };
  passages.forEach((passage, at) => {
    add(at, passage.title, 1);
    for (const phrasing of passage.phrasings) add(at, phrasing, 1);
    add(at, passage.text, 0.7);
  });
  const total = texts.reduce((sum, text) => sum + text.length, 0);
  return { texts, postings, known, meanLength: total / Math.max(texts.length, 1) };
}

function rarity(word: string, { postings, texts }: Index): number {
  const count = postings.get(word)?.length ?? 0;
  return Math.log(1 + (texts.length - count + 0.5) / (count + 0.5));
}

/** A passage's score is that of its best text. */
function scoresOf(asked: readonly string[], index: Index): ReadonlyMap<number, number> {
  const byText = new Map<number, number>();
  for (const word of asked) {
    const weight = rarity(word, index);
    for (const { text, count } of index.postings.get(word) ?? []) {
      const length = (index.texts[text]?.length ?? 0) / index.meanLength;
      const gain = (count * (k1 + 1)) / (count + k1 * (1 - b + b * length));
      byText.set(text, (byText.get(text) ?? 0) + weight * gain);
    }
  }
  const byPassage = new Map<number, number>();
  for (const [at, score] of byText) {
    const text = index.texts[at];
    if (!text) continue;
    const weighted = score * text.weight;
    if (weighted > (byPassage.get(text.passage) ?? 0)) byPassage.set(text.passage, weighted);
  }
  return byPassage;
}

function foundOf(
  passages: readonly Passage[],
  at: number,
  score: number,
  asked: readonly string[],
  index: Index,
): Found {
  const weights = asked.map((word) => rarity(word, index));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const covered = weights.reduce(
    (sum, weight, i) => sum + (index.known[at]?.has(asked[i] ?? '') ? weight : 0),
    0,
  );
  return { passage: passages[at] as Passage, score, coverage: total === 0 ? 0 : covered / total };
}
