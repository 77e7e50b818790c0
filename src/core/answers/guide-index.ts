// The guide as it is searched: passages beside what is known as not covered, and what sets them apart.

import type { Evidence } from './confidence.ts';
import { kinds } from './features.ts';
import { learnRanking } from './learned-ranking.ts';
import type { NotCovered } from './not-covered.ts';
import type { Passage } from './passage.ts';
import { learnScope } from './scope.ts';
import type { Steps } from './steps.ts';
import { type Fit, makeTextIndex } from './text-index.ts';

export interface GuideIndex {
  /** Places of passages, best first. */
  rank(question: string, most: number): readonly Ranked[];
  /** Nothing where no word of the question stands in any passage. */
  look(question: string): Seen | undefined;
}

export interface Ranked {
  readonly at: number;
  readonly score: number;
}

export interface Seen {
  /** The place of the best passage. */
  readonly best: number;
  /** Of what is not covered, the likeliest. */
  readonly nearest: number;
  readonly evidence: Evidence;
}

/** One document for each passage and one for each subject that is known as not covered. */
export function* makeGuideIndex(
  passages: readonly Pick<Passage, 'title' | 'phrasings' | 'text'>[],
  notCovered: readonly Pick<NotCovered, 'about' | 'examples'>[],
): Steps<GuideIndex> {
  const inside = passages.map(({ title, phrasings }) => [title, ...phrasings]);
  const outside = notCovered.map(({ about, examples }) => [about, ...examples]);
  const index = yield* makeTextIndex([
    ...passages.map(({ text }, at) => ({ wordings: inside[at] ?? [], text })),
    ...outside.map((wordings) => ({ wordings, text: '' })),
  ]);
  const speaksFor = yield* learnRanking(inside);
  const scopeOf = yield* learnScope(inside.flat(), outside.flat());
  return {
    rank: (question, most) =>
      bestOf(mixed(totalOf(index.fit(question)), speaksFor(question)), most),
    look(question) {
      const fits = index.fit(question);
      const total = totalOf(fits);
      const [best, second] = bestOf(mixed(total, speaksFor(question)), 2);
      if (!best) return undefined;
      const [nearest] = bestOf(total.subarray(passages.length), 1);
      const evidence = evidenceOf(fits, best, second?.score ?? 0, nearest?.score ?? 0);
      return {
        best: best.at,
        nearest: nearest?.at ?? -1,
        evidence: { ...evidence, scope: scopeOf(question) / 10 },
      };
    },
  };
}

function evidenceOf(
  fits: readonly Fit[],
  best: Ranked,
  second: number,
  rival: number,
): Omit<Evidence, 'scope'> {
  const unknownOf = (name: string) => fits[kinds.findIndex((k) => k.name === name)]?.unknown ?? 1;
  return {
    shares: sharesOf(fits, best.at),
    lead: (best.score - second) / best.score,
    balance: (best.score - rival) / (best.score + rival),
    unknownWords: unknownOf('words'),
    unknownMeanings: unknownOf('meanings'),
  };
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

/**
 * Of the passages only: BM25, with what was learned as a tenth of the best score for each unit.
 * On phrasings held out that finds two more of 100 first.
 */
function mixed(total: Float64Array, learned: Float64Array): Float64Array {
  const scores = total.slice(0, learned.length);
  const unit = scores.reduce((best, score) => Math.max(best, score), 0) / 10;
  return scores.map((score, at) => (score === 0 ? 0 : score + unit * (learned[at] ?? 0)));
}

/** Of hundreds only the few that are wanted are sorted. */
function bestOf(scores: Float64Array, most: number): readonly Ranked[] {
  const best: Ranked[] = [];
  for (let at = 0; at < scores.length; at += 1) {
    const score = scores[at] ?? 0;
    const last = best.at(-1);
    if (score <= 0 || (best.length >= most && last && score <= last.score)) continue;
    const place = best.findIndex((other) => other.score < score);
    best.splice(place < 0 ? best.length : place, 0, { score, at });
    if (best.length > most) best.pop();
  }
  return best;
}
