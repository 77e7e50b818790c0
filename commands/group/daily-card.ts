// Shows organizers when and where the question of the day is posted.

import { type ActionRef, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { formatted, joinLines, type Markdown, md, named } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { groupJobs, subjectOf } from '../../src/core/calendar/group-alarms.ts';
import type { DailySchedule, GroupSettings } from '../../src/store/group-records.ts';
import { sayReveal } from '../quiz/daily.ts';
import { topicTitle } from '../quiz/topics.ts';
import { nextDailyPost } from './plan.ts';
import { aboutGroup } from './this-group.ts';
import {
  beginRef,
  firstOf,
  pausedLine,
  sayMoment,
  sayTime,
  scheduleButtons,
  toChecklist,
} from './words.ts';

const title = 'Question of the day';

export async function dailyCard(
  settings: GroupSettings,
  ctx: Context,
  first?: Markdown,
): Promise<Reply> {
  const schedules = await ctx.store.groups.daily(settings.id);
  if (schedules.length === 0) return aboutGroup(nothingSet(), settings, ctx);
  const lines = await Promise.all(schedules.map((schedule) => lineOf(schedule, settings, ctx)));
  const parts = [...(first ? [first] : []), ...firstOf(lines), ...pausedLine(settings)];
  const references = schedules.map((each) => ({
    change: refer('/group daily…', { channel: each.channel }),
    off: offRef(each),
  }));
  const reply = say(joinLines(parts, '\n\n'), {
    title,
    ...(first && { tone: 'good' as const }),
    controls: scheduleButtons(references),
    footnote: `Times are those of ${settings.zone}. Where no time is named, the answer and the counts come with the next question.`,
  });
  return aboutGroup(reply, settings, ctx);
}

/** What was posted last is still revealed, when it would have been. */
export async function dailyOffCard(
  before: DailySchedule,
  settings: GroupSettings,
  ctx: Context,
): Promise<Reply> {
  const reveal = await ctx.store.alarms.find(groupJobs.reveal, subjectOf(before));
  const next = reveal ?? (await nextDailyPost(ctx.store, before, settings, ctx));
  const text = md`The daily question in ${named('channel', before.channel)} is off. If the last one is still open, its answer comes on ${sayMoment(next, settings.zone)}.`;
  const controls = [button('Turn it on again', anewRef(before)), toChecklist];
  return aboutGroup(say(text, { title, tone: 'good', controls }), settings, ctx);
}

/** `Monday to Friday at 09:00, all topics`. */
export function sayDaily(schedule: DailySchedule, ctx: Context): string {
  const { time, weekdaysOnly, topic } = schedule;
  const days = weekdaysOnly ? 'Monday to Friday' : 'every day';
  const reveal = sayReveal(schedule);
  const answer = reveal ? `, the answer ${reveal}` : '';
  return `${days} at ${sayTime(time)}, ${topic ? topicTitle(topic, ctx) : 'all topics'}${answer}`;
}

async function lineOf(
  schedule: DailySchedule,
  settings: GroupSettings,
  ctx: Context,
): Promise<Markdown> {
  const next = await nextDailyPost(ctx.store, schedule, settings, ctx);
  const line = md`**${named('channel', schedule.channel)}**: ${sayDaily(schedule, ctx)}`;
  return md`${formatted(line)}\nNext: ${sayMoment(next, settings.zone)}`;
}

function nothingSet(): Reply {
  return say(
    md`There is no daily question yet. With one, a question is posted every day (or Monday to Friday), everybody answers in private, and the answer comes with the next question. It begins once you name a time.`,
    { title, controls: [button('Set it up', beginRef('daily'), 'primary'), toChecklist] },
  );
}

function anewRef({ channel, time, weekdaysOnly }: DailySchedule): ActionRef {
  const weekdays = weekdaysOnly || undefined;
  return refer('/group daily…', { channel, time: sayTime(time), weekdays });
}

function offRef({ channel }: DailySchedule): ActionRef {
  return refer({ id: 'group.daily_off' }, { channel });
}
