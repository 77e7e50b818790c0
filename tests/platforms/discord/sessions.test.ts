import { describe, expect, test } from 'vitest';
import { makeLog } from '../../../src/log.ts';
import {
  checkSessionsLeft,
  pacedIdentify,
  pauseBefore,
} from '../../../src/platforms/discord/sessions.ts';

describe('sessions with Discord, of which a day has 1,000', () => {
  test('a few reconnections in a row wait for nothing', () => {
    expect(pauseBefore([], 0)).toBe(0);
    expect(pauseBefore([1, 2, 3, 4, 5], 10)).toBe(0);
  });

  test('a day of sessions that end at once stays under 800', () => {
    const day = 24 * 3_600_000;
    const opened: number[] = [];
    for (let now = 0; now < day; now += 5_000) {
      const wait = pauseBefore(opened.slice(-40), now);
      if (wait === 0) opened.push(now);
    }
    expect(opened.length).toBeGreaterThan(500);
    expect(opened.length).toBeLessThan(800);
  });

  test('a process that is restarted over and over stops before the last ones are gone', () => {
    expect(() => checkSessionsLeft({ remaining: 51, reset_after: 1 })).not.toThrow();
    expect(() => checkSessionsLeft({ remaining: 50, reset_after: 3_600_000 })).toThrow(
      'only 50 more times within the next 60 minutes',
    );
  });

  test('who is stopped while waiting waits no longer', async () => {
    const throttle = pacedIdentify(
      makeLog(() => {}),
      () => 60_000,
    );
    const stop = new AbortController();
    const waiting = throttle.waitForIdentify(0, stop.signal);
    stop.abort(new Error('stopped'));
    await expect(waiting).rejects.toThrow('stopped');
  });
});
