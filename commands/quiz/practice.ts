// Private practice: one message per question, the press is the answer, the reveal comes at once.

import { action, refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { bullets, formatted, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Choice, type Control, type Reply, say } from '../../src/bot/reply.ts';
import { choice, number, text } from '../../src/bot/shape.ts';
import { chooseQuestions, optionOrder } from '../../src/core/quiz/choosing.ts';
import type { SingleChoice } from '../../src/core/quiz/question.ts';
import type { Attempt, QuizSession } from '../../src/store/quiz-records.ts';
import { letterButtons, questionText, revealText } from './card.ts';

const levels = { '1': 'Basic', '2': 'Intermediate', '3': 'Advanced' } as const;

export const start = command({
  name: 'start',
  summary: 'Practise in private: an answer, then the rationale with its source',
  title: 'Start a quiz',
  options: {
    topic: text('A topic; left out, all of them', { max: 60 }).optional(),
    count: number('How many questions', { min: 1, max: 50 }).default(10),
    level: choice('How hard', levels).optional(),
  },
  suggest: { topic: suggestTopics },
  async run({ topic, count, level }, ctx) {
    const open = await ctx.store.quizzes.openSession(ctx.member.id);
    if (open) return alreadyOpen(open, ctx);
    const topicId = topic === undefined ? undefined : topicNamed(topic, ctx);
    const seen = await ctx.store.quizzes.seen(ctx.member.id);
    const wanted = {
      count,
      on: today(ctx),
      seen,
      ...(topicId !== undefined && { topic: topicId }),
      ...(level !== undefined && { level: Number(level) }),
    };
    const questions = chooseQuestions(ctx.content.questions, wanted, ctx.random);
    if (questions.length === 0)
      throw new UserError('There are no questions like that yet. Try another topic or level.');
    return begin(questions, topicId, ctx);
  },
});

export const resume = command({
  name: 'resume',
  summary: 'Go on with the quiz you began, here or anywhere',
  options: {},
  async run(_none, ctx) {
    const session = await ctx.store.quizzes.openSession(ctx.member.id);
    if (!session) return nothingOpen();
    return continued(session, ctx);
  },
});

export const stop = command({
  name: 'stop',
  summary: 'Stop your quiz, or save it for later',
  options: {},
  async run(_none, ctx) {
    const session = await ctx.store.quizzes.openSession(ctx.member.id);
    if (!session) return nothingOpen();
    return stopOrSave(session, ctx);
  },
});

const session = { session: text('Which quiz', { max: 20 }) };

const answer = action({
  id: 'quiz.answer',
  args: {
    attempt: text('Which attempt', { max: 20 }),
    choice: number('Place of the option in the bank', { max: 10 }),
  },
  async run({ attempt: id, choice: place }, ctx) {
    const attempt = await ctx.store.quizzes.attempt(ctx.member.id, id);
    if (!attempt) return notYours();
    const question = questionOf(attempt, ctx);
    const right = question.options[place]?.right;
    if (right === undefined) return notYours();
    const given = { choice: place, right, at: ctx.now };
    const first =
      attempt.choice === undefined &&
      (await ctx.store.transaction((tx) => tx.quizzes.answer(ctx.member.id, id, given)));
    const kept = first ? place : (await ctx.store.quizzes.attempt(ctx.member.id, id))?.choice;
    return reveal({ ...attempt, choice: kept ?? place }, question, attempt.session, ctx);
  },
});

const next = action({
  id: 'quiz.next',
  args: { ...session, at: number('Place in the quiz', { max: 100 }) },
  async run({ session: id, at }, ctx) {
    const found = await ctx.store.quizzes.session(ctx.member.id, id);
    if (!found) return notYours();
    if (!found.open) return overAlready();
    return { ...(await showAt(found, at, ctx)), mode: 'new' };
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

const afresh = action({
  id: 'quiz.afresh',
  args: session,
  async run({ session: id }, ctx) {
    await ctx.store.transaction((tx) => tx.quizzes.end(ctx.member.id, id, ctx.now));
    return start.run({ count: 10 }, ctx);
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

const toDm = action({
  id: 'quiz.to_dm',
  args: session,
  async run({ session: id }, ctx) {
    const found = await ctx.store.quizzes.session(ctx.member.id, id);
    if (!found) return notYours();
    if (!found.open) return overAlready();
    const card = await continued(found, ctx, true);
    await ctx.store.transaction((tx) =>
      ctx.outbox.add(tx, {
        key: `quiz:dm:${id}:${ctx.now.epochMilliseconds}`,
        to: { kind: 'dm', user: ctx.user.id },
        reply: card,
        due: ctx.now,
        notAfter: ctx.now.add({ hours: 1 }),
        member: ctx.member.id,
      }),
    );
    return say(md`Your quiz goes on in a direct message, where it stays.`, {
      tone: 'good',
      mode: 'new',
    });
  },
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

export const practiceActions = [answer, next, finish, afresh, save, toDm, stopAction];

async function begin(
  questions: readonly SingleChoice[],
  topic: string | undefined,
  ctx: Context,
): Promise<Reply> {
  const started = {
    id: crypto.randomUUID().slice(0, 13),
    questionIds: questions.map((question) => question.id),
    startedAt: ctx.now,
    ...(topic !== undefined && { topic }),
  };
  const began = await ctx.store.transaction((tx) => tx.quizzes.start(ctx.member.id, started));
  if (began) return showAt({ ...started, open: true }, 0, ctx);
  const open = await ctx.store.quizzes.openSession(ctx.member.id);
  return open ? alreadyOpen(open, ctx) : nothingOpen();
}

/** The open question, or its reveal where it was answered and the next not asked for. */
async function continued(found: QuizSession, ctx: Context, inDm = false): Promise<Reply> {
  const latest = await ctx.store.quizzes.latestAttempt(ctx.member.id, found.id);
  const at = latest ? latest.position + (latest.choice === undefined ? 0 : 1) : 0;
  if (at >= found.questionIds.length) return endCard(found, ctx);
  return showAt(found, at, ctx, inDm);
}

async function showAt(
  found: QuizSession,
  at: number,
  ctx: Context,
  inDm = ctx.channel.kind === 'dm',
): Promise<Reply> {
  const questionId = found.questionIds[at];
  const question = ctx.content.questions.find((q) => q.id === questionId);
  if (questionId === undefined || question?.kind !== 'single') throw questionGone();
  const order = optionOrder(question, ctx.random);
  const attempt = await ctx.store.transaction((tx) =>
    tx.quizzes.show(ctx.member.id, found.id, { questionId, position: at, order }),
  );
  if (attempt.choice !== undefined) return reveal(attempt, question, found.id, ctx);
  return questionCard(question, attempt, found, inDm, ctx);
}

function questionCard(
  question: SingleChoice,
  attempt: Attempt,
  found: QuizSession,
  inDm: boolean,
  ctx: Context,
): Reply {
  const shown = { question, order: attempt.order };
  const letters = letterButtons(shown, (place) =>
    refer(answer, { attempt: attempt.id, choice: place }),
  );
  const elsewhere: readonly Control[] = inDm
    ? []
    : [button('Continue in DM', refer(toDm, { session: found.id }))];
  return say(questionText(shown), {
    title: `Question ${attempt.position + 1} of ${found.questionIds.length} · ${topicTitle(question.topic, ctx)}`,
    controls: [...letters, ...elsewhere, button('Stop', refer(stopAction, { session: found.id }))],
  });
}

async function reveal(
  attempt: Attempt,
  question: SingleChoice,
  sessionId: string,
  ctx: Context,
): Promise<Reply> {
  const found = await ctx.store.quizzes.session(ctx.member.id, sessionId);
  const total = found?.questionIds.length ?? 0;
  const right = attempt.choice !== undefined && question.options[attempt.choice]?.right === true;
  const last = attempt.position + 1 >= total;
  const onward = last
    ? button('See the result', refer(finish, { session: sessionId }), 'primary')
    : button(
        'Next question',
        refer(next, { session: sessionId, at: attempt.position + 1 }),
        'primary',
      );
  return say(revealText({ question, order: attempt.order }, attempt.choice), {
    title: `Question ${attempt.position + 1} of ${total} · ${topicTitle(question.topic, ctx)}`,
    tone: right ? 'good' : 'bad',
    controls: found?.open ? [onward] : [],
  });
}

async function endCard(found: QuizSession, ctx: Context): Promise<Reply> {
  await ctx.store.transaction((tx) => tx.quizzes.end(ctx.member.id, found.id, ctx.now));
  const { answered, right } = await ctx.store.quizzes.score(ctx.member.id, found.id);
  const missed = await ctx.store.quizzes.missed(ctx.member.id, found.id);
  return say(
    joinLines(
      [md`You answered **${answered}** and got **${right}** right.`, ...missedText(missed, ctx)],
      '\n\n',
    ),
    {
      title: 'Your quiz is over',
      tone: right * 10 >= answered * 7 ? 'good' : 'warning',
      footnote: 'Quiz points are not CEUs.',
      controls: [
        button('Another quiz', '/quiz start', 'primary'),
        button('Choose a topic', '/quiz start…'),
      ],
    },
  );
}

/** At most ten, by the beginning of their stems. */
function missedText(missed: readonly string[], ctx: Context): readonly Markdown[] {
  if (missed.length === 0) return [];
  const stems = missed.flatMap((id) => {
    const stem = ctx.content.questions.find((q) => q.id === id)?.stem;
    return stem ? [md`${stem.length > 110 ? `${stem.slice(0, 109)}…` : stem}`] : [];
  });
  const more = stems.length > 10 ? [md`…and ${stems.length - 10} more.`] : [];
  return [md`**Worth another look:**\n${formatted(bullets(stems.slice(0, 10)), ...more)}`];
}

async function stopOrSave(found: QuizSession, ctx: Context): Promise<Reply> {
  const { answered, right } = await ctx.store.quizzes.score(ctx.member.id, found.id);
  return say(
    md`You have answered ${answered} of ${found.questionIds.length}, ${right} right. Save it for later, or stop and see the result?`,
    {
      title: 'Stop this quiz?',
      controls: [
        button('Save for later', refer(save, { session: found.id }), 'primary'),
        button('Stop', refer(finish, { session: found.id }), 'danger'),
      ],
    },
  );
}

async function alreadyOpen(open: QuizSession, ctx: Context): Promise<Reply> {
  const { answered } = await ctx.store.quizzes.score(ctx.member.id, open.id);
  return say(
    md`You have a quiz open: ${answered} of ${open.questionIds.length} answered. One at a time keeps the score honest.`,
    {
      title: 'Go on, or start afresh?',
      controls: [
        button('Resume', '/quiz resume', 'primary'),
        button('Start afresh', refer(afresh, { session: open.id }), 'danger'),
      ],
    },
  );
}

function nothingOpen(): Reply {
  return say(md`You have no quiz open. Start one?`, {
    controls: [button('Start a quiz', '/quiz start', 'primary')],
  });
}

function notYours(): Reply {
  return say(
    md`This is somebody else's quiz, or one that was deleted. Start your own with **/quiz start**.`,
    { tone: 'warning', mode: 'new', controls: [button('Start a quiz', '/quiz start', 'primary')] },
  );
}

function overAlready(): Reply {
  return say(md`This quiz is over. Start another one?`, {
    mode: 'new',
    controls: [button('Start a quiz', '/quiz start', 'primary')],
  });
}

function questionGone(): UserError {
  return new UserError(
    'This question has left the bank since you began. Stop this quiz with /quiz stop and start another.',
  );
}

function questionOf(attempt: Attempt, ctx: Context): SingleChoice {
  const question = ctx.content.questions.find((q) => q.id === attempt.questionId);
  if (question?.kind !== 'single') throw questionGone();
  return question;
}

function topicNamed(typed: string, ctx: Context): string {
  const wanted = typed.trim().toLowerCase();
  const { topics } = ctx.content;
  const found =
    topics.find((topic) => topic.id === wanted || topic.title.toLowerCase() === wanted) ??
    topics.find((topic) => topic.title.toLowerCase().includes(wanted));
  if (found) return found.id;
  const titles = topics.map((topic) => topic.title).join(', ');
  throw new UserError(`There is no topic “${typed}”. Choose one of: ${titles}.`);
}

export function topicTitle(id: string, ctx: Pick<Context, 'content'>): string {
  return ctx.content.topics.find((topic) => topic.id === id)?.title ?? id;
}

export function suggestTopics(typed: string, ctx: Context): readonly Choice[] {
  const wanted = typed.trim().toLowerCase();
  return ctx.content.topics
    .filter((topic) => topic.title.toLowerCase().includes(wanted) || topic.id.includes(wanted))
    .map((topic) => ({ label: topic.title, value: topic.title }));
}

function today(ctx: Context): Temporal.PlainDate {
  return ctx.now.toZonedDateTimeISO(ctx.member.zone ?? 'America/New_York').toPlainDate();
}
