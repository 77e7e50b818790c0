// The bot: takes what a person did, finds who answers it, checks who may, and runs it.

import type { Catalog } from '../catalog/catalog.ts';
import type { Content } from '../content/content.ts';
import type { GroupId } from '../core/ids.ts';
import type { Member, Store } from '../store/store.ts';
import type { CommandGroup, Context, Suggest, Visibility } from './command.ts';
import { UserError } from './errors.ts';
import type { BotEvent, From, SuggestEvent } from './event.ts';
import type { Outbox } from './job.ts';
import { keepForm, openKeptForm } from './kept-forms.ts';
import { limits } from './limits.ts';
import { makeNewcomers } from './newcomers.ts';
import { patientDataIn } from './patient-data.ts';
import { notForMembers, ourFault, refusalOf } from './refusals.ts';
import { makeRegistry, type Registry } from './registry.ts';
import type { Choice, Form, Invalid, Outcome, Reply } from './reply.ts';
import { type Route, routeOf } from './routes.ts';
import type { Spec } from './shape.ts';
import { readUndelivered, withUndelivered } from './undelivered.ts';

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

export class Bot {
  readonly groups: readonly CommandGroup[];
  readonly #parts: BotParts;
  readonly #registry: Registry;
  readonly #newcomers = makeNewcomers();
  readonly #routes = new WeakMap<BotEvent, Route>();

  constructor(parts: BotParts) {
    this.#parts = parts;
    this.groups = parts.groups;
    this.#registry = makeRegistry(parts.groups, [
      openKeptForm(() => this.#registry),
      readUndelivered,
    ]);
  }

  /** What a command asks for, for definitions, forms and help. */
  specs(path: string): readonly Spec[] {
    return this.#registry.command(path)?.specs ?? [];
  }

  /** Never rejects: what goes wrong becomes a private sentence. */
  async handle(event: BotEvent): Promise<Outcome> {
    try {
      const route = this.#routeOf(event);
      const ctx = await this.#context(event);
      if (route.audience === 'organizer' && !ctx.organizer) return notForMembers(ctx);
      const outcome = await route.run(ctx);
      return tellsOfUndelivered(event, route, outcome) ? withUndelivered(outcome, ctx) : outcome;
    } catch (error) {
      return error instanceof UserError ? refusalOf(error) : this.#fault(event, error);
    }
  }

  /** Known before there is an answer. */
  visibility(event: BotEvent): Visibility {
    try {
      return this.#routeOf(event).visibility;
    } catch {
      return 'private';
    }
  }

  /** At most 25, none where something goes wrong: people go on typing. */
  async suggest(event: SuggestEvent): Promise<readonly Choice[]> {
    const suggest = this.#suggester(event);
    if (!suggest || event.typed.length > limits.longText.most) return [];
    if (patientDataIn(this.#registry, event)) return [];
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
    return keepForm(outcome, await this.#context(from));
  }

  /** Found once for each event, though `handle` and `visibility` both ask for it. */
  #routeOf(event: BotEvent): Route {
    const route = this.#routes.get(event) ?? routeOf(this.#registry, event);
    this.#routes.set(event, route);
    return route;
  }

  #suggester({ path, option }: SuggestEvent): Suggest | undefined {
    const owner = this.#registry.command(path)?.command ?? this.#registry.action(path)?.action;
    return Object.entries(owner?.suggest ?? {}).find(([name]) => name === option)?.[1];
  }

  async #context(from: From): Promise<Context> {
    const { store, content, catalog, outbox, random, operatorContact } = this.#parts;
    const known = await store.members.find(from.user.id);
    const member = known ?? this.#newcomers.of(from.user.id);
    const group = from.group ?? member.homeGroup;
    return {
      member,
      user: from.user,
      channel: from.channel,
      ...(group !== undefined && { group }),
      organizer: await this.#isOrganizer(from, member, group),
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

  /** The platform's word counts where it was given; in a direct message only the stored list does. */
  async #isOrganizer(from: From, member: Member, group: GroupId | undefined): Promise<boolean> {
    if (group === undefined) return false;
    if (from.admin && from.group !== undefined) return true;
    const { groups } = this.#parts.store;
    if (await groups.isOrganizer(group, member.id)) return true;
    if (!from.roles?.length || from.group === undefined) return false;
    const role = (await groups.find(group))?.organizerRole;
    return role !== undefined && from.roles.includes(role);
  }

  #fault(event: BotEvent | SuggestEvent, error: unknown): Reply {
    const reference = crypto.randomUUID().slice(0, 6).toUpperCase();
    this.#parts.onFault({ reference, doing: doing(event), user: event.user.id, error });
    return ourFault(reference);
  }
}

/** Others must not see it, and a press has more urgent things to say. */
function tellsOfUndelivered(event: BotEvent, route: Route, outcome: Outcome): outcome is Reply {
  const isCommand = event.kind === 'command' || event.kind === 'line';
  return isCommand && route.visibility === 'private' && outcome.kind === 'reply';
}

/** The path or the action's id, without anything that a person typed. */
function doing(event: BotEvent | SuggestEvent): string {
  if (event.kind === 'line') return 'a typed line';
  if (event.kind === 'press' || event.kind === 'submit') return event.ref.split('?')[0] ?? '';
  return event.path.slice(0, 65);
}
