import { action } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { md } from '../../src/bot/markdown.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { channel, flag, text } from '../../src/bot/shape.ts';
import { timeOrOff } from '../../src/bot/zone.ts';
import { dailyKey } from '../../src/core/calendar/group-alarms.ts';
import { localDay } from '../../src/core/calendar/local-time.ts';
import type { ChannelId } from '../../src/core/ids.ts';
import type { DailySchedule } from '../../src/store/group-records.ts';
import type { Transaction } from '../../src/store/store.ts';
import { suggestTopics, topicNamed, topicTitle } from '../quiz/topics.ts';
import { dailyCard, dailyOffCard } from './daily-card.ts';
import { planDaily } from './plan.ts';
import { channelFor, groupOf } from './this-group.ts';
import { sayTime, usualTime } from './words.ts';

export const daily = command({
  name: 'daily',
  summary: 'The question of the day: when and where it is posted',
  title: 'Question of the day',
  audience: 'organizer',
  options: {
    time: timeOrOff("When, on the group's clocks: 09:00, 9 am, or off").optional(),
    channel: channel("Where; left out, the group's channel").optional(),
    weekdays: flag('Whether it rests on Saturday and Sunday', {
      label: 'Monday to Friday only',
    }).optional(),
    topic: text('One topic, or all', { max: 60 }).optional(),
    answer: timeOrOff('When its answer comes: 17:00; off: with the next question').optional(),
  },
  suggest: { topic: suggestTopicsAndAll },
  async initial(ctx, given) {
    const schedules = await ctx.store.groups.daily(groupOf(ctx));
    const named = schedules.find(({ channel: place }) => place === given.channel);
    const only = schedules.length === 1 && given.channel === undefined ? schedules[0] : undefined;
    return asTyped(named ?? only, ctx);
  },
  async run({ time, ...rest }, ctx) {
    if (time === 'off') return turnOff(rest.channel, ctx);
    const given = { time, ...rest };
    const asks = Object.values(given).every((value) => value === undefined);
    return asks ? dailyCard(await ctx.store.groups.settings(groupOf(ctx)), ctx) : set(given, ctx);
  },
});

/** A schedule as its options would be typed. */
function asTyped(schedule: DailySchedule | undefined, ctx: Context) {
  if (!schedule) return {};
  const { time, channel: place, weekdaysOnly, topic, revealTime } = schedule;
  return {
    time: sayTime(time),
    channel: place,
    weekdays: weekdaysOnly,
    topic: topic === undefined ? 'all' : topicTitle(topic, ctx),
    answer: revealTime ? sayTime(revealTime) : 'off',
  };
}

/** Pressed under the schedule of one channel. */
export const dailyOff = action({
  id: 'group.daily_off',
  args: { channel: channel('Where') },
  audience: 'organizer',
  run: (given, ctx) => turnOff(given.channel, ctx),
});

interface Given {
  readonly time?: Temporal.PlainTime | undefined;
  readonly channel?: ChannelId | undefined;
  readonly weekdays?: boolean | undefined;
  readonly topic?: string | undefined;
  readonly answer?: Temporal.PlainTime | 'off' | undefined;
}

/** What is left out stays as it was. */
async function set(given: Given, ctx: Context): Promise<Reply> {
  const chosen = given.topic === undefined ? undefined : await topicFor(given.topic, ctx);
  const settings = await ctx.store.transaction(async (tx) => {
    const { group, place, before, others } = await placed(given.channel, tx, ctx);
    const topic = given.topic === undefined ? before?.topic : chosen;
    const revealTime = given.answer === 'off' ? undefined : (given.answer ?? before?.revealTime);
    const schedule: DailySchedule = {
      group: group.id,
      channel: place,
      time: given.time ?? before?.time ?? usualTime,
      weekdaysOnly: given.weekdays ?? before?.weekdaysOnly ?? false,
      ...(topic !== undefined && { topic }),
      ...(revealTime && { revealTime }),
    };
    mustStaySecret([...others, schedule]);
    await tx.groups.setDaily(schedule);
    await planDaily(tx, schedule, group, ctx);
    return group;
  });
  return dailyCard(settings, ctx, md`Saved.`);
}

/** A group's channels share the day's question: none may ask it after another has told the answer. */
function mustStaySecret(schedules: readonly DailySchedule[]): void {
  for (const { time, revealTime } of schedules) {
    if (!revealTime || Temporal.PlainTime.compare(revealTime, time) <= 0) continue;
    const late = schedules.find((each) => Temporal.PlainTime.compare(each.time, revealTime) >= 0);
    if (late)
      throw new UserError(
        `The same question is asked in another channel at ${sayTime(late.time)}, when its answer has come at ${sayTime(revealTime)} already. Choose a later time for the answer, or an earlier one for the question.`,
      );
  }
}

/** Its alarm stays: it reveals the last question, and then rests for good. */
async function turnOff(given: ChannelId | undefined, ctx: Context): Promise<Reply> {
  const { group, before } = await ctx.store.transaction(async (tx) => {
    const found = await placed(given, tx, ctx);
    if (!found.before)
      throw new UserError(
        'There is no daily question in that channel. /group daily shows where there is.',
      );
    await tx.groups.removeDaily(found.group.id, found.place);
    const unsent = dailyKey(found.place, localDay(ctx.now, found.group.zone));
    await ctx.outbox.void(tx, unsent, 'The daily question was turned off.');
    return { ...found, before: found.before };
  });
  return dailyOffCard(before, group, ctx);
}

/** The channel that is meant, and its schedule so far. */
async function placed(given: ChannelId | undefined, tx: Transaction, ctx: Context) {
  const group = await tx.groups.change(groupOf(ctx), {});
  const schedules = await tx.groups.daily(group.id);
  const scheduled = schedules.map((schedule) => schedule.channel);
  const place = channelFor(given, group, ctx, scheduled);
  return {
    group,
    place,
    before: schedules.find((schedule) => schedule.channel === place),
    others: schedules.filter((schedule) => schedule.channel !== place),
  };
}

async function topicFor(typed: string, ctx: Context): Promise<string | undefined> {
  return /^all(?: topics)?$/i.test(typed.trim()) ? undefined : topicNamed(typed, ctx);
}

async function suggestTopicsAndAll(typed: string, ctx: Context) {
  const all = { label: 'All topics', value: 'all' };
  const fits = all.label.toLowerCase().includes(typed.trim().toLowerCase());
  return [...(fits ? [all] : []), ...(await suggestTopics(typed, ctx))];
}
