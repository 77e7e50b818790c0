// Conversations with the real bot: `await maria.type('/quiz start')`, `await maria.press(reply, 'B')`.

import { onTestFinished } from 'vitest';
import { commandGroups } from '../commands/index.ts';
import type { BotEvent, From } from '../src/bot/event.ts';
import { checkForm, checkReply } from '../src/bot/fits.ts';
import { plainText } from '../src/bot/markdown.ts';
import type { Address, Delivery, Found, MessageRef, Platform } from '../src/bot/platform.ts';
import { abilities, noManners } from '../src/bot/platform.ts';
import type { Control, Form, Outcome, Reply } from '../src/bot/reply.ts';
import type { ChannelId, GroupId, UserId } from '../src/core/ids.ts';
import { jobs } from '../src/jobs/index.ts';
import { makeWorld, type World, type WorldParts } from './world.ts';

export const group: GroupId = 'playground:study-group';
export const studyHall: ChannelId = 'playground:study-hall';

/** A platform that keeps what it is told to send, as a person would find it. */
export class Mailbox implements Platform {
  readonly name = 'playground';
  readonly abilities = Object.fromEntries(
    Object.keys(abilities).map((a) => [a, true]),
  ) as Platform['abilities'];
  readonly sent: {
    readonly to: Address;
    readonly key: string;
    reply: Reply;
    readonly messageId: string;
  }[] = [];
  /** How many times a message was edited. */
  edits = 0;
  /** What the platform answers to the next messages, instead of taking them. */
  readonly refusals: Extract<Delivery, { ok: false }>[] = [];

  readonly manners = noManners;

  async start(): Promise<void> {}
  async stop(): Promise<void> {}
  async send(to: Address, reply: Reply, { key }: { readonly key: string }): Promise<Delivery> {
    const refusal = this.refusals.shift();
    if (refusal) return refusal;
    mustFit(reply);
    const messageId = String(this.sent.length + 1);
    this.sent.push({ to, key, reply, messageId });
    return { ok: true, channel: channelOf(to), messageId };
  }
  async edit(at: MessageRef, reply: Reply): Promise<Delivery> {
    mustFit(reply);
    const message = this.sent.find((each) => each.messageId === at.messageId);
    if (!message) return { ok: false, reason: 'closed', detail: 'There is no such message.' };
    message.reply = reply;
    this.edits += 1;
    return { ok: true, ...at };
  }
  async find(_to: Address, _reply: Reply, key: string): Promise<Found> {
    const sent = this.sent.find((each) => each.key === key);
    return sent ? { channel: channelOf(sent.to), messageId: sent.messageId } : 'absent';
  }
  /** What came to a person's direct messages. */
  to(user: UserId): readonly Reply[] {
    return this.sent.flatMap(({ to, reply }) =>
      to.kind === 'dm' && to.user === user ? [reply] : [],
    );
  }
  in(channel: ChannelId): readonly Reply[] {
    return this.sent.flatMap(({ to, reply }) =>
      to.kind === 'channel' && to.channel === channel ? [reply] : [],
    );
  }
}

function channelOf(to: Address): ChannelId {
  return to.kind === 'channel' ? to.channel : `playground:dm-${to.user.slice(11)}`;
}

export class Person {
  readonly id: UserId;
  readonly #world: World;
  readonly #from: From;

  constructor(world: World, from: From) {
    this.id = from.user.id;
    this.#world = world;
    this.#from = from;
  }

  /** The same person somewhere else: `maria.in({ kind: 'dm', id: 'playground:dm-maria' })`. */
  in(channel: From['channel'], inGroup?: GroupId): Person {
    const { group: _left, ...rest } = this.#from;
    return new Person(this.#world, { ...rest, channel, ...(inGroup && { group: inGroup }) });
  }

  async outcome(
    event: BotEvent extends infer E ? (E extends unknown ? Omit<E, keyof From> : never) : never,
  ): Promise<Outcome> {
    return mustFit(await this.#world.bot.handle({ ...this.#from, ...event } as BotEvent));
  }

  /** A typed line that is answered with a reply. */
  async type(line: string): Promise<Reply> {
    return replyIn(await this.outcome({ kind: 'line', line }));
  }

  async form(line: string): Promise<Form> {
    return formIn(await this.outcome({ kind: 'line', line }));
  }

  command(path: string, options: Readonly<Record<string, unknown>> = {}): Promise<Outcome> {
    return this.outcome({ kind: 'command', path, options });
  }

  /** Presses the button with this label; a select takes the label of a choice. */
  async press(reply: Reply, label: string): Promise<Reply> {
    return replyIn(await this.pressed(reply, label));
  }

  async pressForForm(reply: Reply, label: string): Promise<Form> {
    return formIn(await this.pressed(reply, label));
  }

  pressed(reply: Reply, label: string): Promise<Outcome> {
    for (const control of reply.controls ?? []) {
      if (control.kind === 'button' && control.label === label)
        return this.outcome({ kind: 'press', ref: control.press });
      const chosen =
        control.kind === 'select' ? control.choices.find((c) => c.label === label) : undefined;
      if (control.kind === 'select' && chosen)
        return this.outcome({ kind: 'press', ref: control.press, value: chosen.value });
    }
    throw new Error(`There is no “${label}” among: ${labelsOf(reply).join(', ')}.`);
  }

  async submit(form: Form, fields: Readonly<Record<string, unknown>>): Promise<Reply> {
    return replyIn(await this.submitted(form, fields));
  }

  submitted(form: Form, fields: Readonly<Record<string, unknown>>): Promise<Outcome> {
    const given = { ...form.values, ...fields };
    return this.outcome({ kind: 'submit', ref: form.submit, fields: given });
  }

  suggest(path: string, option: string, typed: string) {
    return this.#world.bot.suggest({ ...this.#from, kind: 'suggest', path, option, typed });
  }
}

export interface Chat {
  readonly world: World;
  readonly mail: Mailbox;
  readonly maria: Person;
  readonly james: Person;
  /** Runs the group. */
  readonly olivia: Person;
  /** Moves the clock, on which whatever falls due happens on the way. */
  until(moment: string): Promise<void>;
}

/** All of the real commands and jobs; closes by itself when the test ends. */
export async function openChat(parts: Partial<WorldParts> = {}): Promise<Chat> {
  const mail = new Mailbox();
  const world = await makeWorld({ groups: commandGroups, jobs, platforms: [mail], ...parts });
  onTestFinished(() => world.close());
  const person = (id: string, name: string, admin = false) =>
    new Person(world, {
      user: { id: `playground:${id}`, name },
      channel: { id: studyHall, kind: 'channel' },
      group,
      admin,
    });
  return {
    world,
    mail,
    maria: person('member-1', 'Maria'),
    james: person('member-2', 'James'),
    olivia: person('organizer', 'Olivia', true),
    until: (moment) => world.clock.moveTo(Temporal.Instant.from(moment)),
  };
}

/** All that the bot says in any conversation fits every platform. */
function mustFit<O extends Outcome>(outcome: O): O {
  const misfits =
    outcome.kind === 'reply'
      ? checkReply(outcome)
      : checkForm(outcome.kind === 'form' ? outcome : outcome.form);
  if (misfits.length > 0) throw new Error(misfits.join(' '));
  return outcome;
}

function replyIn(outcome: Outcome): Reply {
  if (outcome.kind === 'reply') return outcome;
  throw new Error(`A reply was expected, and this came: ${JSON.stringify(outcome)}`);
}

function formIn(outcome: Outcome): Form {
  if (outcome.kind === 'form') return outcome;
  throw new Error(`A form was expected, and this came: ${JSON.stringify(outcome)}`);
}

/** Everything that a person reads in it, in order, without formatting. */
export function read(reply: Reply): string {
  const fields = reply.fields?.map(({ label, value }) => `${label}: ${plainText(value)}`) ?? [];
  return [reply.title, plainText(reply.text), ...fields, reply.footnote].filter(Boolean).join('\n');
}

export function labelsOf(reply: Reply): readonly string[] {
  const labels = (control: Control) =>
    control.kind === 'select' ? control.choices.map((c) => c.label) : [control.label];
  return reply.controls?.flatMap(labels) ?? [];
}
