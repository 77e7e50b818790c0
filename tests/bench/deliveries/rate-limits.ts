// The limits of the platforms as far as they are published, kept by the local servers of a bench.
// Stricter than the platforms: whatever span of a window's length is looked at, it holds no more.

import type { Call, Limited } from '../../fixtures/discord/local-discord.ts';
import type { Args, Fault } from '../../platforms/slack/fake-slack.ts';

interface Room {
  /** How many more are allowed now; below 0 this one was too many. */
  readonly left: number;
  /** Milliseconds until one more is. */
  readonly opensIn: number;
}

type Window = (now: number) => Room;

function windowOf(most: number, milliseconds: number): Window {
  const times: number[] = [];
  return (now) => {
    while ((times[0] ?? now) <= now - milliseconds) times.shift();
    const isTooMany = times.length >= most;
    if (!isTooMany) times.push(now);
    const opensIn = (times[0] ?? now) + milliseconds - now;
    return { left: isTooMany ? -1 : most - times.length, opensIn };
  };
}

function windowsOf(most: number, milliseconds: number): (of: string, now: number) => Room {
  const windows = new Map<string, Window>();
  return (of, now) => windows.getOrInsertComputed(of, () => windowOf(most, milliseconds))(now);
}

export interface Counts {
  /** Requests that were told to slow down. */
  refused(): number;
  /** Requests in the busiest second. */
  busiest(): number;
}

function makeCounts() {
  const second: number[] = [];
  let refused = 0;
  let busiest = 0;
  return {
    count(now: number) {
      while ((second[0] ?? now) <= now - 1_000) second.shift();
      busiest = Math.max(busiest, second.push(now));
    },
    refuse() {
      refused += 1;
    },
    counts: { refused: () => refused, busiest: () => busiest },
  };
}

/**
 * 50 requests a second in all (docs: Rate Limits). Of a channel 5 messages in 5 s, which is not
 * published but what people measure; Discord tells it in the headers of each answer.
 */
export function discordLimits(): Counts & { readonly limit: (call: Call) => Limited } {
  const all = windowOf(50, 1_000);
  const channels = windowsOf(5, 5_000);
  const { count, refuse, counts } = makeCounts();
  return {
    ...counts,
    limit({ method, path }) {
      const now = performance.now();
      count(now);
      const global = all(now);
      if (global.left < 0) {
        refuse();
        return { headers: {}, refusal: slowDown(global, { 'x-ratelimit-global': 'true' }) };
      }
      if (method !== 'POST') return { headers: {} };
      const room = channels(path, now);
      const headers = {
        'x-ratelimit-bucket': 'messages',
        'x-ratelimit-limit': '5',
        'x-ratelimit-remaining': String(Math.max(0, room.left)),
        'x-ratelimit-reset-after': (room.opensIn / 1_000).toFixed(3),
      };
      if (room.left >= 0) return { headers };
      refuse();
      return { headers, refusal: slowDown(room, headers) };
    },
  };
}

function slowDown({ opensIn }: Room, headers: Readonly<Record<string, string>>) {
  const seconds = opensIn / 1_000;
  const global = 'x-ratelimit-global' in headers;
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: seconds, global },
    headers: { ...headers, 'retry-after': String(Math.ceil(seconds)) },
  };
}

/**
 * One message a second in a channel; conversations.open and conversations.history 50 a minute
 * (docs.slack.dev: Rate limits). Slack has a limit for the whole workspace too, which is not published.
 */
export function slackLimits(): Counts & {
  readonly refuse: (method: string, args: Args) => Fault | undefined;
} {
  const channels = windowsOf(1, 1_000);
  const methods = windowsOf(50, 60_000);
  const tierThree = new Set(['conversations.open', 'conversations.history']);
  const { count, refuse, counts } = makeCounts();
  return {
    ...counts,
    refuse(method, { channel }) {
      const now = performance.now();
      count(now);
      const isMessage = method === 'chat.postMessage';
      if (!isMessage && !tierThree.has(method)) return undefined;
      const room = isMessage ? channels(String(channel), now) : methods(method, now);
      if (room.left >= 0) return undefined;
      refuse();
      return { status: 429, retryAfter: Math.ceil(room.opensIn / 1_000) };
    },
  };
}
