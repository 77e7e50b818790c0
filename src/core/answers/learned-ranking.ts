// Learns from the phrasings which features speak for which passage: a softmax regression whose
// weights exist only where a phrasing of the passage holds the feature.

import { featuresOf, kinds } from './features.ts';
import type { Steps } from './steps.ts';

/** How much the question speaks for each passage of that place. */
export type LearnedRanking = (question: string) => Float64Array;

/** Of a feature: the passages with a phrasing that holds it, and its weight for each. */
interface Row {
  readonly passages: number[];
  readonly weights: number[];
  /** How many phrasings hold it. */
  often: number;
}

/** A text as the rows of its features, and how much each counts there. */
interface Vector {
  readonly rows: readonly Row[];
  readonly values: readonly number[];
}

/** A phrasing, and the passage that it asks for. */
interface Example {
  readonly passage: number;
  readonly vector: Vector;
}

const rounds = 2;
const firstRate = 4;
const lastRate = 0.3;
/** A feature that more passages hold tells too little for the time that it takes. */
const mostPassages = 80;
/** Whoever finds the right passage so surely learns nothing more from it. */
const surely = 0.9;
/** Of more phrasings it would learn for too long: then it stays silent. */
const mostPhrasings = 30_000;

/** Examples in one step. */
const atOnce = 100;

export function* learnRanking(wordings: readonly (readonly string[])[]): Steps<LearnedRanking> {
  const silent = new Float64Array(wordings.length);
  const texts = wordings.flat().length;
  if (texts > mostPhrasings) return () => silent;
  const rows = new Map<string, Row>();
  const held: { passage: number; features: readonly Weighted[] }[] = [];
  for (const [passage, phrasings] of wordings.entries()) {
    for (const text of phrasings)
      held.push({ passage, features: hold(featuresIn(text), passage, rows) });
    yield;
  }
  const examples: Example[] = [];
  for (const { passage, features } of held) {
    examples.push({ passage, vector: makeVector(features, texts) });
    if (examples.length % atOnce === 0) yield;
  }
  yield* train(examples, wordings.length);
  return (question) => {
    const asked = featuresIn(question).map(({ name, weight }) => ({ row: rows.get(name), weight }));
    return scoresOf(makeVector(asked, texts), silent.slice());
  };
}

interface Feature {
  readonly name: string;
  readonly weight: number;
}

/** Letters are left out: there are many, and they tell little that words do not. */
function featuresIn(text: string): readonly Feature[] {
  const features = featuresOf(text);
  return kinds.flatMap((kind, at) =>
    kind.name === 'letters'
      ? []
      : [...new Set(features[at])].map((feature) => ({
          name: `${kind.name} ${feature}`,
          weight: kind.weight,
        })),
  );
}

interface Weighted {
  /** None for a feature that no phrasing holds. */
  readonly row: Row | undefined;
  readonly weight: number;
}

/** Enters what a phrasing of the passage holds; passages come in order. */
function hold(
  features: readonly Feature[],
  passage: number,
  rows: Map<string, Row>,
): readonly Weighted[] {
  return features.map(({ name, weight }) => {
    const row = rows.get(name) ?? rowFor(name, passage, rows);
    if (row.passages.at(-1) !== passage) {
      row.passages.push(passage);
      row.weights.push(0);
    }
    row.often += 1;
    return { row, weight };
  });
}

/** Begun with its passage: most stay with one, and lists that begin empty make room for many. */
function rowFor(name: string, passage: number, rows: Map<string, Row>): Row {
  const row = { passages: [passage], weights: [0], often: 0 };
  rows.set(name, row);
  return row;
}

/** Rare features count most; what is unknown takes its share, and long texts count no more. */
function makeVector(features: readonly Weighted[], texts: number): Vector {
  const rows: Row[] = [];
  const values: number[] = [];
  let squares = 0;
  for (const { row, weight } of features) {
    const value = weight * Math.log(1 + texts / (row?.often ?? 1));
    squares += value * value;
    if (!row || row.passages.length > mostPassages) continue;
    rows.push(row);
    values.push(value);
  }
  const length = Math.sqrt(squares) || 1;
  return { rows, values: values.map((value) => value / length) };
}

function scoresOf({ rows, values }: Vector, scores: Float64Array): Float64Array {
  for (let at = 0; at < rows.length; at += 1) {
    const { passages, weights } = rows[at] as Row;
    const value = values[at] ?? 0;
    for (let index = 0; index < passages.length; index += 1) {
      const passage = passages[index] ?? 0;
      scores[passage] = (scores[passage] ?? 0) + value * (weights[index] ?? 0);
    }
  }
  return scores;
}

function* train(examples: readonly Example[], passages: number): Steps<void> {
  const scores = new Float64Array(passages);
  for (let round = 0; round < rounds; round += 1) {
    const rate = firstRate * (1 - round / rounds) + lastRate;
    // A stride that is prime to most counts visits all, neighbours far apart.
    for (let step = 0; step < examples.length; step += 1) {
      const example = examples[(step * 7919 + round) % examples.length];
      if (example) learn(example.vector, example.passage, rate, scores.fill(0));
      if (step % atOnce === 0) yield;
    }
  }
}

/** One step of gradient descent: towards the right passage, away from what else was likely. */
function learn(vector: Vector, right: number, rate: number, scores: Float64Array) {
  toLikelihoods(scoresOf(vector, scores));
  if ((scores[right] ?? 0) > surely) return;
  for (let at = 0; at < vector.rows.length; at += 1) {
    const { passages, weights } = vector.rows[at] as Row;
    const step = rate * (vector.values[at] ?? 0);
    for (let index = 0; index < passages.length; index += 1) {
      const passage = passages[index] ?? 0;
      const error = (passage === right ? 1 : 0) - (scores[passage] ?? 0);
      weights[index] = (weights[index] ?? 0) + step * error;
    }
  }
}

function toLikelihoods(scores: Float64Array) {
  let highest = 0;
  for (const score of scores) if (score > highest) highest = score;
  const silent = Math.exp(-highest);
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const score = scores[at] ?? 0;
    const likelihood = score === 0 ? silent : Math.exp(score - highest);
    scores[at] = likelihood;
    sum += likelihood;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / sum;
}
