// Tells Discord our commands: one request that replaces them all, and only where something changed.

import { REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { CommandGroup } from '../../bot/command.ts';
import { restOptions } from './client.ts';
import { cannotStart } from './outcomes.ts';
import { definitions } from './tell.ts';

export interface RegisterOptions {
  readonly token: string;
  readonly groups: readonly CommandGroup[];
  /** Only this server; left out, everywhere. */
  readonly guild?: string;
  readonly apiUrl?: string;
}

const applicationSchema = z.object({ id: z.string() });

/** What was done, as a sentence. A command that is renamed loses what admins set for it there. */
export async function registerCommands(options: RegisterOptions): Promise<string> {
  const { token, groups, guild } = options;
  const rest = new REST({ ...restOptions(options), version: '10' }).setToken(token);
  try {
    const { id } = applicationSchema.parse(
      await rest.get(Routes.currentApplication()).catch(cannotStart),
    );
    const route = guild
      ? Routes.applicationGuildCommands(id, guild)
      : Routes.applicationCommands(id);
    const body = definitions(groups, guild ? 'server' : 'everywhere');
    const where = guild ? `in the server ${guild}` : 'everywhere';
    if (isSame(await rest.get(route), body))
      return `Discord knows all ${body.length} commands ${where} already: nothing to do.`;
    await rest.put(route, { body });
    return `Told Discord ${body.length} commands ${where}.`;
  } finally {
    rest.clearHandlerSweeper();
    rest.clearHashSweeper();
  }
}

function isSame(known: unknown, ours: readonly { readonly name: string }[]): boolean {
  const byName = (list: readonly { readonly name: string }[]) =>
    JSON.stringify([...list].sort((a, b) => a.name.localeCompare(b.name)).map(essence));
  const list = z.array(z.looseObject({ name: z.string() })).parse(known);
  return byName(list) === byName(ours);
}

/** What we tell, without what Discord adds and without what is left at its default. */
const told = [
  'type',
  'name',
  'description',
  'required',
  'autocomplete',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'choices',
  'value',
  'channel_types',
  'options',
  'default_member_permissions',
  'contexts',
  'integration_types',
] as const;

function essence(given: object): object {
  const entries = told.map((name) => [name, (given as Record<string, unknown>)[name]] as const);
  return Object.fromEntries(
    entries
      .filter(([, value]) => value !== undefined && value !== null && value !== false)
      .filter(([, value]) => !(Array.isArray(value) && value.length === 0))
      .map(([name, value]) => [name, within(value)]),
  );
}

function within(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item) => (typeof item === 'object' && item !== null ? essence(item) : item));
}
