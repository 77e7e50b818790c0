import { action, refer } from '../../src/bot/action.ts';
import { type CommandGroup, type Context, command } from '../../src/bot/command.ts';
import { askAgain } from '../../src/bot/forms.ts';
import { md } from '../../src/bot/markdown.ts';
import { button, type Outcome, type Reply, say } from '../../src/bot/reply.ts';
import { date, text } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { sayDay } from '../../src/core/calendar/release-words.ts';
import { noPlan, planCard } from './card.ts';
import { examNamed, suggestExams } from './exams.ts';
import { planOf, resultActions } from './results.ts';
import { allWeeks } from './weeks.ts';

const plan = command({
  name: 'plan',
  summary: 'Your exam: countdown, weekly plan, editions, practice tests',
  title: 'Plan an exam',
  options: {
    exam: text('Which exam, such as CPC', { max: 20 }).optional(),
    date: date('The day of the exam').optional(),
  },
  suggest: { exam: suggestExams },
  async run({ exam: typed, date: on }, ctx): Promise<Outcome> {
    const planned = await ctx.store.plans.exams(ctx.member.id);
    const only = planned.length === 1 ? planned[0]?.exam : undefined;
    const exam = typed === undefined ? on && only : examNamed(typed, ctx);
    if (exam === undefined && on === undefined)
      return planned[0] ? planCard(planned[0], ctx) : noPlan();
    const known = planned.find((each) => each.exam === exam);
    if (on === undefined && known) return planCard(known, ctx);
    const values = { ...(exam && { exam }), ...(on && { date: on.toString() }) };
    const problems = {
      ...(exam === undefined && { exam: 'is missing: say which exam is on that day' }),
      ...(on === undefined
        ? { date: 'is missing: say when the exam is' }
        : await dayProblem(on, ctx)),
    };
    if (exam === undefined || on === undefined || Object.keys(problems).length > 0)
      return askAgain('plan', plan, values, problems);
    return known && !known.on.equals(on) ? confirmMove(exam, known.on, on) : set(exam, on, ctx);
  },
});

async function dayProblem(on: Temporal.PlainDate, ctx: Context): Promise<{ date?: string }> {
  const today = await todayOf(ctx);
  if (Temporal.PlainDate.compare(on, today) < 0)
    return { date: `is ${on}, which is past. Enter the day of your next exam` };
  return Temporal.PlainDate.compare(on, today.add({ years: 3 })) > 0
    ? { date: `is ${on}, more than three years ahead. Please check the year` }
    : {};
}

async function set(exam: string, on: Temporal.PlainDate, ctx: Context): Promise<Reply> {
  const made = { exam, on, plannedOn: await todayOf(ctx) };
  await ctx.store.transaction((tx) => tx.plans.set(ctx.member.id, made));
  return planCard(made, ctx, md`**Planned.**`);
}

function confirmMove(exam: string, from: Temporal.PlainDate, to: Temporal.PlainDate): Reply {
  return say(
    md`So far it is on ${sayDay(from)}; the plan by weeks is made anew for ${sayDay(to)}.`,
    {
      title: `Move your ${exam} exam?`,
      controls: [
        button('Move it', refer(moved, { exam, on: to }), 'primary'),
        button('Leave it', refer(show, { exam })),
      ],
    },
  );
}

const examArg = { exam: text('Which exam', { max: 20 }) };

const moved = action({
  id: 'plan.move',
  args: { ...examArg, on: date('The new day') },
  async run({ exam, on }, ctx) {
    return (await planOf(exam, ctx)) ? set(exam, on, ctx) : noPlan();
  },
});

const show = action({
  id: 'plan.show',
  args: examArg,
  async run({ exam }, ctx) {
    const found = await planOf(exam, ctx);
    return found ? planCard(found, ctx) : noPlan();
  },
});

const askRemove = action({
  id: 'plan.remove',
  args: examArg,
  async run({ exam }, ctx) {
    const found = await planOf(exam, ctx);
    if (!found) return noPlan();
    const results = await ctx.store.plans.results(ctx.member.id, exam);
    const also =
      results.length === 0
        ? ''
        : results.length === 1
          ? ' Its practice result goes with it.'
          : ` Its ${results.length} practice results go with it.`;
    return say(md`${exam} on ${sayDay(found.on)} will no longer be counted down.${also}`, {
      title: `Remove ${exam} from your plan?`,
      tone: 'warning',
      controls: [
        button('Remove it', refer(removed, { exam }), 'danger'),
        button('Keep it', refer(show, { exam })),
      ],
    });
  },
});

const removed = action({
  id: 'plan.removed',
  args: examArg,
  async run({ exam }, ctx) {
    const wasThere = await ctx.store.transaction((tx) => tx.plans.remove(ctx.member.id, exam));
    return wasThere
      ? say(md`**${exam}** is no longer planned.`, {
          tone: 'good',
          controls: [button('Plan an exam', '/plan…')],
        })
      : noPlan();
  },
});

export default {
  name: 'plan',
  summary: 'Your exam: countdown, weekly plan, editions, practice tests',
  commands: [plan],
  actions: [show, moved, allWeeks, askRemove, removed, ...resultActions],
} satisfies CommandGroup;
