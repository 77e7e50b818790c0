// What a person did, in our words. A platform's read.ts makes these.

import type { ChannelId, GroupId, UserId } from '../core/ids.ts';
import type { ActionRef } from './action.ts';

export interface User {
  readonly id: UserId;
  /** The name others see. Text from a person: shown escaped, never stored unasked. */
  readonly name: string;
}

export interface Channel {
  readonly id: ChannelId;
  readonly kind: 'channel' | 'dm';
  /** Permissions that the bot lacks here, as the platform calls them; absent where it does not say. */
  readonly lacking?: readonly string[];
}

export interface From {
  readonly user: User;
  readonly channel: Channel;
  readonly group?: GroupId;
  /** Whether the platform itself says that this person runs the group. Set by read.ts alone. */
  readonly admin?: boolean;
  /** The platform's ids of the roles this person has. Set by read.ts alone. */
  readonly roles?: readonly string[];
}

export type BotEvent = From &
  (
    | {
        readonly kind: 'command';
        /** `quiz start`, `ask`. */
        readonly path: string;
        readonly options: Readonly<Record<string, unknown>>;
      }
    /** A typed line: `ceu add 2 E/M audits`, with or without its slash. */
    | { readonly kind: 'line'; readonly line: string }
    /** `value` is what a select chose; it fills the argument that the reference leaves open. */
    | { readonly kind: 'press'; readonly ref: ActionRef; readonly value?: string }
    | {
        readonly kind: 'submit';
        readonly ref: ActionRef;
        readonly fields: Readonly<Record<string, unknown>>;
      }
  );

export type SuggestEvent = From & {
  readonly kind: 'suggest';
  /** A command's path, or an action's id where a form is being filled. */
  readonly path: string;
  readonly option: string;
  readonly typed: string;
};
