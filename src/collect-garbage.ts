// Gives back the memory that only the start needed.

import { Session } from 'node:inspector/promises';

/**
 * Reading data and building the guide's index leaves some 100 MB of garbage, which V8 keeps for as
 * long as little happens. Takes a tenth of a second, in which nobody is answered.
 */
export async function collectGarbage(): Promise<void> {
  const session = new Session();
  session.connect();
  await session.post('HeapProfiler.collectGarbage');
  session.disconnect();
}
