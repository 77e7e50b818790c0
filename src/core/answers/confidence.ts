// How sure it is that the best passage answers the question: a small logistic model.

/** What the search saw. More was tried (how far the best one leads, how much of it fits): it told no more. */
export interface Evidence {
  /** All passages against all that is known as not covered: the logarithm of the odds, in tenths. */
  readonly inside: number;
  /** The share of the question that stands nowhere: 0 to 1. */
  readonly unknown: number;
}

/** Fitted by `tests/bench/answers/calibrate.ts`. */
const weights = { constant: -0.86, inside: 5.05, unknown: -3.29 };

/** Above zero the passage is more likely to answer than not, as far as the examples tell. */
export function confidenceIn({ inside, unknown }: Evidence): number {
  return weights.constant + weights.inside * inside + weights.unknown * unknown;
}
