// A meeting that has not begun: its card, announcing it now, calling it off.

import { action, refer } from '../../src/bot/action.ts';
import type { Context } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { bullets, joinLines, type Markdown, md, named } from '../../src/bot/markdown.ts';
import { button, type Reply, say } from '../../src/bot/reply.ts';
import { sayCredits } from '../../src/core/ceu/credits.ts';
import { announcements, type Meeting } from '../../src/core/meetings/meeting.ts';
import type { GroupSettings } from '../../src/store/group-records.ts';
import { pausedLine, sayMoment } from '../group/words.ts';
import { announcementKey, announcementKeys, planAnnouncement } from './planning.ts';
import { announcement, cancelledPost } from './posts.ts';
import { meetingArg, meetingHere } from './this-meeting.ts';

export const announce = action({
  id: 'meeting.announce',
  args: meetingArg,
  audience: 'organizer',
  async run({ meeting: id }, ctx) {
    const meeting = await plannedHere(id, ctx);
    const settings = await ctx.store.groups.settings(meeting.group);
    checkMayAnnounce(meeting, settings, ctx);
    await ctx.store.transaction((tx) =>
      ctx.outbox.add(tx, {
        key: `${announcementKey(meeting, 'now')}:${ctx.now.toZonedDateTimeISO('UTC').toPlainDate()}`,
        to: { kind: 'channel', channel: meeting.channel },
        reply: announcement(meeting, settings.zone),
        due: ctx.now,
        notAfter: meeting.startsAt,
        group: meeting.group,
      }),
    );
    return meetingCard(meeting, settings, ctx, md`**Announced**, once a day at most.`);
  },
});

function checkMayAnnounce(meeting: Meeting, { paused }: GroupSettings, ctx: Context): void {
  if (paused)
    throw new UserError(
      'The group is paused, so nothing is posted. Resume with /group pause off, then announce it.',
    );
  if (!isAhead(meeting, ctx))
    throw new UserError(
      'The hour of this meeting is past. Begin it with /meeting start, or give it a new date with Change.',
    );
}

function isAhead({ startsAt }: Meeting, { now }: Context): boolean {
  return Temporal.Instant.compare(startsAt, now) > 0;
}

export const cancel = action({
  id: 'meeting.cancel',
  args: meetingArg,
  audience: 'organizer',
  async run({ meeting: id }, ctx) {
    const meeting = await plannedHere(id, ctx);
    const { zone } = await ctx.store.groups.settings(meeting.group);
    return say(
      md`Cancel **${meeting.title}** of ${sayMoment(meeting.startsAt, zone)}? The channel is told, and it cannot be taken back; you would plan it anew.`,
      {
        tone: 'warning',
        controls: [
          button('Cancel the meeting', refer(cancelled, { meeting: id }), 'danger'),
          button('Keep it', '/meeting next'),
        ],
      },
    );
  },
});

export const cancelled = action({
  id: 'meeting.cancelled',
  args: meetingArg,
  audience: 'organizer',
  async run({ meeting: id }, ctx) {
    const meeting = await meetingHere(id, ctx);
    const settings = await ctx.store.groups.settings(meeting.group);
    await ctx.store.transaction(async (tx) => {
      if (!(await tx.meetings.move(id, ['planned'], 'cancelled'))) throw over();
      await ctx.outbox.void(tx, announcementKeys(id), 'The meeting was cancelled.');
      await planAnnouncement(tx, { ...meeting, state: 'cancelled' }, settings, ctx.now);
      await ctx.outbox.add(tx, {
        key: `meeting:${id}:cancelled`,
        to: { kind: 'channel', channel: meeting.channel },
        reply: cancelledPost(meeting, settings.zone),
        due: ctx.now,
        notAfter: isAhead(meeting, ctx) ? meeting.startsAt : ctx.now.add({ hours: 24 }),
        group: meeting.group,
      });
    });
    return say(md`**${meeting.title}** is cancelled, and its channel is told.`, { tone: 'good' });
  },
});

export async function plannedHere(id: string, ctx: Context): Promise<Meeting> {
  const meeting = await meetingHere(id, ctx);
  if (meeting.state !== 'planned') throw over();
  return meeting;
}

export function over(): UserError {
  return new UserError('This meeting has begun, is over or was cancelled: it stays as it is.');
}

export function meetingCard(
  meeting: Meeting,
  settings: GroupSettings,
  ctx: Context,
  first: Markdown,
): Reply {
  const { zone } = settings;
  const mayAnnounce = !settings.paused && isAhead(meeting, ctx);
  const ahead = announcements(meeting.startsAt, zone)
    .filter(({ at }) => Temporal.Instant.compare(at, ctx.now) > 0)
    .map(({ at }) => sayMoment(at, zone));
  const lines = [
    md`**${meeting.title}**, ${sayMoment(meeting.startsAt, zone)} (${zone})`,
    ...(meeting.credits === undefined ? [] : [md`Planned: ${sayCredits(meeting.credits)}`]),
    ...(ahead.length > 0
      ? [md`Announced in ${named('channel', meeting.channel)}: ${ahead.join('; ')}`]
      : mayAnnounce
        ? [
            md`Too near for an announcement by itself: press **Announce now**. It goes to ${named('channel', meeting.channel)}.`,
          ]
        : []),
  ];
  return say(joinLines([first, bullets(lines), ...pausedLine(settings)], '\n\n'), {
    title: 'Meeting',
    tone: 'good',
    controls: [
      ...(mayAnnounce ? [button('Announce now', refer(announce, { meeting: meeting.id }))] : []),
      button('Change', refer({ id: 'meeting.change' }, { meeting: meeting.id })),
      button('Cancel it', refer(cancel, { meeting: meeting.id })),
      button('Coming meetings', '/meeting next'),
    ],
    footnote: 'On the day, /meeting start opens the check-in.',
  });
}
