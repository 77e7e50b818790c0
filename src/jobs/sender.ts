// Sends what is due in the outbox of one platform, message after message in each channel, several
// channels at once, at the pace that the platform asks for.

import type { Clock } from '../bot/clock.ts';
import { inTime } from '../bot/in-time.ts';
import type { Log } from '../bot/log.ts';
import type { Platform } from '../bot/platform.ts';
import type { Known } from '../core/delivery/protocol.ts';
import type { PlatformName } from '../core/ids.ts';
import type { JobStore, QueuedMessage } from '../store/store.ts';
import { type DeliverParts, deliver, putOff } from './deliver.ts';
import { makePace } from './pace.ts';

export interface SenderParts {
  readonly store: JobStore;
  readonly platforms: readonly Platform[];
  readonly clock: Clock;
  /** Milliseconds that only run forward: how long ago something was is never told by the clock. */
  readonly elapsed: () => number;
  readonly log: Log;
}

export interface Sender {
  readonly name: PlatformName;
  /**
   * Ends when nothing more is due, or after `stop`; called again meanwhile it looks once more.
   * Rejects with a fault of the store's once nothing is under way any more.
   */
  run(): Promise<void>;
  isRunning(): boolean;
}

const isResting = 'This channel takes one message after another.';

/** Between two batches alarms ring, so that a long queue does not hold them up. */
const batch = 20;
/** In milliseconds: one request that gets no answer does not hold up what falls due meanwhile. */
const longestRest = 250;

export function makeSender(
  platform: Platform,
  parts: Omit<SenderParts, 'platforms'>,
  stop: AbortSignal,
  betweenBatches: () => Promise<void>,
): Sender {
  const { store, clock, elapsed } = parts;
  const pace = makePace({ manners: platform.manners, elapsed, stop });
  const doubts = new Map<string, Known>();
  const delivering: DeliverParts = { ...parts, platform, pace, doubts, started: elapsed() };
  /** When each channel takes the next message. */
  const channels = new Map<string, Promise<void>>();
  /** Never rejects. */
  const taken = new Map<string, Promise<void>>();
  /** Of the store: whoever went on would meet them again at once. */
  const faults: unknown[] = [];
  let running: Promise<void> | undefined;
  let again = false;

  const deliverAtPace = async (message: QueuedMessage) => {
    const giveBack = await pace.take();
    try {
      if (!stop.aborted) await deliver(message, delivering);
    } finally {
      giveBack();
    }
  };
  const deliverInChannel = (message: QueuedMessage, channel: string): Promise<void> => {
    const before = channels.get(channel) ?? Promise.resolve();
    const done = before.then(() => deliverAtPace(message));
    const rested: Promise<void> = done
      .catch(() => {})
      .then(() => pace.restChannel())
      .then(() => {
        if (channels.get(channel) === rested) channels.delete(channel);
      });
    channels.set(channel, rested);
    return done;
  };
  /** What has to wait for its channel is put off, so that it takes no place from other channels. */
  const take = (message: QueuedMessage) => {
    const channel = 'user' in message.to ? message.to.user : message.to.channel;
    const turn = pace.turnIn(channel, message.edits ?? message.key);
    const done =
      turn > 0 ? putOff(message, turn, isResting, delivering) : deliverInChannel(message, channel);
    const ended = done
      .catch((error: unknown) => void faults.push(error))
      .finally(() => taken.delete(message.key));
    taken.set(message.key, ended);
  };
  const takeDue = async (): Promise<boolean> => {
    const most = batch + taken.size;
    const due = await store.all.dueMessages(platform.name, clock.now(), most);
    const fresh = due.filter(({ key }) => !taken.has(key));
    for (const message of fresh) take(message);
    return fresh.length > 0;
  };
  const sendUntilDone = async () => {
    do {
      again = false;
      while (!stop.aborted && faults.length === 0) {
        const tookSome = await takeDue();
        if (taken.size === 0) break;
        if (tookSome) await betweenBatches();
        else await inTime(Promise.race(taken.values()), longestRest);
        while (taken.size > batch / 2) await Promise.race(taken.values());
      }
    } while (again && !stop.aborted && faults.length === 0);
    await Promise.all(taken.values());
    const [fault] = faults.splice(0);
    if (fault !== undefined) throw fault;
  };
  return {
    name: platform.name,
    isRunning: () => running !== undefined,
    run() {
      again = true;
      running ??= sendUntilDone().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}
