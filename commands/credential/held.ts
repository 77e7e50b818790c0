// The credentials that a member holds, as they are named on buttons and typed.

import type { ActionRef } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import type { Choice, Control } from '../../src/bot/reply.ts';
import { findCredential, type RulePack } from '../../src/core/ceu/rules.ts';
import { shortened } from '../../src/core/shortened.ts';
import { type BodyEducation, educationOf } from '../ceu/education.ts';

export interface Held {
  readonly pack: RulePack;
  readonly code: string;
}

export function heldIn(bodies: readonly BodyEducation[]): readonly Held[] {
  return bodies.flatMap(({ pack, standing }) => standing.held.map(({ code }) => ({ pack, code })));
}

/** As a button names it: `aapc CPC`. */
export function heldNamed(held: string, bodies: readonly BodyEducation[]): Held | undefined {
  return heldIn(bodies).find(({ pack, code }) => held === `${pack.body.id} ${code}`);
}

/** As a person types it: `cpc`, `CPC (AAPC)`. */
export function heldTyped(typed: string, all: readonly Held[]): Held {
  const code = typed.trim().split(/\s/)[0]?.toUpperCase();
  const found = all.find((each) => each.code === code);
  if (found) return found;
  throw new UserError(
    `You have no ${typed} here. You have: ${all.map((each) => each.code).join(', ')}.`,
  );
}

export function chooserOf(all: readonly Held[], press: ActionRef): Control {
  const choices = all.map(({ pack, code }) => ({
    label: shortened(`${code}: ${findCredential(pack, code)?.title ?? pack.body.name}`, 75),
    value: `${pack.body.id} ${code}`,
  }));
  return { kind: 'select', label: 'Choose a credential', press, choices: choices.slice(0, 25) };
}

export async function suggestHeld(typed: string, ctx: Context): Promise<readonly Choice[]> {
  const wanted = typed.trim().toUpperCase();
  return heldIn(await educationOf(ctx))
    .filter(({ code }) => code.includes(wanted))
    .map(({ pack, code }) => ({ label: `${code} (${pack.body.name})`, value: code }));
}
