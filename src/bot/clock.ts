// Time is passed in: everybody who needs to know it asks one of these.

export interface Clock {
  now(): Temporal.Instant;
}

/** The playground's: it can be moved, and on the way rings whatever falls due, in order. */
export interface TimeMachine extends Clock {
  moveTo(instant: Temporal.Instant): Promise<void>;
  /** When something falls due next: the earliest alarm or message. */
  next(): Promise<Temporal.Instant | undefined>;
}
