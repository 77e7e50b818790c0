// The credentials that a member holds, body by body, and giving one up.

import { action, refer } from '../../src/bot/action.ts';
import { command } from '../../src/bot/command.ts';
import { bullets, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import type { RulePack } from '../../src/core/ceu/rules.ts';
import { cycleToShow } from '../../src/core/ceu/watch.ts';
import { type BodyEducation, educationOf } from '../ceu/education.ts';
import { planReminders } from '../ceu/planning.ts';
import { nothingYet } from '../ceu/status.ts';
import { headingOf } from '../ceu/words.ts';
import { chooserOf, heldIn, heldNamed, heldTyped, suggestHeld } from './held.ts';
import { notHeld } from './not-held.ts';

export const list = command({
  name: 'list',
  summary: 'The credentials that you told me of, and when they are due',
  options: {},
  async run(_none, ctx) {
    const bodies = await educationOf(ctx);
    if (bodies.length === 0) return nothingYet();
    const today = await todayOf(ctx);
    return say(md`Only you see this.`, {
      title: 'Your credentials',
      fields: bodies.slice(0, 10).map((education) => bodyField(education, today)),
      controls: [
        button('Add a credential', '/credential add…', 'primary'),
        button('My status', '/ceu status'),
        button('Correct one', '/credential edit'),
        button('Remove one', '/credential remove'),
      ],
    });
  },
});

function bodyField(education: BodyEducation, today: Temporal.PlainDate) {
  const { pack, standing, marks } = education;
  const cycle = cycleToShow(pack, standing, marks, today);
  const lines = standing.held.map(
    ({ code, certifiedOn }): Markdown => md`**${code}**, since ${certifiedOn}`,
  );
  return { label: cycle ? headingOf(pack, cycle, today) : pack.body.name, value: bullets(lines) };
}

export const remove = command({
  name: 'remove',
  summary: 'Remove a credential that you no longer hold',
  options: { credential: text('Which one', { max: 80 }).optional() },
  suggest: { credential: suggestHeld },
  async run({ credential: typed }, ctx) {
    const bodies = await educationOf(ctx);
    if (bodies.length === 0) return nothingYet();
    const all = heldIn(bodies);
    if (typed !== undefined) {
      const { pack, code } = heldTyped(typed, all);
      return confirmation(pack, code, bodies, await todayOf(ctx));
    }
    return say(md`Which credential do you no longer hold?`, {
      controls: [chooserOf(all, refer(ask)), button('Keep them all', refer(kept))],
    });
  },
});

const heldArg = { held: text('Body and code', { max: 40 }) };

export const ask = action({
  id: 'credential.remove',
  args: heldArg,
  async run({ held }, ctx) {
    const bodies = await educationOf(ctx);
    const found = heldNamed(held, bodies);
    return found ? confirmation(found.pack, found.code, bodies, await todayOf(ctx)) : notHeld();
  },
});

function confirmation(
  pack: RulePack,
  code: string,
  bodies: readonly BodyEducation[],
  today: Temporal.PlainDate,
): Reply {
  const { id, name } = pack.body;
  const own = bodies.find((each) => each.pack === pack);
  const isLast = own?.standing.held.length === 1;
  const effect = isLast
    ? `It is your only credential of ${name}: its due dates and their reminders go with it.`
    : `The credits that ${name} wants are worked out anew.${own ? sayMoved(own, code, today) : ''}`;
  return say(md`${effect} The CEUs that you logged stay.`, {
    title: `Remove ${code}?`,
    tone: 'warning',
    controls: [
      button(`Remove ${code}`, refer(removed, { held: `${id} ${code}` }), 'danger'),
      button('Keep it', refer(kept)),
    ],
  });
}

/** Where the cycle was counted from the day of that credential, the due date goes with it. */
function sayMoved(
  { pack, standing, marks }: BodyEducation,
  code: string,
  today: Temporal.PlainDate,
): string {
  const others = standing.held.filter((each) => each.code !== code);
  const before = cycleToShow(pack, standing, marks, today)?.due;
  const after = cycleToShow(pack, { ...standing, held: others }, marks, today)?.due;
  if (!before || !after || before.equals(after)) return '';
  return ` They are then due on ${after}, no longer on ${before}: compare that with your ${pack.body.tracker}.`;
}

export const removed = action({
  id: 'credential.removed',
  args: heldArg,
  async run({ held }, ctx) {
    const [body = '', code = ''] = held.split(' ');
    const wasThere = await ctx.store.transaction(async (tx) => {
      const released = await tx.education.release(ctx.member.id, body, code);
      await planReminders(tx, ctx);
      return released;
    });
    if (!wasThere) return notHeld();
    return say(md`**${code}** is removed.`, {
      tone: 'good',
      controls: [
        button('My credentials', '/credential list'),
        button('Add a credential', '/credential add…'),
      ],
    });
  },
});

export const kept = action({
  id: 'credential.kept',
  args: {},
  run: () =>
    say(md`Nothing was removed.`, { controls: [button('My credentials', '/credential list')] }),
});
