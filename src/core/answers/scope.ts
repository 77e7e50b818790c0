// Learns from examples whether a question is one for the guide at all: a logistic regression over
// words, their meanings and their neighbours, trained in a fraction of a second when the guide is read.

import { featuresOf, kinds } from './features.ts';
import type { Steps } from './steps.ts';

/** Above zero: more like what the guide is asked than like what it does not cover. */
export type Scope = (question: string) => number;

interface Example {
  readonly features: Int32Array;
  readonly isInside: boolean;
}

const used = kinds.flatMap(({ name }, kind) =>
  name === 'words' || name === 'meanings' || name === 'neighbours' ? [{ name, kind }] : [],
);

const rounds = 8;
const firstRate = 0.3;
const decay = 1e-4;
/** Questions for the guide that are learned from, at most: more teach little and take long. */
const mostInside = 10_000;

/** Examples in one step. */
const atOnce = 100;

export function* learnScope(inside: readonly string[], outside: readonly string[]): Steps<Scope> {
  const step = Math.max(1, Math.ceil(inside.length / mostInside));
  const taken = inside.filter((_, at) => at % step === 0);
  const ids = new Map<string, number>();
  const numbered = (text: string) =>
    Int32Array.from(namesIn(text), (name) => {
      const id = ids.get(name) ?? ids.size;
      ids.set(name, id);
      return id;
    });
  const examples: Example[] = [];
  for (const [at, text] of [...taken, ...outside].entries()) {
    examples.push({ features: numbered(text), isInside: at < taken.length });
    if (at % atOnce === 0) yield;
  }
  // Outside is known by fewer examples, and counts half as much as inside in all.
  const weight = (0.5 * taken.length) / Math.max(outside.length, 1);
  const model = yield* train(shuffled(examples), ids.size, weight);
  return (question) => {
    const names = namesIn(question);
    const known = names.flatMap((name) => ids.get(name) ?? []);
    return sumOf(model, Int32Array.from(known), names.length);
  };
}

function namesIn(text: string): readonly string[] {
  const features = featuresOf(text);
  return [
    ...new Set(used.flatMap(({ name, kind }) => (features[kind] ?? []).map((f) => `${name} ${f}`))),
  ];
}

interface Model {
  readonly weights: Float64Array;
  constant: number;
}

function* train(
  examples: readonly Example[],
  features: number,
  outsideWeight: number,
): Steps<Model> {
  const model: Model = { weights: new Float64Array(features), constant: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const rate = firstRate / (1 + round / 2);
    for (const example of examples)
      learn(model, example, rate * (example.isInside ? 1 : outsideWeight));
    yield;
  }
  return model;
}

/** One step of gradient descent. */
function learn(model: Model, { features, isInside }: Example, rate: number) {
  const { weights } = model;
  const likelihood = 1 / (1 + Math.exp(-sumOf(model, features, features.length)));
  const change = rate * ((isInside ? 1 : 0) - likelihood);
  const share = change / Math.sqrt(Math.max(features.length, 1));
  model.constant += change / 10;
  for (const feature of features) weights[feature] = (weights[feature] ?? 0) * (1 - decay) + share;
}

/** Long questions do not weigh more than short ones. */
function sumOf({ weights, constant }: Model, features: Int32Array, all: number): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature] ?? 0;
  return constant + sum / Math.sqrt(Math.max(all, 1));
}

/** The same order each time, so that the same guide always answers the same. */
function shuffled<T>(all: readonly T[]): readonly T[] {
  const order = [...all];
  let state = 1;
  for (let at = order.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (at + 1);
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}
