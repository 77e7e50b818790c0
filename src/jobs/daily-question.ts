// Posts a group's question of the day in a channel, and reveals the one before.

import { dailyCard, questionOf } from '../../commands/quiz/daily.ts';
import { allQuestions } from '../../commands/quiz/questions.ts';
import { topicTitle } from '../../commands/quiz/topics.ts';
import { groupPaused, type Job, type Outgoing, type Services } from '../bot/job.ts';
import { md } from '../bot/markdown.ts';
import { newId } from '../bot/new-id.ts';
import { say } from '../bot/reply.ts';
import {
  dailyKey,
  groupJobs,
  latestDaily,
  nextDaily,
  readSubject,
  subjectOf,
} from '../core/calendar/group-alarms.ts';
import { localDay, nextLocalTime } from '../core/calendar/local-time.ts';
import { chooseQuestions, shownOrder } from '../core/quiz/choosing.ts';
import type { DailySchedule } from '../store/group-records.ts';
import type { DailyQuestion } from '../store/quiz-records.ts';
import { banksOf } from './banks.ts';
import { reveals } from './daily-reveal.ts';

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
    const whyNot = group.paused ? groupPaused : isTooLate ? tooLate : undefined;
    const post = whyNot === undefined ? await postOf(schedule, day, at, services) : undefined;
    if (post) await planReveal(schedule, group.zone, at, services);
    const today = post ?? leftOut(schedule, day, at, whyNot ?? noQuestion);
    const earlier = momentsBetween(schedule, group.zone, alarm.at, at).map((moment) =>
      leftOut(
        schedule,
        localDay(moment, group.zone),
        moment,
        group.paused ? groupPaused : overtaken,
      ),
    );
    return { outgoing: [...earlier, ...answers, today], next };
  },
};

const tooLate = 'The bot was down when it was due, and half a day later it was of no use.';
const overtaken = 'The bot was down for days: only the latest question was posted.';
const noQuestion = 'There is no question left that could be asked here.';

/** At which questions were due from `from` on and before `until`: a month of them at most. */
function momentsBetween(
  schedule: DailySchedule,
  zone: string,
  from: Temporal.Instant,
  until: Temporal.Instant,
): readonly Temporal.Instant[] {
  const moments: Temporal.Instant[] = [];
  let at = from;
  while (Temporal.Instant.compare(at, until) < 0 && moments.length < 31) {
    moments.push(at);
    at = nextDaily(schedule, zone, at);
  }
  return moments;
}

function leftOut(
  { channel, group }: DailySchedule,
  day: Temporal.PlainDate,
  due: Temporal.Instant,
  reason: string,
): Outgoing {
  const reply = say(md`The question of ${day}.`);
  const key = dailyKey(channel, day);
  return { key, to: { kind: 'channel', channel }, reply, due, group, leftOut: reason };
}

/** Where its answer has a time of its own: the next such time after the post. */
async function planReveal(
  schedule: DailySchedule,
  zone: string,
  posted: Temporal.Instant,
  { tx }: Services,
): Promise<void> {
  const { group, revealTime } = schedule;
  if (!revealTime) return;
  const at = nextLocalTime(posted, zone, revealTime);
  await tx.alarms.set({ job: groupJobs.reveal, subject: subjectOf(schedule), at }, { group });
}

async function postOf(
  schedule: DailySchedule,
  day: Temporal.PlainDate,
  due: Temporal.Instant,
  services: Services,
): Promise<Outgoing | undefined> {
  const daily = await questionFor(day, schedule, services);
  const question = daily && (await questionOf(daily, banksOf(services, schedule.group)));
  if (!daily || !question) return undefined;
  const topic = topicTitle(question.topic, services);
  return {
    key: dailyKey(schedule.channel, day),
    to: { kind: 'channel', channel: schedule.channel },
    reply: dailyCard(daily, question, topic, schedule),
    due,
    notAfter: due.add(stillOfUse),
    group: schedule.group,
  };
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
  const id = newId();
  const order = shownOrder(question, random);
  await tx.quizzes.addDaily({ id, group, day, questionId: question.id, order });
  return tx.quizzes.dailyOf(group, day);
}
