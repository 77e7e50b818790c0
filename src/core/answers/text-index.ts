// An inverted index with BM25 for each kind of feature: how well each document fits a question.

import { featuresOf, kinds } from './features.ts';

export interface Document {
  /** What people ask for it. */
  readonly wordings: readonly string[];
  readonly text: string;
}

/** How one question fits, by one kind of feature. */
export interface Fit {
  readonly scores: Float64Array;
  /** What a document would score that says all of it over and over. */
  readonly ideal: number;
  /** The share of it that stands in no document: 0 to 1, rare features counting most. */
  readonly unknown: number;
}

export interface TextIndex {
  /** In the order of `kinds`. */
  fit(question: string): readonly Fit[];
}

/** BM25: how fast repetition stops counting, how much length is held against a document. */
const k1 = 1.2;
const b = 0.5;

interface Posting {
  readonly documents: number[];
  /** How often the document holds it at first, what that is worth in the end. */
  readonly worth: number[];
}

type Postings = Map<string, Posting>;

export function makeTextIndex(documents: readonly Document[]): TextIndex {
  const indexes = kinds.map((): Postings => new Map());
  const lengths = kinds.map(() => new Float64Array(documents.length));
  documents.forEach((document, at) => {
    countsOf(document).forEach((counts, kind) => {
      for (const [feature, often] of counts) {
        post(indexes[kind] as Postings, feature, at, often);
        (lengths[kind] as Float64Array)[at] = (lengths[kind]?.[at] ?? 0) + often;
      }
    });
  });
  indexes.forEach((postings, kind) => {
    weigh(postings, lengths[kind] as Float64Array);
  });
  return {
    fit: (question) =>
      featuresOf(question).map((features, kind) =>
        fitOf(features, indexes[kind] as Postings, documents.length, kinds[kind]?.weight ?? 0),
      ),
  };
}

/** Of one document, by kind: how often it holds each feature. */
function countsOf({ wordings, text }: Document): readonly ReadonlyMap<string, number>[] {
  const counts = kinds.map(() => new Map<string, number>());
  const add = (from: string, weightOf: (kind: number) => number) =>
    featuresOf(from).forEach((features, kind) => {
      const count = counts[kind] as Map<string, number>;
      for (const feature of features)
        count.set(feature, (count.get(feature) ?? 0) + weightOf(kind));
    });
  for (const wording of wordings) add(wording, () => 1);
  for (const sentence of text.split(/(?<=[.!?])\s+|\n+/))
    add(sentence, (kind) => kinds[kind]?.textWeight ?? 0);
  return counts;
}

function post(postings: Postings, feature: string, document: number, often: number) {
  const posting = postings.get(feature);
  if (posting) {
    posting.documents.push(document);
    posting.worth.push(often);
  } else postings.set(feature, { documents: [document], worth: [often] });
}

/** Turns counts into what they add to a score. */
function weigh(postings: Postings, lengths: Float64Array) {
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(lengths.length, 1);
  for (const { documents, worth } of postings.values()) {
    const weight = rarity(documents.length, lengths.length);
    documents.forEach((document, index) => {
      const often = worth[index] ?? 0;
      const length = (lengths[document] ?? 0) / mean;
      worth[index] = (weight * often * (k1 + 1)) / (often + k1 * (1 - b + b * length));
    });
  }
}

function rarity(holding: number, all: number): number {
  return Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
}

function fitOf(
  features: readonly string[],
  postings: Postings,
  documents: number,
  weight: number,
): Fit {
  const scores = new Float64Array(documents);
  let asked = 0;
  let unknown = 0;
  for (const feature of new Set(features)) {
    const posting = postings.get(feature);
    const rare = rarity(posting?.documents.length ?? 0, documents);
    asked += rare;
    if (posting) addTo(scores, posting, weight);
    else unknown += rare;
  }
  const ideal = weight * asked * (k1 + 1);
  return { scores, ideal, unknown: asked === 0 ? 1 : unknown / asked };
}

function addTo(scores: Float64Array, { documents, worth }: Posting, weight: number) {
  for (let index = 0; index < documents.length; index += 1) {
    const document = documents[index] ?? 0;
    scores[document] = (scores[document] ?? 0) + weight * (worth[index] ?? 0);
  }
}
