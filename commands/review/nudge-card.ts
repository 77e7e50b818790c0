// The nudge, and what a member does about it.

import { action, refer } from '../../src/bot/action.ts';
import { md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { nudgeKey } from './planning.ts';
import { sayQuestions } from './words.ts';

/** What most people take for one, with its rationale. */
const minutesEach = 0.75;

export function nudgeCard(count: number): Reply {
  const minutes = Math.max(1, Math.round(count * minutesEach));
  return say(
    md`**${sayQuestions(count)}** to review today: about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    {
      title: 'Time to review',
      controls: [
        button('Review now', '/review start', 'primary'),
        button('Not today', refer(notToday)),
        button('Settings', '/review settings'),
      ],
    },
  );
}

export const notToday = action({
  id: 'review.not_today',
  args: {},
  async run(_none, ctx) {
    const today = await todayOf(ctx);
    await ctx.store.transaction(async (tx) => {
      await tx.reviews.change(ctx.member.id, { notToday: today });
      await ctx.outbox.void(tx, nudgeKey(ctx.member.id, today), 'The member wants none today.');
    });
    return say(md`**Not today, then.** What waits keeps; you hear of it tomorrow.`, {
      controls: [
        button('Review after all', '/review start'),
        button('Settings', '/review settings'),
      ],
    });
  },
});
