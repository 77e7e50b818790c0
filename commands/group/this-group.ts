// Which group an organizer's command is about, and which of its channels.

import type { Context } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { formatted, md, named } from '../../src/bot/markdown.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { type ChannelId, type GroupId, isWithin, localId } from '../../src/core/ids.ts';
import type { GroupSettings } from '../../src/store/group-records.ts';

export function groupOf({ group }: Context): GroupId {
  if (group) return group;
  throw new UserError("Please type this in one of the group's own channels.");
}

/**
 * The channel that was named; or else the one here if it has such a schedule, the only one that has,
 * the group's own, the one here.
 */
export function channelFor(
  given: ChannelId | undefined,
  settings: GroupSettings,
  ctx: Context,
  scheduled: readonly ChannelId[] = [],
): ChannelId {
  if (given !== undefined) return checked(given, settings.id);
  const here = ctx.channel.kind === 'channel' ? ctx.channel.id : undefined;
  if (here && scheduled.includes(here)) return here;
  const [only, ...others] = scheduled;
  const chosen = (others.length === 0 ? only : undefined) ?? settings.channel ?? here;
  if (chosen) return checked(chosen, settings.id);
  throw new UserError('Which channel? Name it, or type this in the channel that you mean.');
}

/** So long that buttons can still refer to it; no platform but the playground has longer ones. */
const longestId = 36;

function checked(channel: ChannelId, group: GroupId): ChannelId {
  if (isWithin(channel, group) && channel.length <= longestId) return channel;
  throw new UserError('That channel is not one of this group. Choose one of its own channels.');
}

/** In a direct message it would not be clear which group is meant. */
export function aboutGroup(reply: Reply, settings: GroupSettings, ctx: Context): Reply {
  if (ctx.channel.kind !== 'dm') return reply;
  const which = settings.channel
    ? md`*This is about the group of ${named('channel', settings.channel)}.*`
    : md`*This is about the group ${localId(settings.id)}.*`;
  return { ...reply, text: md`${formatted(which)}\n\n${formatted(reply.text)}` };
}
