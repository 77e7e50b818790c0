// Dismisses questions, once an organizer confirmed it: they are deleted, and their askers told.

import { action, refer } from '../../src/bot/action.ts';
import { md } from '../../src/bot/markdown.ts';
import { button } from '../../src/bot/reply.ts';
import { number, text } from '../../src/bot/shape.ts';
import { dismissalMessage, tellAskers } from './publish.ts';
import { seenIn } from './queue.ts';
import { alreadyDone, thisGuide, toQueue } from './this-guide.ts';

const args = { question: text('Which question', { max: 40 }), seen: number('When it was seen') };

export const dismiss = action({
  id: 'guide.dismiss',
  args,
  audience: 'organizer',
  async run({ question, seen }, ctx) {
    const guide = await thisGuide(ctx);
    const alike = await seenIn(guide.group, question, seen, ctx.store, ctx);
    if (!alike) return alreadyDone(guide);
    const what = alike.length === 1 ? 'This question is' : `These ${alike.length} questions are`;
    return guide.reply(
      md`${what} deleted, and whoever asked is told that it will not be answered here. It cannot be undone.`,
      {
        title: 'Dismiss?',
        tone: 'warning',
        controls: [
          button('Yes, dismiss', refer(dismissed, { question, seen }), 'danger'),
          button('Keep', '/guide unanswered'),
        ],
      },
    );
  },
});

export const dismissed = action({
  id: 'guide.dismissed',
  args,
  audience: 'organizer',
  async run({ question, seen }, ctx) {
    const guide = await thisGuide(ctx);
    const told = await ctx.store.transaction(async (tx) => {
      const alike = await seenIn(guide.group, question, seen, tx, ctx);
      const gone = alike ? await tx.answers.dismiss(guide.group, alike) : [];
      const about = { group: guide.group, key: `dismissed:${question}` };
      return tellAskers(tx, gone, about, dismissalMessage, ctx);
    });
    if (told === 0) return alreadyDone(guide);
    return guide.reply(md`Dismissed. Whoever asked is told.`, { controls: [toQueue] });
  },
});
