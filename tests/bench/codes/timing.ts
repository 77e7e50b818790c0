// How long things take, each at its quickest: other work shares the machine.

export interface Timed {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

/** The first round warms up, and is not counted. */
const rounds = 6;

/** In milliseconds. */
export function timeEach<T>(items: readonly T[], run: (item: T) => unknown): Timed {
  const best = items.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round += 1)
    for (const [at, item] of items.entries()) {
      const start = performance.now();
      run(item);
      const took = performance.now() - start;
      if (round > 0) best[at] = Math.min(best[at] ?? took, took);
    }
  const sorted = best.toSorted((a, b) => a - b);
  const at = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  return { p50: at(0.5) ?? 0, p99: at(0.99) ?? 0, most: at(1) ?? 0 };
}
