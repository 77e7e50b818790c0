// The questions of a sitting: answers can be changed until it is handed in.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { md } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../src/bot/reply.ts';
import { flag, number, text } from '../../src/bot/shape.ts';
import { type Sitting, secondsLeft } from '../../src/core/exams/sitting.ts';
import type { QuizSession } from '../../src/store/quiz-records.ts';
import { revealControls } from '../quiz/after-reveal.ts';
import { playing } from '../quiz/playing.ts';
import type { Play } from '../quiz/setting.ts';
import { handIn } from './hand-in.ts';
import { nameOf, timeLine } from './words.ts';

export const sessionArg = { session: text('Which sitting', { max: 20 }) };
const atArg = { at: number('Place in the set', { max: 200 }) };

export const asking = playing({
  command: 'exam',
  keepsOpen: true,
  title: ({ session, attempt }) =>
    `Question ${attempt.position + 1} of ${session.questionIds.length}`,
  instead: ({ session }, ctx) => whyNotNow(session.id, ctx),
  whileOpen: navigation,
  dressed: withClockAndMark,
  onceAnswered: ({ session, attempt, shown }) => [
    ...neighbours(session, attempt.position, look),
    button('Report', refer({ id: 'exam.report' }, { session: session.id })),
    ...revealControls(shown.question),
  ],
  notYours,
  overAlready,
});

export async function showQuestion(session: QuizSession, at: number, ctx: Context): Promise<Reply> {
  const sitting = await ctx.store.exams.sitting(ctx.member.id, session.id);
  return sitting ? asking.show(session, at, ctx) : notYours();
}

const go = action({
  id: 'exam.go',
  args: { ...sessionArg, ...atArg },
  run: ({ session: id, at }, ctx) => goTo(id, at, ctx),
});

const mark = action({
  id: 'exam.flag',
  args: { ...sessionArg, ...atArg, on: flag('Whether it is marked') },
  async run({ session: id, at, on }, ctx) {
    await ctx.store.transaction((tx) => tx.exams.mark(ctx.member.id, id, at, on));
    return goTo(id, at, ctx);
  },
});

/** After it was handed in: the question with its rationale. */
export const look = action({
  id: 'exam.look',
  args: { ...sessionArg, ...atArg },
  async run({ session: id, at }, ctx): Promise<Reply> {
    const session = await ctx.store.quizzes.session(ctx.member.id, id);
    if (!session || at >= session.questionIds.length) return notYours();
    return showQuestion(session, at, ctx);
  },
});

export const askingActions = [...asking.actions, go, mark, look];

async function goTo(id: string, at: number, ctx: Context): Promise<Reply> {
  const session = await ctx.store.quizzes.session(ctx.member.id, id);
  if (!session || at >= session.questionIds.length) return notYours();
  return (await whyNotNow(id, ctx)) ?? showQuestion(session, at, ctx);
}

/** The clock rests, time is up, or it was handed in: what is said instead of a question. */
export async function whyNotNow(id: string, ctx: Context): Promise<Reply | undefined> {
  const sitting = await ctx.store.exams.sitting(ctx.member.id, id);
  if (!sitting) return notYours();
  if (sitting.handedInAt) return overAlready(id);
  if (secondsLeft(sitting, ctx.now) === 0) return timeIsUp(sitting, ctx);
  return sitting.runningSince ? undefined : resting(sitting, ctx);
}

async function timeIsUp({ session }: Sitting, ctx: Context): Promise<Reply> {
  await ctx.store.transaction((tx) => handIn(tx, ctx.member.id, session, ctx, ctx.now));
  return say(md`**Time is up.** What you had chosen is handed in.`, {
    tone: 'warning',
    controls: [button('See the report', refer({ id: 'exam.report' }, { session }), 'primary')],
  });
}

function resting(sitting: Sitting, ctx: Context): Reply {
  return say(
    md`Your ${nameOf(sitting, ctx)} rests, with ${timeLine(sitting, ctx.now)}. The clock runs again when you go on.`,
    {
      tone: 'warning',
      controls: [
        button('Go on', refer({ id: 'exam.go_on' }, { session: sitting.session }), 'primary'),
      ],
    },
  );
}

function navigation({ session, attempt }: Play): readonly Control[] {
  const { id } = session;
  return [
    ...neighbours(session, attempt.position, go),
    button('Mark for later', refer(mark, { session: id, at: attempt.position, on: true })),
    button('Overview', refer({ id: 'exam.overview' }, { session: id })),
    button('Pause', refer({ id: 'exam.pause' }, { session: id })),
  ];
}

function neighbours(
  { id, questionIds }: QuizSession,
  at: number,
  target: { readonly id: string },
): readonly Control[] {
  return [
    ...(at > 0 ? [button('Back', refer(target, { session: id, at: at - 1 }))] : []),
    ...(at + 1 < questionIds.length
      ? [button('Next', refer(target, { session: id, at: at + 1 }), 'primary')]
      : []),
  ];
}

/** Names set and time in the title, and turns the mark's button round where it is set. */
async function withClockAndMark(
  card: Reply,
  { session, attempt: { position: at } }: Play,
  ctx: Context,
): Promise<Reply> {
  const sitting = await ctx.store.exams.sitting(ctx.member.id, session.id);
  if (!sitting) return card;
  const isMarked = sitting.marked.includes(at);
  const off = refer(mark, { session: session.id, at, on: false });
  const controls = card.controls?.map((control) =>
    control.kind === 'button' && control.label === 'Mark for later' && isMarked
      ? button('Marked ✓', off)
      : control,
  );
  return {
    ...card,
    title: `${card.title} · ${nameOf(sitting, ctx)} · ${timeLine(sitting, ctx.now)}`,
    ...(controls && { controls }),
  };
}

export function notYours(): Reply {
  return say(
    md`This is somebody else's sitting, or one that was deleted. **/exam start** begins your own.`,
    {
      tone: 'warning',
      mode: 'new',
      controls: [button('Choose an exam', '/exam start…', 'primary')],
    },
  );
}

export function overAlready(session?: string): Reply {
  return say(md`This set was handed in.`, {
    mode: 'new',
    controls: [
      session === undefined
        ? button('Reports', '/exam report')
        : button('See the report', refer({ id: 'exam.report' }, { session })),
    ],
  });
}
