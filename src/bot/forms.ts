// Forms that the Bot itself makes: of a command's options, of a draft, of what came back wrong.

import type { ActionRef } from './action.ts';
import { parseRef } from './action.ts';
import { limits } from './limits.ts';
import type { FoundAction, FoundCommand, Registry } from './registry.ts';
import type { Form } from './reply.ts';

type Raw = Readonly<Record<string, unknown>>;

/** The options of a command: the required ones first, as many as fit. */
export function formOfCommand(found: FoundCommand, values: Raw = {}): Form {
  const specs = [...found.specs].sort((a, b) => Number(b.required) - Number(a.required));
  return {
    kind: 'form',
    title: found.command.title ?? `/${found.path}`.slice(0, limits.formTitle.most),
    submit: `/${found.path}`,
    specs: specs.slice(0, limits.formFields.most),
    values,
  };
}

/** An action's fields; commands that open a form write `formFor(action, { entry: 7 }, values)`. */
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
