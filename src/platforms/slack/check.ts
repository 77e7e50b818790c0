// Whether Slack takes our token, with which scopes, and what time it is there: for `npm run doctor`.

import type { TokenCheck } from '../../bot/platform.ts';
import { scopes } from './tell.ts';

const tenSeconds = 10_000;

export async function checkSlack(given: {
  readonly botToken: string;
  readonly apiUrl?: string;
}): Promise<TokenCheck> {
  const url = `${given.apiUrl ?? 'https://slack.com/api/'}auth.test`;
  const headers = { authorization: `Bearer ${given.botToken}` };
  const signal = AbortSignal.timeout(tenSeconds);
  const answer = await fetch(url, { method: 'POST', headers, signal }).catch(() => undefined);
  if (!answer) return { isTaken: false, why: 'Slack could not be reached' };
  const body = (await answer.json().catch(() => ({}))) as { readonly ok?: unknown };
  const date = answer.headers.get('date') ?? undefined;
  const granted = answer.headers
    .get('x-oauth-scopes')
    ?.split(',')
    .map((each) => each.trim());
  const lacking = granted ? scopes.filter((scope) => !granted.includes(scope)) : [];
  return {
    isTaken: body.ok === true,
    why: 'Slack refuses it',
    ...(date && { date }),
    ...(lacking.length > 0 && { lacking }),
  };
}
