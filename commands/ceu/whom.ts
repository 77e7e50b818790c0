// For which certifying bodies an entry counts: with how many credits, and as what kind, each.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { bullets, formatted, md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import { sayCredits } from '../../src/core/ceu/credits.ts';
import { kindOf } from '../../src/core/ceu/entry-rows.ts';
import { shortened } from '../../src/core/shortened.ts';
import type { EntryCount, LoggedEntry } from '../../src/store/education-records.ts';
import type { Transaction } from '../../src/store/store.ts';
import { type BodyEducation, educationOf } from './education.ts';
import { entryCard, gone } from './entry-card.ts';
import { kindsFor } from './kinds.ts';
import { planReminders } from './planning.ts';
import { creditsField } from './tracker.ts';

const entryArg = { entry: text('Which entry', { max: 30 }) };
const args = { ...entryArg, body: text('Which certifying body', { max: 20 }) };

export const whom = action({
  id: 'ceu.whom',
  args: entryArg,
  async run({ entry: id }, ctx) {
    const entry = await ctx.store.education.entry(ctx.member.id, id);
    const bodies = await educationOf(ctx);
    if (!entry || bodies.length === 0) return gone();
    const [only] = bodies;
    if (only && bodies.length === 1) return bodyCard(entry, only);
    const lines = bodies.map((education) => md`${saying(entry, education)}`);
    return say(md`**${entry.title}**\n${formatted(bullets(lines))}`, {
      title: 'For whom it counts',
      controls: [
        ...bodies.map(({ pack: { body } }) =>
          button(body.name, refer(forBody, { entry: id, body: body.id })),
        ),
        button('Back to the entry', refer({ id: 'ceu.open' }, { entry: id })),
      ],
    });
  },
});

export const forBody = action({
  id: 'ceu.for_body',
  args,
  run: ({ entry: id, body }, ctx) => withBody(id, body, ctx, bodyCard),
});

/** The kind is chosen, or `none`: then it does not count for this body. */
export const countAs = action({
  id: 'ceu.count_as',
  args: { ...args, kind: text('What kind of credits', { max: 100 }) },
  run: ({ entry: id, body, kind }, ctx) =>
    withBody(id, body, ctx, async (entry, education) => {
      const chosen = kindsFor(education, entry.completedOn).find(({ value }) => value === kind);
      if (!chosen && kind !== 'none') return gone();
      return changed(id, ctx, async (tx) => {
        if (!chosen) return uncounted(tx, id, body, ctx);
        const { approvedFor: _earlier, ...before } = countOf(entry, body) ?? {
          body,
          credits: entry.counts[0]?.credits ?? 0,
        };
        return tx.education.recount(ctx.member.id, id, { ...before, ...chosen.count });
      });
    }),
});

async function uncounted(
  tx: Transaction,
  id: string,
  body: string,
  { member }: Context,
): Promise<boolean> {
  if (await tx.education.uncount(member.id, id, body)) return true;
  throw new UserError('It counts for no other body. To take it out altogether, remove the entry.');
}

export const creditsFor = action({
  id: 'ceu.credits_for',
  title: 'Credits',
  args,
  fields: { credits: creditsField('As this body counts them, in quarters', 'Credits', 0.25) },
  run: ({ entry: id, body, credits }, ctx) =>
    withBody(id, body, ctx, (entry) =>
      changed(id, ctx, async (tx) => {
        const count = countOf(entry, body);
        return count ? tx.education.recount(ctx.member.id, id, { ...count, credits }) : false;
      }),
    ),
});

async function withBody(
  id: string,
  body: string,
  ctx: Context,
  use: (entry: LoggedEntry, education: BodyEducation) => Reply | Promise<Reply>,
): Promise<Reply> {
  const entry = await ctx.store.education.entry(ctx.member.id, id);
  const education = (await educationOf(ctx)).find(({ pack }) => pack.body.id === body);
  return entry && education ? use(entry, education) : gone();
}

async function changed(
  id: string,
  ctx: Context,
  change: (tx: Transaction) => Promise<boolean>,
): Promise<Reply> {
  const done = await ctx.store.transaction(async (tx) => {
    const isChanged = await change(tx);
    await planReminders(tx, ctx);
    return isChanged;
  });
  return done ? entryCard(id, ctx, { intro: md`**Changed.**` }) : gone();
}

function bodyCard(entry: LoggedEntry, education: BodyEducation): Reply {
  const { name, id: body } = education.pack.body;
  const given = { entry: entry.id, body };
  const count = countOf(entry, body);
  const kinds = kindsFor(education, entry.completedOn);
  const choices = kinds.map(({ label, value }) => ({ label: shortened(label, 75), value }));
  const none = entry.counts.length > 1 && count;
  return say(md`**${entry.title}**\n${saying(entry, education)}`, {
    title: `What it is to ${name}`,
    controls: [
      {
        kind: 'select',
        label: `Choose the kind for ${name}`,
        press: refer(countAs, given),
        choices: [...choices, ...(none ? [{ label: `Not for ${name}`, value: 'none' }] : [])],
      },
      ...(count ? [button(`Other credits for ${name}`, refer(creditsFor, given))] : []),
      button('Back to the entry', refer({ id: 'ceu.open' }, { entry: entry.id })),
    ],
  });
}

function countOf({ counts }: LoggedEntry, body: string): EntryCount | undefined {
  return counts.find((count) => count.body === body);
}

/** `AAPC: 2 credits, approved for CPMA` */
function saying(entry: LoggedEntry, { pack }: BodyEducation): string {
  const count = countOf(entry, pack.body.id);
  if (!count) return `${pack.body.name}: does not count`;
  return `${pack.body.name}: ${sayCredits(count.credits)}, ${kindOf({ ...entry, ...count }, pack)}`;
}
