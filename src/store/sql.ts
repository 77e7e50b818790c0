// The little that repositories need of a database. SQL is written so that PostgreSQL can serve it
// too: `?` for values, integers for flags and moments (milliseconds UTC), text for days and JSON.

export type SqlValue = string | number | null;

export interface Sql {
  get<Row>(statement: string, ...values: readonly SqlValue[]): Promise<Row | undefined>;
  all<Row>(statement: string, ...values: readonly SqlValue[]): Promise<readonly Row[]>;
  /** The number of rows changed: a rule that must hold under two presses at once asks for it. */
  run(statement: string, ...values: readonly SqlValue[]): Promise<number>;
}

export function millisecondsOf(instant: Temporal.Instant): number {
  return instant.epochMilliseconds;
}

export function instantOf(milliseconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds);
}
