// What waits for organizers: questions that members flagged, and questions that members proposed.

import { action, refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { bullets, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Choice, type Control, type Reply } from '../../src/bot/reply.ts';
import { number, text } from '../../src/bot/shape.ts';
import { shortened } from '../../src/core/shortened.ts';
import { type ThisGuide, thisGuide, titleChoice } from '../guide/this-guide.ts';
import { questionById } from '../quiz/questions.ts';
import { flagCard, flagsOf } from './flag-card.ts';
import { proposalCard } from './propose.ts';

export const flags = command({
  name: 'flags',
  summary: 'Questions that members flagged or proposed',
  audience: 'organizer',
  options: {},
  run: (_none, ctx) => page(0, ctx),
});

const turn = action({
  id: 'bank.page',
  args: { at: number('Which page', { max: 10_000 }) },
  audience: 'organizer',
  run: ({ at }, ctx) => page(at, ctx),
});

const perPage = 10;
/** So many are looked at together, the oldest. */
const mostTogether = 1000;

interface Item {
  readonly line: Markdown;
  readonly choice: Choice;
}

/** How the value of a choice tells a proposal from a flagged question. */
const proposalMark = 'p:';

async function page(wanted: number, ctx: Context): Promise<Reply> {
  const bank = await thisGuide(ctx);
  const all = [...(await flaggedItems(bank, ctx)), ...(await proposedItems(bank, ctx))];
  if (all.length === 0)
    return bank.reply(md`Nothing waits: no question is flagged, and none is proposed.`, {
      title: 'Flags and proposals',
      tone: 'good',
      controls: [button('Add a question', '/bank add…')],
    });
  const pages = Math.ceil(all.length / perPage);
  const at = Math.min(wanted, pages - 1);
  const items = all.slice(at * perPage, (at + 1) * perPage);
  const place = pages > 1 ? `, page ${at + 1} of ${pages}` : '';
  const open: Control = {
    kind: 'select',
    label: 'Open one',
    press: refer(openItem),
    choices: items.map(({ choice }) => choice),
  };
  return bank.reply(bullets(items.map(({ line }) => line)), {
    title: `Flags and proposals (${all.length}${place})`,
    controls: [
      open,
      ...(at > 0 ? [button('Back', refer(turn, { at: at - 1 }))] : []),
      ...(at < pages - 1 ? [button('More', refer(turn, { at: at + 1 }))] : []),
    ],
    footnote: 'Members who flagged are not named.',
  });
}

async function flaggedItems({ group }: ThisGuide, ctx: Context): Promise<readonly Item[]> {
  const open = await ctx.store.flags.openFlags(group, mostTogether);
  const counts = new Map<string, number>();
  for (const { question } of open) counts.set(question, (counts.get(question) ?? 0) + 1);
  return Promise.all(
    [...counts].map(async ([id, members]) => {
      const stem = (await questionById(id, ctx))?.question.stem ?? 'a question that is gone';
      const who = members === 1 ? 'by one member' : `by ${members} members`;
      return {
        line: md`Flagged ${who}: “${shortened(stem, 120)}”`,
        choice: titleChoice(stem, id),
      };
    }),
  );
}

async function proposedItems({ group }: ThisGuide, ctx: Context): Promise<readonly Item[]> {
  const proposals = await ctx.store.bank.proposals(group, mostTogether);
  return proposals.map(({ contribution, question: { stem } }) => ({
    line: md`Proposed: “${shortened(stem, 120)}”`,
    choice: titleChoice(`Proposed: ${stem}`, `${proposalMark}${contribution}`),
  }));
}

const openItem = action({
  id: 'bank.open',
  args: { item: text('Which one', { max: 70 }) },
  audience: 'organizer',
  async run({ item }, ctx) {
    const bank = await thisGuide(ctx);
    if (!item.startsWith(proposalMark)) {
      const flagged = await flagsOf(item, bank, ctx);
      return flagged ? flagCard(flagged, bank) : goneAlready(bank);
    }
    const proposals = await ctx.store.bank.proposals(bank.group, mostTogether);
    const found = proposals.find((each) => `${proposalMark}${each.contribution}` === item);
    return found ? proposalCard(found, bank) : goneAlready(bank);
  },
});

export const flagActions = [turn, openItem];

function goneAlready(bank: ThisGuide): Reply {
  return bank.reply(md`Another organizer was quicker: this does not wait any more.`, {
    tone: 'warning',
    controls: [button('What waits', '/bank flags')],
  });
}
