// Results of official practice tests: the number only, since their content belongs to the bodies.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { md } from '../../src/bot/markdown.ts';
import { newId } from '../../src/bot/new-id.ts';
import { button, say } from '../../src/bot/reply.ts';
import { date, number, text } from '../../src/bot/shape.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { sayDay } from '../../src/core/calendar/release-words.ts';
import { noPlan, planCard } from './card.ts';

const examArg = { exam: text('Which exam', { max: 20 }) };
const resultArg = { result: text('Which result', { max: 20 }) };

const addResult = action({
  id: 'plan.result',
  args: examArg,
  title: 'Practice test',
  fields: {
    percent: number('Right answers in percent', { min: 0, max: 100, label: 'Result in percent' }),
    taken: date('When you took it', { label: 'Taken on' }),
  },
  async run({ exam, percent, taken }, ctx) {
    const plan = await planOf(exam, ctx);
    if (!plan) return noPlan();
    const today = await todayOf(ctx);
    if (Temporal.PlainDate.compare(taken, today) > 0)
      throw new UserError(`${taken} is still to come. Enter the day on which you took the test.`);
    const id = newId();
    await ctx.store.transaction((tx) =>
      tx.plans.addResult(ctx.member.id, { id, exam, takenOn: taken, percent }),
    );
    return planCard(plan, ctx, md`**Saved:** ${percent}% on ${sayDay(taken)}.`);
  },
});

const results = action({
  id: 'plan.results',
  args: examArg,
  async run({ exam }, ctx) {
    const all = await ctx.store.plans.results(ctx.member.id, exam);
    if (all.length === 0) return gone(exam);
    const choices = all
      .slice(0, 25)
      .map(({ id, percent, takenOn }) => ({ label: `${percent}%, ${sayDay(takenOn)}`, value: id }));
    return say(md`Which result is to go?`, {
      title: `Practice tests for ${exam}`,
      controls: [
        { kind: 'select', label: 'Choose a result', press: refer(askDrop), choices },
        button('Keep them all', refer({ id: 'plan.show' }, { exam })),
      ],
    });
  },
});

const askDrop = action({
  id: 'plan.drop',
  args: resultArg,
  async run({ result: id }, ctx) {
    const found = await resultOf(id, ctx);
    if (!found) return gone();
    const { percent, takenOn, exam } = found;
    return say(md`${percent}% on ${sayDay(takenOn)} will be gone for good.`, {
      title: 'Remove this result?',
      tone: 'warning',
      controls: [
        button('Remove it', refer(dropped, { result: id }), 'danger'),
        button('Keep it', refer({ id: 'plan.show' }, { exam })),
      ],
    });
  },
});

const dropped = action({
  id: 'plan.dropped',
  args: resultArg,
  async run({ result: id }, ctx) {
    const found = await resultOf(id, ctx);
    const plan = found && (await planOf(found.exam, ctx));
    const wasThere = await ctx.store.transaction((tx) => tx.plans.removeResult(ctx.member.id, id));
    return plan && wasThere ? planCard(plan, ctx, md`**Removed.**`) : gone(found?.exam);
  },
});

export const resultActions = [addResult, results, askDrop, dropped];

export async function planOf(exam: string, ctx: Context) {
  return (await ctx.store.plans.exams(ctx.member.id)).find((plan) => plan.exam === exam);
}

async function resultOf(id: string, ctx: Context) {
  for (const { exam } of await ctx.store.plans.exams(ctx.member.id)) {
    const found = (await ctx.store.plans.results(ctx.member.id, exam)).find(
      (result) => result.id === id,
    );
    if (found) return found;
  }
  return undefined;
}

function gone(exam?: string) {
  return say(md`That result is not there; it may have been removed already.`, {
    tone: 'warning',
    mode: 'new',
    controls: [
      exam ? button('My plan', refer({ id: 'plan.show' }, { exam })) : button('My plan', '/plan'),
    ],
  });
}
