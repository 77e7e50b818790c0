import { action } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { md } from '../../src/bot/markdown.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { channel, role } from '../../src/bot/shape.ts';
import { timeOrOff } from '../../src/bot/zone.ts';
import { groupJobs, subjectOf } from '../../src/core/calendar/group-alarms.ts';
import { defaultNoticeChoice } from '../../src/core/calendar/notices.ts';
import { type ChannelId, platformOf } from '../../src/core/ids.ts';
import type { NoticeSchedule } from '../../src/store/group-records.ts';
import type { Transaction } from '../../src/store/store.ts';
import {
  codeSets,
  leadDays,
  setsNamed,
  suggestLeadDays,
  suggestSetLists,
} from './notice-choices.ts';
import { noticesCard, noticesOffCard } from './notices-card.ts';
import { planNotices } from './plan.ts';
import { channelFor, groupOf } from './this-group.ts';
import { usualTime } from './words.ts';

export const notices = command({
  name: 'notices',
  summary: 'Posts about code-set changes: which, how early, when and where',
  title: 'Code-set notices',
  audience: 'organizer',
  options: {
    time: timeOrOff("When, on the group's clocks: 09:00, 9 am, or off").optional(),
    sets: codeSets.optional(),
    ahead: leadDays.optional(),
    channel: channel("Where; left out, the group's channel").optional(),
    mention: role('A role to name with each notice (Discord)').optional(),
  },
  suggest: { sets: suggestSetLists, ahead: suggestLeadDays },
  async run({ time, ...rest }, ctx) {
    if (time === 'off') return turnOff(rest.channel, ctx);
    const given = { time, ...rest };
    const asks = Object.values(given).every((value) => value === undefined);
    return asks ? noticesCard(await ctx.store.groups.settings(groupOf(ctx)), ctx) : set(given, ctx);
  },
});

/** Pressed under the notices of one channel. */
export const noticesOff = action({
  id: 'group.notices_off',
  args: { channel: channel('Where') },
  audience: 'organizer',
  run: (given, ctx) => turnOff(given.channel, ctx),
});

/** Pressed under notices that name a role. */
export const noticesNoRole = action({
  id: 'group.notices_no_role',
  args: { channel: channel('Where') },
  audience: 'organizer',
  async run(given, ctx) {
    const settings = await ctx.store.transaction(async (tx) => {
      const { group, before } = await placed(given.channel, tx, ctx);
      if (before) {
        const { role: _named, ...rest } = before;
        await tx.groups.setNotices(rest);
      }
      return group;
    });
    return noticesCard(settings, ctx, md`Saved. The notices name no role.`);
  },
});

interface Given {
  readonly time?: Temporal.PlainTime | undefined;
  readonly channel?: ChannelId | undefined;
  readonly sets?: string | undefined;
  readonly ahead?: readonly number[] | undefined;
  readonly mention?: string | undefined;
}

/** What is left out stays as it was. */
async function set(given: Given, ctx: Context): Promise<Reply> {
  const usual = defaultNoticeChoice(ctx.content.codeSets);
  if (given.mention !== undefined && platformOf(groupOf(ctx)) !== 'discord')
    throw new UserError('Roles exist on Discord only. Here, name nobody, and the channel is told.');
  const settings = await ctx.store.transaction(async (tx) => {
    const { group, place, before } = await placed(given.channel, tx, ctx);
    const mentioned = given.mention ?? before?.role;
    const schedule: NoticeSchedule = {
      group: group.id,
      channel: place,
      time: given.time ?? before?.time ?? usualTime,
      codeSets: given.sets ? setsNamed(given.sets, ctx) : (before?.codeSets ?? usual.codeSets),
      leadDays: given.ahead ?? before?.leadDays ?? usual.leadDays,
      ...(mentioned !== undefined && { role: mentioned }),
    };
    await tx.groups.setNotices(schedule);
    await planNotices(tx, schedule, group, ctx);
    return group;
  });
  return noticesCard(settings, ctx, md`Saved.`);
}

async function turnOff(given: ChannelId | undefined, ctx: Context): Promise<Reply> {
  const { group, before } = await ctx.store.transaction(async (tx) => {
    const found = await placed(given, tx, ctx);
    if (!found.before)
      throw new UserError(
        'There are no notices in that channel. /group notices shows where there are.',
      );
    await tx.groups.removeNotices(found.group.id, found.place);
    await tx.alarms.clear(groupJobs.notices, subjectOf(found.before));
    await ctx.outbox.void(tx, `notice:${found.place}:`, 'The notices were turned off.');
    return { ...found, before: found.before };
  });
  return noticesOffCard(before, group, ctx);
}

/** The channel that is meant, and its schedule so far. */
async function placed(given: ChannelId | undefined, tx: Transaction, ctx: Context) {
  const group = await tx.groups.change(groupOf(ctx), {});
  const schedules = await tx.groups.notices(group.id);
  const scheduled = schedules.map((schedule) => schedule.channel);
  const place = channelFor(given, group, ctx, scheduled);
  return { group, place, before: schedules.find((schedule) => schedule.channel === place) };
}
