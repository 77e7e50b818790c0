// How sure it is that the best passage answers the question: a small logistic model.

import type { kinds } from './features.ts';

/** What the search saw; shares are from 0 to 1. */
export interface Evidence {
  /** By kind of feature: the best passage's score as a share of the ideal one. */
  readonly shares: Readonly<Record<(typeof kinds)[number]['name'], number>>;
  /** How far the second passage stays behind the best. */
  readonly lead: number;
  /** The best passage against what is known as not covered: −1 to 1. */
  readonly balance: number;
  /** The share of the question's words, and of their meanings, that stands nowhere. */
  readonly unknownWords: number;
  readonly unknownMeanings: number;
  /** What `learnScope` says, as tenths. */
  readonly scope: number;
}

/** Fitted by `tests/bench/answers/calibrate.ts`. */
const weights = {
  constant: -2.12,
  words: 0.55,
  letters: 1.49,
  meanings: -0.24,
  neighbours: 1.16,
  pairs: 1.78,
  lead: -0.62,
  balance: 2.89,
  unknownWords: -1.59,
  unknownMeanings: -0.9,
  scope: 5.91,
};

/** Above zero the passage is more likely to answer than not, as far as the examples tell. */
export function confidenceIn(evidence: Evidence): number {
  const { shares, ...rest } = evidence;
  const values = { ...shares, ...rest };
  return Object.entries(values).reduce(
    (sum, [name, value]) => sum + weights[name as keyof typeof values] * value,
    weights.constant,
  );
}
