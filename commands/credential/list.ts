// The credentials that a member holds, body by body, and giving one up.

import { action, refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { bullets, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Choice, type Reply, say } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { findCredential, type RulePack } from '../../src/core/ceu/rules.ts';
import { cycleToShow } from '../../src/core/ceu/watch.ts';
import { type BodyEducation, educationOf } from '../ceu/education.ts';
import { planReminders } from '../ceu/planning.ts';
import { nothingYet } from '../ceu/status.ts';
import { headingOf, shortened } from '../ceu/words.ts';

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
    if (typed === undefined) return chooseHeld(bodies);
    const code = typed.trim().split(/\s/)[0]?.toUpperCase();
    const found = heldIn(bodies).find((each) => each.code === code);
    if (found) return confirmation(found.pack, found.code, bodies);
    const codes = heldIn(bodies).map((each) => each.code);
    throw new UserError(`You have no ${typed} here. You have: ${codes.join(', ')}.`);
  },
});

interface Held {
  readonly pack: RulePack;
  readonly code: string;
}

function heldIn(bodies: readonly BodyEducation[]): readonly Held[] {
  return bodies.flatMap(({ pack, standing }) => standing.held.map(({ code }) => ({ pack, code })));
}

const heldArg = { held: text('Body and code', { max: 40 }) };

function chooseHeld(bodies: readonly BodyEducation[]): Reply {
  const choices = heldIn(bodies).map(({ pack, code }) => ({
    label: shortened(`${code}: ${findCredential(pack, code)?.title ?? pack.body.name}`, 75),
    value: `${pack.body.id} ${code}`,
  }));
  return say(md`Which credential do you no longer hold?`, {
    controls: [
      {
        kind: 'select',
        label: 'Choose a credential',
        press: refer(ask),
        choices: choices.slice(0, 25),
      },
      button('Keep them all', refer(kept)),
    ],
  });
}

export const ask = action({
  id: 'credential.remove',
  args: heldArg,
  async run({ held }, ctx) {
    const bodies = await educationOf(ctx);
    const found = heldNamed(held, bodies);
    return found ? confirmation(found.pack, found.code, bodies) : notHeld();
  },
});

function heldNamed(held: string, bodies: readonly BodyEducation[]): Held | undefined {
  return heldIn(bodies).find(({ pack, code }) => held === `${pack.body.id} ${code}`);
}

function confirmation(pack: RulePack, code: string, bodies: readonly BodyEducation[]): Reply {
  const { id, name } = pack.body;
  const own = bodies.find((each) => each.pack === pack);
  const isLast = own?.standing.held.length === 1;
  const effect = isLast
    ? `It is your only credential of ${name}: its due dates and their reminders go with it.`
    : `The credits that ${name} wants are worked out anew.`;
  return say(md`${effect} The CEUs that you logged stay.`, {
    title: `Remove ${code}?`,
    tone: 'warning',
    controls: [
      button(`Remove ${code}`, refer(removed, { held: `${id} ${code}` }), 'danger'),
      button('Keep it', refer(kept)),
    ],
  });
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

function notHeld(): Reply {
  return say(md`You do not have that credential here; it may have been removed already.`, {
    tone: 'warning',
    mode: 'new',
    controls: [button('My credentials', '/credential list')],
  });
}

async function suggestHeld(typed: string, ctx: Context): Promise<readonly Choice[]> {
  const wanted = typed.trim().toUpperCase();
  return heldIn(await educationOf(ctx))
    .filter(({ code }) => code.includes(wanted))
    .map(({ pack, code }) => ({ label: `${code} (${pack.body.name})`, value: code }));
}
