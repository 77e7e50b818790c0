// An organizer answers once, with a source: it goes to all who asked, and stays in the group's guide.

import { action } from '../../src/bot/action.ts';
import { formFor } from '../../src/bot/forms.ts';
import { md } from '../../src/bot/markdown.ts';
import type { Outcome } from '../../src/bot/reply.ts';
import { number, text } from '../../src/bot/shape.ts';
import { saved } from './own-card.ts';
import { formValues, passageFields, problemsIn } from './passage-form.ts';
import { answerMessage, publish, tellAskers } from './publish.ts';
import { seenIn } from './queue.ts';
import { alreadyDone, thisGuide } from './this-guide.ts';

export const write = action({
  id: 'guide.write',
  title: 'Answer',
  args: { question: text('Which question', { max: 40 }), seen: number('When it was seen') },
  fields: passageFields,
  audience: 'organizer',
  async run({ question, seen, ...written }, ctx): Promise<Outcome> {
    const guide = await thisGuide(ctx);
    const { group, today } = guide;
    const done = await ctx.store.transaction(async (tx) => {
      const alike = await seenIn(group, question, seen, tx, ctx);
      if (!alike) return undefined;
      const problems = problemsIn(written, today, await tx.answers.ownPassages(group));
      if (Object.keys(problems).length > 0) return { problems };
      const passage = await publish(tx, written, guide, ctx);
      const taken = await tx.answers.answered(group, alike, passage.id);
      const about = { group, key: `answer:${passage.id}` };
      const told = await tellAskers(
        tx,
        taken,
        about,
        (...to) => answerMessage(passage, today, ...to),
        ctx,
      );
      return { passage, told };
    });
    if (!done) return alreadyDone(guide);
    if (done.problems) {
      const form = formFor(write, { question, seen }, 'Answer', formValues(written));
      return { kind: 'invalid', problems: done.problems, form };
    }
    const who = done.told === 1 ? 'the member who asked' : `the ${done.told} members who asked`;
    return saved(guide, done.passage, md`**Answered.** It is on its way to ${who}.`);
  },
});
