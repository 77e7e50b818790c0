// Posts a group's question of the day in a channel, and reveals the one before.

import { dailyCard, dailyReveal } from '../../commands/quiz/daily.ts';
import type { Job, Outgoing, Services } from '../bot/job.ts';
import { nextLocalTime } from '../core/calendar/local-time.ts';
import type { GroupId } from '../core/ids.ts';
import { chooseQuestions, optionOrder } from '../core/quiz/choosing.ts';
import type { SingleChoice } from '../core/quiz/question.ts';
import type { DailySchedule, GroupSettings } from '../store/group-records.ts';
import type { DailyQuestion } from '../store/quiz-records.ts';

/** A day's question that could not be posted within this time is left out. */
const stillOfUse = Temporal.Duration.from({ hours: 12 });

/** Its subject is `group channel`, separated by a space. */
export function dailySubject(schedule: Pick<DailySchedule, 'group' | 'channel'>): string {
  return `${schedule.group} ${schedule.channel}`;
}

export const dailyQuestion: Job = {
  name: 'daily-question',
  async ring(alarm, now, services) {
    const [groupId = '', channel = ''] = alarm.subject.split(' ');
    const group = await services.tx.groups.find(groupId as GroupId);
    const schedules = await services.tx.groups.daily(groupId as GroupId);
    const schedule = schedules.find((each) => each.channel === channel);
    if (!group || !schedule) return { outgoing: [] };
    const next = nextDaily(schedule, group.zone, now);
    if (group.paused) return { outgoing: [], next };
    return { outgoing: await messagesFor(schedule, group, alarm.at, services), next };
  },
};

export function nextDaily(
  schedule: DailySchedule,
  zone: string,
  now: Temporal.Instant,
): Temporal.Instant {
  return nextLocalTime(now, zone, schedule.time, schedule.weekdaysOnly ? 'weekdays' : 'every day');
}

async function messagesFor(
  schedule: DailySchedule,
  group: GroupSettings,
  at: Temporal.Instant,
  services: Services,
): Promise<readonly Outgoing[]> {
  const day = at.toZonedDateTimeISO(group.zone).toPlainDate();
  const reveals = await revealOfLast(schedule, day, at, services);
  const daily = await dailyOn(day, schedule, services);
  const question = daily && questionOf(daily, services);
  if (!daily || !question) return reveals;
  const topic = services.content.topics.find((t) => t.id === question.topic)?.title ?? '';
  return [
    ...reveals,
    {
      key: keyOf(schedule, day),
      to: { kind: 'channel', channel: schedule.channel },
      reply: dailyCard(daily, question, topic),
      due: at,
      notAfter: at.add(stillOfUse),
      group: group.id,
    },
  ];
}

function keyOf(schedule: DailySchedule, day: Temporal.PlainDate): string {
  return `daily:${schedule.channel}:${day}`;
}

/** The group's question of that day: chosen by whichever of its channels comes first. */
async function dailyOn(
  day: Temporal.PlainDate,
  schedule: DailySchedule,
  services: Services,
): Promise<DailyQuestion | undefined> {
  const { quizzes } = services.tx;
  const chosen = await quizzes.dailyOf(schedule.group, day);
  if (chosen) return chosen;
  const seen = await quizzes.dailyAsked(schedule.group);
  const wanted = {
    count: 1,
    on: day,
    seen,
    ...(schedule.topic !== undefined && { topic: schedule.topic }),
  };
  const [question] = chooseQuestions(services.content.questions, wanted, services.random);
  if (!question) return undefined;
  await quizzes.addDaily({
    id: crypto.randomUUID().slice(0, 13),
    group: schedule.group,
    day,
    questionId: question.id,
    order: optionOrder(question, services.random),
  });
  return quizzes.dailyOf(schedule.group, day);
}

async function revealOfLast(
  schedule: DailySchedule,
  day: Temporal.PlainDate,
  at: Temporal.Instant,
  services: Services,
): Promise<readonly Outgoing[]> {
  const last = await services.tx.quizzes.lastDaily(schedule.group, day);
  const question = last && questionOf(last, services);
  if (!last || !question) return [];
  const posted = await services.all.message(keyOf(schedule, last.day));
  if (!posted) return [];
  await services.tx.quizzes.reveal(last.id);
  const counts = await services.tx.quizzes.dailyCounts(last.id);
  return [
    {
      key: `${posted.key}:reveal`,
      edits: posted.key,
      to: { kind: 'channel', channel: schedule.channel },
      reply: dailyReveal(last, question, counts),
      due: at,
      group: schedule.group,
    },
  ];
}

function questionOf(daily: DailyQuestion, { content }: Services): SingleChoice | undefined {
  const question = content.questions.find((q) => q.id === daily.questionId);
  return question?.kind === 'single' ? question : undefined;
}
