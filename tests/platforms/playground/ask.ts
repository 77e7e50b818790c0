// Asks a playground over HTTP, for tests.

import type { TimeMachine } from '../../../src/bot/clock.ts';
import type { Log } from '../../../src/bot/log.ts';
import type { Playground } from '../../../src/platforms/playground/connect.ts';

/** Says nothing: what is logged is tested where it matters. */
export const quiet: Log = { info: () => {}, warn: () => {}, error: () => {} };

const noon = Temporal.Instant.from('2026-11-22T12:00:00Z');

/** Stands still, and nothing is ever due. */
export const stillClock: TimeMachine = {
  now: () => noon,
  next: async () => undefined,
  moveTo: async () => {},
};

/** With a body it is posted. Rejects with the sentence of a refusal. */
export async function ask<T>(at: Playground, path: string, body?: object): Promise<T> {
  const response = await fetch(at.url() + path, {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  const told = (await response.json()) as T & { error?: string };
  if (!response.ok) throw new Error(told.error);
  return told;
}
