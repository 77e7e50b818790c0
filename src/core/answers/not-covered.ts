// What people ask that the guide does not cover: known, so that it is not mistaken for what it does.

export interface NotCovered {
  readonly id: string;
  /** Follows “The guide does not cover”: `denied claims, appeals and payers' reason codes`. */
  readonly about: string;
  /** Who would know, as a sentence. */
  readonly ask?: string;
  /** Nothing to do with coding at all. */
  readonly offTopic: boolean;
  readonly examples: readonly string[];
}
