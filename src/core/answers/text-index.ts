// An inverted index with BM25 for each kind of feature: how well each document fits a question.

import {
  type FeatureCounts,
  type FeatureTable,
  makeFeatureCounts,
  mostGain,
  rarity,
} from './feature-table.ts';
import { featuresOf, kinds } from './features.ts';
import type { Steps } from './steps.ts';

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
  /** In the order of `kinds`; good until the next question. */
  fit(question: string): readonly Fit[];
}

export function* makeTextIndex(documents: readonly Document[]): Steps<TextIndex> {
  const tables = yield* tablesOf(documents);
  // Used for every question: new ones would lie outside of the heap, where they are cleared late.
  const scores = kinds.map(() => new Float64Array(documents.length));
  return {
    fit: (question) =>
      featuresOf(question).map((features, kind) =>
        fitOf(
          features,
          tables[kind] as FeatureTable,
          (scores[kind] as Float64Array).fill(0),
          kinds[kind]?.weight ?? 0,
        ),
      ),
  };
}

function* tablesOf(documents: readonly Document[]): Steps<readonly FeatureTable[]> {
  const counts = kinds.map(() => makeFeatureCounts());
  for (const document of documents) {
    addTo(counts, document);
    for (const kind of counts) kind.endDocument();
    yield;
  }
  const tables: FeatureTable[] = [];
  for (const kind of counts) {
    tables.push(kind.table());
    yield;
  }
  return tables;
}

function addTo(counts: readonly FeatureCounts[], { wordings, text }: Document) {
  for (const wording of wordings)
    featuresOf(wording).forEach((features, kind) => {
      counts[kind]?.add(features, 1);
    });
  for (const sentence of text.split(/(?<=[.!?])\s+|\n+/))
    featuresOf(sentence).forEach((features, kind) => {
      counts[kind]?.add(features, kinds[kind]?.textWeight ?? 0);
    });
}

function fitOf(
  features: readonly string[],
  table: FeatureTable,
  scores: Float64Array,
  weight: number,
): Fit {
  let asked = 0;
  let unknown = 0;
  for (const feature of new Set(features)) {
    const holding = table.addTo(scores, feature, weight);
    const rare = rarity(holding, scores.length);
    asked += rare;
    if (holding === 0) unknown += rare;
  }
  const ideal = weight * asked * mostGain;
  return { scores, ideal, unknown: asked === 0 ? 1 : unknown / asked };
}
