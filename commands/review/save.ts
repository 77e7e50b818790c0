// Into the review and out of it, by a button under any question: `review.save?question=…`.

import { action, refer } from '../../src/bot/action.ts';
import { UserError } from '../../src/bot/errors.ts';
import { md } from '../../src/bot/markdown.ts';
import { button, say } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { questionById } from '../quiz/questions.ts';
import { sayInterval } from './words.ts';

const questionArg = { question: text('Which question', { max: 66 }) };

export const save = action({
  id: 'review.save',
  args: questionArg,
  async run({ question }, ctx) {
    if (!(await questionById(question, ctx)))
      throw new UserError('This question has left the bank. There are others: /quiz start.');
    const today = await todayOf(ctx);
    const due = today.add({ days: 1 });
    const isNew = await ctx.store.transaction((tx) =>
      tx.reviews.add(ctx.member.id, { question, why: 'saved', due }, today),
    );
    const card = await ctx.store.reviews.card(ctx.member.id, question);
    const days = today.until(card?.due ?? due, { largestUnit: 'days' }).days;
    return say(
      isNew
        ? md`**Saved.** It comes up in **/review start** ${sayInterval(days)}.`
        : md`It is in your review already, and comes up ${sayInterval(days)}.`,
      {
        mode: 'new',
        tone: 'good',
        controls: [
          button('Review now', '/review start'),
          button('Take it out', refer(remove, { question })),
        ],
      },
    );
  },
});

export const remove = action({
  id: 'review.remove',
  args: questionArg,
  async run({ question }, ctx) {
    await ctx.store.transaction((tx) => tx.reviews.remove(ctx.member.id, question));
    return say(md`**Taken out.** It no longer comes up, unless you miss it again.`, {
      mode: 'new',
      controls: [
        button('Go on', '/review start', 'primary'),
        button('Undo', refer({ id: 'review.save' }, { question })),
      ],
    });
  },
});
