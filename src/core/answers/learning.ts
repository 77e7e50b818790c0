// Learns from the wordings which features speak for which document: a softmax regression whose
// weights exist only where a document holds the feature.

import type { FeatureTable } from './feature-table.ts';
import type { Steps } from './steps.ts';

export interface Learned {
  /** By cell of the table: how much the feature speaks for the document. */
  readonly weights: Float32Array;
  /** How much a feature tells that so many wordings hold. */
  tellingOf(row: number): number;
}

/** A wording, and the document that it asks for. */
export interface Example {
  readonly document: number;
  /** Of its features, and how much each counts. */
  readonly rows: readonly number[];
  readonly weights: readonly number[];
}

const rounds = 3;
const firstRate = 4;
const lastRate = 2;
/** Where the right document is found so surely, nothing more is learned. */
const surely = 0.7;
/** From more examples it would learn for too long: then nothing is. */
const mostExamples = 40_000;
/** Examples in one step. */
const atOnce = 100;

/** Examples as places in the table, and how much each counts. */
interface Vectors {
  readonly ends: number[];
  readonly rows: Int32Array;
  readonly values: Float32Array;
}

export function* learn(
  examples: readonly Example[],
  table: FeatureTable,
  documents: number,
): Steps<Learned> {
  const weights = new Float32Array(table.documents.length);
  if (examples.length > mostExamples) return { weights, tellingOf: () => 0 };
  const often = new Uint32Array(table.rows);
  const latest = new Int32Array(table.rows).fill(-1);
  for (const [at, { rows }] of examples.entries())
    for (const row of rows) {
      if (latest[row] !== at) often[row] = (often[row] ?? 0) + 1;
      latest[row] = at;
    }
  const telling = Float64Array.from(often, (times) =>
    Math.log(1 + examples.length / Math.max(1, times)),
  );
  const tellingOf = (row: number) => telling[row] ?? Math.log(1 + examples.length);
  const vectors = yield* vectorsOf(examples, table, tellingOf);
  yield* train(examples, vectors, table, weights, documents);
  return { weights, tellingOf };
}

/** Rare features count most, and long texts count no more. */
function* vectorsOf(
  examples: readonly Example[],
  table: FeatureTable,
  tellingOf: (row: number) => number,
): Steps<Vectors> {
  const size = examples.reduce((sum, example) => sum + example.rows.length, 0);
  const places = new Int32Array(size);
  const values = new Float32Array(size);
  const ends: number[] = [];
  const latest = new Int32Array(table.rows).fill(-1);
  let next = 0;
  for (const [at, { rows, weights }] of examples.entries()) {
    const start = next;
    let squares = 0;
    rows.forEach((row, index) => {
      if (latest[row] === at) return;
      latest[row] = at;
      const value = (weights[index] ?? 0) * tellingOf(row);
      squares += value * value;
      places[next] = row;
      values[next] = value;
      next += 1;
    });
    const length = Math.sqrt(squares) || 1;
    for (let place = start; place < next; place += 1) values[place] = (values[place] ?? 0) / length;
    ends.push(next);
    if (at % atOnce === 0) yield;
  }
  return { ends, rows: places, values };
}

function* train(
  examples: readonly Example[],
  vectors: Vectors,
  table: FeatureTable,
  weights: Float32Array,
  documents: number,
): Steps<void> {
  const scores = new Float64Array(documents);
  const isKnown = new Uint8Array(examples.length);
  for (let round = 0; round < rounds; round += 1) {
    const rate = firstRate + ((lastRate - firstRate) * round) / Math.max(1, rounds - 1);
    // A stride that is prime to most counts visits all, neighbours far apart.
    for (let step = 0; step < examples.length; step += 1) {
      if (step % atOnce === 0) yield;
      const at = (step * 7919 + round) % examples.length;
      if (isKnown[at]) continue;
      const right = examples[at]?.document ?? 0;
      const likelihood = learnFrom(at, right, vectors, table, weights, rate, scores.fill(0));
      if (likelihood > surely) isKnown[at] = 1;
    }
  }
}

/**
 * One step of gradient descent: towards the right document, away from what else was likely. How likely
 * the right one was before.
 */
function learnFrom(
  example: number,
  right: number,
  { ends, rows, values }: Vectors,
  { starts, documents }: FeatureTable,
  weights: Float32Array,
  rate: number,
  scores: Float64Array,
): number {
  const first = example === 0 ? 0 : (ends[example - 1] ?? 0);
  const last = ends[example] ?? 0;
  for (let at = first; at < last; at += 1) {
    const row = rows[at] ?? 0;
    const value = values[at] ?? 0;
    const end = starts[row + 1] ?? 0;
    for (let cell = starts[row] ?? 0; cell < end; cell += 1) {
      const document = documents[cell] ?? 0;
      scores[document] = (scores[document] ?? 0) + value * (weights[cell] ?? 0);
    }
  }
  toLikelihoods(scores);
  const likelihood = scores[right] ?? 0;
  if (likelihood > surely) return likelihood;
  for (let at = first; at < last; at += 1) {
    const row = rows[at] ?? 0;
    const step = rate * (values[at] ?? 0);
    const end = starts[row + 1] ?? 0;
    for (let cell = starts[row] ?? 0; cell < end; cell += 1) {
      const document = documents[cell] ?? 0;
      const error = (document === right ? 1 : 0) - (scores[document] ?? 0);
      weights[cell] = (weights[cell] ?? 0) + step * error;
    }
  }
  return likelihood;
}

/** Softmax, in place. */
export function toLikelihoods(scores: Float64Array): Float64Array {
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at += 1) {
    const score = scores[at] ?? 0;
    if (score > highest) highest = score;
  }
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const likelihood = nearlyExp((scores[at] ?? 0) - highest);
    scores[at] = likelihood;
    sum += likelihood;
  }
  const share = 1 / sum;
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) * share;
  return scores;
}

const steps = 64;
const powers = Float64Array.from({ length: 1024 }, (_, at) => Math.exp(-at / steps));

/** Of numbers up to zero, to two percent: millions of them are asked for while the guide is read. */
function nearlyExp(x: number): number {
  return powers[Math.min(powers.length - 1, (x * -steps) | 0)] ?? 0;
}
