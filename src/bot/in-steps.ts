// Long work between other people's: a little at a time, with a rest in between.

import type { Steps } from '../core/answers/steps.ts';

/** In milliseconds: so long nobody notices that they wait. */
const atATime = 10;

export async function inSteps<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const until = performance.now() + atATime;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await rest();
  }
}

/** Whatever else is to be done comes first. */
export function rest(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
