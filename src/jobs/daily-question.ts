// Posts a group's question of the day in a channel, and reveals the one before.

import { dailyCard, dailyReveal, questionOf } from '../../commands/quiz/daily.ts';
import { allQuestions, type Banks } from '../../commands/quiz/questions.ts';
import { topicTitle } from '../../commands/quiz/topics.ts';
import type { Job, Outgoing, Services } from '../bot/job.ts';
import {
  dailyKey,
  type GroupChannel,
  groupJobs,
  latestDaily,
  nextDaily,
  readSubject,
} from '../core/calendar/group-alarms.ts';
import { localDay } from '../core/calendar/local-time.ts';
import type { GroupId } from '../core/ids.ts';
import { chooseQuestions, shownOrder } from '../core/quiz/choosing.ts';
import type { DailySchedule } from '../store/group-records.ts';
import type { DailyQuestion } from '../store/quiz-records.ts';

/** A day's question that could not be posted within this time is left out. */
const stillOfUse = Temporal.Duration.from({ hours: 12 });

export const dailyQuestion: Job = {
  name: groupJobs.daily,
  async ring(alarm, now, services) {
    const place = readSubject(alarm.subject);
    const group = await services.tx.groups.settings(place.group);
    const schedules = await services.tx.groups.daily(place.group);
    const schedule = schedules.find((each) => each.channel === place.channel);
    const at = schedule ? latestDaily(schedule, group.zone, alarm.at, now) : alarm.at;
    const day = localDay(at, group.zone);
    const answers = await reveals(place, day, at, services);
    if (!schedule) return { outgoing: answers };
    const next = nextDaily(schedule, group.zone, now);
    const isTooLate = Temporal.Instant.compare(at.add(stillOfUse), now) < 0;
    if (group.paused || isTooLate) return { outgoing: answers, next };
    return { outgoing: [...answers, ...(await postOf(schedule, day, at, services))], next };
  },
};

async function postOf(
  schedule: DailySchedule,
  day: Temporal.PlainDate,
  due: Temporal.Instant,
  services: Services,
): Promise<readonly Outgoing[]> {
  const daily = await questionFor(day, schedule, services);
  const question = daily && (await questionOf(daily, banksOf(services, schedule.group)));
  if (!daily || !question) return [];
  const topic = topicTitle(question.topic, services);
  return [
    {
      key: dailyKey(schedule.channel, day),
      to: { kind: 'channel', channel: schedule.channel },
      reply: dailyCard(daily, question, topic),
      due,
      notAfter: due.add(stillOfUse),
      group: schedule.group,
    },
  ];
}

/** The group's question of that day: chosen by whichever of its channels comes first. */
async function questionFor(
  day: Temporal.PlainDate,
  { group, topic }: DailySchedule,
  services: Services,
): Promise<DailyQuestion | undefined> {
  const { tx, random } = services;
  const chosen = await tx.quizzes.dailyOf(group, day);
  if (chosen) return chosen;
  const seen = await tx.quizzes.dailyAsked(group);
  const kinds = ['single'] as const;
  const wanted = { count: 1, kinds, on: day, seen, ...(topic !== undefined && { topic }) };
  const bank = await allQuestions(banksOf(services, group));
  const [question] = chooseQuestions(bank, wanted, random);
  if (question?.kind !== 'single') return undefined;
  const id = crypto.randomUUID().slice(0, 13);
  const order = shownOrder(question, random);
  await tx.quizzes.addDaily({ id, group, day, questionId: question.id, order });
  return tx.quizzes.dailyOf(group, day);
}

/** The answer to the last question of this channel before that day, put into its post. */
async function reveals(
  place: GroupChannel,
  before: Temporal.PlainDate,
  due: Temporal.Instant,
  services: Services,
): Promise<readonly Outgoing[]> {
  const last = await lastPosted(place, before, services);
  const question = last && (await questionOf(last, banksOf(services, place.group)));
  if (!last || !question) return [];
  await services.tx.quizzes.reveal(last.id);
  const counts = await services.tx.quizzes.dailyCounts(last.id);
  const posted = dailyKey(place.channel, last.day);
  return [
    {
      key: `${posted}:reveal`,
      edits: posted,
      to: { kind: 'channel', channel: place.channel },
      reply: dailyReveal(last, question, counts),
      due,
      group: place.group,
    },
  ];
}

/** How many of the group's questions other channels may have had since. */
const lookBack = 10;

/** Nothing where the last one never arrived. */
async function lastPosted(
  { group, channel }: GroupChannel,
  before: Temporal.PlainDate,
  { tx, all }: Services,
): Promise<DailyQuestion | undefined> {
  let last = await tx.quizzes.lastDaily(group, before);
  for (let step = 0; last && step < lookBack; step += 1) {
    const message = await all.message(dailyKey(channel, last.day));
    if (message) return ['missed', 'closed'].includes(message.state) ? undefined : last;
    last = await tx.quizzes.lastDaily(group, last.day);
  }
  return undefined;
}

function banksOf({ tx, content }: Services, group: GroupId): Banks {
  return { store: tx, content, group };
}
