// The bot: takes what a person did, finds who answers it, fills the shape, checks who may, runs it.

import { z } from 'zod';
import type { Catalog } from '../catalog/catalog.ts';
import type { Content } from '../content/content.ts';
import type { Member, Store } from '../store/store.ts';
import { parseRef } from './action.ts';
import type { Audience, CommandGroup, Context, Suggest, Visibility } from './command.ts';
import { UserError } from './errors.ts';
import type { BotEvent, From, SuggestEvent } from './event.ts';
import { fill } from './fill.ts';
import { formOfAction, formOfCommand, formOfRef } from './forms.ts';
import type { Outbox } from './job.ts';
import { limits } from './limits.ts';
import { withoutMark } from './mark.ts';
import { bullets, formatted, md } from './markdown.ts';
import { nearestPaths } from './nearest.ts';
import { makeNewcomers } from './newcomers.ts';
import { type FoundAction, type FoundCommand, makeRegistry, type Registry } from './registry.ts';
import {
  button,
  type Choice,
  type Form,
  type Invalid,
  type Outcome,
  type Reply,
  say,
} from './reply.ts';
import type { Spec } from './shape.ts';
import { readOptions } from './typed-line.ts';

export interface BotParts {
  readonly groups: readonly CommandGroup[];
  readonly store: Store;
  readonly content: Content;
  readonly catalog: Catalog;
  readonly outbox: Outbox;
  readonly now: () => Temporal.Instant;
  readonly random: () => number;
  readonly operatorContact?: string;
  /** Where a fault of ours is written down, under the reference that the person was shown. */
  readonly onFault: (fault: Fault) => void;
}

export interface Fault {
  readonly reference: string;
  /** What was being answered: a path or an action's id, never what was typed. */
  readonly doing: string;
  readonly user: string;
  readonly error: unknown;
}

/** The reference of the button that opens a form again with what was typed. */
const openDraft = 'bot.form';
const keptForm = z.object({ title: z.string(), values: z.record(z.string(), z.unknown()) });

type Runnable = {
  readonly path: string;
  readonly audience: Audience;
  run(ctx: Context): Outcome | Promise<Outcome>;
};

export class Bot {
  readonly groups: readonly CommandGroup[];
  readonly #parts: BotParts;
  readonly #registry: Registry;
  readonly #newcomers = makeNewcomers();

  constructor(parts: BotParts) {
    this.#parts = parts;
    this.groups = parts.groups;
    this.#registry = makeRegistry(parts.groups);
  }

  /** What a command asks for, for definitions, forms and help. */
  specs(path: string): readonly Spec[] {
    return this.#registry.command(path)?.specs ?? [];
  }

  /** Never rejects: what goes wrong becomes a private sentence. */
  async handle(event: BotEvent): Promise<Outcome> {
    try {
      const target = this.#find(event);
      if ('kind' in target) return target;
      const ctx = await this.#context(event);
      if (target.audience === 'organizer' && !ctx.organizer) return notForMembers(ctx);
      return await target.run(ctx);
    } catch (error) {
      if (error instanceof UserError)
        return say(md`${error.message}`, { tone: 'warning', mode: 'new' });
      return this.#fault(event, error);
    }
  }

  /** Known before there is an answer. */
  visibility(event: BotEvent): Visibility {
    try {
      if (event.kind === 'command')
        return this.#command(event.path)?.command.visibility ?? 'private';
      if (event.kind === 'line')
        return this.#registry.read(event.line)?.found.command.visibility ?? 'private';
      const { target } = parseRef(withoutMark(event.ref));
      return (
        (target.startsWith('/')
          ? this.#command(target.slice(1))?.command.visibility
          : this.#registry.action(target)?.action.visibility) ?? 'private'
      );
    } catch {
      return 'private';
    }
  }

  /** At most 25, none where something goes wrong: people go on typing. */
  async suggest(event: SuggestEvent): Promise<readonly Choice[]> {
    const suggest = this.#suggester(event);
    if (!suggest || event.typed.length > limits.longText.most) return [];
    try {
      const choices = await suggest(event.typed, await this.#context(event));
      return choices.slice(0, limits.choices.most);
    } catch (error) {
      this.#fault(event, error);
      return [];
    }
  }

  /**
   * For a platform that cannot open a form just now (Discord, after "thinking…" or in answer to a
   * form): keeps what was typed for an hour and offers a button that opens the form with it.
   */
  async formLater(outcome: Form | Invalid, from: From): Promise<Reply> {
    const form = outcome.kind === 'form' ? outcome : outcome.form;
    const ctx = await this.#context(from);
    const values = { title: form.title, values: keepable(form) };
    const draft = await ctx.store.transaction((tx) =>
      tx.drafts.keep(ctx.member.id, form.submit, values, ctx.now),
    );
    const open = `${openDraft}?draft=${draft}`;
    if (outcome.kind === 'form')
      return say(md`One more step: please fill in a short form.`, {
        mode: 'new',
        controls: [button('Open the form', open, 'primary')],
      });
    const problems = Object.entries(outcome.problems).map(([name, problem]) => {
      const label = form.specs.find((spec) => spec.name === name)?.label ?? name;
      return md`**${label}** ${problem}.`;
    });
    return say(md`Nothing was saved yet:\n${formatted(bullets(problems))}`, {
      tone: 'warning',
      mode: 'new',
      controls: [button('Correct it', open, 'primary')],
    });
  }

  #suggester(event: SuggestEvent): Suggest | undefined {
    const owner = this.#command(event.path)?.command ?? this.#registry.action(event.path)?.action;
    return Object.entries(owner?.suggest ?? {}).find(([name]) => name === event.option)?.[1];
  }

  #command(path: string): FoundCommand | undefined {
    return this.#registry.command(path.trim().toLowerCase());
  }

  #find(event: BotEvent): Runnable | Reply | Form {
    switch (event.kind) {
      case 'command': {
        const found = this.#command(event.path);
        return found ? this.#runCommand(found, event.options) : this.#unknownCommand(event.path);
      }
      case 'line':
        return this.#readLine(event.line);
      case 'press':
        return this.#press(event.ref, event.value);
      case 'submit':
        return this.#submit(event.ref, event.fields);
    }
  }

  #readLine(line: string): Runnable | Reply | Form {
    if (line.length > limits.typed.most) throw tooLong();
    const read = this.#registry.read(line);
    if (!read) return this.#unknownCommand(line.trim().split(/\s+/)[0] ?? '');
    const { found, rest } = read;
    const raw = readOptions(rest, found.specs);
    const asksForMore = found.specs.some((spec) => spec.required) && rest.trim() === '';
    return asksForMore ? formOfCommand(found) : this.#runCommand(found, raw);
  }

  #runCommand(found: FoundCommand, raw: Readonly<Record<string, unknown>>): Runnable {
    return {
      path: found.path,
      audience: found.command.audience ?? 'member',
      run: (ctx) => {
        const filled = fill(found.command.options, found.specs, raw);
        if (!filled.ok) return usage(found, filled.problems);
        return found.command.run(filled.values, ctx);
      },
    };
  }

  #press(ref: string, value: string | undefined): Runnable | Reply | Form {
    const { target, args } = parseRef(withoutMark(ref));
    if (target.startsWith('/')) return this.#pressCommand(target.slice(1), args);
    if (target === openDraft) return this.#openDraft(args.draft ?? '');
    const found = this.#registry.action(target);
    if (!found) return outdated();
    return this.#runAction(found, withValue(found, args, value), undefined);
  }

  /** A button that stands for a typed command; with `…` or with values missing it opens the form. */
  #pressCommand(path: string, args: Readonly<Record<string, string>>): Runnable | Reply | Form {
    const found = this.#command(path.replace(/…$/, ''));
    if (!found) return outdated();
    if (path.endsWith('…')) return formOfCommand(found, args);
    const missing = found.specs.some((spec) => spec.required && !(spec.name in args));
    return missing ? formOfCommand(found, args) : this.#runCommand(found, args);
  }

  #submit(ref: string, fields: Readonly<Record<string, unknown>>): Runnable | Reply | Form {
    const { target, args } = parseRef(withoutMark(ref));
    if (!target.startsWith('/')) {
      const found = this.#registry.action(target);
      return found ? this.#runAction(found, args, fields) : outdated();
    }
    const found = this.#command(target.slice(1));
    if (!found) return outdated();
    const raw = { ...args, ...fields };
    return {
      path: found.path,
      audience: found.command.audience ?? 'member',
      run: (ctx) => {
        const filled = fill(found.command.options, found.specs, raw);
        if (filled.ok) return found.command.run(filled.values, ctx);
        return { kind: 'invalid', problems: filled.problems, form: formOfCommand(found, raw) };
      },
    };
  }

  #runAction(
    found: FoundAction,
    args: Readonly<Record<string, unknown>>,
    fields: Readonly<Record<string, unknown>> | undefined,
  ): Runnable {
    const { action } = found;
    return {
      path: action.id,
      audience: action.audience ?? 'member',
      run: (ctx) => {
        const filledArgs = fill(action.args, found.args, args);
        if (!filledArgs.ok) return outdated();
        if (fields === undefined) return action.run(filledArgs.values as never, ctx);
        const filled = fill(action.fields ?? {}, found.fields, fields);
        if (filled.ok) return action.run({ ...filledArgs.values, ...filled.values } as never, ctx);
        return {
          kind: 'invalid',
          problems: filled.problems,
          form: formOfAction(found, args, fields, 'Please correct this'),
        };
      },
    };
  }

  #openDraft(id: string): Runnable {
    return {
      path: openDraft,
      audience: 'member',
      run: async (ctx) => {
        const draft = await ctx.store.drafts.read(ctx.member.id, id, ctx.now);
        if (!draft) return outdated();
        const { title, values } = keptForm.parse(draft.values);
        return formOfRef(this.#registry, draft.action, title, values) ?? outdated();
      },
    };
  }

  async #context(from: From): Promise<Context> {
    const { store, content, catalog, outbox, random, operatorContact } = this.#parts;
    const known = await store.members.find(from.user.id);
    const member: Member = known ?? this.#newcomers.of(from.user.id);
    const group = from.group ?? member.homeGroup;
    const admin = from.admin === true && from.group !== undefined;
    return {
      member,
      user: from.user,
      channel: from.channel,
      ...(group && { group }),
      organizer: admin || (await this.#isOrganizer(from, member, group)),
      now: this.#parts.now(),
      store: this.#newcomers.writtenDown(store, member.id, from),
      content,
      catalog,
      outbox,
      random,
      ...(operatorContact !== undefined && { operatorContact }),
      commandGroups: this.groups,
    };
  }

  async #isOrganizer(from: From, member: Member, group: Context['group']): Promise<boolean> {
    if (!group) return false;
    const { groups } = this.#parts.store;
    if (await groups.isOrganizer(group, member.id)) return true;
    if (!from.roles?.length || from.group === undefined) return false;
    const role = (await groups.find(group))?.organizerRole;
    return role !== undefined && from.roles.includes(role);
  }

  #unknownCommand(typed: string): Reply {
    const near = nearestPaths(typed, [...this.#registry.commands.keys()]);
    const word = typed.slice(0, 40);
    return say(
      near.length > 0
        ? md`There is no command “${word}”. Did you mean one of these?`
        : md`There is no command “${word}”. **/help** lists what can be typed here.`,
      {
        tone: 'warning',
        mode: 'new',
        controls: [
          ...near.map((path) => button(`/${path}`, `/${path}`)),
          button('/help', '/help', 'primary'),
        ],
      },
    );
  }

  #fault(event: BotEvent | SuggestEvent, error: unknown): Reply {
    const reference = crypto.randomUUID().slice(0, 6).toUpperCase();
    this.#parts.onFault({ reference, doing: doing(event), user: event.user.id, error });
    return say(
      md`Something went wrong on our side, and nothing was changed. Please try again; if it happens again, give whoever runs this bot the reference **${reference}**.`,
      { tone: 'bad', mode: 'new' },
    );
  }
}

/** Files are not kept, and what is too long for its field is typed anew. */
function keepable(form: Form): Readonly<Record<string, unknown>> {
  const fits = (value: unknown) =>
    ['string', 'number', 'boolean'].includes(typeof value) &&
    String(value).length <= limits.longText.most;
  return Object.fromEntries(Object.entries(form.values ?? {}).filter(([, value]) => fits(value)));
}

/** The path or the action's id, without anything that a person typed. */
function doing(event: BotEvent | SuggestEvent): string {
  if (event.kind === 'line') return 'a typed line';
  if (event.kind === 'press' || event.kind === 'submit') return event.ref.split('?')[0] ?? '';
  return event.path.slice(0, 65);
}

function tooLong(): UserError {
  return new UserError(
    `That is too long: at most ${limits.typed.most} characters fit. Please shorten it and send it again.`,
  );
}

function outdated(): Reply {
  return say(
    md`This button belongs to an older version of the bot, or to something that is over. Please type the command again; **/help** lists them.`,
    { tone: 'warning', mode: 'new' },
  );
}

function notForMembers(ctx: Context): Reply {
  const why =
    ctx.group === undefined
      ? md`This is for organizers of a group. Please type it in the group's own channel.`
      : md`This is for organizers of the group. Ask one of them, or whoever runs the server, to do it or to add you with **/group organizers**.`;
  return say(why, { tone: 'warning', mode: 'new' });
}

function usage(found: FoundCommand, problems: Readonly<Record<string, string>>): Reply {
  const items = Object.entries(problems).map(([name, problem]) => md`**${name}** ${problem}.`);
  const example = found.specs
    .map((spec) => (spec.required ? `${spec.name}:…` : `[${spec.name}:…]`))
    .join(' ');
  return say(
    md`That did not work:\n${formatted(bullets(items))}\n\nIt is typed like this: \`/${found.path} ${example}\``,
    {
      tone: 'warning',
      mode: 'new',
      controls:
        found.specs.length > 0 ? [button('Fill in a form', `/${found.path}…`, 'primary')] : [],
    },
  );
}

function withValue(
  found: FoundAction,
  args: Readonly<Record<string, string>>,
  value: string | undefined,
): Readonly<Record<string, string>> {
  const open = found.args.find((spec) => !(spec.name in args));
  return value === undefined || !open ? args : { ...args, [open.name]: value };
}
