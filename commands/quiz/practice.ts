// Private practice: starting, going on, saving, stopping.

import { z } from 'zod';
import { action } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { md } from '../../src/bot/markdown.ts';
import { newId } from '../../src/bot/new-id.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { choice, number, text } from '../../src/bot/shape.ts';
import { codesTopic } from '../../src/core/codes/question.ts';
import { chooseQuestions, type Wanted } from '../../src/core/quiz/choosing.ts';
import { itemIds } from '../../src/core/quiz/items.ts';
import { paceNames, paceSeconds } from '../../src/core/quiz/pace.ts';
import { codeQuestionIds } from '../code/practice.ts';
import { practiceDay } from '../plan/editions.ts';
import { afterRevealActions } from './after-reveal.ts';
import { askingActions, continued, practice, session } from './asking.ts';
import { allQuestions } from './questions.ts';
import { stopOrSaveRound } from './round-lead.ts';
import {
  alreadyOpen,
  askAnew,
  endCard,
  nothingOpen,
  notYours,
  overAlready,
  type Planned,
  stopOrSave,
} from './session-cards.ts';
import { practiceTopics, suggestPracticeTopics, topicNamed } from './topics.ts';

const levels = { '1': 'Basic', '2': 'Intermediate', '3': 'Advanced' } as const;
const kinds = {
  single: 'One right answer',
  'select-all': 'Select all that apply',
  order: 'Put in order',
  typed: 'Type the code',
  case: 'Cases',
} as const;

export const start = command({
  name: 'start',
  summary: 'Practice in private: an answer, then the rationale with its source',
  title: 'Start a quiz',
  options: {
    topic: text('A topic; left out, all of them', { max: 60 }).optional(),
    count: number('How many questions', { min: 1, max: 50 }).default(10),
    level: choice('How hard', levels).optional(),
    pace: choice('Time for each question', paceNames).default('untimed'),
    kind: choice('One kind of question; left out, all of them', kinds).optional(),
  },
  suggest: { topic: suggestPracticeTopics },
  async run({ topic: typed, count, level, pace, kind }, ctx) {
    const topic =
      typed === undefined ? {} : { topic: await topicNamed(typed, ctx, await practiceTopics(ctx)) };
    const questionIds = await chosen(
      {
        ...topic,
        count,
        ...(level !== undefined && { level: Number(level) }),
        ...(kind !== undefined && { kinds: [kind] }),
      },
      ctx,
    );
    const secondsEach = paceSeconds[pace];
    return beginQuiz(
      { questionIds, ...topic, ...(secondsEach !== undefined && { secondsEach }) },
      ctx,
    );
  },
});

export const resume = command({
  name: 'resume',
  summary: 'Go on with the quiz you began, here or anywhere',
  options: {},
  async run(_none, ctx) {
    const open = await ctx.store.quizzes.openSession(ctx.member.id, 'quiz');
    return open ? continued(open, ctx) : nothingOpen();
  },
});

export const stop = command({
  name: 'stop',
  summary: 'Stop your quiz, or the round that you lead here, or save it for later',
  options: {},
  async run(_none, ctx) {
    const open = await ctx.store.quizzes.openSession(ctx.member.id, 'quiz');
    if (open) return stopOrSave(open, ctx);
    const round = await ctx.store.rounds.running(ctx.channel.id);
    return round ? stopOrSaveRound(round, ctx) : nothingOpen();
  },
});

const finish = action({
  id: 'quiz.finish',
  args: session,
  async run({ session: id }, ctx) {
    const found = await ctx.store.quizzes.session(ctx.member.id, id);
    return found ? endCard(found, ctx) : notYours();
  },
});

const planned = z.object({
  questionIds: z.array(z.string()),
  topic: z.string().optional(),
  secondsEach: z.number().optional(),
});

/** Instead of the open quiz, with what was asked for when it stood in the way. */
const afresh = action({
  id: 'quiz.afresh',
  args: { ...session, draft: text('What was asked for', { max: 20 }) },
  async run({ session: id, draft: draftId }, ctx) {
    const draft = await ctx.store.drafts.read(ctx.member.id, draftId, ctx.now);
    if (draft?.action !== 'quiz.afresh') return askAnew();
    const plan = planned.parse(draft.values) as Planned;
    await ctx.store.transaction((tx) => tx.quizzes.end(ctx.member.id, id, ctx.now));
    return beginQuiz(plan, ctx);
  },
});

const save = action({
  id: 'quiz.save',
  args: session,
  run: () =>
    say(md`Saved. **/quiz resume** brings the open question back, here or in a direct message.`, {
      tone: 'good',
      controls: [button('Resume now', '/quiz resume')],
    }),
});

const stopAction = action({
  id: 'quiz.stop',
  args: session,
  async run({ session: id }, ctx) {
    const found = await ctx.store.quizzes.session(ctx.member.id, id);
    if (!found) return notYours();
    if (!found.open) return overAlready();
    return { ...(await stopOrSave(found, ctx)), mode: 'new' };
  },
});

export const practiceActions = [
  ...askingActions,
  ...afterRevealActions,
  finish,
  afresh,
  save,
  stopAction,
];

export async function beginQuiz(plan: Planned, ctx: Context): Promise<Reply> {
  const started = {
    id: newId(),
    purpose: 'quiz',
    startedAt: ctx.now,
    ...plan,
  } as const;
  const began = await ctx.store.transaction((tx) => tx.quizzes.start(ctx.member.id, started));
  if (began) return practice.show({ ...started, open: true }, 0, ctx);
  const open = await ctx.store.quizzes.openSession(ctx.member.id, 'quiz');
  return open ? alreadyOpen(open, plan, ctx) : nothingOpen();
}

async function chosen(
  wanted: Omit<Wanted, 'on' | 'seen'>,
  ctx: Context,
): Promise<readonly string[]> {
  if (wanted.topic === codesTopic) return madeFromCodes(wanted, ctx);
  const on = await practiceDay(ctx);
  const seen = await ctx.store.quizzes.seen(ctx.member.id);
  const bank = await allQuestions(ctx);
  const questions = chooseQuestions(bank, { ...wanted, on, seen }, ctx.random);
  if (questions.length > 0) return questions.flatMap(itemIds);
  throw new UserError('There are no questions like that yet. Try another topic, level or kind.');
}

/** Without level: how hard a code is, its files do not say. */
function madeFromCodes({ count, kinds }: Omit<Wanted, 'on' | 'seen'>, ctx: Context) {
  const ids = kinds?.includes('single') === false ? [] : codeQuestionIds(count, ctx);
  if (ids.length > 0) return ids;
  throw new UserError('Questions on codes have one right answer each. Leave the kind out.');
}
