// How a worked case is written down, and what the rules make of it in the same words.

import { cycleOn, membershipDueOn } from '../../../../src/core/ceu/cycle.ts';
import type { Entry } from '../../../../src/core/ceu/entry.ts';
import type { RulePack } from '../../../../src/core/ceu/rules.ts';
import type { Overrides, Standing } from '../../../../src/core/ceu/standing.ts';
import { statusOf } from '../../../../src/core/ceu/status.ts';
import { day } from '../given.ts';

export interface Worked {
  readonly name: string;
  /** `CPC 2015-06-10, CPMA 2018-02-01` */
  readonly holds: string;
  readonly membership?: string;
  /** What the body's own tracker shows: `2027-03-31` or `2027-03-31 18`. */
  readonly tracker?: string;
  readonly own?: Overrides;
  /** Left out: 2026-11-22. */
  readonly today?: string;
  /** `2026-05-01 16 CPMA+CASCC`, `2026-05-01 8 @hiim`, `2026-05-01 2 >` (for the cycle after). */
  readonly logged?: readonly string[];
  /** Only what is named is compared; worked out by hand. */
  readonly gives: Partial<Given>;
  /** Why that is the answer. */
  readonly because: string;
}

export interface Given {
  readonly cycle: string;
  readonly total: number | 'asked';
  readonly done: number;
  readonly toEarn: number;
  readonly state: 'short' | 'complete' | 'open';
  readonly pace: number;
  /** `CPMA 0/16`, or `CPMA 0/?` where the member is asked. */
  readonly parts: readonly string[];
  readonly dues: string;
  readonly out: readonly string[];
  readonly asks: readonly string[];
}

export function work(pack: RulePack, worked: Worked): Partial<Given> {
  const today = day(worked.today ?? '2026-11-22');
  const standing = standingOf(worked);
  const cycle = cycleOn(pack, standing, today);
  const dues = membershipDueOn(pack, standing, today);
  if (!cycle) return { cycle: 'asked' };
  const status = statusOf(pack, standing, cycle, (worked.logged ?? []).map(entryOf), today);
  const kept = status.entries.flatMap(({ whyNots }) => whyNots.filter(({ excludes }) => excludes));
  return {
    cycle: `${cycle.start} to ${cycle.due}`,
    total: cycle.total?.credits ?? 'asked',
    done: status.done,
    toEarn: status.toEarn,
    state: status.state,
    ...(status.perMonth !== undefined && { pace: status.perMonth }),
    parts: status.buckets.map(({ id, done, required = '?' }) => `${id} ${done}/${required}`),
    ...(dues && { dues: `${dues.due}` }),
    out: kept.map(({ kind }) => kind),
    asks: cycle.asks.map(({ when, about }) => `${when} ${about}`),
  };
}

function standingOf({ holds, membership, tracker, own }: Worked): Standing {
  const [due, total] = tracker?.split(' ') ?? [];
  return {
    held: holds.split(', ').map((held) => {
      const [code = '', on = ''] = held.split(' ');
      return { code, certifiedOn: day(on) };
    }),
    ...(membership && { membershipEnds: day(membership) }),
    ...(due && { confirmed: { due: day(due), ...(total && { total: Number(total) }) } }),
    ...(own && { overrides: own }),
  };
}

function entryOf(line: string, index: number): Entry {
  const [on = '', credits = '', ...more] = line.split(' ');
  const codes = more.find((word) => /^[A-Z]/.test(word))?.split('+');
  const title = more.find((word) => word.startsWith('#'));
  return {
    id: `e${index}`,
    title: title ?? `Course ${index}`,
    completedOn: day(on),
    credits: Number(credits),
    category: more.find((word) => word.startsWith('@'))?.slice(1) ?? 'general',
    ...(codes && { approvedFor: codes }),
    ...(more.includes('>') && { countFor: 'cycle-after' }),
    ...(more.includes('<') && { countFor: 'cycle-before' }),
  };
}
