// Finds the passage that answers a question, and knows when none does.

import { confidenceIn } from './confidence.ts';
import { makeGuideIndex } from './guide-index.ts';
import type { NotCovered } from './not-covered.ts';
import type { Passage } from './passage.ts';
import type { Steps } from './steps.ts';
import { wordsOf } from './words.ts';

export interface Found {
  readonly passage: Passage;
  readonly score: number;
}

export interface GuideSearch {
  /** Best first. */
  find(question: string, most: number): readonly Found[];
  answer(question: string): Answered;
}

export type Answered =
  /** `isExact`: somebody wrote down just this question, or it is the title. */
  | { readonly passage: Passage; readonly isExact: boolean; readonly notCovered?: never }
  /** The evidence is thin; where the question is like one that is known as not covered, which. */
  | { readonly passage?: never; readonly isExact?: never; readonly notCovered?: NotCovered };

/** Below this the guide does not cover the question: of those that it covers, 2 to 3 %. */
const leastConfidence = -1.2;

export function* makeGuideSearch(
  passages: readonly Passage[],
  notCovered: readonly NotCovered[] = [],
): Steps<GuideSearch> {
  const index = yield* makeGuideIndex(passages, notCovered);
  const known = knownWordings(passages);
  return {
    find: (question, most) =>
      index
        .rank(question, most)
        .map(({ at, score }) => ({ passage: passages[at] as Passage, score })),
    answer(question) {
      const exact = known.get(keyOf(question));
      if (exact) return { passage: exact, isExact: true };
      const seen = index.look(question);
      const passage = seen && passages[seen.best];
      if (passage && confidenceIn(seen.evidence) >= leastConfidence)
        return { passage, isExact: false };
      const subject = notCovered[seen?.nearest ?? -1];
      return subject ? { notCovered: subject } : {};
    },
  };
}

/** Without filler, unless hardly more is there: `help` is not `what helps me`. */
function keyOf(text: string): string {
  const words = wordsOf(text);
  const telling = words.filter(({ isFiller }) => !isFiller);
  return (telling.length > 1 ? telling : words).map(({ stem }) => stem).join(' ');
}

/** Titles, then phrasings that are one passage's alone: whoever asks just so is surely answered. */
function knownWordings(passages: readonly Passage[]): ReadonlyMap<string, Passage> {
  const known = new Map<string, Passage | undefined>();
  for (const passage of passages)
    for (const key of new Set(passage.phrasings.map(keyOf)))
      known.set(key, known.has(key) ? undefined : passage);
  for (const passage of passages) known.set(keyOf(passage.title), passage);
  known.delete('');
  return new Map([...known].filter((entry): entry is [string, Passage] => entry[1] !== undefined));
}
