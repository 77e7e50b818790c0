// Keeps to a platform's manners: how many requests at once, and how long between them.

import { setTimeout } from 'node:timers/promises';
import type { Manners } from '../bot/platform.ts';

export interface Pace {
  /** Waits for a place among the requests under way; gives back what frees it. */
  take(): Promise<() => void>;
  /** Waits until one more channel may be read. */
  look(): Promise<void>;
  /** After a message in a channel: waits until it takes another one. */
  restChannel(): Promise<void>;
  /** How long before direct messages may be opened for this message; the same until it is 0. */
  openingIn(key: string): number;
  pauseOpenings(milliseconds: number): void;
  pauseAll(milliseconds: number): void;
}

export interface PaceParts {
  readonly manners: Manners;
  /** Milliseconds that only run forward. */
  readonly elapsed: () => number;
  /** Ends every wait. */
  readonly stop: AbortSignal;
}

export function makePace({ manners, elapsed, stop }: PaceParts): Pace {
  const { atOnce, between, betweenInChannel, betweenOpenings, betweenLooks } = manners;
  const openings = new Map<string, number>();
  const waiting: (() => void)[] = [];
  let free = atOnce;
  let nextRequest = 0;
  let nextLook = 0;
  let nextOpening = 0;
  let pausedUntil = 0;

  const until = async (moment: number) => {
    const left = moment - elapsed();
    if (left > 0) await setTimeout(left, undefined, { signal: stop }).catch(() => {});
  };
  const place = async () => {
    if (free > 0) {
      free -= 1;
      return;
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    waiting.push(resolve);
    await promise;
  };
  const giveBack = () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return {
    async take() {
      await place();
      const mine = Math.max(elapsed(), nextRequest);
      nextRequest = mine + between;
      await until(mine);
      while (pausedUntil > elapsed() && !stop.aborted) await until(pausedUntil);
      return giveBack;
    },
    async look() {
      const mine = Math.max(elapsed(), nextLook);
      nextLook = mine + betweenLooks;
      await until(mine);
    },
    restChannel: () => until(elapsed() + betweenInChannel),
    openingIn(key) {
      const now = elapsed();
      const mine = openings.get(key) ?? Math.max(now, nextOpening);
      if (!openings.has(key)) nextOpening = mine + betweenOpenings;
      if (mine > now) openings.set(key, mine);
      else openings.delete(key);
      return Math.max(0, mine - now);
    },
    /** Whoever had a turn asks for a new one, or all would come at once when it is over. */
    pauseOpenings(milliseconds) {
      openings.clear();
      nextOpening = Math.max(nextOpening, elapsed() + milliseconds);
    },
    pauseAll(milliseconds) {
      pausedUntil = Math.max(pausedUntil, elapsed() + milliseconds);
    },
  };
}
