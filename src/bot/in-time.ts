// Waiting with an end: platforms give three seconds, and nobody should wait for ever.

/** What `work` comes to, or nothing where it takes longer; the work itself goes on. */
export async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), milliseconds);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
