// Five questions on what changed with a release.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { md } from '../../src/bot/markdown.ts';
import { newId } from '../../src/bot/new-id.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { choice, number, text } from '../../src/bot/shape.ts';
import type { Change, ChangeKind } from '../../src/core/codes/changes.ts';
import { installableSets } from '../../src/core/codes/code-entry.ts';
import { type QuestionKind, writeQuestionId } from '../../src/core/codes/question-id.ts';
import { shuffled } from '../../src/core/quiz/choosing.ts';
import type { QuizSession } from '../../src/store/quiz-records.ts';
import { generatedQuestion } from '../code/generated-question.ts';
import { revealControls } from '../quiz/after-reveal.ts';
import { playing } from '../quiz/playing.ts';
import type { Play } from '../quiz/setting.ts';
import { type Changed, changedIn, narrowed } from './changed.ts';

const questions = 5;

/** What can be asked of a change, the best first. */
const asked: Readonly<Record<ChangeKind, readonly QuestionKind[]>> = {
  new: ['title', 'code', 'change', 'billable'],
  demoted: ['replaced', 'header', 'change'],
  deleted: ['change'],
  promoted: ['title', 'code'],
  retitled: ['retitled', 'change'],
};

const session = { session: text('Which quiz', { max: 20 }) };

const quiz = playing({
  command: 'updates',
  title: ({ session: { questionIds }, attempt: { position } }) =>
    `Question ${position + 1} of ${questionIds.length} · Code changes`,
  whileOpen: ({ session: { id } }) => [button('Stop', refer(finish, { session: id }))],
  onceAnswered: (play) => [
    ...(play.session.open ? [onward(play)] : []),
    ...revealControls(play.shown.question),
  ],
  notYours,
  startAgain: '/updates changes has another quiz.',
  overAlready: () => say(md`This quiz is over. **/updates changes** has another.`, { mode: 'new' }),
});

const begin = action({
  id: 'updates.quiz',
  args: {
    set: choice('The code set', installableSets),
    release: text('The release', { max: 20 }),
    chapter: text('Its chapter', { max: 12 }).optional(),
  },
  async run({ set, release, chapter }, ctx) {
    const changed = await changedIn(set, release, ctx);
    const ids = chooseIds(changed, narrowed(changed.changes, { chapter }), ctx);
    if (ids.length === 0)
      throw new UserError('Nothing changed there that could be asked. Choose another chapter.');
    return start(ids, ctx);
  },
});

/** One that is still open is ended: a mini-quiz is short, and kept for nothing. */
async function start(questionIds: readonly string[], ctx: Context): Promise<Reply> {
  const started = {
    id: newId(),
    purpose: 'updates',
    questionIds,
    startedAt: ctx.now,
  } as const;
  await ctx.store.transaction(async (tx) => {
    const open = await tx.quizzes.openSession(ctx.member.id, 'updates');
    if (open) await tx.quizzes.end(ctx.member.id, open.id, ctx.now);
    await tx.quizzes.start(ctx.member.id, started);
  });
  return { ...(await quiz.show({ ...started, open: true }, 0, ctx)), mode: 'new' };
}

const next = action({
  id: 'updates.next',
  args: { ...session, at: number('Place in the quiz', { max: 100 }) },
  async run({ session: id, at }, ctx) {
    const found = await ctx.store.quizzes.session(ctx.member.id, id);
    return found ? quiz.show(found, at, ctx) : notYours();
  },
});

const finish = action({
  id: 'updates.finish',
  args: session,
  async run({ session: id }, ctx): Promise<Reply> {
    const found = await ctx.store.quizzes.session(ctx.member.id, id);
    return found ? result(found, ctx) : notYours();
  },
});

export const miniQuizActions = [...quiz.actions, begin, next, finish];

function onward({ session: { id, questionIds }, attempt: { position } }: Play) {
  const at = position + 1;
  return at < questionIds.length
    ? button('Next question', refer(next, { session: id, at }), 'primary')
    : button('See the result', refer({ id: 'updates.finish' }, { session: id }), 'primary');
}

async function result(found: QuizSession, ctx: Context): Promise<Reply> {
  await ctx.store.transaction((tx) => tx.quizzes.end(ctx.member.id, found.id, ctx.now));
  const { answered, right } = await ctx.store.quizzes.score(ctx.member.id, found.id);
  return say(
    md`You answered **${answered}** of ${found.questionIds.length} and got **${right}** right.`,
    {
      title: 'Mini-quiz: what changed',
      tone: right * 10 >= answered * 7 ? 'good' : 'warning',
      footnote: 'Quiz points are not CEUs.',
      controls: [button('See the changes', '/updates changes', 'primary')],
    },
  );
}

function notYours(): Reply {
  return say(
    md`This is somebody else's quiz, or one that is gone. **/updates changes** has one for you.`,
    { tone: 'warning', mode: 'new', controls: [button('See the changes', '/updates changes')] },
  );
}

/** Of different categories as far as there are; each question is made once, to see that it can be. */
function chooseIds(
  { codeSet, from, to }: Changed,
  changes: readonly Change[],
  { catalog, content, random }: Context,
): readonly string[] {
  const chosen: string[] = [];
  for (const { code, kind } of categoriesInTurn(shuffled(changes, random))) {
    if (chosen.length === questions) break;
    const seed = Math.floor(random() * 36 ** 4);
    const kinds = shuffled(asked[kind], random);
    const ids = kinds.map((each) =>
      writeQuestionId({ codeSet, from: from.release, to: to.release, kind: each, code, seed }),
    );
    const id = ids.find((each) => generatedQuestion(each, catalog, content));
    if (id) chosen.push(id);
  }
  return chosen;
}

/** The first of each category, then the others. */
function categoriesInTurn(changes: readonly Change[]): readonly Change[] {
  const met = new Set<string>();
  const isFirst = changes.map(({ code }) => {
    const category = code.slice(0, 3);
    const first = !met.has(category);
    met.add(category);
    return first;
  });
  return [...changes.filter((_, at) => isFirst[at]), ...changes.filter((_, at) => !isFirst[at])];
}
