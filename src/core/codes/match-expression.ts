// What FTS5 is asked. Words hold nothing but small letters and digits, so nothing can break out.

import type { CodeQuery, Group, Term } from './query.ts';

/** All that was said; undefined where nothing was. */
export function allOf(query: CodeQuery): string | undefined {
  return joined(expressionsOf(query), 'AND');
}

/** More of them would take long, and say little. */
const mostLeftOut = 6;

/** All but one, whichever: for when no title says it all. */
export function allButOne(query: CodeQuery): string | undefined {
  const all = expressionsOf(query);
  if (all.length < 2 || all.length > mostLeftOut) return undefined;
  const each = all.map((_, left) => `(${joined(all.toSpliced(left, 1), 'AND')})`);
  return joined(each, 'OR');
}

export function anyOf(query: CodeQuery): string | undefined {
  return joined(expressionsOf(query), 'OR');
}

function joined(expressions: readonly string[], between: 'AND' | 'OR'): string | undefined {
  return expressions.length === 0 ? undefined : expressions.join(` ${between} `);
}

/** What is meant by codes alone has no words to look for. */
function expressionsOf({ groups }: CodeQuery): readonly string[] {
  return groups.flatMap(({ alternatives }: Group) => {
    const all = alternatives.filter((terms) => terms.length > 0);
    return all.length === 0
      ? []
      : [`(${all.map((terms) => `(${terms.map(termOf).join(' AND ')})`).join(' OR ')})`];
  });
}

function termOf({ word, begins, common }: Term): string {
  if (common) return `("${word}" OR "${word}s")`;
  return begins ? `"${word}"*` : `"${word}"`;
}
