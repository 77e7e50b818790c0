// The question of the day: everybody in the channel answers in private, the counts come at the
// reveal.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { md } from '../../src/bot/markdown.ts';
import { type Reply, say } from '../../src/bot/reply.ts';
import { number, text } from '../../src/bot/shape.ts';
import { sayDay } from '../../src/core/calendar/release-words.ts';
import type { SingleChoice } from '../../src/core/quiz/question.ts';
import { streakOf } from '../../src/core/quiz/streak.ts';
import type { DailySchedule } from '../../src/store/group-records.ts';
import type { DailyQuestion, SessionScore } from '../../src/store/quiz-records.ts';
import type { Transaction } from '../../src/store/store.ts';
import { noteMiss } from '../review/missed.ts';
import { revealControls } from './after-reveal.ts';
import { nameOf, questionText, revealText } from './card.ts';
import { letterButtons } from './kinds/single.ts';
import { type Banks, questionById } from './questions.ts';

export const answerDaily = action({
  id: 'quiz.daily',
  args: {
    daily: text('Which day', { max: 30 }),
    choice: number('Place of the option in the bank', { max: 10 }),
  },
  async run({ daily: id, choice }, ctx) {
    const daily = await ctx.store.quizzes.daily(id);
    const question = daily && (await questionOf(daily, ctx));
    const right = question?.options[choice]?.right;
    if (!daily || !question || right === undefined) return gone();
    const given = { choice, right, at: ctx.now };
    const counted = await ctx.store.transaction(async (tx) => {
      const isFirst = await tx.quizzes.answerDaily(ctx.member.id, id, given);
      if (isFirst) await noteDaily(daily, question, right, tx, ctx);
      return isFirst;
    });
    return counted ? locked(daily, question, choice, ctx) : notCounted(daily, question, ctx);
  },
});

/** What was missed comes into the review; what was right counts on the board. */
async function noteDaily(
  { group, day: on }: DailyQuestion,
  { id, topic }: SingleChoice,
  isRight: boolean,
  tx: Transaction,
  ctx: Context,
): Promise<void> {
  const right = isRight ? 1 : 0;
  await noteMiss(tx, ctx.member.id, { question: id, credit: right }, ctx.now);
  await tx.boards.add(ctx.member.id, { group, topic, on }, { right, answered: 1 });
}

export function dailyCard(
  daily: DailyQuestion,
  question: SingleChoice,
  topic: string,
  times?: RevealTimes,
): Reply {
  const shown = { question, order: daily.order };
  const when = times && sayReveal(times);
  return say(questionText(shown), {
    title: `Question of the day · ${topic}`,
    controls: letterButtons(shown, {
      choose: (place) => refer(answerDaily, { daily: daily.id, choice: place }),
    }),
    footnote: `${sayDay(daily.day)} · Press a letter: only you see your answer. How others did is shown ${when ?? 'with the next question'}.`,
  });
}

type RevealTimes = Pick<DailySchedule, 'time' | 'revealTime'>;

/** `at 17:00`, `at 07:00 the next day`; nothing where it comes with the next question. */
export function sayReveal({ time, revealTime }: RevealTimes): string | undefined {
  if (!revealTime) return undefined;
  const isNextDay = Temporal.PlainTime.compare(revealTime, time) <= 0;
  return `at ${revealTime.toString({ smallestUnit: 'minute' })}${isNextDay ? ' the next day' : ''}`;
}

export function dailyReveal(
  daily: DailyQuestion,
  question: SingleChoice,
  counts: SessionScore,
): Reply {
  return say(revealText({ question, order: daily.order }), {
    title: `Answer to the question of ${sayDay(daily.day)}`,
    footnote: sayCounts(counts),
    controls: revealControls(question),
  });
}

function sayCounts({ answered, right }: SessionScore): string {
  return answered === 0 ? 'Nobody answered this time.' : `${answered} answered, ${right} right.`;
}

async function locked(
  daily: DailyQuestion,
  question: SingleChoice,
  choice: number,
  ctx: Context,
): Promise<Reply> {
  const shown = { question, order: daily.order };
  const response = { kind: 'single', choice } as const;
  const first = md`${nameOf(shown, response)}, locked in.`;
  const streak = await streakWith(daily, ctx);
  return say(revealText(shown, response, first), {
    tone: question.options[choice]?.right ? 'good' : 'bad',
    mode: 'new',
    footnote: `Your streak: ${streak} in a row. How others answered is shown once the answer is posted here.`,
    controls: revealControls(question),
  });
}

async function streakWith({ group, day }: DailyQuestion, ctx: Context): Promise<number> {
  const { quizzes } = ctx.store;
  const answered = await quizzes.dailyDays(ctx.member.id, group);
  return streakOf(answered, await quizzes.dailyAskedOn(group), day);
}

/** Answered before, here or in another channel of the group; or too late. */
async function notCounted(
  daily: DailyQuestion,
  question: SingleChoice,
  ctx: Context,
): Promise<Reply> {
  const shown = { question, order: daily.order };
  const earlier = await ctx.store.quizzes.dailyAnswer(ctx.member.id, daily.id);
  const why = earlier
    ? md`You answered this one already; the first answer counts.`
    : md`Time was up: this question has been revealed, so the answer does not count.`;
  const response = earlier && ({ kind: 'single', choice: earlier.choice } as const);
  return say(revealText(shown, response, why), {
    tone: 'warning',
    mode: 'new',
    controls: revealControls(question),
  });
}

function gone(): Reply {
  return say(md`That question is no longer there. The next one comes with the daily post.`, {
    tone: 'warning',
    mode: 'new',
  });
}

/** The one kind whose press is the whole answer, so that it can be asked of everybody at once. */
export async function questionOf(
  daily: DailyQuestion,
  banks: Banks,
): Promise<SingleChoice | undefined> {
  const item = await questionById(daily.questionId, banks);
  return item?.question.kind === 'single' ? item.question : undefined;
}
