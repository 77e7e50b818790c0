// Where each feature stands and what it is worth there: one table of numbers, filled once. Lists of
// their own for a hundred thousand features would take ten times the memory.

/** Each feature has a row: its cells lie between its start and the next one's. */
export interface FeatureTable {
  /** −1 for a feature that no document holds. */
  rowOf(feature: number): number;
  readonly rows: number;
  readonly starts: Uint32Array;
  /** By cell: which document holds it, and what that one gains by it. */
  readonly documents: Uint32Array;
  readonly worth: Float32Array;
  /** How much a feature says that so many documents hold. */
  rarityOf(row: number): number;
}

export interface FeatureCounts {
  /** Of the document that is open, as often as `times` says. The rows that the features have. */
  add(features: readonly number[], times: number): readonly number[];
  /** What is added from now on is of the next document. */
  endDocument(): void;
  /** Once all documents are counted. */
  table(): FeatureTable;
}

/** BM25: how fast repetition stops counting, how much length is held against a document. */
const k1 = 1.2;
const b = 0.5;

/** Documents one after the other: which features each holds, and how often. */
interface Counted {
  readonly features: number[];
  readonly often: number[];
  readonly ends: number[];
  readonly lengths: number[];
}

export function makeFeatureCounts(): FeatureCounts {
  const rows = new Map<number, number>();
  const here: number[] = [];
  const counted: Counted = { features: [], often: [], ends: [], lengths: [] };
  let held: number[] = [];
  return {
    add: (features, times) =>
      features.map((feature) => {
        const row = rows.get(feature) ?? rows.size;
        if (row === rows.size) {
          rows.set(feature, row);
          here.push(0);
        }
        if (here[row] === 0) held.push(row);
        here[row] = (here[row] ?? 0) + times;
        return row;
      }),
    endDocument() {
      let length = 0;
      for (const row of held) {
        const often = here[row] ?? 0;
        counted.features.push(row);
        counted.often.push(often);
        length += often;
        here[row] = 0;
      }
      counted.ends.push(counted.features.length);
      counted.lengths.push(length);
      held = [];
    },
    table: () => tableOf(rows, counted),
  };
}

function tableOf(rows: ReadonlyMap<number, number>, counted: Counted): FeatureTable {
  const starts = startsOf(counted.features, rows.size);
  const { documents, worth } = turned(counted, starts);
  const all = counted.ends.length;
  const rarityOf = (row: number) =>
    rarity(row < 0 ? 0 : (starts[row + 1] ?? 0) - (starts[row] ?? 0), all);
  for (let row = 0; row < rows.size; row += 1) {
    const rare = rarityOf(row);
    const end = starts[row + 1] ?? 0;
    for (let at = starts[row] ?? 0; at < end; at += 1) worth[at] = rare * (worth[at] ?? 0);
  }
  const rowOf = (feature: number) => rows.get(feature) ?? -1;
  return { rowOf, rows: rows.size, starts, documents, worth, rarityOf };
}

/** By feature, where its documents begin; the next one's beginning is its end. */
function startsOf(features: readonly number[], count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (const row of features) starts[row + 1] = (starts[row + 1] ?? 0) + 1;
  for (let row = 1; row <= count; row += 1)
    starts[row] = (starts[row] ?? 0) + (starts[row - 1] ?? 0);
  return starts;
}

/** The same cells by feature, with what saying it so often is worth in a document of that length. */
function turned({ features, often, ends, lengths }: Counted, starts: Uint32Array) {
  const documents = new Uint32Array(features.length);
  const worth = new Float32Array(features.length);
  const next = starts.slice();
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(lengths.length, 1);
  let cell = 0;
  ends.forEach((end, document) => {
    const length = 1 - b + (b * (lengths[document] ?? 0)) / mean;
    for (; cell < end; cell += 1) {
      const row = features[cell] ?? 0;
      const times = often[cell] ?? 0;
      const at = next[row] ?? 0;
      next[row] = at + 1;
      documents[at] = document;
      worth[at] = (times * (k1 + 1)) / (times + k1 * length);
    }
  });
  return { documents, worth };
}

/** What few of all documents hold says more. */
function rarity(holding: number, all: number): number {
  return Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
}
