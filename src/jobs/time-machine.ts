// The playground's clock: it runs like any other, and can be moved. Forward it stops at every event
// on the way; back it just jumps, and what is planned for later stays planned.

import type { TimeMachine } from '../bot/clock.ts';
import { UserError } from '../bot/errors.ts';
import type { Runner } from './runner.ts';

/** More steps than this on one journey: somebody asked for a century of daily questions. */
const mostSteps = 20_000;

export interface MovingClock extends TimeMachine {
  /** Who does what is due at each stop on the way. */
  attach(runner: Pick<Runner, 'nextMoment' | 'runDue'>): void;
}

export function makeTimeMachine(realNow: () => Temporal.Instant): MovingClock {
  let ahead = Temporal.Duration.from({ milliseconds: 0 });
  let stopped: Temporal.Instant | undefined;
  let runner: Pick<Runner, 'nextMoment' | 'runDue'> | undefined;
  let journey: Promise<void> = Promise.resolve();
  const now = () => stopped ?? realNow().add(ahead);

  const stopOnTheWay = async (to: Temporal.Instant) => {
    for (let step = 0; step < mostSteps; step += 1) {
      const next = await runner?.nextMoment();
      if (!next || Temporal.Instant.compare(next, to) > 0) return;
      if (Temporal.Instant.compare(next, now()) > 0) stopped = next;
      await runner?.runDue();
    }
    throw new UserError('That is too far for one journey. Please move the clock in smaller steps.');
  };
  const travel = async (to: Temporal.Instant) => {
    try {
      stopped = now();
      if (Temporal.Instant.compare(to, stopped) > 0) await stopOnTheWay(to);
      stopped = to;
      await runner?.runDue();
    } finally {
      ahead = now().since(realNow());
      stopped = undefined;
    }
  };
  return {
    now,
    attach(given) {
      runner = given;
    },
    next: async () => runner?.nextMoment(),
    moveTo(to) {
      const mine = journey.then(() => travel(to));
      journey = mine.catch(() => {});
      return mine;
    },
  };
}
