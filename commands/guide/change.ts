// Changes a passage of the group: its form comes filled in.

import { action } from '../../src/bot/action.ts';
import { formFor } from '../../src/bot/forms.ts';
import { md } from '../../src/bot/markdown.ts';
import type { Outcome } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import { saved } from './own-card.ts';
import { formValues, passageFields, passageText, problemsIn, valuesOf } from './passage-form.ts';
import { passageGone, thisGuide } from './this-guide.ts';

const title = 'Change a passage';
const args = { passage: text('Which passage', { max: 80 }) };

export const edit = action({
  id: 'guide.edit',
  args,
  audience: 'organizer',
  async run({ passage: id }, ctx): Promise<Outcome> {
    const guide = await thisGuide(ctx);
    const own = await ctx.store.answers.ownPassage(guide.group, id);
    return own ? formFor(rewrite, { passage: id }, title, valuesOf(own)) : passageGone(guide);
  },
});

/** Whoever changes it has looked at it: it counts as checked today, and votes against it are settled. */
export const rewrite = action({
  id: 'guide.rewrite',
  title,
  args,
  fields: passageFields,
  audience: 'organizer',
  async run({ passage: id, ...written }, ctx): Promise<Outcome> {
    const guide = await thisGuide(ctx);
    const { group, today } = guide;
    const done = await ctx.store.transaction(async (tx) => {
      const own = await tx.answers.ownPassages(group);
      const others = own.filter((each) => each.id !== id);
      const problems = problemsIn(written, today, others);
      if (Object.keys(problems).length > 0) return { problems };
      if (!(await tx.answers.rewrite(group, id, passageText(written, today)))) return {};
      await tx.answers.settle(group, id);
      return { passage: await tx.answers.ownPassage(group, id) };
    });
    if (done.problems) {
      const form = formFor(rewrite, { passage: id }, title, formValues(written));
      return { kind: 'invalid', problems: done.problems, form };
    }
    return done.passage ? saved(guide, done.passage, md`**Changed.**`) : passageGone(guide);
  },
});
