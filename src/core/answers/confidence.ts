// How sure it is that the best passage answers the question: a small logistic model.

/** What the search saw. */
export interface Evidence {
  /** All passages against all that is known as not covered: the logarithm of the odds, in tenths. */
  readonly inside: number;
  /** How likely the best passage is, and how far the second stays behind: 0 to 1. */
  readonly first: number;
  readonly lead: number;
  /** The best passage's score less that of the likeliest subject which is not covered, in tenths. */
  readonly balance: number;
  /** The best passage's BM25 as a share of the ideal one: 0 to 1. */
  readonly share: number;
  /** The share of the question that stands nowhere: 0 to 1. */
  readonly unknown: number;
}

/** Fitted by `tests/bench/answers/calibrate.ts`. */
const weights = {
  constant: -0.86,
  inside: 3.16,
  first: -0.49,
  lead: 0.21,
  balance: 2.79,
  share: 0.18,
  unknown: -2.81,
};

/** Above zero the passage is more likely to answer than not, as far as the examples tell. */
export function confidenceIn(evidence: Evidence): number {
  return Object.entries(evidence).reduce(
    (sum, [name, value]) => sum + weights[name as keyof Evidence] * value,
    weights.constant,
  );
}
