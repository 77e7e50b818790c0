// What the body's own tracker shows: a due date, a total, a minimum that no page names.

import { action } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { formFor } from '../../src/bot/forms.ts';
import { formatted, type Markdown, md } from '../../src/bot/markdown.ts';
import type { Outcome } from '../../src/bot/reply.ts';
import { date, number, text } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { isCredits, sayCredits } from '../../src/core/ceu/credits.ts';
import { type Cycle, computedCycle } from '../../src/core/ceu/cycle.ts';
import type { RulePack } from '../../src/core/ceu/rules.ts';
import { type Standing, withConfirmed } from '../../src/core/ceu/standing.ts';
import { cycleToShow } from '../../src/core/ceu/watch.ts';
import { educationWith } from './education.ts';
import { planReminders } from './planning.ts';
import { nothingYet, statusWith } from './status.ts';

const bodyArg = { body: text('Which certifying body', { max: 20 }) };

/** Credits that a member enters: a total, or a part of one. */
export function creditsField(hint: string, label: string, min: number) {
  return number(hint, { label, min, max: 300, whole: false }).refine(
    isCredits,
    'must come in quarters, such as 36 or 7.5',
  );
}

export const tracker = action({
  id: 'ceu.tracker',
  args: bodyArg,
  fields: {
    due: date('When your credits are due, as the tracker shows it', { label: 'Due date' }),
    total: creditsField('How many credits it wants in all', 'Credits in all', 0.25).optional(),
  },
  async run({ body, due, total }, ctx): Promise<Outcome> {
    const education = await educationWith(body, ctx);
    if (!education) return nothingYet();
    const problem = dueProblem(due, await todayOf(ctx));
    if (problem) {
      const values = { due: `${due}`, total };
      return { kind: 'invalid', problems: { due: problem }, form: trackerForm(body, values) };
    }
    const { pack, standing } = education;
    const confirmed = { due, ...(total !== undefined && { total }) };
    const changes = withConfirmed(pack, standing, confirmed);
    await ctx.store.transaction(async (tx) => {
      await tx.education.changeStanding(ctx.member.id, body, changes);
      await planReminders(tx, ctx);
    });
    const said = sayDifference(pack, { ...standing, ...changes });
    return statusWith(body, ctx, md`**Saved** as your tracker shows it.${formatted(said)}`);
  },
});

export const askTracker = action({
  id: 'ceu.ask_tracker',
  args: bodyArg,
  async run({ body }, ctx) {
    const education = await educationWith(body, ctx);
    if (!education) return nothingYet();
    const { pack, standing, marks } = education;
    const cycle = cycleToShow(pack, standing, marks, await todayOf(ctx));
    return trackerForm(body, shownBefore(cycle));
  },
});

/** A total that the rule computed is left out: the member is to look, not to nod. */
function shownBefore(cycle: Cycle | undefined): Readonly<Record<string, unknown>> {
  if (!cycle) return {};
  const { due, total } = cycle;
  return { due: `${due}`, ...(total?.from === 'tracker' && { total: total.credits }) };
}

function trackerForm(body: string, values: Readonly<Record<string, unknown>>) {
  return formFor(tracker, { body }, 'What my tracker shows', values);
}

export const minimum = action({
  id: 'ceu.minimum',
  args: { ...bodyArg, bucket: text('Which part of the total', { max: 30 }) },
  fields: {
    credits: creditsField('As your tracker shows it; 0 if none', 'Credits of this kind', 0),
  },
  async run({ body, bucket, credits }, ctx) {
    const education = await educationWith(body, ctx);
    if (!education) return nothingYet();
    const { overrides } = education.standing;
    const changed = { ...overrides, buckets: { ...overrides?.buckets, [bucket]: credits } };
    await ctx.store.transaction(async (tx) => {
      await tx.education.changeStanding(ctx.member.id, body, { overrides: changed });
      await planReminders(tx, ctx);
    });
    return statusWith(body, ctx, md`**Saved:** ${sayCredits(credits)} of that kind.`);
  },
});

export const askMinimum = action({
  id: 'ceu.ask_minimum',
  args: { ...bodyArg, bucket: text('Which part of the total', { max: 30 }) },
  run: ({ body, bucket }, _ctx: Context) =>
    formFor(minimum, { body, bucket }, 'Credits of this kind'),
});

/** What is wrong with a due date that a member entered; nothing where it can be right. */
export function dueProblem(due: Temporal.PlainDate, today: Temporal.PlainDate): string | undefined {
  if (today.until(due).days < -90) return `is ${due}, more than 90 days past. Enter the next one`;
  const latest = today.add({ years: 3 });
  if (Temporal.PlainDate.compare(due, latest) <= 0) return undefined;
  return `is ${due}, more than three years ahead. Cycles are shorter; please check the year`;
}

/** Where the rule alone gives another date, the member should know: one of both may be a slip. */
export function sayDifference(pack: RulePack, standing: Standing): Markdown {
  const computed = computedCycle(pack, standing);
  if (!computed || !standing.confirmed || computed.due.equals(standing.confirmed.due)) return md``;
  return md` The rule alone would give ${computed.due}; your ${pack.body.tracker}'s date is what counts here.`;
}
