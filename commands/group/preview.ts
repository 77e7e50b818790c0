// Sends a test to a channel, marked TEST, to see that it arrives and how it looks.

import { type Context, command } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { formatted, md, named } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { channel, choice } from '../../src/bot/shape.ts';
import { nextNoticeDue } from '../../src/core/calendar/notice-times.ts';
import type { ChannelId } from '../../src/core/ids.ts';
import type { GroupSettings } from '../../src/store/group-records.ts';
import { noticePost } from '../updates/notice.ts';
import { aboutGroup, channelFor, groupOf } from './this-group.ts';

export const preview = command({
  name: 'preview',
  summary: 'Sends a test marked TEST to a channel',
  title: 'Send a test',
  audience: 'organizer',
  options: {
    channel: channel('Where it is sent; left out, where the group posts').optional(),
    what: choice('What is sent', { line: 'A line', notice: 'The next notice' }).optional(),
  },
  async run({ channel: given, what }, ctx) {
    const settings = await ctx.store.groups.settings(groupOf(ctx));
    const where = channelFor(given, settings, ctx);
    const reply = what === 'notice' ? await nextNotice(where, settings, ctx) : testLine();
    await ctx.store.transaction((tx) =>
      ctx.outbox.add(tx, {
        key: `preview:${where}:${ctx.now.epochMilliseconds}`,
        to: { kind: 'channel', channel: where },
        reply,
        due: ctx.now,
        group: settings.id,
      }),
    );
    return sent(where, settings, ctx);
  },
});

function testLine(): Reply {
  return say(
    md`**TEST.** An organizer wanted to see whether posts of the bot arrive here. There is nothing to do.`,
    { controls: [button('What can I do here?', '/help')] },
  );
}

/** As this channel would get it; marked, so that nobody takes it for news. */
async function nextNotice(where: ChannelId, settings: GroupSettings, ctx: Context): Promise<Reply> {
  const schedules = await ctx.store.groups.notices(settings.id);
  const schedule = schedules.find((each) => each.channel === where);
  if (!schedule)
    throw new UserError('No notices are posted in that channel. Set them with /group notices.');
  const times = { ...schedule, zone: settings.zone };
  const next = nextNoticeDue(ctx.content.codeSets, times, ctx.now);
  if (!next) throw new UserError('No release of the chosen code sets is known yet.');
  const post = noticePost(next.notice, ctx.catalog);
  return {
    ...post,
    title: `TEST: ${post.title ?? ''}`,
    text: md`**TEST: this is not news yet.**\n\n${formatted(post.text)}`,
  };
}

function sent(where: ChannelId, settings: GroupSettings, ctx: Context): Reply {
  const reply = say(
    md`A test is on its way to ${named('channel', where)}. If it is not there within a minute, **/group doctor** says why.`,
    {
      title: 'Test',
      tone: 'good',
      controls: [button('Doctor', '/group doctor'), button('Deliveries', '/group deliveries')],
    },
  );
  return aboutGroup(reply, settings, ctx);
}
