// The A behind CPC-A and COC-A: what shows experience so far, what is missing, and the day it goes.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { formFor } from '../../src/bot/forms.ts';
import { md } from '../../src/bot/markdown.ts';
import { button, type Outcome, say } from '../../src/bot/reply.ts';
import { date, number, text } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { type Apprenticeship, promotedCode } from '../../src/core/ceu/apprenticeship.ts';
import { educationOf } from '../ceu/education.ts';
import { planReminders } from '../ceu/planning.ts';
import { statusWith } from '../ceu/status.ts';
import { type Apprentice, apprenticeCard } from './apprentice-card.ts';
import { notHeld } from './not-held.ts';

const heldArg = { held: text('Body and code', { max: 40 }) };

export const apprentice = action({
  id: 'credential.apprentice',
  args: heldArg,
  run: ({ held }, ctx) => withApprentice(held, ctx, (found) => apprenticeCard(found, ctx)),
});

/** As much as is known; whatever is left empty is taken out. */
export const experience = action({
  id: 'credential.experience',
  title: 'Experience so far',
  args: heldArg,
  fields: {
    working_since: date('If you work as a coder now: since when', {
      label: 'Coding since',
    }).optional(),
    months_before: number('Full months of coding work before that, or in all', {
      label: 'Months before',
      max: 60,
    }).optional(),
    course: date('The day on which you finished the 80-hour course', {
      label: '80-hour course',
    }).optional(),
    practicode: date('The day on which you finished Practicode', {
      label: 'Practicode',
    }).optional(),
  },
  run: ({ held, ...told }, ctx) =>
    withApprentice(held, ctx, async (found) => {
      const { pack, held: own } = found;
      const apprenticeship = apprenticeshipFrom(told);
      const kept = await ctx.store.transaction((tx) =>
        tx.education.tellApprenticeship(ctx.member.id, pack.body.id, own.code, apprenticeship),
      );
      if (!kept) return notHeld();
      return apprenticeCard({ ...found, held: { ...own, apprenticeship } }, ctx, md`**Saved.**`);
    }),
});

export const askExperience = action({
  id: 'credential.ask_experience',
  args: heldArg,
  run: ({ held }, ctx) =>
    withApprentice(held, ctx, ({ held: { apprenticeship: told = {} } }) =>
      formFor(experience, { held }, 'Experience so far', {
        working_since: told.workingSince?.toString(),
        months_before: told.monthsBefore,
        course: told.course?.toString(),
        practicode: told.practicode?.toString(),
      }),
    ),
});

function apprenticeshipFrom(given: {
  readonly working_since?: Temporal.PlainDate | undefined;
  readonly months_before?: number | undefined;
  readonly course?: Temporal.PlainDate | undefined;
  readonly practicode?: Temporal.PlainDate | undefined;
}): Apprenticeship {
  const { working_since: workingSince, months_before: monthsBefore, course, practicode } = given;
  return {
    ...(workingSince && { workingSince }),
    ...(monthsBefore !== undefined && { monthsBefore }),
    ...(course && { course }),
    ...(practicode && { practicode }),
  };
}

/** The body has the last word: the member says that it took the A away. */
export const promoted = action({
  id: 'credential.promoted',
  args: heldArg,
  run: ({ held }, ctx) =>
    withApprentice(held, ctx, ({ pack, held: own }) => {
      const code = promotedCode(pack, own.code);
      if (!code) return notHeld();
      return say(
        md`**${code}** takes the place of **${own.code}**, with the same day of certification: the cycle and what you logged stay as they are.`,
        {
          title: `Did ${pack.body.name} remove the A?`,
          controls: [
            button(`Yes, I am a ${code} now`, refer(promote, { held }), 'primary'),
            button('Not yet', refer(apprentice, { held })),
          ],
        },
      );
    }),
});

export const promote = action({
  id: 'credential.promote',
  args: heldArg,
  run: ({ held }, ctx) =>
    withApprentice(held, ctx, async ({ pack, held: own }) => {
      const code = promotedCode(pack, own.code);
      if (!code) return notHeld();
      const { id: body } = pack.body;
      const today = await todayOf(ctx);
      await ctx.store.transaction(async (tx) => {
        await tx.education.hold(ctx.member.id, body, { ...own, code }, today);
        await tx.education.release(ctx.member.id, body, own.code);
        await planReminders(tx, ctx);
      });
      return statusWith(body, ctx, md`**Congratulations, ${code}!**`);
    }),
});

async function withApprentice(
  named: string,
  ctx: Context,
  use: (found: Apprentice) => Outcome | Promise<Outcome>,
): Promise<Outcome> {
  for (const { pack, standing } of await educationOf(ctx)) {
    const held = standing.held.find(({ code }) => `${pack.body.id} ${code}` === named);
    const isApprentice = pack.credentials.some(
      ({ code, apprentice: is }) => is && code === held?.code,
    );
    if (held && isApprentice && pack.apprenticeship)
      return use({ pack, rule: pack.apprenticeship, held });
  }
  return notHeld();
}
