// Mends a question of the group: its answers are graded again under the new key, and those whose
// answer counts otherwise now are told.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { formFor } from '../../src/bot/forms.ts';
import { formatted, joinLines, md } from '../../src/bot/markdown.ts';
import { button, type Outcome, say } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import type { Draft } from '../../src/core/bank/draft.ts';
import { topicIdOf } from '../../src/core/bank/question-of.ts';
import { samenessOf } from '../../src/core/bank/sameness.ts';
import type { MemberId } from '../../src/core/ids.ts';
import type { Answerable } from '../../src/core/quiz/question.ts';
import { regraded } from '../../src/core/quiz/regrade.ts';
import type { Transaction } from '../../src/store/store.ts';
import { type ThisGuide, thisGuide } from '../guide/this-guide.ts';
import { settled } from './flag-card.ts';
import { quotedStem, rightInWords, wholeQuestion } from './question-card.ts';
import { questionFields, readQuestion, valuesOf } from './question-form.ts';
import { questionGone } from './retire.ts';
import { groupInWords, tell } from './tell.ts';
import { count } from './words.ts';

const title = 'Mend a question';
const args = { question: text('Which question', { max: 60 }) };

const mend = action({
  id: 'bank.mend',
  args,
  audience: 'organizer',
  async run({ question: id }, ctx): Promise<Outcome> {
    const bank = await thisGuide(ctx);
    const own = await ctx.store.bank.question(id);
    if (own?.group !== bank.group) return questionGone(bank);
    return formFor(rewrite, { id }, title, valuesOf(own, ctx));
  },
});

const rewrite = action({
  id: 'bank.rewrite',
  title,
  args: { id: text('Which question', { max: 60 }) },
  fields: questionFields,
  audience: 'organizer',
  async run({ id, ...written }, ctx): Promise<Outcome> {
    const bank = await thisGuide(ctx);
    const read = readQuestion(written);
    const done = 'problems' in read ? read : await mended(id, read.draft, bank, ctx);
    if (done === undefined) return questionGone(bank);
    if ('problems' in done)
      return {
        kind: 'invalid',
        problems: done.problems,
        form: formFor(rewrite, { id }, title, { ...written }),
      };
    const told =
      done.told === 0
        ? 'No answer counts otherwise now.'
        : `${count(done.told, 'member')} whose answer counts otherwise now will be told.`;
    return bank.reply(joinLines([md`**Mended.** ${told}`, wholeQuestion(done.question)], '\n\n'), {
      tone: 'good',
      controls: [
        button('Change it again', refer(mend, { question: id })),
        button('What waits', '/bank flags'),
      ],
    });
  },
});

export const mendActions = [mend, rewrite];

type Mended =
  | { readonly question: Answerable; readonly told: number }
  | { readonly problems: Readonly<Record<string, string>> };

function mended(
  id: string,
  draft: Draft,
  bank: ThisGuide,
  ctx: Context,
): Promise<Mended | undefined> {
  return ctx.store.transaction(async (tx): Promise<Mended | undefined> => {
    const before = await tx.bank.question(id);
    if (before?.group !== bank.group) return undefined;
    if (!hasSameParts(before, draft)) return { problems: { options: sameParts } };
    const question = withDraft(before, draft, bank.today, ctx);
    const sameness = samenessOf(draft);
    const isOther = sameness !== samenessOf(before);
    if (isOther && (await tx.bank.known(bank.group, [sameness])).has(sameness))
      return { problems: { question: 'is that of another question in the bank' } };
    await tx.bank.rewrite(bank.group, { question, sameness });
    const changed = await regrade(question, before.topic, bank, tx);
    for (const [member, change] of changed)
      await tellChanged(member, change, question, bank, tx, ctx);
    const says = md`mended it. The right answer is: ${formatted(rightInWords(question))}`;
    await settled(
      tx,
      id,
      question,
      { outcome: 'mended', says, told: new Set(changed.keys()) },
      bank,
      ctx,
    );
    return { question, told: changed.size };
  });
}

const sameParts =
  'must stay as many lines of the same kind, in the same order, since members’ answers refer to them. To ask something else, retire this question and add another one';

/** Whether answers that were given still mean the same options. */
function hasSameParts(before: Answerable, draft: Draft): boolean {
  const kinds = new Set([before.kind, draft.kind]);
  if (before.kind === 'typed' || draft.kind === 'typed') return kinds.size === 1;
  if (before.kind === 'order' || draft.kind === 'order')
    return (
      before.kind === 'order' &&
      draft.kind === 'order' &&
      before.items.length === draft.items.length
    );
  return kinds.size === 1 && before.options.length === draft.options.length;
}

/** Whoever mends it has looked at it today. */
function withDraft(
  before: Answerable,
  { topic, ...draft }: Draft,
  today: Temporal.PlainDate,
  { content }: Context,
): Answerable {
  const { group: _group, ...kept } = before as Answerable & { readonly group: string };
  const isSameSource = draft.source?.title === before.source.title;
  return {
    ...kept,
    ...draft,
    source: isSameSource ? before.source : (draft.source ?? before.source),
    topic: topic === undefined ? before.topic : topicIdOf(topic, content.topics),
    reviewed: today,
  } as Answerable;
}

/** `topic`: under which they were counted. By member: +1 where an answer became right, -1 where one no longer is, 0 where part of it counts. */
async function regrade(
  question: Answerable,
  topic: string,
  { group }: ThisGuide,
  tx: Transaction,
): Promise<ReadonlyMap<MemberId, -1 | 0 | 1>> {
  const changes = new Map<MemberId, -1 | 0 | 1>();
  const answers = await tx.regrading.answersTo(question.id);
  for (const { given, credit, change } of regraded(question, answers)) {
    await tx.regrading.regrade(given, credit);
    changes.set(given.member, change);
    if (given.on && change !== 0) {
      const to = { group, topic, on: given.on };
      await tx.boards.add(given.member, to, { right: change, answered: 0 });
    }
  }
  return changes;
}

const outcomes = {
  '1': 'Your answer **counts as right** now.',
  '0': 'What your answer is worth was counted again.',
  '-1': 'Your answer **no longer counts as right**.',
} as const;

async function tellChanged(
  member: MemberId,
  change: -1 | 0 | 1,
  question: Answerable,
  { group }: ThisGuide,
  tx: Transaction,
  ctx: Context,
): Promise<void> {
  const from = await groupInWords(tx, group);
  const outcome = outcomes[`${change}`] as ReturnType<typeof md>;
  const reply = say(
    joinLines(
      [
        md`A question that you answered was mended by the organizers of ${formatted(from)}.`,
        quotedStem(question),
        md`The right answer is: ${formatted(rightInWords(question))}\n\n${formatted(outcome)}`,
      ],
      '\n\n',
    ),
    { title: 'An answer was counted again', controls: [button('Practice', '/quiz start')] },
  );
  const key = `bank:mended:${question.id}:${ctx.now.epochMilliseconds}`;
  await tell(tx, member, { key, group, reply }, ctx);
}
