// A passage of the guide answers one question that people have.

import type { Source } from '../source.ts';

export interface Passage {
  readonly id: string;
  readonly title: string;
  /** 40 to 140 words in our small Markdown. */
  readonly text: string;
  readonly topics: readonly string[];
  readonly sources: readonly Source[];
  /** How members really ask for it: short, long, misspelt, sharing no word with the text. */
  readonly phrasings: readonly string[];
  readonly verified: Temporal.PlainDate;
  readonly validFrom?: Temporal.PlainDate;
  /** The last day on which it holds; afterwards it rests. */
  readonly validThrough?: Temporal.PlainDate;
  /** Suggested when a member has typed nothing yet. */
  readonly pinned: boolean;
  /** Ids of passages worth reading next. */
  readonly related: readonly string[];
}
