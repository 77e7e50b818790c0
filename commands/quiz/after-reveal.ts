// What can be done about a question once it is answered: have it explained, flag it, keep it for
// review.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { bullets, formatted, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control, say } from '../../src/bot/reply.ts';
import { longText, text } from '../../src/bot/shape.ts';
import type { Passage } from '../../src/core/answers/passage.ts';
import type { Answerable } from '../../src/core/quiz/question.ts';
import { humanButton, readButton } from '../ask/passage-card.ts';
import { save } from '../review/save.ts';
import { sourceText, whyText } from './card.ts';
import { questionById } from './questions.ts';

const questionArg = { question: text('Which question', { max: 60 }) };

const explain = action({
  id: 'quiz.explain',
  args: questionArg,
  async run({ question: id }, ctx) {
    const question = await answerable(id, ctx);
    const passages = passagesOn(question, ctx);
    return say(explanation(question), {
      title: 'Explained',
      mode: 'new',
      controls: [...passages.map(readButton), humanButton()],
    });
  },
});

const flag = action({
  id: 'quiz.flag',
  args: questionArg,
  title: 'Flag this question',
  fields: {
    reason: longText('What is wrong with it? Never paste patient data', { min: 5, max: 600 }),
  },
  async run({ question: id, reason }, ctx) {
    const { group } = ctx;
    if (!group)
      throw new UserError(
        'I do not know a group of yours. Flag it in a channel of your study group.',
      );
    await answerable(id, ctx);
    await ctx.store.transaction((tx) =>
      tx.flags.flag(ctx.member.id, { group, question: id, reason }, ctx.now),
    );
    return say(
      md`Thank you: the organizers see your reason, without your name. If the question is mended, you will be told.`,
      { tone: 'good', mode: 'new' },
    );
  },
});

export const afterRevealActions = [explain, flag];

/** Under any reveal, private or public. */
export function revealControls({ id: question }: Pick<Answerable, 'id'>): readonly Control[] {
  return [...withoutSave({ id: question }), button('Save to review', refer(save, { question }))];
}

/** The same where it is being reviewed. */
export function withoutSave({ id: question }: Pick<Answerable, 'id'>): readonly Control[] {
  return [
    button('Explain', refer(explain, { question })),
    button('Flag', refer(flag, { question })),
  ];
}

async function answerable(id: string, ctx: Context): Promise<Answerable> {
  const item = await questionById(id, ctx);
  if (item) return item.question;
  throw new UserError('This question has left the bank. Try another one with /quiz start.');
}

/** Without letters: they are others for everybody. */
function explanation(question: Answerable): Markdown {
  const whys = partsOf(question).flatMap((part) =>
    part.why ? [md`**${part.text}**: ${part.why}`] : [],
  );
  const parts = [
    md`${question.stem}`,
    rightParts(question),
    ...whyText(question),
    ...(whys.length > 0 ? [bullets(whys)] : []),
    sourceText(question),
  ];
  return joinLines(parts, '\n\n');
}

function partsOf(question: Answerable) {
  if (question.kind === 'typed') return [];
  return question.kind === 'order' ? question.items : question.options;
}

function rightParts(question: Answerable): Markdown {
  const texts =
    question.kind === 'typed'
      ? question.answers.map((codes) => codes.join(' with '))
      : question.kind === 'order'
        ? question.items.map((item) => item.text)
        : question.options.filter(({ right }) => right).map((option) => option.text);
  const lines = texts.map((each) => md`${each}`);
  return md`**Right:**\n${formatted(bullets(lines))}`;
}

/** Passages that are near the question and its rationale, and surely answer one of them. */
function passagesOn({ stem, rationale }: Answerable, { content }: Context): readonly Passage[] {
  const { guide } = content;
  const [ofStem, ofRationale] = [stem, rationale].map((words) =>
    guide.find(words, 3).map(({ passage }) => passage),
  );
  const sure = [stem, rationale].flatMap((words) => guide.answer(words).passage ?? []);
  const near = sure.filter((each) => ofStem?.includes(each) && ofRationale?.includes(each));
  return [...new Set(near)];
}
