// Whether Discord takes our token, and what time it is there: for `npm run doctor`.

import { DefaultRestOptions } from 'discord.js';
import type { TokenCheck } from '../../bot/platform.ts';

const tenSeconds = 10_000;

export async function checkDiscord(given: {
  readonly token: string;
  readonly apiUrl?: string;
}): Promise<TokenCheck> {
  const url = `${given.apiUrl ?? DefaultRestOptions.api}/v10/users/@me`;
  const headers = { authorization: `Bot ${given.token}`, 'user-agent': 'DiscordBot (Coderounds)' };
  const signal = AbortSignal.timeout(tenSeconds);
  const answer = await fetch(url, { headers, signal }).catch(() => undefined);
  if (!answer) return { isTaken: false, why: 'Discord could not be reached' };
  await answer.body?.cancel();
  const date = answer.headers.get('date') ?? undefined;
  const why = answer.status === 401 ? 'Discord refuses it' : `Discord answered ${answer.status}`;
  return { isTaken: answer.ok, why, ...(date && { date }) };
}
