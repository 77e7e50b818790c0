// Measures two things by turns, so that what disturbs the machine disturbs both.

/** What came of one round of each. */
export interface Pair<T> {
  readonly bot: T;
  readonly floor: T;
}

export interface Rounds {
  readonly most: number;
  /** After so long no further round begins; three there are in any case. */
  readonly milliseconds: number;
}

/** Bot and floor by turns; which of them is first changes every time. */
export async function alternate<T>(
  rounds: Rounds,
  measure: Pair<() => Promise<T>>,
): Promise<readonly Pair<T>[]> {
  const pairs: Pair<T>[] = [];
  const start = performance.now();
  const isTimeUp = () => pairs.length >= 3 && performance.now() - start > rounds.milliseconds;
  while (pairs.length < rounds.most && !isTimeUp()) {
    if (pairs.length % 2 === 0) {
      const floor = await measure.floor();
      pairs.push({ floor, bot: await measure.bot() });
    } else {
      const bot = await measure.bot();
      pairs.push({ bot, floor: await measure.floor() });
    }
  }
  return pairs;
}

/** The medians of both, and of what they have to do with each other round by round. */
export interface Compared {
  readonly bot: number;
  readonly floor: number;
  readonly ratio: number;
  readonly more: number;
}

export function compare(pairs: readonly Pair<number>[]): Compared {
  return {
    bot: median(pairs.map(({ bot }) => bot)),
    floor: median(pairs.map(({ floor }) => floor)),
    ratio: median(pairs.map(({ bot, floor }) => bot / floor)),
    more: median(pairs.map(({ bot, floor }) => bot - floor)),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = low] = [
    sorted[Math.ceil(middle) - 1],
    sorted[Math.floor(middle)],
  ];
  return (low + high) / 2;
}
