// What came of a set: by domain, with the pass line where there is one, and what to drill.

import { action, refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { limits } from '../../src/bot/limits.ts';
import { bullets, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../src/bot/reply.ts';
import { zoneHere } from '../../src/bot/zone.ts';
import { sayDay } from '../../src/core/calendar/release-words.ts';
import { bar } from '../../src/core/ceu/credits.ts';
import type { Blueprint } from '../../src/core/exams/blueprint.ts';
import { type Result, resultOf, type Sitting, sayLeft } from '../../src/core/exams/sitting.ts';
import { isRight } from '../../src/core/quiz/grade.ts';
import { shortened } from '../../src/core/shortened.ts';
import { beginQuiz } from '../quiz/practice.ts';
import { questionById } from '../quiz/questions.ts';
import { nothingMissed } from '../quiz/session-cards.ts';
import { topicTitle } from '../quiz/topics.ts';
import { look, notYours, sessionArg } from './asking.ts';
import { limitsText, nameOf } from './words.ts';

const mostListed = 10;

export const report = command({
  name: 'report',
  summary: 'The sets that you handed in: score by domain, what to drill',
  options: {},
  async run(_none, ctx) {
    const past = await ctx.store.exams.past(ctx.member.id, mostListed);
    const [latest] = past;
    if (!latest)
      return say(md`You have not handed in an exam set yet.`, {
        controls: [button('Choose an exam', '/exam start…', 'primary')],
      });
    return reportCard(latest.session, ctx);
  },
});

export const openReport = action({
  id: 'exam.report',
  args: sessionArg,
  run: ({ session }, ctx) => reportCard(session, ctx),
});

/** Again, for practice, whatever was not answered right: also what has no answer. */
export const drill = action({
  id: 'exam.drill',
  args: sessionArg,
  async run({ session }, ctx): Promise<Reply> {
    const sitting = await ctx.store.exams.sitting(ctx.member.id, session);
    if (!sitting?.handedInAt) return notYours();
    const { missed } = await resultFor(sitting, ctx);
    const again =
      missed.length > 0 ? await beginQuiz({ questionIds: missed }, ctx) : nothingMissed();
    return { ...again, mode: 'new' };
  },
});

export async function reportCard(id: string, ctx: Context): Promise<Reply> {
  const sitting = await ctx.store.exams.sitting(ctx.member.id, id);
  if (!sitting) return notYours();
  if (!sitting.handedInAt)
    return say(md`It is not handed in yet.`, {
      controls: [button('Go on', refer({ id: 'exam.go_on' }, { session: id }), 'primary')],
    });
  const { result, missed } = await resultFor(sitting, ctx);
  const blueprint = ctx.content.exams.find(({ exam }) => exam === sitting.exam);
  const lines = result.domains.map(({ title, right, of }) => md`**${title}:** ${bar(right, of)}`);
  const parts = [
    md`**${result.right} of ${result.of}** right, ${result.percent} percent; ${result.answered} answered, in ${sayLeft(Math.round(sitting.usedMilliseconds / 1000))}.`,
    passText(result, sitting),
    bullets(lines),
    ...weakText(result),
    ...(blueprint ? [limitsText(blueprint)] : []),
  ];
  return say(joinLines(parts, '\n\n'), {
    title: `Report · ${nameOf(sitting, ctx)}`,
    tone: toneOf(result, sitting),
    controls: [
      ...(await otherReports(id, ctx)),
      button('See the questions', refer(look, { session: id, at: 0 }), 'primary'),
      ...(missed.length > 0 ? [button('Redo misses', refer(drill, { session: id }))] : []),
      ...(await drillTopic(missed, ctx)),
      ...again(blueprint),
    ],
    footnote: `Handed in on ${await dayOf(sitting.handedInAt, ctx)}. Quiz points are not CEUs.`,
  });
}

async function resultFor(
  sitting: Sitting,
  ctx: Context,
): Promise<{ readonly result: Result; readonly missed: readonly string[] }> {
  const session = await ctx.store.quizzes.session(ctx.member.id, sitting.session);
  const attempts = await ctx.store.quizzes.attempts(ctx.member.id, sitting.session);
  const rights = new Map(
    attempts.flatMap(({ position, answer }) =>
      answer ? [[position, isRight(answer.credit)] as const] : [],
    ),
  );
  return {
    result: resultOf(sitting, rights),
    missed: session?.questionIds.filter((_id, position) => !rights.get(position)) ?? [],
  };
}

function passText({ percent }: Result, { passPercent }: Sitting): Markdown {
  if (passPercent === undefined)
    return md`No share of right answers is published as a pass line for this exam.`;
  return percent >= passPercent
    ? md`That is at or above the exam's pass line of ${passPercent} percent.`
    : md`That is below the exam's pass line of ${passPercent} percent.`;
}

function weakText({ weak }: Result): readonly Markdown[] {
  if (weak.length === 0) return [];
  return [md`**To work on first:** ${weak.map(({ title }) => title).join('; ')}.`];
}

/** The topic of the bank in which most was missed. */
async function drillTopic(missed: readonly string[], ctx: Context): Promise<readonly Control[]> {
  const counts = new Map<string, number>();
  for (const id of missed) {
    const topic = (await questionById(id, ctx))?.question.topic;
    if (topic !== undefined) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  const [worst] = [...counts].sort(([, a], [, b]) => b - a);
  if (!worst) return [];
  const [topic] = worst;
  const label = `Practice ${topicTitle(topic, ctx)}`;
  return [button(shortened(label, limits.buttonLabel.most), refer('/quiz start', { topic }))];
}

function again(blueprint: Blueprint | undefined): readonly Control[] {
  if (!blueprint) return [];
  return [button('Another set', refer('/exam start', { exam: blueprint.exam }))];
}

async function otherReports(id: string, ctx: Context): Promise<readonly Control[]> {
  const past = await ctx.store.exams.past(ctx.member.id, mostListed);
  const others = past.filter(({ session }) => session !== id);
  if (others.length === 0) return [];
  const choices = await Promise.all(
    others.map(async (each) => ({
      label: `${nameOf(each, ctx)}, ${await dayOf(each.handedInAt ?? each.startedAt, ctx)}`,
      value: each.session,
    })),
  );
  return [{ kind: 'select', label: 'Another report', press: refer(openReport), choices }];
}

function toneOf({ percent }: Result, { passPercent = 70 }: Sitting): 'good' | 'warning' {
  return percent >= passPercent ? 'good' : 'warning';
}

async function dayOf(moment: Temporal.Instant, ctx: Context): Promise<string> {
  return sayDay(moment.toZonedDateTimeISO(await zoneHere(ctx)).toPlainDate());
}
