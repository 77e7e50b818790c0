// An organizer writes a passage that nobody asked for yet.

import { command } from '../../src/bot/command.ts';
import { askAgain } from '../../src/bot/forms.ts';
import { md } from '../../src/bot/markdown.ts';
import type { Outcome } from '../../src/bot/reply.ts';
import { saved } from './own-card.ts';
import { formValues, passageFields, problemsIn } from './passage-form.ts';
import { publish } from './publish.ts';
import { thisGuide } from './this-guide.ts';

export const add = command({
  name: 'add',
  summary: "Add a passage to the group's own guide",
  title: 'A passage of our own',
  audience: 'organizer',
  options: passageFields,
  async run(written, ctx): Promise<Outcome> {
    const guide = await thisGuide(ctx);
    const done = await ctx.store.transaction(async (tx) => {
      const own = await tx.answers.ownPassages(guide.group);
      const problems = problemsIn(written, guide.today, own);
      if (Object.keys(problems).length > 0) return { problems };
      return { passage: await publish(tx, written, guide, ctx) };
    });
    return done.passage
      ? saved(guide, done.passage, md`**Added.**`)
      : askAgain('guide add', add, formValues(written), done.problems);
  },
});
