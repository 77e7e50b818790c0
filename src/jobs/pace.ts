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
  /** How long before it is this message's turn in its channel; the same until it is 0. */
  turnIn(channel: string, key: string): number;
  /** How long before direct messages may be opened for this message; the same until it is 0. */
  openingIn(key: string): number;
  /** Twice as long as the last time, where that is not long ago. */
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

/** Turns in a channel are so much further apart than its rest, since requests take time themselves. */
const stretch = 1.5;
/** Of openings, in milliseconds. */
const longestPause = 2 * 60 * 60 * 1000;

export function makePace({ manners, elapsed, stop }: PaceParts): Pace {
  const { atOnce, between, betweenInChannel, betweenOpenings, betweenLooks } = manners;
  const openings = makeTurns(betweenOpenings, elapsed);
  const growing = makeGrowing(elapsed);
  const channels = new Map<string, Turns>();
  const waiting: (() => void)[] = [];
  let free = atOnce;
  let nextRequest = 0;
  let nextLook = 0;
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
    turnIn(channel, key) {
      if (betweenInChannel === 0) return 0;
      for (const [name, turns] of channels) if (turns.isOver()) channels.delete(name);
      return channels
        .getOrInsertComputed(channel, () => makeTurns(betweenInChannel * stretch, elapsed))
        .turnIn(key);
    },
    openingIn: openings.turnIn,
    pauseOpenings: (milliseconds) => openings.pause(growing(milliseconds)),
    pauseAll(milliseconds) {
      pausedUntil = Math.max(pausedUntil, elapsed() + milliseconds);
      for (const turns of [openings, ...channels.values()]) turns.pause(milliseconds);
    },
  };
}

/** One after another, so far apart; whoever asks is given a turn and keeps it. */
interface Turns {
  /** How long before it is this one's turn. At 0 it is over, and it may ask for another one. */
  turnIn(key: string): number;
  /**
   * Nobody has a turn any more, or all whose turn was in the pause would come at once after it; the
   * next one is so far off.
   */
  pause(milliseconds: number): void;
  isOver(): boolean;
}

function makeTurns(between: number, elapsed: () => number): Turns {
  const turns = new Map<string, number>();
  let next = 0;
  let pausedUntil = 0;
  const isOver = () => next <= elapsed();
  return {
    turnIn(key) {
      const now = elapsed();
      if (isOver()) turns.clear();
      const mine = turns.get(key) ?? Math.max(now, next);
      if (!turns.has(key)) next = mine + between;
      if (mine > now) turns.set(key, mine);
      else turns.delete(key);
      return Math.max(0, mine - now);
    },
    pause(milliseconds) {
      turns.clear();
      pausedUntil = Math.max(pausedUntil, elapsed() + milliseconds);
      next = Math.max(pausedUntil, elapsed() + between);
    },
    /** All turns have passed; of those that nobody took nothing is kept. */
    isOver,
  };
}

/** How long to pause: twice the last time, where that ended no longer ago than it lasted. */
function makeGrowing(elapsed: () => number): (milliseconds: number) => number {
  let length = 0;
  let until = 0;
  return (milliseconds) => {
    const now = elapsed();
    const isAgain = now >= until && now < until + length;
    const grown = isAgain ? Math.min(2 * length, longestPause) : 0;
    const pause = Math.max(milliseconds, grown, until - now);
    length = now < until ? length : pause;
    until = now + pause;
    return pause;
  };
}
