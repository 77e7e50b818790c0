// How many credits a period takes, in all and bucket by bucket, and what the member must be asked.

import { shareOf } from './credits.ts';
import type { Period } from './period.ts';
import type { Ask, Occasion, Quota, RulePack, TotalRule } from './rules.ts';
import { firstCertification, type Holding, holdingsOn, type Standing } from './standing.ts';

export interface Requirement {
  /** Absent while nobody can know it: then `asks` holds the question. */
  readonly total?: Target;
  readonly buckets: readonly Bucket[];
  readonly asks: readonly Ask[];
}

export interface Target {
  readonly credits: number;
  /** `tracker`: as the body's own tracker shows; `member`: overridden by hand; `rule`: computed. */
  readonly from: 'tracker' | 'member' | 'rule';
}

/** A part of the total with a bar of its own. */
export interface Bucket {
  /** A credential's code (`CPMA`) or a quota's id (`hiim`). */
  readonly id: string;
  readonly title: string;
  readonly kind: 'core' | 'specialty' | 'quota';
  readonly required?: Target;
}

export function requirementOf(pack: RulePack, standing: Standing, period: Period): Requirement {
  const holdings = holdingsOn(pack, standing, period.due);
  const total = knownTotal(standing, period) ?? ruleTotal(pack, standing, period, holdings);
  const buckets = [
    ...holdings.flatMap((holding) => minimumBucket(pack, standing, period, holding)),
    ...pack.quotas.flatMap((quota) => quotaBucket(standing, quota, period, total)),
  ];
  return { ...(total && { total }), buckets, asks: asksFor(pack, standing, period, holdings) };
}

function knownTotal(standing: Standing, period: Period): Target | undefined {
  const { confirmed, overrides } = standing;
  if (confirmed?.total !== undefined && confirmed.due.equals(period.due)) {
    return { credits: confirmed.total, from: 'tracker' };
  }
  return overrides?.total === undefined ? undefined : { credits: overrides.total, from: 'member' };
}

/** Nothing for a pro-rated first period, whose formula is not published. */
function ruleTotal(
  pack: RulePack,
  standing: Standing,
  period: Period,
  holdings: readonly Holding[],
): Target | undefined {
  const proRated = pack.counting.proRated && isFirst(standing, period);
  if (holdings.length === 0 || proRated) return undefined;
  const { credits } = computeTotal(
    pack.total,
    holdings.map(({ credential }) => credential.code),
  );
  return credits === undefined ? undefined : { credits, from: 'rule' };
}

/**
 * The total by the rule alone; `capped` where more credentials would not raise it. No credits where
 * a number that it takes is on no page that was read.
 */
export function computeTotal(
  rule: TotalRule,
  codes: readonly string[],
): { readonly credits?: number; readonly capped: boolean } {
  if (rule.kind === 'by-count') {
    const credits = rule.credits[Math.min(codes.length, rule.credits.length) - 1] ?? 0;
    return { credits, capped: false };
  }
  const bases = rule.bases.filter(({ credentials }) => credentials.some((c) => codes.includes(c)));
  const extra = codes.length > 1 ? rule.perExtra?.value : 0;
  const known = bases.flatMap(({ credits }) => credits ?? []);
  if (extra === undefined || known.length < bases.length) return { capped: false };
  const sum = Math.max(...known) + extra * (codes.length - 1);
  const cap = rule.cap?.value ?? sum;
  return { credits: Math.min(sum, cap), capped: sum > cap };
}

function minimumBucket(
  pack: RulePack,
  standing: Standing,
  period: Period,
  { credential: { code, kind, minimum }, certifiedOn }: Holding,
): readonly Bucket[] {
  if (!minimum) return [];
  const proRated = pack.counting.proRated && began(period, certifiedOn);
  const byRule = proRated ? undefined : minimum.credits;
  return [bucket({ id: code, title: `${code}: ${minimum.subject}`, kind }, standing, byRule)];
}

/** A quota that began later than the period is not there; one that began inside it has no number. */
function quotaBucket(
  standing: Standing,
  quota: Quota,
  period: Period,
  total: Target | undefined,
): readonly Bucket[] {
  const reach = reachOf(quota, period);
  if (reach === 'none') return [];
  const byRule = total && reach === 'whole' ? shareOf(total.credits, quota.percent) : undefined;
  return [bucket({ id: quota.id, title: quota.title, kind: 'quota' }, standing, byRule)];
}

function bucket(
  named: Pick<Bucket, 'id' | 'title' | 'kind'>,
  standing: Standing,
  byRule: number | undefined,
): Bucket {
  const own = standing.overrides?.buckets?.[named.id];
  if (own !== undefined) return { ...named, required: { credits: own, from: 'member' } };
  return byRule === undefined ? named : { ...named, required: { credits: byRule, from: 'rule' } };
}

function reachOf(quota: Quota, period: Period): 'whole' | 'straddles' | 'none' {
  const { cyclesFrom } = quota;
  if (!cyclesFrom || Temporal.PlainDate.compare(cyclesFrom, period.start) <= 0) return 'whole';
  return Temporal.PlainDate.compare(cyclesFrom, period.due) <= 0 ? 'straddles' : 'none';
}

function asksFor(
  pack: RulePack,
  standing: Standing,
  period: Period,
  holdings: readonly Holding[],
): readonly Ask[] {
  const occasions = occasionsOf(pack, standing, period, holdings);
  return pack.asks
    .filter((ask) => occasions.has(ask.when))
    .filter((ask) => !isAnswered(ask, pack, standing, period));
}

function isAnswered(ask: Ask, pack: RulePack, standing: Standing, period: Period): boolean {
  switch (ask.about) {
    case 'total':
      return knownTotal(standing, period) !== undefined;
    case 'due':
      return standing.confirmed?.due.equals(period.due) ?? false;
    case 'quota':
      return pack.quotas
        .filter((quota) => reachOf(quota, period) === 'straddles')
        .every(({ id }) => standing.overrides?.buckets?.[id] !== undefined);
  }
}

function occasionsOf(
  pack: RulePack,
  standing: Standing,
  period: Period,
  holdings: readonly Holding[],
): ReadonlySet<Occasion> {
  const codes = holdings.map(({ credential }) => credential.code);
  const first = isFirst(standing, period);
  const byRule = codes.length > 0 ? computeTotal(pack.total, codes) : undefined;
  const added = holdings.some(({ certifiedOn }) => began(period, certifiedOn));
  const holds: Record<Occasion, boolean> = {
    always: true,
    'first-cycle': first,
    'credential-added': added && !first,
    apprentice: holdings.some(({ credential }) => credential.apprentice),
    'several-credentials': codes.length > 1,
    'cap-reached': byRule?.capped ?? false,
    'number-unknown': byRule !== undefined && byRule.credits === undefined,
    'quota-straddles': pack.quotas.some((quota) => reachOf(quota, period) === 'straddles'),
  };
  return new Set((Object.keys(holds) as Occasion[]).filter((occasion) => holds[occasion]));
}

function isFirst(standing: Standing, period: Period): boolean {
  const first = firstCertification(standing);
  return first !== undefined && began(period, first);
}

/** Whether the period had begun already on the day of the certification. */
function began(period: Period, certifiedOn: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(period.start, certifiedOn) < 0;
}
