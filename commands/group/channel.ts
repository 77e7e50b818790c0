import { action, refer } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { formatted, md, named } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { channel as channelShape } from '../../src/bot/shape.ts';
import { groupJobs, subjectOf } from '../../src/core/calendar/group-alarms.ts';
import type { ChannelId } from '../../src/core/ids.ts';
import type { GroupSettings } from '../../src/store/group-records.ts';
import type { Transaction } from '../../src/store/store.ts';
import { planAll } from './plan.ts';
import { aboutGroup, channelFor, groupOf } from './this-group.ts';
import { toChecklist } from './words.ts';

export const channel = command({
  name: 'channel',
  summary: "The channel where the group's posts go",
  title: "The group's channel",
  audience: 'organizer',
  options: { channel: channelShape('Which; left out, this one').optional() },
  async run({ channel: given }, ctx) {
    const { before, settings } = await ctx.store.transaction(async (tx) => {
      const group = await tx.groups.change(groupOf(ctx), {});
      const here = ctx.channel.kind === 'channel' ? ctx.channel.id : undefined;
      const chosen = channelFor(given ?? here, group, ctx);
      return { before: group, settings: await tx.groups.change(group.id, { channel: chosen }) };
    });
    return chosenCard(before, settings, ctx);
  },
});

/** Takes the schedules of the channel before along to the one that was chosen. */
export const moveSchedules = action({
  id: 'group.move',
  args: { from: channelShape('Where they are') },
  audience: 'organizer',
  async run({ from }, ctx) {
    const settings = await ctx.store.transaction(async (tx) => {
      const group = await tx.groups.change(groupOf(ctx), {});
      if (group.channel && group.channel !== from) await move(from, group.channel, group, tx, ctx);
      return group;
    });
    const text = md`Moved. **/group setup** shows what is posted where, and when.`;
    return aboutGroup(say(text, { tone: 'good', controls: [toChecklist] }), settings, ctx);
  },
});

/** The daily question's alarm stays behind for the answer to the last question there. */
async function move(
  from: ChannelId,
  to: ChannelId,
  group: GroupSettings,
  tx: Transaction,
  ctx: Context,
): Promise<void> {
  for (const schedule of await tx.groups.daily(group.id)) {
    if (schedule.channel !== from) continue;
    await tx.groups.setDaily({ ...schedule, channel: to });
    await tx.groups.removeDaily(group.id, from);
  }
  for (const schedule of await tx.groups.notices(group.id)) {
    if (schedule.channel !== from) continue;
    await tx.groups.setNotices({ ...schedule, channel: to });
    await tx.groups.removeNotices(group.id, from);
    await tx.alarms.clear(groupJobs.notices, subjectOf(schedule));
  }
  await planAll(tx, group, ctx);
}

async function chosenCard(
  before: GroupSettings,
  settings: GroupSettings,
  ctx: Context,
): Promise<Reply> {
  const { groups } = ctx.store;
  const kinds = [await groups.daily(settings.id), await groups.notices(settings.id)];
  const left = before.channel !== settings.channel ? before.channel : undefined;
  const scheduled = (place: ChannelId | undefined) => (kind: readonly { channel: ChannelId }[]) =>
    kind.some(({ channel }) => channel === place);
  const moves = kinds.filter(scheduled(left));
  const chosen = settings.channel
    ? md`The group's channel is ${named('channel', settings.channel)}. New schedules go there unless you name another one.`
    : md`The group has no channel.`;
  if (!left || moves.length === 0)
    return aboutGroup(say(chosen, { tone: 'good', controls: [toChecklist] }), settings, ctx);
  const replaced = moves.some(scheduled(settings.channel))
    ? ' Then it takes the place of what is scheduled here.'
    : '';
  const text = md`${formatted(chosen)}\n\nWhat is scheduled in ${named('channel', left)} stays there, unless you move it.${replaced}`;
  const controls = [
    button('Move it here', refer(moveSchedules, { from: left }), 'primary'),
    toChecklist,
  ];
  return aboutGroup(say(text, { tone: 'good', controls }), settings, ctx);
}
