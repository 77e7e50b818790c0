// What a press costs one member, in a store that holds so many attempts.

import type { BotEvent } from '../../../src/bot/event.ts';
import type { Reply } from '../../../src/bot/reply.ts';
import type { UserId } from '../../../src/core/ids.ts';
import type { World } from '../../world.ts';
import { userOf, withFilledWorld } from './filled-world.ts';

export interface PressCosts {
  readonly attempts: number;
  /** Medians, in milliseconds. */
  readonly start: number;
  readonly answer: number;
  readonly next: number;
}

/** Of members who have answered a hundred questions each, a quiz of 50 each. */
export function measurePresses(attempts: number, members: number): Promise<PressCosts> {
  return withFilledWorld(attempts, {}, async (world) => {
    const times = { start: [] as number[], answer: [] as number[], next: [] as number[] };
    for (let index = 0; index < members; index += 1) {
      const act = actor(world, userOf(index));
      let card = await timed(times.start, () =>
        act({ kind: 'line', line: '/quiz start kind:single count:50' }),
      );
      for (let at = 0; at < 49; at += 1) {
        const open = card;
        const reveal = await timed(times.answer, () => act(pressOf(open, 'A')));
        card = await timed(times.next, () => act(pressOf(reveal, 'Next question')));
      }
    }
    return {
      attempts,
      start: median(times.start),
      answer: median(times.answer),
      next: median(times.next),
    };
  });
}

type Deed = BotEvent extends infer E
  ? E extends unknown
    ? Omit<E, 'user' | 'channel'>
    : never
  : never;

export function actor({ bot }: World, id: UserId) {
  return async (deed: Deed): Promise<Reply> => {
    const from = {
      user: { id, name: 'Somebody' },
      channel: { id: 'playground:study-hall', kind: 'channel' },
      group: 'playground:study-group',
    } as const;
    const outcome = await bot.handle({ ...from, ...deed } as BotEvent);
    if (outcome.kind !== 'reply') throw new Error('A reply was expected.');
    return outcome;
  };
}

export function pressOf(reply: Reply, label: string) {
  const control = reply.controls?.find((each) => each.kind === 'button' && each.label === label);
  if (control?.kind !== 'button') throw new Error(`There is no ${label}:\n${reply.text}`);
  return { kind: 'press', ref: control.press } as const;
}

async function timed<T>(times: number[], work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  times.push(performance.now() - began);
  return result;
}

export function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
