// The end of a dry run: everything goes into the bank at once, or nothing does.

import { action } from '../../src/bot/action.ts';
import { md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import { thisGuide } from '../guide/this-guide.ts';
import { count } from './words.ts';

const args = { contribution: text('Which file', { max: 20 }) };

/** Whoever brought the file attests it: nobody else can. */
export const addAll = action({
  id: 'bank.add_all',
  args,
  audience: 'organizer',
  async run({ contribution }, ctx) {
    const bank = await thisGuide(ctx);
    const added = await ctx.store.transaction(async (tx) => {
      const group = await tx.bank.staged(ctx.member.id, contribution);
      return group === bank.group ? tx.bank.publish(group, contribution, ctx.now) : undefined;
    });
    if (added === undefined) return over();
    return bank.reply(
      md`**${count(added, 'question')} added.** You meet ${added === 1 ? 'it' : 'them'} in **/quiz start**, in rounds and as the daily question, in this group alone.`,
      { tone: 'good', controls: [button('Try them', '/quiz start…')] },
    );
  },
});

export const drop = action({
  id: 'bank.drop',
  args,
  async run({ contribution }, ctx) {
    const dropped = await ctx.store.transaction(async (tx) => {
      const group = await tx.bank.staged(ctx.member.id, contribution);
      return group !== undefined && tx.bank.discard(group, contribution);
    });
    return dropped ? say(md`Nothing was added, and nothing of it was kept.`) : over();
  },
});

export function over(): Reply {
  return say(
    md`This does not wait any more: it was added or dropped already, more than an hour has passed, or somebody else brought it. Nothing was changed.`,
    { tone: 'warning' },
  );
}
