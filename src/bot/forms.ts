// Forms that the Bot itself makes: of a command's options, of a draft, of what came back wrong.

import { type ActionRef, type Argument, parseRef, refer } from './action.ts';
import type { Command } from './command.ts';
import { limits } from './limits.ts';
import type { FoundAction, FoundCommand, Registry } from './registry.ts';
import type { Form, Invalid } from './reply.ts';
import { type Shape, specsOf } from './shape.ts';

type Raw = Readonly<Record<string, unknown>>;
/** Each by the name of its field: `is 2027-01-05, which is still to come`. */
type Problems = Readonly<Record<string, string>>;

/** The options of a command: the required ones first, as many as fit. */
export function formOfCommand(
  found: Pick<FoundCommand, 'path' | 'command' | 'specs'>,
  values: Raw = {},
): Form {
  const specs = [...found.specs].sort((a, b) => Number(b.required) - Number(a.required));
  return {
    kind: 'form',
    title: found.command.title ?? `/${found.path}`.slice(0, limits.formTitle.most),
    submit: `/${found.path}`,
    specs: specs.slice(0, limits.formFields.most),
    values,
  };
}

/** A command's form with values filled in, for commands and actions that open one. */
export function askFor(path: string, command: Command, values: Raw): Form {
  const specs = specsOf(command.options, Object.keys(command.suggest ?? {}));
  return formOfCommand({ path, command, specs }, values);
}

/** The same, refilled, with what is wrong beside the fields: for what only `run` can know. */
export function askAgain(path: string, command: Command, values: Raw, problems: Problems): Invalid {
  return { kind: 'invalid', problems, form: askFor(path, command, values) };
}

/** The form of an action, for commands that open one: `formFor(details, { entry: 7 }, 'Details')`. */
export function formFor(
  action: { readonly id: string; readonly fields?: Shape; readonly suggest?: object },
  args: Readonly<Record<string, Argument | undefined>>,
  title: string,
  values: Raw = {},
): Form {
  const specs = specsOf(action.fields ?? {}, Object.keys(action.suggest ?? {}));
  return { kind: 'form', title, submit: refer(action, args), specs, values };
}

/** What came back wrong, or what a draft holds. */
export function formOfAction(found: FoundAction, args: Raw, values: Raw, title: string): Form {
  const query = new URLSearchParams(Object.entries(args).map(([k, v]) => [k, String(v)]));
  const submit = query.size > 0 ? `${found.action.id}?${query}` : found.action.id;
  return { kind: 'form', title, submit, specs: found.fields, values };
}

/** The form that a reference submits to, or nothing where the reference is of an older version. */
export function formOfRef(
  registry: Registry,
  submit: ActionRef,
  title: string,
  values: Raw,
): Form | undefined {
  const { target, args } = parseRef(submit);
  if (target.startsWith('/')) {
    const found = registry.command(target.slice(1));
    return found && formOfCommand(found, { ...args, ...values });
  }
  const found = registry.action(target);
  return found && formOfAction(found, args, values, title);
}
