// The guide as it is searched: passages beside what is known as not covered, and what sets them apart.

import type { Evidence } from './confidence.ts';
import { type FeatureTable, makeFeatureCounts } from './feature-table.ts';
import { letterWeight, makeReader, type Reader, type Reading } from './features.ts';
import { type Example, type Learned, learn, toLikelihoods } from './learning.ts';
import type { NotCovered } from './not-covered.ts';
import type { Passage } from './passage.ts';
import type { Steps } from './steps.ts';

export interface GuideIndex {
  /** Places of passages, best first. */
  rank(question: string, most: number): readonly Ranked[];
  /** Nothing where no word of the question stands anywhere. */
  look(question: string): Seen | undefined;
}

export interface Ranked {
  readonly at: number;
  readonly score: number;
}

export interface Seen {
  /** The place of the best passage. */
  readonly best: number;
  /** Of what is not covered, the likeliest, where it is much likelier than the best passage. */
  readonly nearest?: number;
  readonly evidence: Evidence;
}

/** How much a passage's text counts beside what people ask. */
const textWeight = 0.3;
/** BM25 of the best document counts as so much of what was learned. */
const fitWeight = 8;

/** One document for each passage and one for each subject that is known as not covered. */
export function* makeGuideIndex(
  passages: readonly Pick<Passage, 'title' | 'phrasings' | 'text'>[],
  notCovered: readonly Pick<NotCovered, 'about' | 'examples'>[],
): Steps<GuideIndex> {
  const documents = [
    ...passages.map(({ title, phrasings, text }) => ({ wordings: [title, ...phrasings], text })),
    ...notCovered.map(({ about, examples }) => ({ wordings: [about, ...examples], text: '' })),
  ];
  const reader = makeReader();
  const { said, letters, examples } = yield* countsOf(documents, reader);
  const learned = yield* learn(examples, said, documents.length);
  const weigh = makeScales(said, letters, learned, documents.length);
  return {
    rank: (question, most) => bestOf(weigh(reader.read(question)).scores, 0, passages.length, most),
    look: (question) => seenIn(weigh(reader.read(question)), passages.length),
  };
}

interface Document {
  /** What people ask for it. */
  readonly wordings: readonly string[];
  readonly text: string;
}

interface Counts {
  readonly said: FeatureTable;
  readonly letters: FeatureTable;
  readonly examples: readonly Example[];
}

function* countsOf(documents: readonly Document[], reader: Reader): Steps<Counts> {
  const said = makeFeatureCounts();
  const letters = makeFeatureCounts();
  const examples: Example[] = [];
  for (const [document, { wordings, text }] of documents.entries()) {
    const spelt = new Map<readonly number[], number>();
    const count = (reading: Reading, times: number) => {
      for (const word of reading.letters) spelt.set(word, (spelt.get(word) ?? 0) + times);
      return said.add(reading.said.ids, times);
    };
    for (const wording of wordings) {
      const reading = reader.learn(wording);
      examples.push({ document, rows: count(reading, 1), weights: reading.said.weights });
    }
    for (const sentence of text.split(/(?<=[.!?])\s+|\n+/))
      count(reader.learn(sentence), textWeight);
    for (const [word, times] of spelt) letters.add(word, times);
    said.endDocument();
    letters.endDocument();
    yield;
  }
  return { said: said.table(), letters: letters.table(), examples };
}

/** A question against every document. */
interface Weighed {
  /** All zero where nothing of the question stands anywhere. */
  readonly scores: Float64Array;
  /** The share of the question that stands in no document, rare features counting most. */
  readonly unknown: number;
}

function makeScales(
  said: FeatureTable,
  letters: FeatureTable,
  { weights, tellingOf }: Learned,
  documents: number,
): (reading: Reading) => Weighed {
  // Used for every question: new ones would lie outside of the heap, where they are cleared late.
  const fits = new Float64Array(documents);
  const speaks = new Float64Array(documents);
  const scores = new Float64Array(documents);
  return (reading) => {
    fits.fill(0);
    speaks.fill(0);
    let [asked, unknown, squares] = [0, 0, 0];
    const seen = new Set<number>();
    reading.said.ids.forEach((id, at) => {
      if (seen.has(id)) return;
      seen.add(id);
      const weight = reading.said.weights[at] ?? 0;
      const row = said.rowOf(id);
      const rare = weight * said.rarityOf(row);
      const value = weight * tellingOf(row);
      asked += rare;
      if (row < 0) unknown += rare;
      squares += value * value;
      const end = said.starts[row + 1] ?? 0;
      for (let cell = said.starts[row] ?? end; cell < end; cell += 1) {
        const document = said.documents[cell] ?? 0;
        fits[document] = (fits[document] ?? 0) + weight * (said.worth[cell] ?? 0);
        speaks[document] = (speaks[document] ?? 0) + value * (weights[cell] ?? 0);
      }
    });
    for (const id of new Set(reading.letters.flat())) {
      const row = letters.rowOf(id);
      const end = letters.starts[row + 1] ?? 0;
      for (let cell = letters.starts[row] ?? end; cell < end; cell += 1) {
        const document = letters.documents[cell] ?? 0;
        fits[document] = (fits[document] ?? 0) + letterWeight * (letters.worth[cell] ?? 0);
      }
    }
    let highest = 0;
    for (let at = 0; at < documents; at += 1) highest = Math.max(highest, fits[at] ?? 0);
    const length = Math.sqrt(squares) || 1;
    for (let at = 0; at < documents; at += 1) {
      const fit = fits[at] ?? 0;
      scores[at] = highest === 0 ? 0 : (fitWeight * fit) / highest + (speaks[at] ?? 0) / length;
    }
    return { scores, unknown: asked === 0 ? 1 : unknown / asked };
  };
}

function seenIn({ scores, unknown }: Weighed, passages: number): Seen | undefined {
  const [best] = bestOf(scores, 0, passages, 1);
  if (!best) return undefined;
  const [nearest] = bestOf(scores, passages, scores.length, 1);
  const isNearer = nearest && nearest.score > best.score + clearly;
  const likely = toLikelihoods(scores);
  let inside = 0;
  for (let at = 0; at < passages; at += 1) inside += likely[at] ?? 0;
  return {
    best: best.at,
    ...(isNearer && { nearest: nearest.at - passages }),
    evidence: { inside: Math.log((inside + least) / (1 - inside + least)) / 10, unknown },
  };
}

/** Scores so far apart are likelihoods of which one is twice or thrice the other. */
const clearly = 1;
/** Keeps the odds finite. */
const least = 1e-4;

/** Of those from `start` to `end`. Of hundreds only the few that are wanted are sorted. */
function bestOf(scores: Float64Array, start: number, end: number, most: number): readonly Ranked[] {
  const best: Ranked[] = [];
  for (let at = start; at < end; at += 1) {
    const score = scores[at] ?? 0;
    const last = best.at(-1);
    if (score === 0 || (best.length >= most && last && score <= last.score)) continue;
    const place = best.findIndex((other) => other.score < score);
    best.splice(place < 0 ? best.length : place, 0, { score, at });
    if (best.length > most) best.pop();
  }
  return best;
}
