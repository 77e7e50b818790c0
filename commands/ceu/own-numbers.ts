// Numbers that a member knows better than the rule pack, for every cycle until they take them back.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { formFor } from '../../src/bot/forms.ts';
import { bullets, formatted, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { footnoteOf } from '../../src/core/ceu/reminder-words.ts';
import type { Bucket, Target } from '../../src/core/ceu/requirement.ts';
import { cycleToShow } from '../../src/core/ceu/watch.ts';
import type { StandingChanges } from '../../src/store/education-records.ts';
import { type BodyEducation, educationWith } from './education.ts';
import { planReminders } from './planning.ts';
import { nothingYet, statusWith } from './status.ts';
import { creditsField } from './tracker.ts';

const bodyArg = { body: text('Which certifying body', { max: 20 }) };

export const ownNumbers = action({
  id: 'ceu.own_numbers',
  args: bodyArg,
  async run({ body }, ctx): Promise<Reply> {
    const education = await educationWith(body, ctx);
    if (!education) return nothingYet();
    const cycle = cycleToShow(
      education.pack,
      education.standing,
      education.marks,
      await todayOf(ctx),
    );
    const buckets = cycle?.buckets ?? [];
    return say(
      md`Any number may be yours: for a shortened cycle, or where the rules have changed. It holds for every cycle until you take it back.\n${formatted(bullets([sayTarget('In all', cycle?.total), ...buckets.map(sayBucket)]))}`,
      {
        title: `Numbers of ${education.pack.body.name}`,
        controls: [
          button('Credits in all', refer(askOwnTotal, { body }), 'primary'),
          ...buckets
            .slice(0, 20)
            .map(({ id, title }) =>
              button(title.slice(0, 75), refer({ id: 'ceu.ask_minimum' }, { body, bucket: id })),
            ),
          ...resetButtons(education),
        ],
        footnote: footnoteOf(education.pack),
      },
    );
  },
});

function resetButtons({ pack, standing }: BodyEducation) {
  const args = { body: pack.body.id };
  return [
    ...(standing.overrides ? [button('Back to the rules', refer(byRules, args))] : []),
    ...(standing.confirmed && pack.cycle.kind !== 'as-told'
      ? [button('Back to the computed date', refer(computedDate, args))]
      : []),
  ];
}

function sayBucket({ title, required }: Bucket): Markdown {
  return sayTarget(title, required);
}

function sayTarget(title: string, target: Target | undefined): Markdown {
  if (!target) return md`${title}: not known`;
  const origins = { tracker: 'from your tracker', member: 'yours', rule: 'by the rules' };
  return md`${title}: **${target.credits}** (${origins[target.from]})`;
}

export const ownTotal = action({
  id: 'ceu.own_total',
  args: bodyArg,
  fields: { credits: creditsField('For every cycle, until you change it', 'Credits in all', 0.25) },
  run: ({ body, credits }, ctx) =>
    changed(
      body,
      ctx,
      md`**Saved.** Cycles of which your tracker shows a total keep that.`,
      (own) => ({
        overrides: { ...own.standing.overrides, total: credits },
      }),
    ),
});

export const askOwnTotal = action({
  id: 'ceu.ask_own_total',
  args: bodyArg,
  async run({ body }, ctx) {
    const education = await educationWith(body, ctx);
    if (!education) return nothingYet();
    const credits = education.standing.overrides?.total;
    return formFor(ownTotal, { body }, 'Credits in all', { credits });
  },
});

export const byRules = action({
  id: 'ceu.by_rules',
  args: bodyArg,
  run: ({ body }, ctx) =>
    changed(body, ctx, md`**The rules count again.**`, () => ({ overrides: null })),
});

export const computedDate = action({
  id: 'ceu.computed_date',
  args: bodyArg,
  run: ({ body }, ctx) =>
    changed(body, ctx, md`**The due date is computed again.**`, () => ({ confirmed: null })),
});

async function changed(
  body: string,
  ctx: Context,
  said: Markdown,
  change: (education: BodyEducation) => StandingChanges,
): Promise<Reply> {
  const education = await educationWith(body, ctx);
  if (!education) return nothingYet();
  await ctx.store.transaction(async (tx) => {
    await tx.education.changeStanding(ctx.member.id, body, change(education));
    await planReminders(tx, ctx);
  });
  return statusWith(body, ctx, said);
}
