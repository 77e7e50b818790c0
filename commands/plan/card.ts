// An exam that a member plans: how long it is until then, what to practise when, which books count.

import { refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { cited, joinLines, type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control, type Reply, say } from '../../src/bot/reply.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { sayDay } from '../../src/core/calendar/release-words.ts';
import { editionOn, examBooks } from '../../src/core/plan/edition.ts';
import type { Week } from '../../src/core/plan/weekly.ts';
import type { ExamPlan, PracticeResult } from '../../src/store/plan-records.ts';
import { topicTitle } from '../quiz/topics.ts';
import { bodyOf } from './exams.ts';
import { allWeeksButton, weeksOf, weeksText } from './weeks.ts';

const resultsShown = 5;

export async function planCard(plan: ExamPlan, ctx: Context, first?: Markdown): Promise<Reply> {
  const today = await todayOf(ctx);
  const results = await ctx.store.plans.results(ctx.member.id, plan.exam);
  const weeks = await weeksOf(plan, today, ctx);
  const others = (await ctx.store.plans.exams(ctx.member.id)).filter(
    ({ exam }) => exam !== plan.exam,
  );
  const parts = [
    ...(first ? [first] : []),
    countdown(plan, today),
    editionText(plan, ctx),
    ...weeksText(weeks, ctx),
    ...resultsText(results),
  ];
  return say(joinLines(parts, '\n\n'), {
    title: `Your ${plan.exam} exam`,
    ...(first && { tone: 'good' as const }),
    controls: [...planControls(plan, weeks, results, ctx), ...otherExams(others)],
    footnote:
      'Weak topics come first, going by your answers of the last twelve weeks. No CPT codes are in this bot: if your exam has them, plan time for your books too.',
  });
}

function countdown({ exam, on }: ExamPlan, today: Temporal.PlainDate): Markdown {
  const { days } = today.until(on, { largestUnit: 'days' });
  const day = `${on.toLocaleString('en-US', { weekday: 'long' })}, ${sayDay(on)}`;
  if (days < 0) return md`It was on ${day}. How did it go? Change the date, or remove it.`;
  if (days === 0)
    return md`**It is today.** You are as ready as you can be: good luck with ${exam}!`;
  return md`**${days} ${days === 1 ? 'day' : 'days'}** to go: ${day}.`;
}

/** Only what somebody checked: never worked out for years to come. */
function editionText({ exam, on }: ExamPlan, ctx: Context): Markdown {
  const body = bodyOf(exam, ctx);
  const books = body && examBooks(ctx.content.codeSets, body);
  if (!books)
    return md`**Editions:** when ${exam} goes over to new code books is not known here. Ask the certifying body which editions count on your day.`;
  const edition = editionOn(books, on);
  if (!edition)
    return md`**Editions:** which code books ${books.publisher} exams go by in ${on.year} is not known yet.`;
  const { release, source, next } = edition;
  const moved = next ? ` From ${sayDay(next.effective)} it would be those of ${next.name}.` : '';
  return md`**Editions:** the code books of **${release.name}**.${moved} ${release.rule?.remark ?? ''} (${cited(source)})`;
}

function resultsText(results: readonly PracticeResult[]): readonly Markdown[] {
  if (results.length === 0) return [];
  const shown = results
    .slice(0, resultsShown)
    .map(({ percent, takenOn }) => `${percent}% (${sayDay(takenOn)})`);
  const more = results.length > resultsShown ? `, and ${results.length - resultsShown} before` : '';
  return [md`**Official practice tests:** ${shown.join(', ')}${more}`];
}

function planControls(
  plan: ExamPlan,
  weeks: readonly Week[],
  results: readonly PracticeResult[],
  ctx: Context,
): readonly Control[] {
  const { exam } = plan;
  const topic = weeks[0]?.topics[0];
  const practise = topic
    ? button(`Practice: ${topicTitle(topic, ctx)}`, refer('/quiz start', { topic }), 'primary')
    : button('Practice', '/quiz start', 'primary');
  return [
    practise,
    ...(ctx.content.exams.some((set) => set.exam === exam)
      ? [button('Exam practice', refer('/exam start', { exam }))]
      : []),
    ...allWeeksButton(plan, weeks),
    button('Add a result', refer({ id: 'plan.result' }, { exam })),
    ...(results.length > 0
      ? [button('Remove a result', refer({ id: 'plan.results' }, { exam }))]
      : []),
    button('Change the date', refer('/plan…', { exam })),
    button('Remove', refer({ id: 'plan.remove' }, { exam }), 'danger'),
  ];
}

function otherExams(others: readonly ExamPlan[]): readonly Control[] {
  if (others.length === 0) return [];
  const choices = others
    .slice(0, 25)
    .map(({ exam, on }) => ({ label: `${exam}, ${sayDay(on)}`, value: exam }));
  return [{ kind: 'select', label: 'Another exam', press: 'plan.show', choices }];
}

export function noPlan(): Reply {
  return say(
    md`You have not planned an exam yet. Tell me which one and when, and you get a countdown, a plan by weeks and the editions that count.`,
    { title: 'Your exam', controls: [button('Plan an exam', '/plan…', 'primary')] },
  );
}
