// What each part of a code set's calendar allows and the whole does not.

import type { CodeSet, Counts, KnownRelease } from '../core/calendar/code-set.ts';
import type { Contradiction } from './rule-pack-contradictions.ts';

export function codeSetContradictions(set: CodeSet): readonly Contradiction[] {
  return [...rulesThatClash(set), ...firstsOffTheirDay(set), ...knownOutOfOrder(set)].concat(
    set.known.flatMap((release, index) =>
      [datedByNoRule(set, release), ...faultsOf(release)]
        .filter((message) => message !== undefined)
        .map((message) => ({ path: ['known', index], message })),
    ),
  );
}

function rulesThatClash({ rules }: CodeSet): readonly Contradiction[] {
  return rules.flatMap(({ effective, id, name }, index) =>
    rules
      .slice(0, index)
      .some((other) => other.effective.equals(effective) || other.id === id || other.name === name)
      ? [{ path: ['rules', index], message: 'an earlier rule has the same day, id or name' }]
      : [],
  );
}

function firstsOffTheirDay({ rules }: CodeSet): readonly Contradiction[] {
  return rules.flatMap(({ effective, first }, index) =>
    first && !first.toPlainMonthDay().equals(effective)
      ? [{ path: ['rules', index, 'first'], message: `the first one too begins on ${effective}` }]
      : [],
  );
}

function knownOutOfOrder({ known }: CodeSet): readonly Contradiction[] {
  return known.flatMap(({ effective }, index) => {
    const before = known[index - 1];
    return before && Temporal.PlainDate.compare(before.effective, effective) >= 0
      ? [{ path: ['known', index, 'effective'], message: 'list each release once, in order' }]
      : [];
  });
}

function datedByNoRule({ rules }: CodeSet, release: KnownRelease): string | undefined {
  const { effective, exception } = release;
  const hasRule = rules.some(
    (rule) =>
      effective.toPlainMonthDay().equals(rule.effective) &&
      (!rule.first || Temporal.PlainDate.compare(rule.first, effective) <= 0),
  );
  if (hasRule && exception) return `${effective} has a rule, so it is no exception`;
  if (!hasRule && !exception)
    return `no rule gives ${effective}: name the exception and its source`;
  return undefined;
}

function faultsOf({ unchanged, counts }: KnownRelease): readonly (string | undefined)[] {
  if (!counts) return [unchanged ? 'say in counts who found it unchanged' : undefined];
  return [
    unchanged && changed(counts) > 0 ? 'it is unchanged and yet counts changes' : undefined,
    adds(counts.removed, [counts.deleted, counts.demoted])
      ? undefined
      : 'removed is the sum of deleted and demoted',
    adds(counts.changes, [counts.new, counts.deleted, counts.revised])
      ? undefined
      : 'changes is the sum of new, deleted and revised',
  ];
}

function changed({ changes, new: added, removed, deleted, revised }: Counts): number {
  return Math.max(changes ?? 0, added ?? 0, removed ?? 0, deleted ?? 0, revised ?? 0);
}

/** Also while a figure is not known. */
function adds(sum: number | undefined, parts: readonly (number | undefined)[]): boolean {
  const known = parts.filter((part) => part !== undefined);
  if (sum === undefined || known.length < parts.length) return true;
  return known.reduce((total, part) => total + part, 0) === sum;
}
