// What the rest of the house asks of Discord, Slack and the playground.

import type { DeliveryRules } from '../core/delivery/protocol.ts';
import type { ChannelId, PlatformName, UserId } from '../core/ids.ts';
import type { Bot } from './bot.ts';
import type { Reply } from './reply.ts';

export const abilities = {
  commands: 'Commands',
  'typed lines': 'Typed lines, without the menu',
  suggestions: 'Suggestions while typing',
  forms: 'Forms',
  'form errors': 'Mistakes shown beside the field',
  buttons: 'Buttons and selects',
  'private replies': 'Replies that only you see',
  pictures: 'Pictures with alt text',
  'files out': 'Files from the bot',
  'files in': 'Files to the bot',
  'direct messages': 'Direct messages',
  edits: 'Messages edited in place',
  threads: 'Threads under a message',
  mentions: 'Naming one member',
  'role mentions': 'Naming a role in notices',
} as const;
export type Ability = keyof typeof abilities;

/** Where a message goes: a channel, or a person's direct messages. */
export type Address =
  | { readonly kind: 'channel'; readonly channel: ChannelId }
  | {
      readonly kind: 'dm';
      readonly user: UserId;
      /** Where their direct messages are, once known: opening them anew is what platforms limit. */
      readonly channel?: ChannelId;
    };

/** A message of ours on the platform: which channel, and the platform's id of it. */
export interface MessageRef {
  readonly channel: ChannelId;
  readonly messageId: string;
}

/** How a platform wants to be written to; in milliseconds, 0 for no limit. */
export interface Manners extends DeliveryRules {
  /** Requests under way at once. */
  readonly atOnce: number;
  /** Between the beginnings of two requests. */
  readonly between: number;
  readonly betweenInChannel: number;
  /** Between opening the direct messages of two people. */
  readonly betweenOpenings: number;
  /** Between two looks at what a channel holds. */
  readonly betweenLooks: number;
}

/** Of a platform that takes all at once and never loses an answer. */
export const noManners: Manners = {
  atOnce: 1,
  between: 0,
  betweenInChannel: 0,
  betweenOpenings: 0,
  betweenLooks: 0,
  repeatableFor: 0,
  quietPeriod: 30_000,
};

/** What is there under a key: the message, nothing, or the reason why it cannot be told. */
export type Found = MessageRef | 'absent' | { readonly cannot: string } | Failure;

export type Delivery =
  | { readonly ok: true; readonly channel: ChannelId; readonly messageId: string }
  | Failure;

export interface Failure {
  readonly ok: false;
  /**
   * `closed`: will never arrive (DMs off, bot removed). `retry`: was not sent, try again.
   * `unknown`: may or may not have been sent.
   */
  readonly reason: 'closed' | 'retry' | 'unknown';
  readonly after?: Temporal.Duration;
  /** What else has to wait as long: opening direct messages, or all that we send. */
  readonly pauses?: 'openings' | 'everything';
  /** Closed since this person takes no direct messages from us. */
  readonly noDms?: true;
  /** In words, for the organizer; never a token or a text. */
  readonly detail: string;
}

export interface Platform {
  readonly name: PlatformName;
  /** `true`, or the reason why not: the README's parity table is made of these. */
  readonly abilities: Readonly<Record<Ability, true | string>>;
  readonly manners: Manners;
  start(bot: Bot): Promise<void>;
  stop(): Promise<void>;
  /**
   * Posts one message. `key` names it for ever; `mark` is to be appended to its first reference,
   * so that it is found again after a crash. Never rejects for what the platform answers.
   */
  send(
    to: Address,
    reply: Reply,
    delivery: { readonly key: string; readonly thread?: string },
  ): Promise<Delivery>;
  edit(at: MessageRef, reply: Reply): Promise<Delivery>;
  /**
   * Looks among the newest hundred messages there for the one of this key: after a crash between
   * request and record. Never bounded by our own clock, which may be wrong.
   */
  find(to: Address, reply: Reply, key: string): Promise<Found>;
}

/** What a platform says to our token, asked once, without starting anything. */
export interface TokenCheck {
  readonly isTaken: boolean;
  /** In words, where it is not. */
  readonly why: string;
  /** The platform's clock, as HTTP tells it. */
  readonly date?: string;
  /** What we ask for and were not given. */
  readonly lacking?: readonly string[];
}
