// Private practice: starting, going on, saving, stopping.

import { z } from 'zod';
import { action } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { choice, number, text } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { chooseQuestions } from '../../src/core/quiz/choosing.ts';
import { itemIds } from '../../src/core/quiz/items.ts';
import { askingActions, continued, practice, session } from './asking.ts';
import { allQuestions } from './questions.ts';
import {
  type Asked,
  alreadyOpen,
  askAnew,
  endCard,
  nothingOpen,
  notYours,
  overAlready,
  stopOrSave,
} from './session-cards.ts';
import { suggestTopics, topicNamed } from './topics.ts';

const levels = { '1': 'Basic', '2': 'Intermediate', '3': 'Advanced' } as const;
const kinds = {
  single: 'One right answer',
  'select-all': 'Select all that apply',
  order: 'Put in order',
  typed: 'Type the code',
  case: 'Cases',
} as const;

/** What a quiz is to be of. */
export const wanted = {
  topic: text('A topic; left out, all of them', { max: 60 }).optional(),
  count: number('How many questions', { min: 1, max: 50 }).default(10),
  level: choice('How hard', levels).optional(),
  kind: choice('One kind of question; left out, all of them', kinds).optional(),
};

export const start = command({
  name: 'start',
  summary: 'Practice in private: an answer, then the rationale with its source',
  title: 'Start a quiz',
  options: wanted,
  suggest: { topic: suggestTopics },
  async run({ topic: typed, ...rest }, ctx) {
    const topic = typed === undefined ? undefined : topicNamed(typed, ctx);
    const asked = { topic, ...rest };
    const open = await ctx.store.quizzes.openSession(ctx.member.id, 'quiz');
    if (open) return alreadyOpen(open, asked, ctx);
    return begin(await questionsFor(asked, ctx), asked, ctx);
  },
});

export const resume = command({
  name: 'resume',
  summary: 'Go on with the quiz you began, here or anywhere',
  options: {},
  async run(_none, ctx) {
    const session = await ctx.store.quizzes.openSession(ctx.member.id, 'quiz');
    if (!session) return nothingOpen();
    return continued(session, ctx);
  },
});

export const stop = command({
  name: 'stop',
  summary: 'Stop your quiz, or save it for later',
  options: {},
  async run(_none, ctx) {
    const session = await ctx.store.quizzes.openSession(ctx.member.id, 'quiz');
    if (!session) return nothingOpen();
    return stopOrSave(session, ctx);
  },
});

const finish = action({
  id: 'quiz.finish',
  args: session,
  async run({ session: id }, ctx) {
    const found = await ctx.store.quizzes.session(ctx.member.id, id);
    if (!found) return notYours();
    await ctx.store.transaction((tx) => tx.quizzes.end(ctx.member.id, id, ctx.now));
    return endCard(found, ctx);
  },
});

/** With what was asked for when the open quiz stood in the way. */
const afresh = action({
  id: 'quiz.afresh',
  args: { ...session, draft: text('What was asked for', { max: 20 }) },
  async run({ session: id, draft: draftId }, ctx) {
    const draft = await ctx.store.drafts.read(ctx.member.id, draftId, ctx.now);
    if (draft?.action !== 'quiz.afresh') return askAnew();
    const asked = z.object(wanted).parse(draft.values);
    const questionIds = await questionsFor(asked, ctx);
    await ctx.store.transaction((tx) => tx.quizzes.end(ctx.member.id, id, ctx.now));
    return begin(questionIds, asked, ctx);
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

export const practiceActions = [...askingActions, finish, afresh, save, stopAction];

async function begin(questionIds: readonly string[], asked: Asked, ctx: Context): Promise<Reply> {
  const started = {
    id: crypto.randomUUID().slice(0, 13),
    purpose: 'quiz',
    questionIds,
    startedAt: ctx.now,
    ...(asked.topic !== undefined && { topic: asked.topic }),
  } as const;
  const began = await ctx.store.transaction((tx) => tx.quizzes.start(ctx.member.id, started));
  if (began) return practice.show({ ...started, open: true }, 0, ctx);
  const open = await ctx.store.quizzes.openSession(ctx.member.id, 'quiz');
  return open ? alreadyOpen(open, asked, ctx) : nothingOpen();
}

async function questionsFor(
  { topic, count, level, kind }: Asked,
  ctx: Context,
): Promise<readonly string[]> {
  const wanted = {
    count,
    ...(kind !== undefined && { kinds: [kind] }),
    on: await todayOf(ctx),
    seen: await ctx.store.quizzes.seen(ctx.member.id),
    ...(topic !== undefined && { topic }),
    ...(level !== undefined && { level: Number(level) }),
  };
  const questions = chooseQuestions(await allQuestions(ctx), wanted, ctx.random);
  if (questions.length > 0) return questions.flatMap(itemIds);
  throw new UserError('There are no questions like that yet. Try another topic, level or kind.');
}
