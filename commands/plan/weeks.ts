// What to practise in which week up to an exam: the next weeks in the plan, and all of them by pages.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { bullets, formatted, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../src/bot/reply.ts';
import { number, text } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { type Week, weeklyPlan } from '../../src/core/plan/weekly.ts';
import { byTopic, shareOf } from '../../src/core/progress/answers.ts';
import type { ExamPlan } from '../../src/store/plan-records.ts';
import { topicOfEach } from '../quiz/questions.ts';
import { topicTitle } from '../quiz/topics.ts';
import { topicsOf } from './exams.ts';

/** How far back answers say how a topic goes, and how many it takes. */
const recent = Temporal.Duration.from({ hours: 24 * 84 });
const enough = 5;

const inPlan = 5;
const onPage = 12;

export async function weeksOf(
  { exam, on }: ExamPlan,
  today: Temporal.PlainDate,
  ctx: Context,
): Promise<readonly Week[]> {
  const topics = await topicOfEach(ctx);
  const answers = await ctx.store.progress.answers(ctx.member.id, ctx.now.subtract(recent));
  const scores = new Map(
    byTopic(answers, (question) => topics.get(question))
      .filter(({ answered }) => answered >= enough)
      .map((score) => [score.topic, shareOf(score)]),
  );
  const standings = topicsOf(exam, ctx).map((topic) => {
    const share = scores.get(topic);
    return share === undefined ? { topic } : { topic, share };
  });
  return weeklyPlan(standings, today, on);
}

export function weeksText(weeks: readonly Week[], ctx: Context): readonly Markdown[] {
  if (weeks.length === 0) return [];
  const later = weeks.length - inPlan;
  const more = later > 0 ? [md`…and ${later} more ${later === 1 ? 'week' : 'weeks'}.`] : [];
  return [md`**Week by week**\n${formatted(lines(weeks, 0, inPlan, ctx), ...more)}`];
}

export function allWeeksButton({ exam }: ExamPlan, weeks: readonly Week[]): readonly Control[] {
  return weeks.length > inPlan ? [button('All weeks', refer(allWeeks, { exam, from: 0 }))] : [];
}

export const allWeeks = action({
  id: 'plan.weeks',
  args: {
    exam: text('Which exam', { max: 20 }),
    from: number('The first week shown', { max: 1000 }),
  },
  async run({ exam, from }, ctx): Promise<Reply> {
    const planned = await ctx.store.plans.exams(ctx.member.id);
    const plan = planned.find((each) => each.exam === exam);
    const weeks = plan ? await weeksOf(plan, await todayOf(ctx), ctx) : [];
    const back = button('Your exam', refer({ id: 'plan.show' }, { exam }));
    if (from >= weeks.length)
      return say(md`There are no such weeks in your plan any more.`, { controls: [back] });
    const to = (week: number) => refer(allWeeks, { exam, from: week });
    return say(lines(weeks, from, from + onPage, ctx), {
      title: `Week by week to your ${exam} exam`,
      controls: [
        ...(from > 0 ? [button('Earlier weeks', to(Math.max(0, from - onPage)))] : []),
        ...(from + onPage < weeks.length ? [button('Later weeks', to(from + onPage))] : []),
        back,
      ],
    });
  },
});

function lines(weeks: readonly Week[], from: number, to: number, ctx: Context): Markdown {
  return bullets(
    weeks.slice(from, to).map((week) => {
      const day = week.starts.toLocaleString('en-US', { month: 'short', day: 'numeric' });
      const when = week === weeks[0] ? 'This week' : `From ${day}`;
      return md`${when}: ${whatIn(week, ctx)}`;
    }),
  );
}

function whatIn({ kind, topics }: Week, ctx: Context): string {
  if (kind === 'mixed') return 'everything mixed, at exam pace';
  if (kind === 'light') return 'the exam: only review what you know';
  return topics.map((topic) => topicTitle(topic, ctx)).join(' · ');
}
