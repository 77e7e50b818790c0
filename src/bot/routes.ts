// From what a person did to who answers it: a command or an action with its values still raw.

import { type ParsedRef, parseRef } from './action.ts';
import type { Audience, Context, Visibility } from './command.ts';
import type { BotEvent } from './event.ts';
import { fill } from './fill.ts';
import { formOfAction, formOfCommand } from './forms.ts';
import { limits } from './limits.ts';
import { withoutMark } from './mark.ts';
import { patientDataIn } from './patient-data.ts';
import { looksLikePatientData, outdated, tooLong, unknownCommand, usage } from './refusals.ts';
import type { FoundAction, FoundCommand, Registry } from './registry.ts';
import type { Outcome, Reply } from './reply.ts';
import { readOptions } from './typed-line.ts';

type Raw = Readonly<Record<string, unknown>>;

/** Somebody who answers; `Bot` checks the audience before it runs. */
export interface Route {
  readonly audience: Audience;
  readonly visibility: Visibility;
  run(ctx: Context): Outcome | Promise<Outcome>;
}

export function routeOf(registry: Registry, event: BotEvent): Route {
  const identifier = patientDataIn(registry, event);
  if (identifier) return always((ctx) => looksLikePatientData(identifier, ctx));
  switch (event.kind) {
    case 'command': {
      const found = registry.command(event.path.trim().toLowerCase());
      return found ? runCommand(found, event.options) : unknown(registry, event.path);
    }
    case 'line':
      return lineRoute(registry, event.line);
    case 'press':
      return pressRoute(registry, parseRef(withoutMark(event.ref)), event.value);
    case 'submit':
      return submitRoute(registry, parseRef(withoutMark(event.ref)), event.fields);
  }
}

function lineRoute(registry: Registry, line: string): Route {
  if (line.length > limits.typed.most) throw tooLong();
  const read = registry.read(line);
  if (!read) return unknown(registry, line.trim());
  const { found, rest } = read;
  const asksForMore = found.specs.some((spec) => spec.required) && rest.trim() === '';
  return asksForMore ? openForm(found) : runCommand(found, readOptions(rest, found.specs));
}

/** A button that stands for a command opens its form with `…`, or where values are missing. */
function pressRoute(registry: Registry, { target, args }: ParsedRef, value?: string): Route {
  if (!target.startsWith('/')) {
    const found = registry.action(target);
    if (!found) return always(outdated());
    const asks = found.fields.length > 0;
    return asks ? openFields(found, args) : runAction(found, withValue(found, args, value));
  }
  const found = registry.command(target.replace(/^\/|…$/g, ''));
  if (!found) return always(outdated());
  const missing = found.specs.some((spec) => spec.required && !(spec.name in args));
  return missing || target.endsWith('…') ? openForm(found, args) : runCommand(found, args);
}

function submitRoute(registry: Registry, { target, args }: ParsedRef, fields: Raw): Route {
  if (!target.startsWith('/')) {
    const found = registry.action(target);
    return found ? runAction(found, args, fields) : always(outdated());
  }
  const found = registry.command(target.slice(1));
  return found ? submitCommand(found, { ...args, ...fields }) : always(outdated());
}

function runCommand(found: FoundCommand, raw: Raw): Route {
  return commandRoute(found, (ctx) => {
    const filled = fill(found.command.options, found.specs, raw);
    return filled.ok ? found.command.run(filled.values, ctx) : usage(found, filled.problems);
  });
}

function submitCommand(found: FoundCommand, raw: Raw): Route {
  return commandRoute(found, (ctx) => {
    const filled = fill(found.command.options, found.specs, raw);
    if (filled.ok) return found.command.run(filled.values, ctx);
    return { kind: 'invalid', problems: filled.problems, form: formOfCommand(found, raw) };
  });
}

function openForm(found: FoundCommand, values: Raw = {}): Route {
  return commandRoute(found, async (ctx) => {
    const initial = await found.command.initial?.(ctx, values);
    return formOfCommand(found, { ...initial, ...values });
  });
}

function commandRoute({ command }: FoundCommand, run: Route['run']): Route {
  return {
    audience: command.audience ?? 'member',
    visibility: command.visibility ?? 'private',
    run,
  };
}

function runAction(found: FoundAction, args: Raw, fields?: Raw): Route {
  const { action } = found;
  return {
    audience: action.audience ?? 'member',
    visibility: action.visibility ?? 'private',
    run(ctx) {
      const filledArgs = fill(action.args, found.args, args);
      if (!filledArgs.ok) return outdated();
      if (fields === undefined) return action.run(filledArgs.values as never, ctx);
      const filled = fill(action.fields ?? {}, found.fields, fields);
      if (filled.ok) return action.run({ ...filledArgs.values, ...filled.values } as never, ctx);
      const form = formOfAction(found, args, fields, 'Please correct this');
      return { kind: 'invalid', problems: filled.problems, form };
    },
  };
}

/** A button of an action that asks for something opens its form. */
function openFields(found: FoundAction, args: Raw): Route {
  const { action } = found;
  return {
    audience: action.audience ?? 'member',
    visibility: 'private',
    run: () =>
      fill(action.args, found.args, args).ok
        ? formOfAction(found, args, {}, action.title ?? 'Please fill this in')
        : outdated(),
  };
}

/** What a select chose fills the argument that its reference leaves open. */
function withValue(found: FoundAction, args: ParsedRef['args'], value: string | undefined): Raw {
  const open = found.args.find((spec) => !(spec.name in args));
  return value === undefined || !open ? args : { ...args, [open.name]: value };
}

function unknown(registry: Registry, typed: string): Route {
  return always((ctx) => unknownCommand(typed, registry.commands.values(), ctx));
}

function always(reply: Reply | ((ctx: Context) => Reply)): Route {
  const run = typeof reply === 'function' ? reply : () => reply;
  return { audience: 'member', visibility: 'private', run };
}
