// The A behind CPC-A and COC-A: what shows experience so far, what is missing, and the day it goes.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { formFor } from '../../src/bot/forms.ts';
import { bullets, formatted, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control, type Outcome, type Reply, say } from '../../src/bot/reply.ts';
import { date, number, text } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import {
  type Apprenticeship,
  promotedCode,
  type Way,
  waysOut,
} from '../../src/core/ceu/apprenticeship.ts';
import { bar } from '../../src/core/ceu/credits.ts';
import { footnoteOf } from '../../src/core/ceu/reminder-words.ts';
import type { ApprenticeshipRule, RulePack } from '../../src/core/ceu/rules.ts';
import type { HeldCredential } from '../../src/core/ceu/standing.ts';
import { educationOf } from '../ceu/education.ts';
import { planReminders } from '../ceu/planning.ts';
import { statusWith } from '../ceu/status.ts';
import { notHeld } from './not-held.ts';

const heldArg = { held: text('Body and code', { max: 40 }) };

interface Apprentice {
  readonly pack: RulePack;
  readonly rule: ApprenticeshipRule;
  readonly held: HeldCredential;
}

export const apprentice = action({
  id: 'credential.apprentice',
  args: heldArg,
  run: ({ held }, ctx) => withApprentice(held, ctx, (found) => card(found, ctx)),
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
      return card({ ...found, held: { ...own, apprenticeship } }, ctx, md`**Saved.**`);
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

async function card(found: Apprentice, ctx: Context, intro?: Markdown): Promise<Reply> {
  const { pack, rule, held } = found;
  const named = `${pack.body.id} ${held.code}`;
  const ways = waysOut(rule, held.apprenticeship ?? {}, await todayOf(ctx));
  const isOpen = ways.some((way) => way.isOpen);
  const open = isOpen
    ? md`**You can ask ${pack.body.name} to remove the A**, with letters from your employers and your course certificates.`
    : md`Any one of these ways is enough:`;
  const source = md`Source: [${rule.source.title}](${rule.source.url ?? pack.body.site}), checked ${rule.source.checked ?? pack.checked}`;
  const parts = [...(intro ? [intro] : []), open, bullets(ways.map(sayWay)), source];
  return say(joinLines(parts, '\n\n'), {
    title: `Removing the A of ${held.code}`,
    controls: controlsFor(named, isOpen),
    footnote: `What counts as coding work ${pack.body.name} decides. ${footnoteOf(pack)}`,
  });
}

function controlsFor(held: string, isOpen: boolean): readonly Control[] {
  return [
    button('Enter experience', refer(askExperience, { held }), isOpen ? undefined : 'primary'),
    button('The A is removed', refer(promoted, { held }), isOpen ? 'primary' : undefined),
    button('My credentials', '/credential list'),
  ];
}

const proofNames = ['', 'the 80-hour course or Practicode', 'the 80-hour course and Practicode'];

/** `18/24 months of coding work: enough on 2027-05-01` */
function sayWay(way: Way): Markdown {
  const { months, proofs, monthsDone, proofsDone, isOpen, reachedOn } = way;
  const work = months > 0 ? md`\`${bar(monthsDone, months)}\` months of coding work` : md``;
  const papers =
    proofs > 0
      ? md`${months > 0 ? ' and ' : ''}${proofNames[proofs] ?? ''} (${proofsDone} of ${proofs} done)`
      : md``;
  const outcome = isOpen
    ? md`: **enough**`
    : reachedOn
      ? md`: enough on ${reachedOn}, if you go on working`
      : md``;
  return md`${formatted(work)}${formatted(papers)}${formatted(outcome)}`;
}
