// Credentials that the rules know, suggested while a member types.

import type { Context } from '../../src/bot/command.ts';
import type { Choice } from '../../src/bot/reply.ts';

export function suggestCredentials(typed: string, ctx: Context): readonly Choice[] {
  const wanted = typed.trim().toLowerCase();
  const all = ctx.content.rulePacks.flatMap(({ body, credentials }) =>
    credentials.map(({ code, title }) => ({
      label: `${code}: ${title} (${body.name})`,
      value: code,
    })),
  );
  const begins = all.filter(({ value }) => value.toLowerCase().startsWith(wanted));
  const holds = all.filter(({ label }) => label.toLowerCase().includes(wanted));
  return [...new Set([...begins, ...holds])];
}
