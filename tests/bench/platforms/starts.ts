// How long it takes from the start of a process to its first answer.

import { alternate, type Compared, compare, type Pair, type Rounds } from './rounds.ts';
import type { Side } from './sides.ts';

/** Milliseconds. The first start of each is for the caches and is not counted. */
export async function measureStarts(sides: Pair<Side>, rounds: Rounds): Promise<Compared> {
  const timed = (side: Side) => async () => {
    const { process, firstAnswer } = await side.start(false);
    await process.stop();
    return firstAnswer;
  };
  const measure = { bot: timed(sides.bot), floor: timed(sides.floor) };
  if (rounds.most > 1) await alternate({ ...rounds, most: 1 }, measure);
  return compare(await alternate(rounds, measure));
}
