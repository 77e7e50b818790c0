// What the page's scripts pass to one another. Types only: the browser never sees this file.

import type { Spec } from '../../../bot/shape.ts';
import type { ReplyJson } from '../render.ts';
import type { tellCommands, tellGroup } from '../tell.ts';

export type { Block, Inline } from '../../../bot/markdown.ts';
export type { Choice, Control } from '../../../bot/reply.ts';
export type { Spec } from '../../../bot/shape.ts';
export type { FormJson, InvalidJson, MessageJson, OutcomeJson, ReplyJson } from '../render.ts';

export type Group = ReturnType<typeof tellGroup>;
export type Person = Group['people'][number];
export type Command = ReturnType<typeof tellCommands>[number]['commands'][number];

/** Something of the transcript that is not kept by the server: one person alone sees it. */
export interface OwnEntry {
  readonly id: string;
  readonly kind: 'typed' | 'thinking' | 'reply' | 'failed';
  readonly person: string;
  readonly place: string;
  readonly at: string;
  /** What was typed, or why it failed. */
  readonly text: string;
  readonly reply?: ReplyJson;
}

/** The message that a control is on: one of the server's, or one of this page's own. */
export interface PressedOn {
  readonly kept?: string;
  readonly own?: string;
}

export interface Clock {
  readonly now: string;
  readonly next?: string;
}

export interface Suggestion {
  readonly label: string;
  readonly hint: string;
  /** The whole line, once it is taken. */
  readonly line: string;
  readonly note?: string;
}

/** What can be typed next. */
export interface Completion {
  readonly command?: Command;
  /** The option that the end of the line belongs to. */
  readonly option?: Spec;
  readonly suggestions: readonly Suggestion[];
  /** Whether Enter takes the first one: a command is half typed. */
  readonly eager: boolean;
  /** Suggestions that the bot must be asked for, and how one of them is put into the line. */
  readonly ask?: {
    readonly path: string;
    readonly option: string;
    readonly typed: string;
    readonly lineWith: (value: string) => string;
  };
}
