// Keeps discord.js to so many sockets: left alone it opens one for every request that is under way.

import { createRequire } from 'node:module';
import type { RESTOptions } from 'discord.js';

type Agent = NonNullable<RESTOptions['agent']>;
type Undici = { readonly Agent: new (options: { readonly connections: number }) => Agent };

/** With 100 ms to Discord, 5,000 answers a second. */
export const mostSockets = 500;

/** The agent must be of the undici that discord.js itself brings along: we depend on none. */
export function boundedAgent(): Agent {
  const ours = createRequire(import.meta.url);
  const theirs = createRequire(ours.resolve('discord.js'));
  const { Agent: UndiciAgent }: Undici = theirs('undici');
  return new UndiciAgent({ connections: mostSockets });
}
