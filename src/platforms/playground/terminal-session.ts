// One person at the terminal: who and where they are, what they type, what can be pressed.

import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Bot } from '../../bot/bot.ts';
import type { BotEvent, Channel, From, User } from '../../bot/event.ts';
import type { File, Form, Invalid, Reply } from '../../bot/reply.ts';
import type { UserId } from '../../core/ids.ts';
import { answer } from './answer.ts';
import type { Travel } from './clock.ts';
import type { Message, Messages } from './messages.ts';
import { Refusal } from './refusal.ts';
import { channels, dmWith, group, nameOf, organizer, people } from './tell.ts';
import { askForm, type Screen } from './terminal-form.ts';
import { linesOf, type Paint, type Pressable } from './terminal-text.ts';
import { travelTo } from './terminal-time.ts';

export interface SessionParts {
  readonly bot: Bot;
  readonly messages: Messages;
  readonly travel: Travel;
  readonly screen: Screen;
  readonly paint: Paint;
  /** Where files are saved. */
  readonly folder: string;
}

/** Something with a number on the screen: whose it is, and where. */
interface Offer {
  readonly pressable: Pressable;
  readonly channel: Channel;
  readonly whose?: UserId;
  readonly on?: Message;
}

const channelNames = channels.map(({ name }) => name).join(', ');
const help = [
  'Type a command, with or without its slash: /help, /quiz start. Tab completes it.',
  'A number presses the button that shows it, or saves the file.',
  ':as james          be somebody else: maria, james, aisha, or olivia, who organizes',
  ':in announcements  go to another channel; :in dm talks with the bot alone',
  ':time              what time it is; :time +2h, +1d, +1w, next or 2026-12-01T09:00 moves the clock',
  ':quit              leaves',
];

export class Session {
  readonly #parts: SessionParts;
  readonly #offers: Offer[] = [];
  #me: User = { id: 'playground:member-1', name: nameOf('playground:member-1') };
  #channel: Channel = { id: 'playground:study-hall', kind: 'channel' };

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  /** Ends when the person quits, or their input does. */
  async run(): Promise<void> {
    const { screen } = this.#parts;
    screen.print('This is the playground: nothing leaves this machine. :help says what to type.');
    for (;;) {
      const line = await screen.ask(this.#prompt());
      if (line === undefined || line.trim() === ':quit') return;
      try {
        await this.#take(line.trim());
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        screen.print(error.message);
      }
    }
  }

  /** What the bot says by itself. */
  hear(message: Message): void {
    const { to, channel, reply } = message;
    const whose = to.kind === 'dm' && { whose: to.user };
    const offer = { channel: { id: channel, kind: to.kind }, on: message, ...whose };
    this.#show(headingOf(message), reply, offer);
  }

  async #take(line: string): Promise<void> {
    if (line.startsWith(':')) return this.#obey(line);
    if (/^\d{1,6}$/.test(line)) return this.#press(Number(line));
    if (line !== '') await this.#tell({ ...this.#from(), kind: 'line', line });
  }

  async #obey(line: string): Promise<void> {
    const { screen, travel } = this.#parts;
    const [word = '', ...rest] = line.split(/\s+/);
    const what = rest.join(' ').toLowerCase();
    if (word === ':as') return this.#become(what);
    if (word === ':in') return this.#go(what);
    if (word === ':time') return screen.print(await travelTo(travel, rest.join(' ')));
    screen.print(help.join('\n'));
  }

  #become(name: string): void {
    const person = people.find(
      (one) => one.name.toLowerCase() === name || one.id === `playground:${name}`,
    );
    if (person) {
      if (this.#channel.kind === 'dm') this.#channel = dmWith(person.id);
      this.#me = person;
    } else this.#parts.screen.print('Be one of: maria, james, aisha, olivia.');
  }

  #go(place: string): void {
    const name = place.replace(/^#/, '');
    const found = channels.find((one) => one.name === name);
    if (name === 'dm') this.#channel = dmWith(this.#me.id);
    else if (found) this.#channel = { id: found.id, kind: 'channel' };
    else this.#parts.screen.print(`Go to one of: ${channelNames}, dm.`);
  }

  async #press(number: number): Promise<void> {
    const { screen, folder } = this.#parts;
    const offer = this.#offers[number - 1];
    if (!offer) return screen.print(`There is no ${number} on the screen.`);
    const { pressable, whose, on, channel } = offer;
    if (pressable.does === 'save') return screen.print(await save(pressable.file, folder));
    if (whose !== undefined && whose !== this.#me.id)
      return screen.print(`That is for ${nameOf(whose)} alone. Be ${nameOf(whose)} with :as.`);
    const { ref, value } = pressable;
    const from = { ...this.#from(), channel };
    await this.#tell({ ...from, kind: 'press', ref, ...(value !== undefined && { value }) }, on);
  }

  async #tell(event: BotEvent, on?: Message): Promise<void> {
    const { bot, messages } = this.#parts;
    const posted = { event, ...(on && { message: on.id }) };
    const { outcome, posted: shown } = await answer(posted, bot, messages);
    if (outcome.kind !== 'reply') return this.#ask(outcome, event, on);
    const offer = { channel: event.channel, whose: event.user.id };
    if (!shown) this.#show('Coderounds (only you can see this)', outcome, offer);
  }

  async #ask(outcome: Form | Invalid, event: BotEvent, on: Message | undefined): Promise<void> {
    const { screen } = this.#parts;
    const correcting = outcome.kind === 'invalid';
    const form = correcting ? outcome.form : outcome;
    const before = correcting && event.kind === 'submit' ? event.fields : {};
    const fields = await askForm(form, before, correcting ? outcome.problems : undefined, screen);
    if (!fields) return screen.print('Given up; nothing was sent.');
    const from = { ...this.#from(), user: event.user, channel: event.channel };
    return this.#tell({ ...from, kind: 'submit', ref: form.submit, fields }, on);
  }

  #show(heading: string, reply: Reply, offer: Omit<Offer, 'pressable'>): void {
    const { screen, paint } = this.#parts;
    const numbered = (pressable: Pressable) => this.#offers.push({ ...offer, pressable });
    const lines = linesOf(reply, paint, numbered).map((line) => `  ${line}`);
    screen.print(['', paint('bold', heading), ...lines].join('\n'));
  }

  #from(): From {
    const user = this.#me;
    return { user, channel: this.#channel, group, admin: user.id === organizer };
  }

  #prompt(): string {
    const place = channels.find((one) => one.id === this.#channel.id);
    const where = place ? `#${place.name}` : 'direct messages';
    return this.#parts.paint('dim', `${this.#me.name} in ${where}> `);
  }
}

function headingOf({ to, by, edited, thread, channel }: Message): string {
  const place = channels.find((one) => one.id === channel)?.name ?? channel;
  const where = to.kind === 'dm' ? `to ${nameOf(to.user)} directly` : `in #${place}`;
  return [
    `Coderounds ${where}`,
    by && `for ${by.name}`,
    edited && 'edited',
    thread && `thread: ${thread}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** What is there already stays. */
async function save(file: File, folder: string): Promise<string> {
  const name = basename(file.name.replaceAll('\\', '/'));
  try {
    await writeFile(join(folder, name), file.bytes, { flag: 'wx' });
    return `Saved as ${name}.`;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EEXIST'
      ? `There is a file ${name} already, and it was left alone.`
      : `${name} could not be saved here.`;
  }
}
