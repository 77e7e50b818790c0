// Starts and their price: how long until the first answer, and what stays in memory.

import { alternate, type Compared, compare, type Pair } from './rounds.ts';
import type { Side } from './sides.ts';

/** Milliseconds. The first start of each is for the caches and is not counted. */
export async function measureStarts(sides: Pair<Side>, rounds: number): Promise<Compared> {
  const timed = (side: Side) => async () => {
    const { process, firstAnswer } = await side.start(false);
    await process.stop();
    return firstAnswer;
  };
  const measure = { bot: timed(sides.bot), floor: timed(sides.floor) };
  await alternate(1, measure);
  return compare(await alternate(rounds, measure));
}
