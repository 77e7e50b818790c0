// Where each feature stands and what it is worth there: one table of numbers, filled once. Lists of
// their own for a hundred thousand features would take ten times the memory.

export interface FeatureTable {
  /** To each document that holds the feature, what it gains by it; so many hold it. */
  addTo(scores: Float64Array, feature: string, weight: number): number;
}

export interface FeatureCounts {
  /** Of the document that is open, as often as `weight` says. */
  add(features: readonly string[], weight: number): void;
  /** What is added from now on is of the next document. */
  endDocument(): void;
  /** Once all documents are counted. */
  table(): FeatureTable;
}

/** BM25: how fast repetition stops counting, how much length is held against a document. */
const k1 = 1.2;
const b = 0.5;
/** What a document gains that says a feature over and over, as a multiple of its rarity. */
export const mostGain = k1 + 1;

/** Documents as rows of `cells`: which features each holds, and how often. */
interface Rows {
  readonly features: number[];
  readonly often: number[];
  readonly ends: number[];
  readonly lengths: number[];
}

export function makeFeatureCounts(): FeatureCounts {
  const ids = new Map<string, number>();
  const here: number[] = [];
  const rows: Rows = { features: [], often: [], ends: [], lengths: [] };
  let held: number[] = [];
  return {
    add(features, weight) {
      for (const feature of features) {
        const id = ids.get(feature) ?? ids.size;
        if (id === ids.size) ids.set(feature, id);
        if (!here[id]) held.push(id);
        here[id] = (here[id] ?? 0) + weight;
      }
    },
    endDocument() {
      let length = 0;
      for (const id of held) {
        const often = here[id] ?? 0;
        rows.features.push(id);
        rows.often.push(often);
        length += often;
        here[id] = 0;
      }
      rows.ends.push(rows.features.length);
      rows.lengths.push(length);
      held = [];
    },
    table: () => tableOf(ids, rows),
  };
}

function tableOf(ids: ReadonlyMap<string, number>, rows: Rows): FeatureTable {
  const starts = startsOf(rows.features, ids.size);
  const { documents, worth } = turned(rows, starts);
  const count = rows.ends.length;
  for (let id = 0; id < ids.size; id += 1) {
    const [start, end] = [starts[id] ?? 0, starts[id + 1] ?? 0];
    const rare = rarity(end - start, count);
    for (let at = start; at < end; at += 1) worth[at] = rare * (worth[at] ?? 0);
  }
  return {
    addTo(scores, feature, weight) {
      const id = ids.get(feature);
      if (id === undefined) return 0;
      const [start, end] = [starts[id] ?? 0, starts[id + 1] ?? 0];
      for (let at = start; at < end; at += 1) {
        const document = documents[at] ?? 0;
        scores[document] = (scores[document] ?? 0) + weight * (worth[at] ?? 0);
      }
      return end - start;
    },
  };
}

/** By feature, where its documents begin; the next one's beginning is its end. */
function startsOf(features: readonly number[], count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (const id of features) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  for (let id = 1; id <= count; id += 1) starts[id] = (starts[id] ?? 0) + (starts[id - 1] ?? 0);
  return starts;
}

/** The same cells by feature, with what saying it so often is worth in a document of that length. */
function turned({ features, often, ends, lengths }: Rows, starts: Uint32Array) {
  const documents = new Uint32Array(features.length);
  const worth = new Float64Array(features.length);
  const next = starts.slice();
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(lengths.length, 1);
  let cell = 0;
  ends.forEach((end, document) => {
    const length = 1 - b + (b * (lengths[document] ?? 0)) / mean;
    for (; cell < end; cell += 1) {
      const id = features[cell] ?? 0;
      const times = often[cell] ?? 0;
      const at = next[id] ?? 0;
      next[id] = at + 1;
      documents[at] = document;
      worth[at] = (times * (k1 + 1)) / (times + k1 * length);
    }
  });
  return { documents, worth };
}

/** What few of all documents hold says more. */
export function rarity(holding: number, all: number): number {
  return Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
}
