// Members who hold credentials already, for conversations about what follows.

import type { Reply } from '../../src/bot/reply.ts';
import type { Person } from '../chat.ts';

export const cpc = 'credential:CPC certified_on:2020-05-01 counted_from:2027-03-31';
export const cpma = 'credential:CPMA certified_on:2021-05-01';
/** As the tracker shows it, so that nothing is left to ask. */
export const ccs = 'credential:CCS certified_on:2025-03-01 due:2027-02-28 total:20';

export async function hold(person: Person, ...credentials: readonly string[]): Promise<Reply> {
  let saved: Reply | undefined;
  for (const each of credentials)
    saved = await person.press(await person.type(`/credential add ${each}`), 'Save');
  if (!saved) throw new Error('Name a credential.');
  return saved;
}

export async function turnRemindersOn(person: Person, zone = 'America/New_York'): Promise<Reply> {
  return person.type(`/settings zone:${zone} reminders:yes`);
}
