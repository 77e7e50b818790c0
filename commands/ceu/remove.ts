// Taking an entry out again, after asking.

import { action, refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import { gone } from './entry-card.ts';
import { creditsOf, entryOption, suggestEntries } from './entry-words.ts';
import { openNamed } from './list.ts';
import { planReminders } from './planning.ts';

export const removeCommand = command({
  name: 'remove',
  summary: 'Take an entry out again',
  options: entryOption,
  suggest: { entry: suggestEntries },
  run: ({ entry }, ctx) => openNamed(entry, 'remove', (id) => asked(id, ctx), ctx),
});

const entryArg = { entry: text('Which entry', { max: 30 }) };

export const remove = action({
  id: 'ceu.remove',
  args: entryArg,
  run: ({ entry }, ctx) => asked(entry, ctx),
});

async function asked(id: string, ctx: Context): Promise<Reply> {
  const entry = await ctx.store.education.entry(ctx.member.id, id);
  if (!entry) return gone();
  return say(
    md`**${entry.title}**, ${creditsOf(entry)}, completed on ${entry.completedOn}. It will no longer count, and its details and certificate go with it.`,
    {
      title: 'Remove this entry?',
      tone: 'warning',
      controls: [
        button('Remove it', refer(removed, { entry: id }), 'danger'),
        button('Keep it', refer({ id: 'ceu.open' }, { entry: id })),
      ],
    },
  );
}

export const removed = action({
  id: 'ceu.removed',
  args: entryArg,
  async run({ entry: id }, ctx) {
    const wasThere = await ctx.store.transaction(async (tx) => {
      const done = await tx.education.removeEntry(ctx.member.id, id);
      await planReminders(tx, ctx);
      return done;
    });
    if (!wasThere) return gone();
    return say(md`Removed. It no longer counts.`, {
      tone: 'good',
      controls: [button('My entries', '/ceu list'), button('My status', '/ceu status')],
    });
  },
});
