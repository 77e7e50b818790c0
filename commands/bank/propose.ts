// A member's question on its way to the organizers, and what they make of it.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { formatted, joinLines, md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { longText, text } from '../../src/bot/shape.ts';
import { sayDay } from '../../src/core/calendar/release-words.ts';
import type { Proposal } from '../../src/store/bank-records.ts';
import type { Transaction } from '../../src/store/store.ts';
import { type ThisGuide, thisGuide } from '../guide/this-guide.ts';
import { over } from './confirm.ts';
import { quotedStem, wholeQuestion } from './question-card.ts';
import { groupInWords, tell, tellOfProposal } from './tell.ts';

const args = { contribution: text('Which proposal', { max: 20 }) };

/** So many of one member wait at a time. */
const mostOfOne = 10;

export const propose = action({
  id: 'bank.propose',
  args,
  async run({ contribution }, ctx) {
    const outcome = await ctx.store.transaction(async (tx) => {
      const group = await tx.bank.staged(ctx.member.id, contribution);
      if (group === undefined) return 'over';
      if ((await tx.bank.proposedBy(ctx.member.id, group)) >= mostOfOne) return 'full';
      if (!(await tx.bank.propose(group, contribution, ctx.now))) return 'over';
      await tellOfProposal(tx, group, ctx);
      return 'proposed';
    });
    if (outcome === 'over') return over();
    if (outcome === 'full')
      return say(
        md`${mostOfOne} questions of yours wait already. Propose more once an organizer has looked at those.`,
        {
          tone: 'warning',
        },
      );
    return say(
      md`**Proposed.** You will be told by direct message what the organizers make of it.`,
      {
        tone: 'good',
        controls: [button('Another one', '/bank add…')],
      },
    );
  },
});

export function proposalCard(proposal: Proposal, bank: ThisGuide): Reply {
  const { contribution, question, at } = proposal;
  const day = at.toZonedDateTimeISO(bank.settings.zone).toPlainDate();
  return bank.reply(wholeQuestion(question), {
    title: 'A proposed question',
    controls: [
      button('Add it to the bank', refer(approve, { contribution }), 'primary'),
      button('Decline', refer(decline, { contribution })),
      button('What else waits', '/bank flags'),
    ],
    footnote: `Proposed on ${sayDay(day)} by a member who says that it is theirs or licensed. Check key and source before you add it.`,
  });
}

const approve = action({
  id: 'bank.approve',
  args,
  audience: 'organizer',
  async run({ contribution }, ctx) {
    const bank = await thisGuide(ctx);
    const done = await ctx.store.transaction(async (tx) => {
      const proposal = await proposalOf(contribution, bank, tx);
      if (!proposal) return false;
      const added = await tx.bank.publish(bank.group, contribution, ctx.now);
      if (added === undefined) return false;
      await answerProposer(
        tx,
        proposal,
        bank,
        md`added your question to their bank. Thank you!`,
        ctx,
      );
      return true;
    });
    return done ? bank.reply(md`**Added.** Its writer is told.`, next) : decided(bank);
  },
});

const decline = action({
  id: 'bank.decline',
  args,
  title: 'Decline this question',
  fields: {
    reason: longText('Its writer reads this', { min: 5, max: 500 }),
  },
  audience: 'organizer',
  async run({ contribution, reason }, ctx) {
    const bank = await thisGuide(ctx);
    const done = await ctx.store.transaction(async (tx) => {
      const proposal = await proposalOf(contribution, bank, tx);
      if (!proposal || !(await tx.bank.discard(bank.group, contribution))) return false;
      await answerProposer(tx, proposal, bank, md`did not add your question: ${reason}`, ctx);
      return true;
    });
    return done ? bank.reply(md`**Declined.** Its writer is told why.`, next) : decided(bank);
  },
});

export const proposalActions = [propose, approve, decline];

const next = { tone: 'good', controls: [button('What else waits', '/bank flags')] } as const;

async function proposalOf(
  contribution: string,
  { group }: ThisGuide,
  tx: Pick<Transaction, 'bank'>,
): Promise<Proposal | undefined> {
  const all = await tx.bank.proposals(group, 1000);
  return all.find((each) => each.contribution === contribution);
}

async function answerProposer(
  tx: Transaction,
  { contribution, question, member }: Proposal,
  { group }: ThisGuide,
  what: ReturnType<typeof md>,
  ctx: Context,
): Promise<void> {
  if (member === undefined) return;
  const from = await groupInWords(tx, group);
  const says = md`The organizers of ${formatted(from)} ${formatted(what)}`;
  const reply = say(joinLines([says, quotedStem(question)], '\n\n'), {
    title: 'Your question',
    controls: [button('Write another', '/bank add…')],
  });
  await tell(tx, member, { key: `bank:answered:${contribution}`, group, reply }, ctx);
}

function decided(bank: ThisGuide): Reply {
  return bank.reply(
    md`Another organizer was quicker: this was decided already. Nothing was changed.`,
    {
      tone: 'warning',
      controls: [button('What else waits', '/bank flags')],
    },
  );
}
