// How a test plays people on a platform: what they do, and what they then see.

import type { MessageRef, Platform } from '../../src/bot/platform.ts';
import type { ChannelId, UserId } from '../../src/core/ids.ts';

/** A file that a person gives. */
export interface Paper {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
/** Files only where a form or an option takes them. */
export type Typed = string | number | boolean | Paper;
export type Fields = Readonly<Record<string, Typed>>;

/** A message as somebody sees it: formatting resolved, as plain words. */
export interface SeenMessage {
  readonly kind: 'message';
  readonly at: MessageRef;
  readonly visibleTo: 'presser' | 'everyone';
  /** Title, text, fields (label, then value) and footnote, each on lines of their own. */
  readonly text: string;
  readonly bold: readonly string[];
  /** Addresses that can be clicked, those of link buttons among them. */
  readonly links: readonly string[];
  readonly controls: readonly {
    readonly kind: 'button' | 'select' | 'link';
    readonly label: string;
    readonly disabled?: boolean;
    /** Of a select. */
    readonly choices?: readonly string[];
  }[];
  readonly image?: { readonly alt: string; readonly bytes: Uint8Array };
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Who is notified because of this message's words. */
  readonly pings: readonly string[];
}

export interface SeenForm {
  readonly kind: 'form';
  readonly title: string;
  readonly fields: readonly {
    readonly name: string;
    readonly label: string;
    readonly required: boolean;
    readonly value?: string;
  }[];
  /** Mistakes shown beside their fields, by name. */
  readonly problems: Readonly<Record<string, string>>;
}

export type Seen = SeenMessage | SeenForm;

export interface Person {
  readonly id: UserId;
  /** Types a command; resolves with what it comes to, not with "thinking…". */
  type(path: string, options?: Fields): Promise<Seen>;
  /** Types one line; left out where there are none. */
  line?(line: string): Promise<Seen>;
  /** The labels that are offered. */
  suggest(path: string, option: string, typed: string): Promise<readonly string[]>;
  /** The button as it was seen then, though the message may be another by now. */
  press(message: SeenMessage, label: string): Promise<Seen>;
  /** Picks the choice with this label in the select with that label. */
  choose(message: SeenMessage, label: string, choice: string): Promise<Seen>;
  /** What is not given is left as the form shows it. */
  submit(form: SeenForm, fields: Fields): Promise<Seen>;
}

export interface Driver {
  readonly platform: Platform;
  /** A channel in which everybody is. */
  readonly channel: ChannelId;
  /** Olga runs the group. */
  person(name: 'maria' | 'tom' | 'olga', place?: 'channel' | 'dm'): Person;
  /** The message as it stands now. */
  look(at: MessageRef): Promise<SeenMessage>;
  threadsUnder(at: MessageRef): Promise<readonly string[]>;
  /** What the platform would have refused of what was sent so far, or shown badly. */
  problems(): readonly string[];
  /** Once people can see that the bot is at work; left out where they just wait. */
  thinking?(): Promise<void>;
  close(): Promise<void>;
}

export function asMessage(seen: Seen | undefined): SeenMessage {
  if (seen?.kind === 'message') return seen;
  const found = seen && Object.values(seen.problems);
  throw new Error(`A message was expected, not the form “${seen?.title}”. ${found?.join(' ')}`);
}

export function asForm(seen: Seen | undefined): SeenForm {
  if (seen?.kind === 'form') return seen;
  throw new Error(`A form was expected, not a message: ${seen?.text}`);
}
