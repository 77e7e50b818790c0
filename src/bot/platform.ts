// What the rest of the house asks of Discord, Slack and the playground.

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
  | { readonly kind: 'dm'; readonly user: UserId };

/** A message of ours on the platform: which channel, and the platform's id of it. */
export interface MessageRef {
  readonly channel: ChannelId;
  readonly messageId: string;
}

export type Delivery =
  | { readonly ok: true; readonly channel: ChannelId; readonly messageId: string }
  | {
      readonly ok: false;
      /**
       * `closed`: will never arrive (DMs off, bot removed). `retry`: was not sent, try again.
       * `unknown`: may or may not have been sent.
       */
      readonly reason: 'closed' | 'retry' | 'unknown';
      readonly after?: Temporal.Duration;
      /** In words, for the organizer; never a token or a text. */
      readonly detail: string;
    };

export interface Platform {
  readonly name: PlatformName;
  /** `true`, or the reason why not: the README's parity table is made of these. */
  readonly abilities: Readonly<Record<Ability, true | string>>;
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
}
