// Ask a human: shows what would be sent and to whom, and only then passes it on.

import { z } from 'zod';
import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { formFor } from '../../src/bot/forms.ts';
import { formatted, joinLines, md } from '../../src/bot/markdown.ts';
import { button, type Outcome, type Reply, say } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import { clockAt, zoneOf } from '../../src/bot/zone.ts';
import type { GroupId } from '../../src/core/ids.ts';
import { licensedCodeIn, whyHeld } from '../../src/core/licensed-codes.ts';
import type { Store, Transaction } from '../../src/store/store.ts';
import { organizersOf, readingLine, tellOrganizers } from './organizers.ts';
import { quoted } from './quoted.ts';
import { recall } from './recent-questions.ts';

/** Between two questions of one member. */
const cooldown = Temporal.Duration.from({ minutes: 30 });

const draftArg = { draft: text('Which draft', { max: 20 }) };
const kept = z.object({ question: z.string(), group: z.string() });

export const human = action({
  id: 'ask.human',
  args: { question: text('Which question', { max: 20 }).optional() },
  async run({ question: id }, ctx): Promise<Outcome> {
    const question = id === undefined ? undefined : recall(id, ctx);
    return question === undefined ? formFor(words, {}, 'Ask a human') : preview(question, ctx);
  },
});

export const words = action({
  id: 'ask.words',
  args: {},
  title: 'Ask a human',
  fields: {
    question: text('What would you like to know? Never paste patient data', { min: 5, max: 300 }),
  },
  run: ({ question }, ctx) => preview(question, ctx),
});

export const changeWords = action({
  id: 'ask.change',
  args: draftArg,
  async run({ draft: id }, ctx): Promise<Outcome> {
    const draft = await draftOf(id, ctx, ctx.store);
    return formFor(words, {}, 'Ask a human', draft && { question: draft.question });
  },
});

async function draftOf(id: string, { member, now }: Context, { drafts }: Pick<Store, 'drafts'>) {
  const draft = await drafts.read(member.id, id, now);
  return draft?.action === send.id ? kept.parse(draft.values) : undefined;
}

/** Nothing is sent yet: the words wait as a draft. */
async function preview(question: string, ctx: Context): Promise<Reply> {
  const { group } = ctx;
  if (group === undefined) return noGroup();
  const until = await restsUntil(ctx);
  if (until) return tooSoon(until, ctx);
  const draft = await ctx.store.transaction((tx) =>
    tx.drafts.keep(ctx.member.id, send.id, { question, group }, ctx.now),
  );
  const change = button('Change the words', refer(changeWords, { draft }));
  const leave = button('Do not send', refer(dontSend, { draft }));
  const licensed = licensedCodeIn(question);
  if (licensed) {
    const why = md`I cannot pass this on: it ${whyHeld(licensed)}.`;
    return say(joinLines([quoted(question), why], '\n\n'), {
      tone: 'warning',
      controls: [change, leave],
    });
  }
  const parts = [
    md`This would go to ${formatted(await organizersOf(group, ctx))}:`,
    quoted(question),
    md`They see these words without your name. The answer comes to you by direct message, and may become a passage that the group's members find with **/ask**; your words are shown to nobody else.`,
    await readingLine(group, ctx),
  ];
  return say(joinLines(parts, '\n\n'), {
    title: 'Send this to the organizers?',
    controls: [button('Send', refer(send, { draft }), 'primary'), change, leave],
  });
}

export const send = action({
  id: 'ask.send',
  args: draftArg,
  async run({ draft: id }, ctx): Promise<Reply> {
    const outcome = await ctx.store.transaction((tx) => passOn(id, tx, ctx));
    if (outcome === 'gone') return gone();
    if (outcome === 'too soon') return tooSoon((await restsUntil(ctx)) ?? ctx.now, ctx);
    const says = md`**Sent.** The answer will come to you by direct message. **/privacy show** tells what is kept of you, and **/privacy delete** removes it.`;
    return say(joinLines([quoted(outcome.sent), says], '\n\n'), { tone: 'good' });
  },
});

/** Of two presses at once one sends. */
async function passOn(
  draftId: string,
  tx: Transaction,
  ctx: Context,
): Promise<'gone' | 'too soon' | { readonly sent: string }> {
  const draft = await draftOf(draftId, ctx, tx);
  if (!draft) return 'gone';
  const { question: text, group } = draft;
  const question = { id: crypto.randomUUID(), text, group: group as GroupId };
  const noneSince = ctx.now.subtract(cooldown);
  if (!(await tx.answers.passOn(ctx.member.id, question, ctx.now, noneSince))) return 'too soon';
  await tx.drafts.drop(ctx.member.id, draftId);
  await tellOrganizers(tx, question.group, ctx);
  return { sent: text };
}

export const dontSend = action({
  id: 'ask.keep',
  args: draftArg,
  async run({ draft }, ctx) {
    await ctx.store.transaction((tx) => tx.drafts.drop(ctx.member.id, draft));
    return say(md`Nothing was sent, and the words are gone from here.`);
  },
});

async function restsUntil({ store, member, now }: Context): Promise<Temporal.Instant | undefined> {
  const until = (await store.answers.lastPassedOn(member.id))?.add(cooldown);
  return until && Temporal.Instant.compare(now, until) < 0 ? until : undefined;
}

async function tooSoon(until: Temporal.Instant, ctx: Context): Promise<Reply> {
  const zone = await zoneOf(ctx.member, ctx.store);
  return say(
    md`You passed on a question a short while ago, so that organizers are not flooded. You can send the next one from **${clockAt(until, zone)}** on (${zone}).`,
    { tone: 'warning', mode: 'new' },
  );
}

function gone(): Reply {
  return say(
    md`This was sent already, or it waited for more than an hour and is gone. Ask again with **/ask**.`,
    { tone: 'warning' },
  );
}

function noGroup(): Reply {
  return say(
    md`I do not know a group of yours yet, so there is nobody to pass this on to. Type **/ask** in a channel of your study group.`,
    { tone: 'warning', mode: 'new' },
  );
}
