// Guards the number of sessions: Discord allows 1,000 a day and resets the token of a bot that opens
// more (gateway documentation, "Session Start Limit").

import { type IIdentifyThrottler, SimpleIdentifyThrottler } from 'discord.js';
import type { Log } from '../../bot/log.ts';
import { StartError } from '../../bot/start-error.ts';

/** As `GET /gateway/bot` tells. */
export interface SessionLimit {
  readonly remaining: number;
  /** Milliseconds until Discord counts anew. */
  readonly reset_after: number;
}

/** So many are left for finding out what is wrong. */
const reserve = 50;

/** Of a bot that is restarted over and over, each start ends here before it costs a session. */
export function checkSessionsLeft({ remaining, reset_after: resetAfter }: SessionLimit): void {
  if (remaining > reserve) return;
  const minutes = Math.ceil(resetAfter / 60_000);
  throw new StartError(
    `Discord lets this bot connect only ${remaining} more times within the next ${minutes} minutes, and takes its token away after that: it was started too often. Find out why it kept stopping, wait, then start it again.`,
  );
}

const hour = 3_600_000;
const freePerHour = 20;
/** With those that are free, fewer than 800 a day. */
const pause = 120_000;

/** How long to wait before the next session, from when the last ones were opened; milliseconds. */
export function pauseBefore(opened: readonly number[], now: number): number {
  const lately = opened.filter((at) => now - at < hour);
  if (lately.length < freePerHour) return 0;
  return Math.max(0, Math.max(...lately) + pause - now);
}

/** Discord's own pace (5 s), and ours where a session is lost as soon as it is opened. */
export function pacedIdentify(log: Log, pauseFor = pauseBefore): IIdentifyThrottler {
  const simple = new SimpleIdentifyThrottler(1);
  let opened: readonly number[] = [];
  return {
    async waitForIdentify(shardId, signal) {
      const now = performance.now();
      const wait = pauseFor(opened, now);
      if (wait > 0) log.warn('Sessions with Discord end too often: waiting.', { wait });
      await waitFor(wait, signal);
      await simple.waitForIdentify(shardId, signal);
      opened = [...opened, performance.now()].slice(-2 * freePerHour);
    },
  };
}

async function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds === 0) return;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  const stop = () => reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  await promise.finally(() => {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  });
}
