// What the bot says, as plain data: every platform turns it into its own JSON.

import type { UserId } from '../core/ids.ts';
import type { ActionRef } from './action.ts';
import type { Markdown } from './markdown.ts';
import type { Spec } from './shape.ts';

export interface Reply {
  readonly kind: 'reply';
  readonly text: Markdown;
  /** Plain text, as are labels, footnote and alt: platforms show them literally. */
  readonly title?: string;
  readonly fields?: readonly { readonly label: string; readonly value: Markdown }[];
  readonly image?: Image;
  readonly files?: readonly File[];
  readonly controls?: readonly Control[];
  /** The only way to ping a person. */
  readonly mentions?: readonly UserId[];
  /** The platform's own id of a role that an organizer chose to have pinged; Discord has them. */
  readonly mentionedRole?: string;
  /** A colour, always with a word beside it in the text. */
  readonly tone?: 'good' | 'bad' | 'warning';
  readonly footnote?: string;
  /**
   * `update` replaces the message that the pressed control is on; `new` leaves it alone. Left out:
   * new for commands, update for presses and forms that came from a message.
   */
  readonly mode?: 'new' | 'update';
  /** For the presser's eyes even where the command or action is public: refusals are. */
  readonly onlyYou?: true;
}

export interface Image {
  readonly png: Uint8Array;
  readonly alt: string;
}

/** A file that the bot hands out: an export, a calendar file. */
export interface File {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export function textFile(name: string, mediaType: string, text: string): File {
  return { name, mediaType, bytes: new TextEncoder().encode(text) };
}

export interface Choice {
  readonly label: string;
  readonly value: string;
}

export type Control =
  | {
      readonly kind: 'button';
      readonly label: string;
      readonly press: ActionRef;
      readonly style?: 'primary' | 'danger';
      readonly disabled?: boolean;
    }
  | {
      readonly kind: 'select';
      readonly label: string;
      readonly press: ActionRef;
      readonly choices: readonly Choice[];
    }
  | { readonly kind: 'link'; readonly label: string; readonly url: string };

/** Asks for several values at once: a modal on Discord and Slack, a `<form>` in the browser. */
export interface Form {
  readonly kind: 'form';
  readonly title: string;
  readonly submit: ActionRef;
  readonly specs: readonly Spec[];
  readonly values?: Readonly<Record<string, unknown>>;
}

/** A form that came back with mistakes: each problem by the name of its field. */
export interface Invalid {
  readonly kind: 'invalid';
  readonly problems: Readonly<Record<string, string>>;
  readonly form: Form;
}

export type Outcome = Reply | Form | Invalid;

/** A reply of nothing but text, which is most of them. */
export function say(text: Markdown, more: Partial<Omit<Reply, 'kind' | 'text'>> = {}): Reply {
  return { kind: 'reply', text, ...more };
}

export function button(
  label: string,
  press: ActionRef,
  style?: 'primary' | 'danger',
): Extract<Control, { kind: 'button' }> {
  return { kind: 'button', label, press, ...(style && { style }) };
}
