// Our client of Slack's Web API, and the SDK's own chatter reduced to what an operator can use.

import { type Logger, LogLevel, webApi } from '@slack/bolt';
import type { Log } from '../../bot/log.ts';

export type Web = webApi.WebClient;

const tenSeconds = 10_000;

/** Whoever calls tells what went wrong. */
const silent: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.WARN,
  setName: () => {},
};

/**
 * No retries, no waiting: left alone the SDK sends a message up to ten times over half an hour and
 * holds everything else back meanwhile, which is how messages arrive twice.
 */
export function webOptions(apiUrl: string | undefined): webApi.WebClientOptions {
  return {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: tenSeconds,
    logger: silent,
    ...(apiUrl && { slackApiUrl: apiUrl }),
  };
}

export function makeWeb(token: string, apiUrl?: string): Web {
  return new webApi.WebClient(token, webOptions(apiUrl));
}

/**
 * Warnings and errors only: what is below holds texts and addresses. The same sentence is passed on
 * at its 1st, 10th, 100th… time, so that forged requests do not fill the disk.
 */
export function quietLogger(log: Log): Logger {
  const times = new Map<string, number>();
  const pass = (...said: readonly unknown[]) => {
    const first = said[0] instanceof Error ? said[0].name : String(said[0]);
    const sentence = first.slice(0, 200);
    if (times.size > 500) times.clear();
    const count = (times.get(sentence) ?? 0) + 1;
    times.set(sentence, count);
    if (/^10*$/.test(String(count))) log.warn(`Slack SDK: ${sentence}`, { times: count });
  };
  return { ...silent, warn: pass, error: pass };
}
