// Where a claim comes from. Every passage, rationale, rule and notice names at least one.

export interface Source {
  /** What to look for: the page's or document's title, with section and edition. */
  readonly title: string;
  readonly url?: string;
  /** The day on which somebody last compared our words with the source. */
  readonly checked?: Temporal.PlainDate;
}

/**
 * How well a claim is supported. V1: the issuer's own page or file was read. V2: two independent
 * sources, or one whose figures were recomputed. V3: one secondary source.
 */
export type Grade = 'V1' | 'V2' | 'V3';
