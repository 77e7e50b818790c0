// What a member says about a credential, checked, and what the rules make of it.

import { z } from 'zod';
import type { Context } from '../../src/bot/command.ts';
import { date, type Shape, text, type Values } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import type { Cycle, MembershipDue } from '../../src/core/ceu/cycle.ts';
import { type Credential, findCredential, type RulePack } from '../../src/core/ceu/rules.ts';
import { type HeldCredential, holdingsOn, type Standing } from '../../src/core/ceu/standing.ts';
import { cycleToShow, type Watched } from '../../src/core/ceu/watch.ts';
import type { StandingChanges } from '../../src/store/education-records.ts';
import { duesToShow } from '../ceu/status.ts';
import { creditsField, dueProblem } from '../ceu/tracker.ts';

export const credentialOptions = {
  credential: text('As you write it behind your name: CPC, CCS', { max: 80 }),
  certified_on: date('The day on which you were certified'),
  counted_from: date('AAPC, AMBA: when your membership ends. AHIMA and others: your first exam', {
    label: 'Membership ends / first exam',
  }).optional(),
  due: date('When credits are due, if you see it in your tracker', {
    label: 'Due date in your tracker',
  }).optional(),
  total: creditsField(
    'How many credits it wants, if you see it there',
    'Total in your tracker',
    0.25,
  ).optional(),
} satisfies Shape;

export type Said = Values<typeof credentialOptions>;

export interface Proposal {
  readonly pack: RulePack;
  readonly credential: Credential;
  readonly held: HeldCredential;
  /** As it will be once it is saved. */
  readonly standing: Watched;
  /** Absent: the day that it is counted from is still to be asked. */
  readonly cycle?: Cycle;
  readonly dues?: MembershipDue;
  /** What of the standing changes with it. */
  readonly changes: StandingChanges;
  /** What the body's tracker showed before this credential was there: it says nothing of both. */
  readonly outdatedTotal?: number;
  /** When the credits were due until now, where saving moves that for all credentials of the body. */
  readonly movedFrom?: Temporal.PlainDate;
  /** Whether the member held it before: then its day is corrected. */
  readonly isKnown: boolean;
}

/** Either, by the name of the field, what is wrong, or what the rules make of it. */
export type Reading =
  | { readonly ok: true; readonly proposal: Proposal }
  | { readonly ok: false; readonly problems: Readonly<Record<string, string>> };

export async function readSaid(said: Said, ctx: Context): Promise<Reading> {
  const found = findNamed(said.credential, ctx.content.rulePacks);
  const today = await todayOf(ctx);
  const problems = {
    ...(!found && { credential: unknownCredential(ctx.content.rulePacks) }),
    ...dayProblems(said, found?.pack, today),
  };
  if (!found || Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, proposal: await propose(said, found, today, ctx) };
}

interface Found {
  readonly pack: RulePack;
  readonly credential: Credential;
}

async function propose(
  said: Said,
  { pack, credential }: Found,
  today: Temporal.PlainDate,
  ctx: Context,
): Promise<Proposal> {
  const { body, ...known } = (await ctx.store.education.standing(ctx.member.id, pack.body.id)) ?? {
    body: pack.body.id,
    held: [],
    addedOn: today,
  };
  const held = { code: credential.code, certifiedOn: said.certified_on };
  const others = known.held.filter(({ code }) => code !== credential.code);
  const nowHeld = { ...known, held: [...others, held] };
  const outdatedTotal = said.due ? undefined : totalOutdatedBy(nowHeld, known, pack);
  const changes = {
    ...changesOf(said, pack),
    ...(known.confirmed &&
      outdatedTotal !== undefined && { confirmed: { due: known.confirmed.due } }),
  };
  const standing = { ...nowHeld, ...changes };
  const marks = await ctx.store.education.marks(ctx.member.id, pack.body.id);
  const cycle = cycleToShow(pack, standing, marks, today);
  const dues = duesToShow({ pack, standing, marks }, today);
  const isKnown = others.length < known.held.length;
  const due = cycleToShow(pack, known, marks, today)?.due;
  const movedFrom = due && cycle && !due.equals(cycle.due) ? due : undefined;
  return {
    pack,
    credential,
    held,
    standing,
    isKnown,
    changes,
    ...(outdatedTotal !== undefined && { outdatedTotal }),
    ...(cycle && { cycle }),
    ...(dues && { dues }),
    ...(movedFrom && { movedFrom }),
  };
}

/** The tracker's total, where more credentials count in that cycle than when it was entered. */
function totalOutdatedBy(
  nowHeld: Standing,
  { confirmed, ...before }: Standing,
  pack: RulePack,
): number | undefined {
  if (confirmed?.total === undefined) return undefined;
  const count = (standing: Standing) => holdingsOn(pack, standing, confirmed.due).length;
  return count(nowHeld) > count(before) ? confirmed.total : undefined;
}

/** What was said beside the credential itself, by what it means to the body's rule. */
function changesOf({ counted_from: from, due, total }: Said, { cycle }: RulePack) {
  const isExam = cycle.kind === 'two-year-anniversary' || cycle.kind === 'calendar-year';
  return {
    ...(from && (isExam ? { firstExam: from } : { membershipEnds: from })),
    ...(due && { confirmed: { due, ...(total !== undefined && { total }) } }),
  };
}

/** By code, with or without the body behind it, or by title. */
function findNamed(typed: string, packs: readonly RulePack[]): Found | undefined {
  const wanted = typed.trim().toLowerCase();
  const [first = ''] = typed.trim().split(/[\s,(]+/);
  for (const pack of packs) {
    const byTitle = pack.credentials.find(({ title }) => title.toLowerCase() === wanted);
    const credential = findCredential(pack, first) ?? byTitle;
    if (credential) return { pack, credential };
  }
  return undefined;
}

function unknownCredential(packs: readonly RulePack[]): string {
  const lists = packs.map(({ body, credentials }) => {
    return `${body.name} ${credentials.map(({ code }) => code).join(', ')}`;
  });
  return `is none whose rules I know. I know: ${lists.join('; ')}`;
}

function dayProblems(
  { certified_on: certifiedOn, counted_from: from, due, total }: Said,
  pack: RulePack | undefined,
  today: Temporal.PlainDate,
): Readonly<Record<string, string>> {
  const late = due && dueProblem(due, today);
  return {
    ...(isLater(certifiedOn, today) && {
      certified_on: `is ${certifiedOn}, which is still to come. Add the credential once you hold it`,
    }),
    ...(certifiedOn.until(today).total({ unit: 'years', relativeTo: today }) > 60 && {
      certified_on: `is ${certifiedOn}, more than 60 years ago. Please check the year`,
    }),
    ...(from && pack && fromProblem(from, certifiedOn, pack, today)),
    ...(late && { due: late }),
    ...(total !== undefined && !due && { due: 'is missing: a total belongs to a due date' }),
  };
}

function fromProblem(
  from: Temporal.PlainDate,
  certifiedOn: Temporal.PlainDate,
  { cycle }: RulePack,
  today: Temporal.PlainDate,
) {
  if (cycle.kind === 'two-year-anniversary' || cycle.kind === 'calendar-year')
    return isLater(from, certifiedOn)
      ? { counted_from: `is ${from}, after ${certifiedOn}, the day of this credential` }
      : {};
  const years = Math.abs(today.until(from).total({ unit: 'years', relativeTo: today }));
  return years > 3
    ? { counted_from: `is ${from}, more than three years from now. Please check the year` }
    : {};
}

function isLater(day: Temporal.PlainDate, than: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, than) > 0;
}

/** As it waits in a draft, and as a form shows it again. */
export function rawOf(said: Said): Readonly<Record<string, string | number>> {
  const values = Object.entries(said).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    values.map(([name, value]) => [name, typeof value === 'number' ? value : String(value)]),
  );
}

export function saidIn(values: Readonly<Record<string, unknown>>): Said {
  return z.object(credentialOptions).parse(values);
}
