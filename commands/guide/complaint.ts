// A passage that members found not helpful: mend it, write a better one, or leave it.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { joinLines, md } from '../../src/bot/markdown.ts';
import { button, type Reply } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import { readableBy } from '../ask/readable.ts';
import { alreadyDone, type ThisGuide, thisGuide, toQueue } from './this-guide.ts';

export async function complaintCard(id: string, guide: ThisGuide, ctx: Context): Promise<Reply> {
  const complaints = await ctx.store.answers.complaints(guide.group);
  const complaint = complaints.find(({ passage }) => passage === id);
  if (!complaint) return alreadyDone(guide);
  const passage = await readableBy(id, ctx);
  const { votes } = complaint;
  const intro = md`${votes === 1 ? 'One member' : `${votes} members`} found this not helpful:`;
  const mend = passage?.group
    ? button('Change', refer({ id: 'guide.edit' }, { passage: id }), 'primary')
    : button('Write our own', '/guide add…', 'primary');
  return guide.reply(joinLines([intro, passage?.body ?? md`*It is gone.*`], '\n\n'), {
    title: passage?.title ?? 'A passage that is gone',
    controls: [
      ...(passage ? [mend] : []),
      button('Dismiss', refer(settle, { passage: id })),
      toQueue,
    ],
  });
}

export const settle = action({
  id: 'guide.settle',
  args: { passage: text('Which passage', { max: 80 }) },
  audience: 'organizer',
  async run({ passage }, ctx) {
    const guide = await thisGuide(ctx);
    const votes = await ctx.store.transaction((tx) => tx.answers.settle(guide.group, passage));
    if (votes === 0) return alreadyDone(guide);
    return guide.reply(md`These votes are off the list. New ones will show again.`, {
      controls: [toQueue],
    });
  },
});
