import { type Context, command } from '../../src/bot/command.ts';
import { groupPaused } from '../../src/bot/job.ts';
import { md } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { choice } from '../../src/bot/shape.ts';
import { dailyKey } from '../../src/core/calendar/group-alarms.ts';
import { localDay } from '../../src/core/calendar/local-time.ts';
import type { GroupSettings } from '../../src/store/group-records.ts';
import type { Transaction } from '../../src/store/store.ts';
import { announcementKeys } from '../meeting/planning.ts';
import { planAll } from './plan.ts';
import { aboutGroup, groupOf } from './this-group.ts';
import { toChecklist } from './words.ts';

const title = 'Pause';

export const pause = command({
  name: 'pause',
  summary: "Holds the posts in the group's channels, or lets them go on",
  title: 'Pause the group',
  audience: 'organizer',
  options: { state: choice('On pauses, off resumes', { on: 'Pause', off: 'Resume' }).optional() },
  async run({ state }, ctx) {
    if (state === undefined) return shown(await ctx.store.groups.settings(groupOf(ctx)), ctx);
    const settings = await ctx.store.transaction(async (tx) => {
      const group = await tx.groups.change(groupOf(ctx), { paused: state === 'on' });
      if (group.paused) await takeBack(group, tx, ctx);
      else await planAll(tx, group, ctx);
      return group;
    });
    return shown(settings, ctx);
  },
});

/** What an outage held back is not posted after all. */
async function takeBack(group: GroupSettings, tx: Transaction, ctx: Context): Promise<void> {
  const today = localDay(ctx.now, group.zone);
  for (const { channel } of await tx.groups.daily(group.id))
    await ctx.outbox.void(tx, dailyKey(channel, today), groupPaused);
  for (const { channel } of await tx.groups.notices(group.id))
    await ctx.outbox.void(tx, `notice:${channel}:`, groupPaused);
  for (const { id } of await tx.meetings.coming(group.id, ctx.now))
    await ctx.outbox.void(tx, announcementKeys(id), groupPaused);
}

function shown(settings: GroupSettings, ctx: Context): Reply {
  const reply = settings.paused
    ? say(
        md`**Paused.** No daily question, no notice and no meeting's announcement is posted in the group's channels; only the answer to the last question still comes. Members' own reminders go on: they belong to the members.`,
        {
          title,
          tone: 'warning',
          controls: [button('Resume', '/group pause?state=off', 'primary'), toChecklist],
        },
      )
    : say(
        md`**Not paused.** Daily questions, notices and announcements of meetings are posted as planned. Pausing holds them back; members' own reminders go on in any case.`,
        { title, tone: 'good', controls: [button('Pause', '/group pause?state=on'), toChecklist] },
      );
  return aboutGroup(reply, settings, ctx);
}
