// Puts the answer to a channel's question of the day into its post, at a time of its own or with the
// next question.

import { questionOf, dailyReveal as revealCard } from '../../commands/quiz/daily.ts';
import type { Job, Outgoing, Services } from '../bot/job.ts';
import {
  dailyKey,
  type GroupChannel,
  groupJobs,
  readSubject,
} from '../core/calendar/group-alarms.ts';
import { localDay } from '../core/calendar/local-time.ts';
import type { DailyQuestion } from '../store/quiz-records.ts';
import { banksOf } from './banks.ts';

/** Set by the post, for the time of its answer. */
export const dailyReveal: Job = {
  name: groupJobs.reveal,
  async ring(alarm, _now, services) {
    const place = readSubject(alarm.subject);
    const { zone } = await services.tx.groups.settings(place.group);
    const today = localDay(alarm.at, zone);
    return { outgoing: await reveals(place, today.add({ days: 1 }), alarm.at, services) };
  },
};

/** The answer to the last question of this channel before that day, put into its post. */
export async function reveals(
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
      reply: revealCard(last, question, counts),
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
