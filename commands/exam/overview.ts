// What is answered, open and marked, before a set is handed in.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { limits } from '../../src/bot/limits.ts';
import { joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../src/bot/reply.ts';
import type { QuizSession } from '../../src/store/quiz-records.ts';
import { notYours, sessionArg, whyNotNow } from './asking.ts';
import { handIn } from './hand-in.ts';
import { reportCard } from './report.ts';
import { nameOf, timeLine } from './words.ts';

export const overview = action({
  id: 'exam.overview',
  args: sessionArg,
  async run({ session: id }, ctx): Promise<Reply> {
    const session = await ctx.store.quizzes.session(ctx.member.id, id);
    if (!session) return notYours();
    return (await whyNotNow(id, ctx)) ?? overviewCard(session, ctx);
  },
});

export const askHandIn = action({
  id: 'exam.hand_in',
  args: sessionArg,
  async run({ session: id }, ctx): Promise<Reply> {
    const session = await ctx.store.quizzes.session(ctx.member.id, id);
    if (!session) return notYours();
    const open = (await placesOf(session, ctx)).open.length;
    return say(
      md`${sayOpen(open)} Once it is handed in, answers stay as they are, and you get the report.`,
      {
        title: 'Hand it in?',
        tone: open > 0 ? 'warning' : 'good',
        controls: [
          button('Hand in', refer(handedIn, { session: id }), 'primary'),
          button('Go on', refer({ id: 'exam.go_on' }, { session: id })),
        ],
      },
    );
  },
});

function sayOpen(open: number): string {
  if (open === 0) return 'Every question is answered.';
  return open === 1
    ? '1 has no answer; it counts as wrong.'
    : `${open} have no answer; they count as wrong.`;
}

export const handedIn = action({
  id: 'exam.handed_in',
  args: sessionArg,
  async run({ session: id }, ctx): Promise<Reply> {
    await ctx.store.transaction((tx) => handIn(tx, ctx.member.id, id, ctx, ctx.now));
    return reportCard(id, ctx);
  },
});

export async function overviewCard(session: QuizSession, ctx: Context): Promise<Reply> {
  const sitting = await ctx.store.exams.sitting(ctx.member.id, session.id);
  if (!sitting) return notYours();
  const { open, answered } = await placesOf(session, ctx);
  const { marked } = sitting;
  const lines = [
    md`**${answered}** of ${session.questionIds.length} answered, ${timeLine(sitting, ctx.now)}.`,
    ...listed('Without an answer', open),
    ...listed('Marked for later', marked),
  ];
  return say(joinLines(lines, '\n\n'), {
    title: `Overview · ${nameOf(sitting, ctx)}`,
    controls: [
      ...jump(session, marked, open),
      button('Hand in', refer(askHandIn, { session: session.id }), 'primary'),
      ...(open[0] === undefined ? [] : [button('Next open one', toPlace(session, open[0]))]),
      button('First question', toPlace(session, 0)),
      button('Pause', refer({ id: 'exam.pause' }, { session: session.id })),
    ].filter(isFirstOfItsRef),
  });
}

/** The first open one can be the first question: one button for both. */
function isFirstOfItsRef(control: Control, index: number, all: readonly Control[]): boolean {
  const refOf = (each: Control) => (each.kind === 'button' ? each.press : undefined);
  const ref = refOf(control);
  return ref === undefined || all.findIndex((each) => refOf(each) === ref) === index;
}

function toPlace({ id }: QuizSession, at: number) {
  return refer({ id: 'exam.go' }, { session: id, at });
}

function listed(what: string, places: readonly number[]): readonly Markdown[] {
  if (places.length === 0) return [];
  return [md`**${what}:** ${inRuns(places)}`];
}

/** Places from 0 on as numbers from 1 on: `2, 5 to 9`. */
function inRuns(places: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const place of places.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run.last === place) run.last = place + 1;
    else runs.push({ first: place + 1, last: place + 1 });
  }
  return runs
    .map(({ first, last }) =>
      last - first > 1 ? `${first} to ${last}` : [...new Set([first, last])].join(', '),
    )
    .join(', ');
}

/** Marked ones first; as many as a select holds, the rest is reached from those. */
function jump(
  { id }: QuizSession,
  marked: readonly number[],
  open: readonly number[],
): readonly Control[] {
  const choices = [
    ...marked.map((place) => ({ label: `Question ${place + 1} (marked)`, value: String(place) })),
    ...open
      .filter((place) => !marked.includes(place))
      .map((place) => ({ label: `Question ${place + 1} (no answer)`, value: String(place) })),
  ].slice(0, limits.choices.most);
  if (choices.length === 0) return [];
  const press = refer({ id: 'exam.go' }, { session: id });
  return [{ kind: 'select', label: 'Go to a question', press, choices }];
}

async function placesOf(session: QuizSession, ctx: Context) {
  const attempts = await ctx.store.quizzes.attempts(ctx.member.id, session.id);
  const answered = new Set(
    attempts.filter(({ draft, answer }) => draft || answer).map(({ position }) => position),
  );
  const open = session.questionIds.flatMap((_id, at) => (answered.has(at) ? [] : [at]));
  return { open, answered: answered.size };
}
