// Correcting what was said about a credential: its dates, and the numbers of its certifying body.

import { action, refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { askAgain } from '../../src/bot/forms.ts';
import { bullets, formatted, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Outcome, type Reply, say } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { footnoteOf } from '../../src/core/ceu/reminder-words.ts';
import { cycleToShow } from '../../src/core/ceu/watch.ts';
import { type BodyEducation, educationOf } from '../ceu/education.ts';
import { nothingYet } from '../ceu/status.ts';
import { headingOf } from '../ceu/words.ts';
import { add } from './add.ts';
import { chooserOf, type Held, heldIn, heldNamed, heldTyped, suggestHeld } from './held.ts';
import { notHeld } from './not-held.ts';

export const edit = command({
  name: 'edit',
  summary: 'Correct the dates and numbers of a credential',
  options: { credential: text('Which one', { max: 80 }).optional() },
  suggest: { credential: suggestHeld },
  async run({ credential: typed }, ctx): Promise<Outcome> {
    const bodies = await educationOf(ctx);
    const all = heldIn(bodies);
    const [only] = all;
    if (!only) return nothingYet();
    const found = typed === undefined ? all.length === 1 && only : heldTyped(typed, all);
    if (found) return card(found, bodies, ctx);
    return say(md`Which credential is to be corrected?`, {
      controls: [chooserOf(all, refer(open))],
    });
  },
});

const heldArg = { held: text('Body and code', { max: 40 }) };

export const open = action({
  id: 'credential.edit',
  args: heldArg,
  async run({ held }, ctx): Promise<Outcome> {
    const bodies = await educationOf(ctx);
    const found = heldNamed(held, bodies);
    return found ? card(found, bodies, ctx) : notHeld();
  },
});

async function card(
  { pack, code }: Held,
  bodies: readonly BodyEducation[],
  ctx: Context,
): Promise<Reply> {
  const education = bodies.find((each) => each.pack === pack);
  const own = education?.standing.held.find((each) => each.code === code);
  if (!education || !own) return notHeld();
  const { standing, marks } = education;
  const today = await todayOf(ctx);
  const cycle = cycleToShow(pack, standing, marks, today);
  const { id: body, name, tracker } = pack.body;
  const held = `${body} ${code}`;
  const isApprentice = pack.credentials.some((each) => each.apprentice && each.code === code);
  const lines: readonly Markdown[] = [
    md`Certified on ${own.certifiedOn}`,
    ...(standing.membershipEnds ? [md`Membership: ${standing.membershipEnds}`] : []),
    ...(standing.firstExam ? [md`First exam: ${standing.firstExam}`] : []),
    ...(cycle ? [md`${headingOf(pack, cycle, today)}`] : []),
  ];
  return say(md`${formatted(bullets(lines))}`, {
    title: `${code} (${name})`,
    controls: [
      button('Correct its dates', refer(dates, { held }), 'primary'),
      button('Enter what my tracker shows', refer({ id: 'ceu.ask_tracker' }, { body })),
      button('Numbers of my own', refer({ id: 'ceu.own_numbers' }, { body })),
      ...(isApprentice && pack.apprenticeship
        ? [button('Removing the A', refer({ id: 'credential.apprentice' }, { held }))]
        : []),
      button(`Remove ${code}`, refer({ id: 'credential.remove' }, { held }), 'danger'),
    ],
    footnote: `Your ${tracker} has the last word. ${footnoteOf(pack)}`,
  });
}

/** The form in which it was added, as it is now; saving it shows first what the rules make of it. */
export const dates = action({
  id: 'credential.dates',
  args: heldArg,
  async run({ held }, ctx): Promise<Outcome> {
    const bodies = await educationOf(ctx);
    const found = heldNamed(held, bodies);
    const standing = bodies.find(({ pack }) => pack === found?.pack)?.standing;
    const own = standing?.held.find(({ code }) => code === found?.code);
    if (!standing || !own) return notHeld();
    const from = standing.membershipEnds ?? standing.firstExam;
    const values = {
      credential: own.code,
      certified_on: own.certifiedOn.toString(),
      counted_from: from?.toString(),
      due: standing.confirmed?.due.toString(),
      total: standing.confirmed?.total,
    };
    return askAgain('credential add', add, values, {}).form;
  },
});
