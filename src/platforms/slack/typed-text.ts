// Undoes Slack's way of writing text: `<@U1|maria>` and `&amp;` become what the person typed.

/**
 * Members and channels become `@slack:T1/U1` and `#slack:T1/C1`: our ids, so that a command can
 * take them. A link becomes its address, never its label, which may say something else.
 */
export function typedText(raw: string, team: string): string {
  const named = raw.replaceAll(/<((?:[@#!]|[a-z]+:)[^<>]*)>/gi, (_, inside: string) =>
    meant(inside, team),
  );
  return named.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function meant(inside: string, team: string): string {
  const [before = '', label] = inside.split('|', 2);
  const kind = before.charAt(0);
  const id = before.slice(1);
  if (kind === '@') return `@slack:${team}/${id}`;
  if (kind === '#') return `#slack:${team}/${id}`;
  if (kind === '!') return label ?? `@${id.split('^')[0]}`;
  const address = before.replace(/^(?:mailto|tel):/, '');
  return address.replace(/^https?:\/\//, '') === label ? label : address;
}

/** What follows the bot's own name; where nothing does, what stands before it. */
export function withoutOwnName(raw: string, botUser: string): string {
  const [before = '', ...after] = raw.split(new RegExp(`<@${botUser}(?:\\|[^<>]*)?>`));
  return after.join(' ').trim() || before.trim();
}
