/** Whole milliseconds, as the store keeps them. */
export function realNow(): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Temporal.Now.instant().epochMilliseconds);
}
