// What changed from one release of a code set to the next.

import { chapterOf } from './chapters.ts';
import type { CodeEntry, InstallableSet } from './code-entry.ts';

const changeKinds = ['new', 'deleted', 'demoted', 'promoted', 'retitled'] as const;

/**
 * `new` is in no shape there before. `deleted` is gone (of HCPCS Level II, or ended). `demoted` was
 * billable and is a header above new codes; `promoted` was a header and is billable. `retitled` is
 * billable in both, with another short or long title.
 */
export type ChangeKind = (typeof changeKinds)[number];

export interface Change {
  readonly kind: ChangeKind;
  readonly code: string;
  readonly chapter: string;
  readonly before?: CodeEntry;
  readonly after?: CodeEntry;
}

/** Headers group codes: theirs are counted apart. */
export interface HeaderCounts {
  readonly new: number;
  readonly deleted: number;
  readonly retitled: number;
}

export interface Diff {
  /** In the order of their codes. */
  readonly changes: readonly Change[];
  readonly headers: HeaderCounts;
}

/** What is known of one code in two releases; absent where a release does not hold it. */
export interface Pair {
  readonly before?: CodeEntry;
  readonly after?: CodeEntry;
}

/** Pairs that are the same in both may be left out. */
export function diffOf(set: InstallableSet, pairs: Iterable<Pair>): Diff {
  const changes: Change[] = [];
  const headers = { new: 0, deleted: 0, retitled: 0 };
  for (const { before, after } of pairs) {
    const kind = kindOf(before, after);
    const header = kind ? undefined : headerChange(before, after);
    if (kind) changes.push(changed(set, kind, before, after));
    if (header) headers[header] += 1;
  }
  return { changes: changes.sort((a, b) => (a.code < b.code ? -1 : 1)), headers };
}

/** A code that ended is not billable, and no header either. */
function kindOf(before?: CodeEntry, after?: CodeEntry): ChangeKind | undefined {
  if (after?.billable) {
    if (!before || (before.lastDay && !before.billable)) return 'new';
    if (!before.billable) return 'promoted';
    return isRetitled(before, after) ? 'retitled' : undefined;
  }
  if (!before?.billable) return undefined;
  return !after || after.lastDay ? 'deleted' : 'demoted';
}

function headerChange(before?: CodeEntry, after?: CodeEntry): keyof HeaderCounts | undefined {
  if (!before) return isHeader(after) ? 'new' : undefined;
  if (!after) return isHeader(before) ? 'deleted' : undefined;
  const areHeaders = isHeader(before) && isHeader(after);
  return areHeaders && isRetitled(before, after) ? 'retitled' : undefined;
}

export function isHeader(entry?: CodeEntry): boolean {
  return entry !== undefined && !entry.billable && !entry.lastDay;
}

function isRetitled(before: CodeEntry, after: CodeEntry): boolean {
  return before.long !== after.long || before.short !== after.short;
}

function changed(
  set: InstallableSet,
  kind: ChangeKind,
  before: CodeEntry | undefined,
  after: CodeEntry | undefined,
): Change {
  const code = after?.code ?? before?.code ?? '';
  const chapter = chapterOf(set, code).id;
  return { kind, code, chapter, ...(before && { before }), ...(after && { after }) };
}

export interface ChangeCounts {
  /** Billable now, and absent or a header before: what issuers count as new. */
  readonly new: number;
  /** Billable before and not now: deleted or demoted. */
  readonly removed: number;
  readonly deleted: number;
  readonly demoted: number;
  /** Of the new ones, those that were headers. */
  readonly promoted: number;
  readonly retitled: number;
  /** Of those, with another long title. */
  readonly retitledLong: number;
}

export function countChanges(changes: readonly Change[]): ChangeCounts {
  const of = (kind: ChangeKind) => changes.filter((change) => change.kind === kind).length;
  const [deleted, demoted, promoted] = [of('deleted'), of('demoted'), of('promoted')];
  return {
    new: of('new') + promoted,
    removed: deleted + demoted,
    deleted,
    demoted,
    promoted,
    retitled: of('retitled'),
    retitledLong: changes.filter((c) => c.kind === 'retitled' && c.before?.long !== c.after?.long)
      .length,
  };
}
