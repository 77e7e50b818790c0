// What a member says about a due date: submitted, confirmed by the body, dues paid.

import { action } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { choice, date, text } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import type { RulePack } from '../../src/core/ceu/rules.ts';
import { deadlinesAround } from '../../src/core/ceu/watch.ts';
import type { MarkChanges } from '../../src/store/education-records.ts';
import type { Transaction } from '../../src/store/store.ts';
import { type BodyEducation, educationWith } from './education.ts';
import { planReminders } from './planning.ts';
import { statusWith } from './status.ts';
import type { Saying } from './status-buttons.ts';

const sayings = {
  submitted: { submitted: true },
  'not-submitted': { submitted: false, accepted: false },
  accepted: { submitted: true, accepted: true },
  'not-accepted': { accepted: false },
  paid: { paid: true },
  'not-paid': { paid: false },
} as const satisfies Record<Saying, MarkChanges>;

const labels: Readonly<Record<Saying, string>> = {
  submitted: 'Submitted',
  'not-submitted': 'Not submitted',
  accepted: 'Confirmed',
  'not-accepted': 'Not confirmed',
  paid: 'Paid',
  'not-paid': 'Not paid',
};

export const deadlineArgs = {
  body: text('Which certifying body', { max: 20 }),
  due: date('Which due date'),
};

export const mark = action({
  id: 'ceu.mark',
  args: { ...deadlineArgs, as: choice('What is done', labels) },
  run: ({ body, due, as }, ctx) =>
    withDeadline(body, due, ctx, async ({ pack }) => {
      await changeMark(pack, due, sayings[as], ctx);
      return statusWith(body, ctx, noted(as, pack, due));
    }),
});

function noted(as: Saying, { body }: RulePack, due: Temporal.PlainDate): Markdown {
  const said: Readonly<Record<Saying, string>> = {
    submitted: `submitted. Reminders only ask whether ${body.name} confirmed it`,
    'not-submitted': 'not submitted yet',
    accepted: `confirmed by ${body.name}. No more reminders of its credits`,
    'not-accepted': `not confirmed by ${body.name} yet`,
    paid: 'membership dues are paid. No more reminders of them',
    'not-paid': 'membership dues are not paid yet',
  };
  return md`**Noted.** ${body.name}, due ${due}: ${said[as]}.`;
}

/** Writes it down and plans reminders anew. */
export async function changeMark(
  { body }: RulePack,
  due: Temporal.PlainDate,
  changes: MarkChanges,
  ctx: Context,
): Promise<void> {
  await ctx.store.transaction(async (tx: Transaction) => {
    await tx.education.mark(ctx.member.id, body.id, due, changes);
    await planReminders(tx, ctx);
  });
}

/** Buttons live long: the date on one may have moved since, and the presser may be another member. */
export async function withDeadline(
  body: string,
  due: Temporal.PlainDate,
  ctx: Context,
  use: (education: BodyEducation, today: Temporal.PlainDate) => Promise<Reply>,
): Promise<Reply> {
  const education = await educationWith(body, ctx);
  const today = await todayOf(ctx);
  const stands =
    education &&
    deadlinesAround(education.pack, education.standing, today).some((each) => each.due.equals(due));
  if (stands) return use(education, today);
  return say(
    md`You have no ${education?.pack.body.name ?? body.toUpperCase()} deadline on ${due}: it has moved, or this button was not meant for you.`,
    { tone: 'warning', mode: 'new', controls: [button('My status', '/ceu status', 'primary')] },
  );
}
