// Lets one piece of work at a time through, in the order in which they came.

export interface Turns {
  /** Whether somebody is at it: whoever comes now has to wait. */
  taken(): boolean;
  take<T>(work: () => T | Promise<T>): Promise<T>;
}

export function makeTurns(): Turns {
  let last: Promise<void> | undefined;
  return {
    taken: () => last !== undefined,
    async take(work) {
      const before = last;
      const { promise: mine, resolve } = Promise.withResolvers<void>();
      last = mine;
      await before;
      try {
        return await work();
      } finally {
        if (last === mine) last = undefined;
        resolve();
      }
    },
  };
}
