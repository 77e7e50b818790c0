// Finds commands and actions by what people type and press.

import type { Action } from './action.ts';
import type { Command, CommandGroup } from './command.ts';
import { type Shape, type Spec, specsOf } from './shape.ts';

export interface FoundCommand {
  /** `quiz start`, `ask`. */
  readonly path: string;
  readonly group: CommandGroup;
  readonly command: Command;
  readonly specs: readonly Spec[];
}

export interface FoundAction {
  readonly action: Action;
  readonly args: readonly Spec[];
  readonly fields: readonly Spec[];
}

export interface Registry {
  readonly commands: ReadonlyMap<string, FoundCommand>;
  command(path: string): FoundCommand | undefined;
  action(id: string): FoundAction | undefined;
  /** The command that a typed line begins with, and what follows it. */
  read(line: string): { readonly found: FoundCommand; readonly rest: string } | undefined;
}

/** The one path of a group's command: a command named like its group is typed alone. */
export function pathOf(group: CommandGroup, command: Command): string {
  return command.name === group.name ? group.name : `${group.name} ${command.name}`;
}

/** `own`: actions of the Bot itself, which belong to no command. */
export function makeRegistry(
  groups: readonly CommandGroup[],
  own: readonly Action[] = [],
): Registry {
  const commands = new Map<string, FoundCommand>();
  const actions = new Map<string, FoundAction>();
  for (const group of groups) {
    for (const command of group.commands) {
      const path = pathOf(group, command);
      if (commands.has(path)) throw new Error(`Two commands are typed as /${path}.`);
      commands.set(path, lazySpecs(path, group, command));
    }
  }
  for (const action of [...own, ...groups.flatMap((group) => group.actions ?? [])]) {
    if (actions.has(action.id)) throw new Error(`Two actions are called ${action.id}.`);
    actions.set(action.id, lazyFields(action));
  }
  return {
    commands,
    command: (path) => commands.get(path),
    action: (id) => actions.get(id),
    read: (line) => readLine(line, commands),
  };
}

/** Specs are made when they are first needed: at start nobody waits for zod's JSON Schema. */
function lazySpecs(path: string, group: CommandGroup, command: Command): FoundCommand {
  let specs: readonly Spec[] | undefined;
  return {
    path,
    group,
    command,
    get specs() {
      specs ??= specsOf(command.options, Object.keys(command.suggest ?? {}));
      return specs;
    },
  };
}

function lazyFields(action: Action): FoundAction {
  let args: readonly Spec[] | undefined;
  let fields: readonly Spec[] | undefined;
  const none: Shape = {};
  return {
    action,
    get args() {
      args ??= specsOf(action.args);
      return args;
    },
    get fields() {
      fields ??= specsOf(action.fields ?? none, Object.keys(action.suggest ?? {}));
      return fields;
    },
  };
}

function readLine(line: string, commands: ReadonlyMap<string, FoundCommand>) {
  const match = /^\s*\/?(\S+)(?:\s+(\S+))?/.exec(line);
  const [first = '', second = ''] = [match?.[1]?.toLowerCase(), match?.[2]?.toLowerCase()];
  const two = commands.get(`${first} ${second}`);
  if (two) return { found: two, rest: afterWords(line, 2) };
  const one = commands.get(first);
  return one && { found: one, rest: afterWords(line, 1) };
}

function afterWords(line: string, count: number): string {
  return line.replace(new RegExp(`^\\s*(?:\\S+\\s*){${count}}`), '');
}
