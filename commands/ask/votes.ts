// Helpful or not: one vote of each member for each passage, and the last one counts.

import { action, refer } from '../../src/bot/action.ts';
import { md } from '../../src/bot/markdown.ts';
import { button, type Control, say } from '../../src/bot/reply.ts';
import { flag, text } from '../../src/bot/shape.ts';
import { human } from './human.ts';
import { readableBy } from './readable.ts';

export const vote = action({
  id: 'ask.vote',
  args: { passage: text('Which passage', { max: 60 }), helpful: flag('Whether it helped') },
  async run({ passage: id, helpful }, ctx) {
    const passage = await readableBy(id, ctx);
    if (!passage) return say(md`That passage is gone, so your vote is too.`, { mode: 'new' });
    const group = passage.group ?? ctx.group;
    const cast = { passage: id, isHelpful: helpful, ...(group && { group }) };
    await ctx.store.transaction((tx) => tx.answers.vote(ctx.member.id, cast, ctx.now));
    const [yes, no] = voteButtons(id);
    const says = helpful
      ? md`Thank you: counted as helpful.`
      : md`Thank you: counted as not helpful. The organizers see how many said so, never who.`;
    return say(says, {
      mode: 'new',
      controls: helpful ? [no] : [yes, button('Ask a human', refer(human))],
    });
  },
});

export function voteButtons(passage: string): readonly [Control, Control] {
  return [
    button('Helpful', refer(vote, { passage, helpful: true })),
    button('Not helpful', refer(vote, { passage, helpful: false })),
  ];
}
