// Beginning a sitting, letting it rest, going on with it: in the direct messages, where it stays.

import { action, refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { md } from '../../src/bot/markdown.ts';
import { newId } from '../../src/bot/new-id.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { choice, text } from '../../src/bot/shape.ts';
import type { Blueprint } from '../../src/core/exams/blueprint.ts';
import type { Drawn } from '../../src/core/exams/drawing.ts';
import type { Sitting } from '../../src/core/exams/sitting.ts';
import type { QuizSession } from '../../src/store/quiz-records.ts';
import { notYours, overAlready, sessionArg, showQuestion, whyNotNow } from './asking.ts';
import { blueprintNamed, suggestSets } from './exams.ts';
import { planTime } from './hand-in.ts';
import { draw, introduction, lengthArg, timing } from './introduction.ts';
import { overviewCard } from './overview.ts';
import { nameOf, timeLine } from './words.ts';

export const start = command({
  name: 'start',
  summary: 'A mock exam or practice set: timed, with a pause, scored by domain',
  title: 'Start an exam set',
  options: {
    exam: text('Which exam, such as CPC', { max: 20 }),
    length: lengthArg.default('full'),
    time: choice('At exam pace where it is known, or without a clock', timing).default('exam'),
  },
  suggest: { exam: suggestSets },
  async run({ exam, length, time }, ctx) {
    const blueprint = blueprintNamed(exam, ctx);
    const open = await ctx.store.quizzes.openSession(ctx.member.id, 'exam');
    return open ? openAlready(open, ctx) : introduction(blueprint, length, time, ctx);
  },
});

export const resume = command({
  name: 'resume',
  summary: 'Go on with the exam set that you began',
  options: {},
  async run(_none, ctx) {
    const open = await ctx.store.quizzes.openSession(ctx.member.id, 'exam');
    if (open) return goOnWith(open, ctx);
    return say(md`No exam set is open.`, {
      controls: [
        button('Choose an exam', '/exam start…', 'primary'),
        button('Reports', '/exam report'),
      ],
    });
  },
});

export const begin = action({
  id: 'exam.begin',
  args: {
    exam: text('Which exam', { max: 20 }),
    length: lengthArg,
    time: choice('Whether the clock runs', timing),
  },
  async run({ exam, length, time }, ctx) {
    const blueprint = blueprintNamed(exam, ctx);
    const drawn = await draw(blueprint, length, ctx);
    if (drawn.questionIds.length === 0)
      throw new UserError('The bank has no questions for that exam yet. Try another one.');
    const id = newId();
    const session = {
      id,
      purpose: 'exam',
      questionIds: drawn.questionIds,
      startedAt: ctx.now,
    } as const;
    const sitting = sittingOf(blueprint, drawn, id, time, ctx);
    const began = await ctx.store.transaction(async (tx) => {
      if (!(await tx.quizzes.start(ctx.member.id, session))) return false;
      await tx.exams.begin(ctx.member.id, sitting);
      await planTime(tx, id, ctx);
      return true;
    });
    if (!began) {
      const open = await ctx.store.quizzes.openSession(ctx.member.id, 'exam');
      return open ? openAlready(open, ctx) : notYours();
    }
    return inDirectMessages({ ...session, open: true }, 0, ctx);
  },
});

export const pause = action({
  id: 'exam.pause',
  args: sessionArg,
  async run({ session: id }, ctx): Promise<Reply> {
    const sitting = await ctx.store.transaction(async (tx) => {
      await tx.exams.pause(ctx.member.id, id, ctx.now);
      await planTime(tx, id, ctx);
      return tx.exams.sitting(ctx.member.id, id);
    });
    if (!sitting) return notYours();
    if (sitting.handedInAt) return overAlready(id);
    return say(
      md`Your ${nameOf(sitting, ctx)} rests, with ${timeLine(sitting, ctx.now)}. Nothing is lost: **/exam resume** goes on, today or in weeks.`,
      {
        title: 'Paused',
        tone: 'good',
        controls: [button('Go on', refer(goOn, { session: id }), 'primary')],
      },
    );
  },
});

export const goOn = action({
  id: 'exam.go_on',
  args: sessionArg,
  async run({ session: id }, ctx): Promise<Reply> {
    const session = await ctx.store.quizzes.session(ctx.member.id, id);
    if (!session) return notYours();
    return session.open ? goOnWith(session, ctx) : overAlready(id);
  },
});

/** At the first question without an answer, or at the overview where there is none. */
async function goOnWith(session: QuizSession, ctx: Context): Promise<Reply> {
  await ctx.store.transaction(async (tx) => {
    await tx.exams.goOn(ctx.member.id, session.id, ctx.now);
    await planTime(tx, session.id, ctx);
  });
  const instead = await whyNotNow(session.id, ctx);
  if (instead) return instead;
  const attempts = await ctx.store.quizzes.attempts(ctx.member.id, session.id);
  const answered = new Set(attempts.filter(({ draft }) => draft).map(({ position }) => position));
  const at = session.questionIds.findIndex((_id, position) => !answered.has(position));
  return inDirectMessages(session, at, ctx);
}

/** `at` of -1: the overview. */
async function inDirectMessages(session: QuizSession, at: number, ctx: Context): Promise<Reply> {
  const dm = { ...ctx, channel: { ...ctx.channel, kind: 'dm' as const } };
  const card = at < 0 ? await overviewCard(session, dm) : await showQuestion(session, at, dm);
  if (ctx.channel.kind === 'dm') return { ...card, mode: 'new' };
  await ctx.store.transaction((tx) =>
    ctx.outbox.add(tx, {
      key: `exam:dm:${session.id}:${ctx.now.epochMilliseconds}`,
      to: { kind: 'dm', user: ctx.user.id },
      reply: card,
      due: ctx.now,
      notAfter: ctx.now.add({ hours: 1 }),
      member: ctx.member.id,
    }),
  );
  return say(
    md`It goes on in your direct messages, where it stays whatever happens. If nothing arrives, allow messages from this server or workspace and type **/exam resume** there.`,
    { title: 'See your direct messages', tone: 'good' },
  );
}

async function openAlready(open: QuizSession, ctx: Context): Promise<Reply> {
  const sitting = await ctx.store.exams.sitting(ctx.member.id, open.id);
  if (!sitting) return notYours();
  return say(
    md`Your ${nameOf(sitting, ctx)} is open, with ${timeLine(sitting, ctx.now)}. One at a time: go on with it, or hand it in as it is.`,
    {
      title: 'A set is open',
      controls: [
        button('Go on', refer(goOn, { session: open.id }), 'primary'),
        button('Hand it in', refer({ id: 'exam.hand_in' }, { session: open.id })),
      ],
    },
  );
}

function sittingOf(
  { exam, secondsEach, pass, domains }: Blueprint,
  drawn: Drawn,
  session: string,
  time: keyof typeof timing,
  { now }: Context,
): Sitting {
  const timed = time === 'exam' && secondsEach !== undefined;
  return {
    session,
    exam,
    domainTitles: domains.map(({ title }) => title),
    domains: drawn.domains,
    marked: [],
    usedMilliseconds: 0,
    startedAt: now,
    runningSince: now,
    ...(timed && { seconds: secondsEach * drawn.questionIds.length }),
    ...(pass && { passPercent: pass.percent }),
  };
}
