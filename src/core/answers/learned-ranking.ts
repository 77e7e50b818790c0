// Learns from the phrasings which features speak for which passage: a softmax regression whose
// weights exist only where a phrasing of the passage holds the feature.

import { featuresOf, kinds } from './features.ts';
import type { Steps } from './steps.ts';

/** How much the question speaks for each passage of that place. */
export type LearnedRanking = (question: string) => Float64Array;

/** A text as places in a `Table`, and how much each counts. */
interface Vector {
  readonly rows: Int32Array;
  readonly values: Float64Array;
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
  const held: { passage: number; features: readonly Weighted[] }[] = [];
  const ids = new Map<string, number>();
  for (const [passage, phrasings] of wordings.entries()) {
    for (const text of phrasings) held.push({ passage, features: numbered(text, ids, true) });
    yield;
  }
  const table = tableOf(held, ids.size);
  const examples: Example[] = [];
  for (const { passage, features } of held) {
    examples.push({ passage, vector: makeVector(features, table, texts) });
    if (examples.length % atOnce === 0) yield;
  }
  yield* train(examples, table, wordings.length);
  return (question) =>
    scoresOf(makeVector(numbered(question, ids, false), table, texts), table, silent.slice());
}

interface Weighted {
  /** −1 for a feature that no phrasing holds. */
  readonly id: number;
  readonly weight: number;
}

/** Letters are left out: there are many, and they tell little that words do not. */
function numbered(text: string, ids: Map<string, number>, isNew: boolean): readonly Weighted[] {
  const features = featuresOf(text);
  return kinds.flatMap(({ name, weight }, at) =>
    name === 'letters'
      ? []
      : [...new Set(features[at])].map((feature) => {
          const key = `${name} ${feature}`;
          const id = ids.get(key) ?? (isNew ? ids.size : -1);
          if (id === ids.size) ids.set(key, id);
          return { id, weight };
        }),
  );
}

/** Of each feature, between two starts: the passages with a phrasing that holds it, and its weight. */
interface Table {
  readonly starts: Uint32Array;
  readonly passages: Uint32Array;
  readonly weights: Float64Array;
  /** How many phrasings hold it. */
  readonly often: Uint32Array;
}

/** Passages come in order. */
function tableOf(
  held: readonly { readonly passage: number; readonly features: readonly Weighted[] }[],
  count: number,
): Table {
  const often = new Uint32Array(count);
  const starts = new Uint32Array(count + 1);
  const latest = new Int32Array(count).fill(-1);
  for (const { passage, features } of held)
    for (const { id } of features) {
      often[id] = (often[id] ?? 0) + 1;
      if (latest[id] !== passage) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
      latest[id] = passage;
    }
  for (let id = 1; id <= count; id += 1) starts[id] = (starts[id] ?? 0) + (starts[id - 1] ?? 0);
  const passages = new Uint32Array(starts[count] ?? 0);
  const next = starts.slice();
  latest.fill(-1);
  for (const { passage, features } of held)
    for (const { id } of features) {
      if (latest[id] === passage) continue;
      latest[id] = passage;
      passages[next[id] ?? 0] = passage;
      next[id] = (next[id] ?? 0) + 1;
    }
  return { starts, passages, weights: new Float64Array(passages.length), often };
}

/** Rare features count most; what is unknown takes its share, and long texts count no more. */
function makeVector(
  features: readonly Weighted[],
  { often, starts }: Table,
  texts: number,
): Vector {
  const rows: number[] = [];
  const values: number[] = [];
  let squares = 0;
  for (const { id, weight } of features) {
    const value = weight * Math.log(1 + texts / (often[id] ?? 1));
    squares += value * value;
    if (id < 0 || (starts[id + 1] ?? 0) - (starts[id] ?? 0) > mostPassages) continue;
    rows.push(id);
    values.push(value);
  }
  const length = Math.sqrt(squares) || 1;
  return { rows: Int32Array.from(rows), values: Float64Array.from(values, (v) => v / length) };
}

function scoresOf({ rows, values }: Vector, table: Table, scores: Float64Array): Float64Array {
  const { starts, passages, weights } = table;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    const value = values[at] ?? 0;
    const end = starts[row + 1] ?? 0;
    for (let cell = starts[row] ?? 0; cell < end; cell += 1) {
      const passage = passages[cell] ?? 0;
      scores[passage] = (scores[passage] ?? 0) + value * (weights[cell] ?? 0);
    }
  }
  return scores;
}

function* train(examples: readonly Example[], table: Table, passages: number): Steps<void> {
  const scores = new Float64Array(passages);
  for (let round = 0; round < rounds; round += 1) {
    const rate = firstRate * (1 - round / rounds) + lastRate;
    // A stride that is prime to most counts visits all, neighbours far apart.
    for (let step = 0; step < examples.length; step += 1) {
      const example = examples[(step * 7919 + round) % examples.length];
      if (example) learn(example, table, rate, scores.fill(0));
      if (step % atOnce === 0) yield;
    }
  }
}

/** One step of gradient descent: towards the right passage, away from what else was likely. */
function learn(
  { vector, passage: right }: Example,
  table: Table,
  rate: number,
  scores: Float64Array,
) {
  toLikelihoods(scoresOf(vector, table, scores));
  if ((scores[right] ?? 0) > surely) return;
  const { starts, passages, weights } = table;
  for (let at = 0; at < vector.rows.length; at += 1) {
    const row = vector.rows[at] ?? 0;
    const step = rate * (vector.values[at] ?? 0);
    const end = starts[row + 1] ?? 0;
    for (let cell = starts[row] ?? 0; cell < end; cell += 1) {
      const passage = passages[cell] ?? 0;
      const error = (passage === right ? 1 : 0) - (scores[passage] ?? 0);
      weights[cell] = (weights[cell] ?? 0) + step * error;
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
