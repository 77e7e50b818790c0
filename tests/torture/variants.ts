// The protocol as it is, and four that are known to be wrong: the harness must find them out.

import { type Manners, noManners, type Platform } from '../../src/bot/platform.ts';
import type { Faults } from './faults.ts';

/** All times of src/platforms shortened together, for a server on this machine. */
const short: Manners = {
  ...noManners,
  atOnce: 16,
  between: 5,
  quietPeriod: 1_200,
};

export interface Variant {
  readonly platform: 'discord' | 'slack';
  readonly manners: Manners;
  /** Milliseconds for which the platform really knows a nonce. */
  readonly remembersFor: number;
  /** Instead of the usual share of each. */
  readonly faults?: Partial<Faults>;
  /** What is said of a message that may have been sent, instead of looking. */
  readonly blind?: 'it never was' | 'it always was';
}

const discord = {
  platform: 'discord',
  manners: { ...short, repeatableFor: 2_000 },
  remembersFor: 4_000,
} as const;
const slack = {
  platform: 'slack',
  manners: { ...short, betweenInChannel: 40 },
  remembersFor: 0,
} as const;
const noQuiet = { quietPeriod: 1 };

export const variants: Readonly<Record<string, Variant>> = {
  discord,
  slack,
  'send, then mark': {
    ...slack,
    manners: { ...slack.manners, ...noQuiet },
    faults: { failsAfter: 0.15, cutAfter: 0.1 },
    blind: 'it never was',
  },
  'mark, then send': {
    ...slack,
    manners: { ...slack.manners, ...noQuiet },
    faults: { failsBefore: 0.15, cutBefore: 0.1 },
    blind: 'it always was',
  },
  'a nonce and no look': {
    ...discord,
    manners: { ...discord.manners, ...noQuiet },
    remembersFor: 300,
    faults: { hangs: 0.2 },
    blind: 'it never was',
  },
  'a look without a quiet period': {
    ...slack,
    manners: { ...slack.manners, ...noQuiet },
    faults: { late: 0.3, lateBy: 4_000 },
  },
};

export function asVariant(platform: Platform, { blind }: Variant): Platform {
  if (!blind) return platform;
  return {
    ...platform,
    find: async () =>
      blind === 'it never was' ? 'absent' : { channel: `${platform.name}:1`, messageId: '1' },
  };
}
