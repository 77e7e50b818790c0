// What people can type. A file in commands/ exports one group of these.

import type { Catalog } from '../catalog/catalog.ts';
import type { Content } from '../content/content.ts';
import type { GroupId, MemberId } from '../core/ids.ts';
import type { Member, Store } from '../store/store.ts';
import type { Action } from './action.ts';
import type { Channel, User } from './event.ts';
import type { Outbox } from './job.ts';
import type { Choice, Outcome } from './reply.ts';
import type { Shape, Values } from './shape.ts';

/** Fixed before a command runs: Discord fixes it when it shows "thinking…". */
export type Visibility = 'private' | 'public';
export type Audience = 'member' | 'organizer';

/** At most 25; answered on every key, so from memory. */
export type Suggest = (
  typed: string,
  ctx: Context,
) => readonly Choice[] | Promise<readonly Choice[]>;

type Initial = Readonly<Record<string, unknown>>;

export interface Command<S extends Shape = Shape> {
  /** The word, or the second word, that people type. */
  readonly name: string;
  readonly summary: string;
  /** Of its form; left out, the path. */
  readonly title?: string;
  readonly options: S;
  /**
   * What its form shows at first where something is set already: an unticked box says no. `given`:
   * what the button that opens it says.
   */
  readonly initial?: (ctx: Context, given: Initial) => Initial | Promise<Initial>;
  /** Default private. */
  readonly visibility?: Visibility;
  /** Default member. Checked by `Bot` at every command and press. */
  readonly audience?: Audience;
  readonly suggest?: { readonly [K in keyof S]?: Suggest };
  run(options: Values<S>, ctx: Context): Outcome | Promise<Outcome>;
}

/** Ties the type of `run`'s options to the shape. */
export function command<S extends Shape>(given: Command<S>): Command<S> {
  return given;
}

/** The default export of a file in commands/. */
export interface CommandGroup {
  /** The word people type, and the file's name. */
  readonly name: string;
  readonly summary: string;
  /** One named like the group, or several second words, never both. */
  readonly commands: readonly Command[];
  readonly actions?: readonly Action[];
}

export interface Context {
  /**
   * The person's record; for somebody new one that is written with their first change, so that
   * looking around leaves no trace.
   */
  readonly member: Member & { readonly id: MemberId };
  readonly user: User;
  readonly channel: Channel;
  /** Where this happens; in a direct message the member's home group. */
  readonly group?: GroupId;
  readonly organizer: boolean;
  /** One event, one time. */
  readonly now: Temporal.Instant;
  readonly store: Store;
  readonly content: Content;
  readonly catalog: Catalog;
  /** What others will see, or the clock will edit. */
  readonly outbox: Outbox;
  /** In [0, 1); seeded in tests. */
  readonly random: () => number;
  /** Whom members write to about their data. */
  readonly operatorContact?: string;
  /** All that can be typed, for `/help`. */
  readonly commandGroups: readonly CommandGroup[];
}
