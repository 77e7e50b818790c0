/** For what buttons refer to: short enough for a reference, and not to be guessed. */
export function newId(): string {
  return crypto.randomUUID().slice(0, 13);
}
