// Long work in small steps, so that the one thread can answer members in between.

/** Each `yield` is a place to rest; what it returns is the result. */
export type Steps<T> = Generator<void, T>;

/** Without rest. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
