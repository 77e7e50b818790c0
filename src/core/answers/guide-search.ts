// Finds the passage that answers a question, and knows when none does.

import { confidenceIn, type Evidence } from './confidence.ts';
import { kinds } from './features.ts';
import type { NotCovered } from './not-covered.ts';
import type { Passage } from './passage.ts';
import { type Document, type Fit, makeTextIndex } from './text-index.ts';
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

/** Below this the guide does not cover the question. */
export const leastConfidence = -0.8;

/**
 * One document for each passage (title, phrasings, text) and one for each subject that is known as
 * not covered: a question that is more like the latter is declined.
 */
export function makeGuideSearch(
  passages: readonly Passage[],
  notCovered: readonly NotCovered[] = [],
): GuideSearch {
  const index = makeTextIndex(documentsOf(passages, notCovered));
  const known = knownWordings(passages);
  return {
    find: (question, most) =>
      bestOf(totalOf(index.fit(question)).subarray(0, passages.length), most).map(
        ({ at, score }) => ({ passage: passages[at] as Passage, score }),
      ),
    answer(question) {
      const exact = known.get(keyOf(question));
      if (exact) return { passage: exact, isExact: true };
      const seen = look(index.fit(question), passages.length);
      const passage = seen && passages[seen.best];
      if (passage && confidenceIn(seen.evidence) >= leastConfidence)
        return { passage, isExact: false };
      const subject = seen && seen.evidence.balance < 0 && notCovered[seen.nearest];
      return subject ? { notCovered: subject } : {};
    },
  };
}

export function documentsOf(
  passages: readonly Pick<Passage, 'title' | 'phrasings' | 'text'>[],
  notCovered: readonly Pick<NotCovered, 'about' | 'examples'>[],
): readonly Document[] {
  return [
    ...passages.map(({ title, phrasings, text }) => ({ wordings: [title, ...phrasings], text })),
    ...notCovered.map(({ about, examples }) => ({ wordings: [about, ...examples], text: '' })),
  ];
}

interface Seen {
  readonly best: number;
  /** Of what is not covered, the likeliest. */
  readonly nearest: number;
  readonly evidence: Evidence;
}

/** Nothing where no word of the question stands in any passage. */
export function look(fits: readonly Fit[], passages: number): Seen | undefined {
  const total = totalOf(fits);
  const [best, second] = bestOf(total.subarray(0, passages), 2);
  if (!best) return undefined;
  const [nearest] = bestOf(total.subarray(passages), 1);
  const rival = nearest?.score ?? 0;
  const unknownOf = (name: string) => fits[kinds.findIndex((k) => k.name === name)]?.unknown ?? 1;
  const evidence = {
    shares: sharesOf(fits, best.at),
    lead: (best.score - (second?.score ?? 0)) / best.score,
    balance: (best.score - rival) / (best.score + rival),
    unknownWords: unknownOf('words'),
    unknownMeanings: unknownOf('meanings'),
  };
  return { best: best.at, nearest: nearest?.at ?? -1, evidence };
}

function sharesOf(fits: readonly Fit[], at: number): Evidence['shares'] {
  const share = ({ scores, ideal }: Fit) => (ideal === 0 ? 0 : (scores[at] ?? 0) / ideal);
  return Object.fromEntries(
    fits.map((fit, kind) => [kinds[kind]?.name, share(fit)]),
  ) as Evidence['shares'];
}

function totalOf(fits: readonly Fit[]): Float64Array {
  const total = new Float64Array(fits[0]?.scores.length ?? 0);
  for (const { scores } of fits)
    for (let at = 0; at < total.length; at += 1) total[at] = (total[at] ?? 0) + (scores[at] ?? 0);
  return total;
}

interface Scored {
  readonly score: number;
  readonly at: number;
}

/** Of hundreds only the few that are wanted are sorted. */
function bestOf(scores: Float64Array, most: number): readonly Scored[] {
  const best: Scored[] = [];
  for (let at = 0; at < scores.length; at += 1) {
    const score = scores[at] ?? 0;
    const last = best.at(-1);
    if (score === 0 || (best.length >= most && last && score <= last.score)) continue;
    const place = best.findIndex((other) => other.score < score);
    best.splice(place < 0 ? best.length : place, 0, { score, at });
    if (best.length > most) best.pop();
  }
  return best;
}

function keyOf(text: string): string {
  return wordsOf(text)
    .filter(({ isFiller }) => !isFiller)
    .map(({ stem }) => stem)
    .join(' ');
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
