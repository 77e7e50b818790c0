// What FTS5 is asked. Words hold nothing but small letters and digits, so nothing can break out.

import type { CodeQuery, Group, Term } from './query.ts';

/** All that was said; undefined where nothing was. */
export function allOf({ groups }: CodeQuery): string | undefined {
  return groups.length === 0 ? undefined : groups.map(expressionOf).join(' AND ');
}

/** All but one, whichever: for when no title says it all. */
export function allButOne({ groups }: CodeQuery): string | undefined {
  if (groups.length < 2 || groups.length > 6) return undefined;
  const without = (left: number) =>
    `(${groups
      .filter((_, at) => at !== left)
      .map(expressionOf)
      .join(' AND ')})`;
  return groups.map((_, at) => without(at)).join(' OR ');
}

export function anyOf({ groups }: CodeQuery): string | undefined {
  return groups.length < 2 ? undefined : groups.map(expressionOf).join(' OR ');
}

function expressionOf({ alternatives }: Group): string {
  const all = alternatives.filter((terms) => terms.length > 0);
  return `(${all.map((terms) => `(${terms.map(termOf).join(' AND ')})`).join(' OR ')})`;
}

function termOf({ word, begins, common }: Term): string {
  if (common) return `("${word}" OR "${word}s")`;
  return begins ? `"${word}"*` : `"${word}"`;
}
