// The real rule packs and short ways to say what a member holds and logged.

import { readFileSync } from 'node:fs';
import { rulePack } from '../../../src/content/rule-pack-schema.ts';
import type { Cycle } from '../../../src/core/ceu/cycle.ts';
import { cycleOn } from '../../../src/core/ceu/cycle.ts';
import type { Entry } from '../../../src/core/ceu/entry.ts';
import type { RulePack } from '../../../src/core/ceu/rules.ts';
import type { HeldCredential, Standing } from '../../../src/core/ceu/standing.ts';
import { type Status, statusOf } from '../../../src/core/ceu/status.ts';

export const aapc = readPack('aapc');
export const ahima = readPack('ahima');
export const nha = readPack('nha');
export const pmi = readPack('pmi');
export const amba = readPack('amba');
export const acdis = readPack('acdis');
export const mab = readPack('mab');

function readPack(body: string): RulePack {
  const file = new URL(`../../../data/credentials/${body}.json`, import.meta.url);
  return rulePack.parse(JSON.parse(readFileSync(file, 'utf8')));
}

export function day(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text);
}

/** `holds({ CPC: '2020-05-01' })` */
export function holds(credentials: Readonly<Record<string, string>>): readonly HeldCredential[] {
  return Object.entries(credentials).map(([code, on]) => ({ code, certifiedOn: day(on) }));
}

let logged = 0;

export function entry(completedOn: string, credits: number, rest: Partial<Entry> = {}): Entry {
  logged += 1;
  return {
    id: `entry-${logged}`,
    title: `Course ${logged}`,
    completedOn: day(completedOn),
    credits,
    category: 'general',
    ...rest,
  };
}

export function cycleAt(pack: RulePack, standing: Standing, today: string): Cycle {
  const cycle = cycleOn(pack, standing, day(today));
  if (!cycle) throw new Error('the cycle cannot be computed from what the member said');
  return cycle;
}

export function statusAt(
  pack: RulePack,
  standing: Standing,
  entries: readonly Entry[],
  today: string,
): Status {
  return statusOf(pack, standing, cycleAt(pack, standing, today), entries, day(today));
}

/** `2025-04-01 to 2027-03-31` */
export function say({ start, due }: Pick<Cycle, 'start' | 'due'>): string {
  return `${start} to ${due}`;
}
