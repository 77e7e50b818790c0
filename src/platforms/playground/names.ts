// Turns `@maria` and `#study-hall` into ids, as the big platforms do before an app sees them.

import type { Bot } from '../../bot/bot.ts';
import type { BotEvent } from '../../bot/event.ts';
import type { Inline } from '../../bot/markdown.ts';
import type { Spec } from '../../bot/shape.ts';
import { localId } from '../../core/ids.ts';
import { channels, nameOf, people } from './tell.ts';

const ids = new Map<string, string>([
  ...people.flatMap(({ id, name }): [string, string][] => [
    [`@${name.toLowerCase()}`, id],
    [`@${localId(id)}`, id],
  ]),
  ...channels.map(({ id, name }): [string, string] => [`#${name}`, id]),
]);

/** A member or a channel that the bot's text names, as people here know them. */
export function shownName({ kind, id, text }: Extract<Inline, { id: string }>): string {
  if (kind === 'member') return `@${nameOf(id)}`;
  const channel = channels.find((one) => one.id === id);
  return channel ? `#${channel.name}` : text;
}

/** Only where a person or a channel is asked for: elsewhere `@maria` stays what was typed. */
export function withIds(event: BotEvent, bot: Bot): BotEvent {
  if (event.kind === 'line') {
    const [first = '', second = ''] = event.line
      .trim()
      .toLowerCase()
      .replace(/^\//, '')
      .split(/\s+/, 2);
    const two = bot.specs(`${first} ${second}`);
    const specs = two.length > 0 ? two : bot.specs(first);
    return namesSomebody(specs) ? { ...event, line: idsInLine(event.line) } : event;
  }
  if (event.kind === 'command') {
    const named = bot.specs(event.path).filter((spec) => namesSomebody([spec]));
    const options = named
      .map(({ name }) => [name, event.options[name]] as const)
      .filter(([, value]) => typeof value === 'string')
      .map(([name, value]) => [name, idOf(String(value))]);
    return { ...event, options: { ...event.options, ...Object.fromEntries(options) } };
  }
  return event;
}

function namesSomebody(specs: readonly Spec[]): boolean {
  return specs.some((spec) => spec.is === 'user' || spec.is === 'channel');
}

function idOf(name: string): string {
  return ids.get(name.trim().toLowerCase()) ?? name;
}

function idsInLine(line: string): string {
  return line.replace(/(?<=^|[\s:])[@#][\w-]+(?=\s|$)/g, idOf);
}
