// What a member does with an entry: opens it, describes its certificate, says for what it counts.

import { action } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { formFor } from '../../src/bot/forms.ts';
import { md } from '../../src/bot/markdown.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { choice, text } from '../../src/bot/shape.ts';
import type { EntryCount } from '../../src/store/education-records.ts';
import { entryCard, gone } from './entry-card.ts';
import { planReminders } from './planning.ts';

const entryArg = { entry: text('Which entry', { max: 30 }) };
const bodyArg = { body: text('Which certifying body', { max: 20 }) };

export const open = action({
  id: 'ceu.open',
  args: entryArg,
  run: ({ entry }, ctx) => entryCard(entry, ctx),
});

export const details = action({
  id: 'ceu.details',
  args: entryArg,
  fields: {
    sponsor: text('Who gave the course', { max: 150, allows: ['name'] }).optional(),
    index_number: text('As on the certificate; seen by nobody but you', {
      max: 60,
      label: 'Index number',
      allows: ['number'],
    }).optional(),
  },
  async run({ entry: id, sponsor, index_number: indexNumber }, ctx) {
    const described = { ...(sponsor && { sponsor }), ...(indexNumber && { indexNumber }) };
    const kept = await ctx.store.transaction((tx) =>
      tx.education.describe(ctx.member.id, id, described),
    );
    return kept
      ? entryCard(id, ctx, { intro: md`**Saved.** Only you see these details.` })
      : gone();
  },
});

export const askDetails = action({
  id: 'ceu.ask_details',
  args: entryArg,
  async run({ entry: id }, ctx) {
    const entry = await ctx.store.education.entry(ctx.member.id, id);
    if (!entry) return gone();
    const { sponsor, indexNumber: index_number } = entry;
    return formFor(details, { entry: id }, 'Certificate details', { sponsor, index_number });
  },
});

export const anotherCourse = action({
  id: 'ceu.another',
  args: { ...entryArg, ...bodyArg },
  run: ({ entry, body }, ctx) =>
    recounted(entry, body, ctx, (count) => ({ ...count, isAnotherCourse: true })),
});

export const countFor = action({
  id: 'ceu.count_for',
  args: {
    ...entryArg,
    ...bodyArg,
    cycle: choice('Which cycle', {
      'cycle-before': 'The cycle before',
      'cycle-after': 'The cycle after',
      'by-date': 'By its date',
    }),
  },
  run: ({ entry, body, cycle }, ctx) =>
    recounted(entry, body, ctx, ({ countFor: _earlier, ...count }) =>
      cycle === 'by-date' ? count : { ...count, countFor: cycle },
    ),
});

async function recounted(
  id: string,
  body: string,
  ctx: Context,
  change: (count: EntryCount) => EntryCount,
): Promise<Reply> {
  const changed = await ctx.store.transaction(async (tx) => {
    const entry = await tx.education.entry(ctx.member.id, id);
    const count = entry?.counts.find((each) => each.body === body);
    if (!count) return false;
    await tx.education.recount(ctx.member.id, id, change(count));
    await planReminders(tx, ctx);
    return true;
  });
  return changed ? entryCard(id, ctx, { intro: md`**Saved.**` }) : gone();
}
