// A group with a meeting, for the tests of meetings and of check-in.

import type { Reply } from '../../src/bot/reply.ts';
import { type Chat, openChat } from '../chat.ts';
import type { WorldParts } from '../world.ts';

/** Olivia's group in New York, and a meeting on December 10, 2026 at 18:00 there. */
export async function planned(
  parts: Partial<WorldParts> = {},
): Promise<Chat & { readonly card: Reply }> {
  const chat = await openChat({ now: '2026-11-22T15:00:00Z', ...parts });
  await chat.olivia.type('/group channel');
  await chat.olivia.type('/group setup zone:eastern');
  const card = await chat.olivia.type(
    '/meeting plan title:“Chapter meeting” date:2026-12-10 time:“6 pm” credits:1.5',
  );
  return { ...chat, card };
}

/** The same on its day, with the check-in open; its word is `anatomy`. */
export async function opened(parts: Partial<WorldParts> = {}) {
  const chat = await planned(parts);
  await chat.until('2026-12-10T22:50:00Z');
  const card = await chat.olivia.type('/meeting start word:Anatomy');
  return { ...chat, card };
}
