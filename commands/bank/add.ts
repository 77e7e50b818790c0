// One question by form: organizers add it, members propose it.

import { refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { askAgain } from '../../src/bot/forms.ts';
import { joinLines, md } from '../../src/bot/markdown.ts';
import { newId } from '../../src/bot/new-id.ts';
import { button, type Outcome, type Reply } from '../../src/bot/reply.ts';
import { questionOf } from '../../src/core/bank/question-of.ts';
import { samenessOf } from '../../src/core/bank/sameness.ts';
import type { Answerable } from '../../src/core/quiz/question.ts';
import { type ThisGuide, thisGuide } from '../guide/this-guide.ts';
import { suggestTopics } from '../quiz/topics.ts';
import { attestation } from './attestation.ts';
import { wholeQuestion } from './question-card.ts';
import { questionFields, readQuestion, type WrittenQuestion } from './question-form.ts';
import { newQuestionId, samenessesIn } from './stage.ts';

const title = 'Add a question';

export const add = command({
  name: 'add',
  summary: "Write a question for the group's own bank; members' are proposals to its organizers",
  title,
  options: questionFields,
  suggest: { topic: suggestTopics },
  async run(written, ctx): Promise<Outcome> {
    const bank = await thisGuide(ctx);
    const read = readQuestion(written);
    if ('problems' in read) return askAgain('bank add', add, { ...written }, read.problems);
    const sameness = samenessOf(read.draft);
    const own = await ctx.store.bank.known(bank.group, [sameness]);
    if (own.has(sameness) || samenessesIn(ctx.content.questions).has(sameness))
      return askAgain('bank add', add, { ...written }, { question: 'is in the bank already' });
    const entering = {
      id: newQuestionId(),
      provenance: written.source,
      topic: written.topic,
      today: bank.today,
    };
    const question = questionOf(read.draft, entering, ctx.content.topics);
    return preview(question, sameness, written, bank, ctx);
  },
});

async function preview(
  question: Answerable,
  sameness: string,
  written: WrittenQuestion,
  bank: ThisGuide,
  ctx: Context,
): Promise<Reply> {
  const contribution = {
    id: newId(),
    group: bank.group,
    provenance: written.source,
  };
  const draft = await ctx.store.transaction(async (tx) => {
    await tx.bank.begin(ctx.member.id, contribution, ctx.now);
    await tx.bank.put(contribution, [{ question, sameness }], 'staged');
    const kept = { title, values: { ...written } };
    return tx.drafts.keep(ctx.member.id, '/bank add', kept, ctx.now);
  });
  const args = { contribution: contribution.id };
  const says = ctx.organizer
    ? button('Mine or licensed: add it', refer({ id: 'bank.add_all' }, args), 'primary')
    : button('Mine or licensed: propose it', refer({ id: 'bank.propose' }, args), 'primary');
  const whoDecides = ctx.organizer ? [] : [md`An organizer decides whether it enters the bank.`];
  return bank.reply(joinLines([wholeQuestion(question), attestation, ...whoDecides], '\n\n'), {
    title: 'Is this right?',
    controls: [
      says,
      button('Change it', refer({ id: 'bot.form' }, { draft })),
      button('Leave it', refer({ id: 'bank.drop' }, args)),
    ],
    footnote: 'Nothing is in the bank yet. This waits for an hour.',
  });
}
