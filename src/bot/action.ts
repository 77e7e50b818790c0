// An action answers buttons, selects and forms. A reference to one travels in the message itself.

import type { Context, Suggest } from './command.ts';
import { UserError } from './errors.ts';
import { limits } from './limits.ts';
import type { Outcome } from './reply.ts';
import type { Shape, Values } from './shape.ts';

/**
 * `quiz.answer?attempt=7&choice=2`, or a command as it is typed: `/ceu add`, `/ask?question=...`.
 * Ids and numbers only, never content.
 */
export type ActionRef = string;

export interface Action<A extends Shape = Shape, F extends Shape = Shape> {
  /** `<command>.<verb>`, for ever: old messages still carry it. */
  readonly id: string;
  readonly args: A;
  /** Asked for in a form: a press opens it, and `run` comes with what was filled in. */
  readonly fields?: F;
  /** Of that form. */
  readonly title?: string;
  readonly suggest?: { readonly [K in keyof F]?: Suggest };
  readonly visibility?: 'private' | 'public';
  readonly audience?: 'member' | 'organizer';
  run(input: Values<A> & Values<F>, ctx: Context): Outcome | Promise<Outcome>;
}

/** Ties the type of `run`'s input to the shapes. */
// biome-ignore lint/complexity/noBannedTypes: no fields is the empty shape
export function action<A extends Shape, F extends Shape = {}>(given: Action<A, F>): Action<A, F> {
  return given;
}

export type Argument = string | number | boolean | Temporal.PlainDate;

/** Writes the reference of a button: `refer(answer, { attempt: 7, choice: 2 })`. */
export function refer(
  target: { readonly id: string } | `/${string}`,
  args: Readonly<Record<string, Argument | undefined>> = {},
): ActionRef {
  const given = Object.entries(args).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  const name = typeof target === 'string' ? target : target.id;
  const ref = given.length === 0 ? name : `${name}?${query}`;
  if (ref.length > limits.reference.most)
    throw new Error(`The reference ${name} has ${ref.length} characters: keep content out of it.`);
  return ref;
}

export interface ParsedRef {
  /** An action's id, or a command with its slash. */
  readonly target: string;
  readonly args: Readonly<Record<string, string>>;
}

export function parseRef(ref: ActionRef): ParsedRef {
  const match = /^(?<target>[^?]{1,100})(?:\?(?<query>.*))?$/s.exec(ref);
  if (!match?.groups?.target)
    throw new UserError('This button is damaged. Please type the command again.');
  return {
    target: match.groups.target,
    args: Object.fromEntries(new URLSearchParams(match.groups.query ?? '')),
  };
}
