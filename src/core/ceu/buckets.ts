// Which buckets an entry fills, and how few credits would settle all that is short.

import { sumQuarters, toCredits, toQuarters } from './credits.ts';
import type { Entry } from './entry.ts';
import type { Bucket } from './requirement.ts';
import type { RulePack } from './rules.ts';
import { holdingsOn, type Standing } from './standing.ts';
import type { WhyNot } from './why-not.ts';

export interface Progress {
  readonly done: number;
  /** Absent: only the member's tracker knows it. */
  readonly required?: number;
  readonly missing?: number;
}

export interface BucketStatus extends Progress, Pick<Bucket, 'id' | 'title' | 'kind'> {}

export function progressOf(credits: readonly number[], required: number | undefined): Progress {
  const done = sumQuarters(credits);
  if (required === undefined) return { done: toCredits(done) };
  const missing = Math.max(0, toQuarters(required) - done);
  return { done: toCredits(done), required, missing: toCredits(missing) };
}

/** Quotas by the entry's category, and the minimum of one credential of each kind at most. */
export function bucketsFilledBy(
  entry: Entry,
  buckets: readonly Bucket[],
  pack: RulePack,
  standing: Standing,
): readonly string[] {
  const category = pack.categories.find(({ id }) => id === entry.category);
  const quotas = buckets.filter(
    ({ kind, id }) => kind === 'quota' && category?.quotas.includes(id),
  );
  const [core] = minimumsNamedBy(entry, 'core', buckets, pack, standing);
  const [specialty] = minimumsNamedBy(entry, 'specialty', buckets, pack, standing);
  return [
    ...quotas.map(({ id }) => id),
    ...(core ? [core] : []),
    ...(specialty ? [specialty] : []),
  ];
}

/** Says which credential an entry counts for when its certificate names several of one kind. */
export function countsForOne(
  entry: Entry,
  buckets: readonly Bucket[],
  pack: RulePack,
  standing: Standing,
): WhyNot | undefined {
  const kinds = ['core', 'specialty'] as const;
  const named = kinds.map((kind) => minimumsNamedBy(entry, kind, buckets, pack, standing));
  const several = named.find((codes) => codes.length > 1);
  if (!several) return undefined;
  const [counted, ...others] = several;
  const rule = pack.counting.oneOfEachKind?.text ?? 'An entry counts for one of them.';
  const text = `It counts for ${counted}, not for ${others.join(' or ')}. ${rule}`;
  return { kind: 'counts-for-one', excludes: false, text };
}

/** Codes in the member's order, without credentials that were not held yet on that day. */
function minimumsNamedBy(
  entry: Entry,
  kind: 'core' | 'specialty',
  buckets: readonly Bucket[],
  pack: RulePack,
  standing: Standing,
): readonly string[] {
  const held = holdingsOn(pack, standing, entry.completedOn).map(
    ({ credential }) => credential.code,
  );
  const ids = buckets.filter((bucket) => bucket.kind === kind).map(({ id }) => id);
  return [...new Set(entry.approvedFor)].filter((id) => ids.includes(id) && held.includes(id));
}

/**
 * One credit can count for the total, for every quota, for one core and one specialty credential at
 * once, but for no second credential of a kind: those add up.
 */
export function fewestCredits(total: Progress, buckets: readonly BucketStatus[]): number {
  const missing = (kind: BucketStatus['kind']) =>
    buckets.filter((bucket) => bucket.kind === kind).map((bucket) => bucket.missing ?? 0);
  const sums = [missing('core'), missing('specialty')].map(sumQuarters).map(toCredits);
  return Math.max(total.missing ?? 0, ...sums, ...missing('quota'));
}
