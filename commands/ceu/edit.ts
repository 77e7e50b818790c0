// Correcting an entry: its title, its day, its credits.

import { action } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { formFor } from '../../src/bot/forms.ts';
import { md } from '../../src/bot/markdown.ts';
import type { Form, Outcome } from '../../src/bot/reply.ts';
import { date, text } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import type { LoggedEntry } from '../../src/store/education-records.ts';
import { educationOf } from './education.ts';
import { entryCard, gone } from './entry-card.ts';
import { entryOption, suggestEntries } from './entry-words.ts';
import { openNamed } from './list.ts';
import { planReminders } from './planning.ts';
import { problemsOf } from './reading.ts';
import { creditsField } from './tracker.ts';

export const edit = command({
  name: 'edit',
  summary: 'Correct an entry: its title, its day, its credits',
  options: entryOption,
  suggest: { entry: suggestEntries },
  run: ({ entry }, ctx) => openNamed(entry, 'edit', (id) => opened(id, ctx), ctx),
});

const entryArg = { entry: text('Which entry', { max: 30 }) };

export const change = action({
  id: 'ceu.change',
  args: entryArg,
  fields: {
    title: text('As on the certificate. Never patient data', { max: 150, allows: ['name'] }),
    completed_on: date('The day on the certificate'),
    credits: creditsField('For all bodies; left empty, as they are', 'Credits', 0.25).optional(),
  },
  async run({ entry: id, title, completed_on: completedOn, credits }, ctx): Promise<Outcome> {
    const problems = problemsOf({ completedOn }, await educationOf(ctx), await todayOf(ctx));
    if (problems.completed_on) {
      const form = changeForm(id, { title, completed_on: `${completedOn}`, credits });
      return { kind: 'invalid', problems, form };
    }
    const changed = await ctx.store.transaction(async (tx) => {
      const entry = await tx.education.entry(ctx.member.id, id);
      if (!entry) return false;
      await tx.education.rename(ctx.member.id, id, { title, completedOn });
      for (const count of credits === undefined ? [] : entry.counts)
        await tx.education.recount(ctx.member.id, id, { ...count, credits: credits ?? 0 });
      await planReminders(tx, ctx);
      return true;
    });
    return changed ? entryCard(id, ctx, { intro: md`**Changed.**` }) : gone();
  },
});

export const askChange = action({
  id: 'ceu.edit',
  args: entryArg,
  run: ({ entry }, ctx) => opened(entry, ctx),
});

async function opened(id: string, ctx: Context): Promise<Outcome> {
  const entry = await ctx.store.education.entry(ctx.member.id, id);
  return entry ? changeForm(id, valuesOf(entry)) : gone();
}

function changeForm(id: string, values: Readonly<Record<string, unknown>>): Form {
  return formFor(change, { entry: id }, 'Correct this entry', values);
}

/** Credits that differ from body to body are changed body by body. */
function valuesOf({ title, completedOn, counts }: LoggedEntry): Readonly<Record<string, unknown>> {
  const [credits, ...others] = new Set(counts.map((count) => count.credits));
  return {
    title,
    completed_on: completedOn.toString(),
    ...(others.length === 0 && { credits }),
  };
}
