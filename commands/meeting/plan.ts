// Planning a meeting, and changing it.

import { action } from '../../src/bot/action.ts';
import { type Context, command } from '../../src/bot/command.ts';
import { askAgain, formFor } from '../../src/bot/forms.ts';
import { md } from '../../src/bot/markdown.ts';
import { newId } from '../../src/bot/new-id.ts';
import type { Outcome } from '../../src/bot/reply.ts';
import { channel, date, number, text, type Values } from '../../src/bot/shape.ts';
import { timeOfDay } from '../../src/bot/zone.ts';
import { localMoment } from '../../src/core/calendar/local-time.ts';
import { isCredits } from '../../src/core/ceu/credits.ts';
import type { Meeting } from '../../src/core/meetings/meeting.ts';
import type { GroupSettings } from '../../src/store/group-records.ts';
import { channelFor, groupOf } from '../group/this-group.ts';
import { sayTime } from '../group/words.ts';
import { meetingCard, over, plannedHere } from './planned.ts';
import { announcementKeys, planAnnouncement } from './planning.ts';
import { meetingArg } from './this-meeting.ts';

const fields = {
  title: text('What it is about', { max: 100, allows: ['name'] }),
  date: date("The day, on the group's calendar"),
  time: timeOfDay("When it begins, on the group's clocks: 18:00 or 6 pm"),
  credits: number('CEUs that its certificate will name, in quarters: 1 or 1.5', {
    min: 0.25,
    max: 100,
    whole: false,
    label: 'CEUs',
  })
    .refine(isCredits, 'must come in quarters, such as 1.25 or 2.5')
    .optional(),
  channel: channel("Where it is announced; left out, the group's channel").optional(),
};
type Written = Values<typeof fields>;

export const plan = command({
  name: 'plan',
  summary: 'Plan a meeting: announced 7 days and 1 day before',
  title: 'Plan a meeting',
  audience: 'organizer',
  options: fields,
  async run(written, ctx): Promise<Outcome> {
    const settings = await ctx.store.groups.settings(groupOf(ctx));
    const startsAt = momentOf(written, settings);
    const problems = problemsIn(startsAt, ctx);
    if (problems) return askAgain('meeting plan', plan, formValues(written), problems);
    const id = newId();
    const meeting: Meeting = { id, ...detailsOf(written, startsAt, settings, ctx) };
    await ctx.store.transaction(async (tx) => {
      await tx.meetings.add(meeting);
      await planAnnouncement(tx, meeting, settings, ctx.now);
    });
    return meetingCard(meeting, settings, ctx, md`**Planned.**`);
  },
});

export const change = action({
  id: 'meeting.change',
  args: meetingArg,
  audience: 'organizer',
  async run({ meeting: id }, ctx) {
    const meeting = await plannedHere(id, ctx);
    const { zone } = await ctx.store.groups.settings(meeting.group);
    const local = meeting.startsAt.toZonedDateTimeISO(zone);
    return formFor(rewrite, { meeting: id }, 'Change the meeting', {
      title: meeting.title,
      date: local.toPlainDate().toString(),
      time: sayTime(local.toPlainTime()),
      channel: meeting.channel,
      ...(meeting.credits !== undefined && { credits: meeting.credits }),
    });
  },
});

export const rewrite = action({
  id: 'meeting.rewrite',
  args: meetingArg,
  fields,
  title: 'Change the meeting',
  audience: 'organizer',
  async run({ meeting: id, ...written }, ctx): Promise<Outcome> {
    const before = await plannedHere(id, ctx);
    const settings = await ctx.store.groups.settings(before.group);
    const startsAt = momentOf(written, settings);
    const problems = problemsIn(startsAt, ctx);
    if (problems) {
      const form = formFor(rewrite, { meeting: id }, 'Change the meeting', formValues(written));
      return { kind: 'invalid', problems, form };
    }
    const meeting: Meeting = { id, ...detailsOf(written, startsAt, settings, ctx) };
    await ctx.store.transaction(async (tx) => {
      if (!(await tx.meetings.change(id, meeting))) throw over();
      await ctx.outbox.void(tx, announcementKeys(id), 'The meeting was changed.');
      await planAnnouncement(tx, meeting, settings, ctx.now);
    });
    return meetingCard(
      meeting,
      settings,
      ctx,
      md`**Changed.** Announce it again if others know the old date.`,
    );
  },
});

/** The zone's first such moment where clocks are put back; after the gap where they go forward. */
function momentOf({ date: day, time }: Written, { zone }: GroupSettings): Temporal.Instant {
  return localMoment(day, zone, time);
}

function problemsIn(
  startsAt: Temporal.Instant,
  { now }: Context,
): Readonly<Record<string, string>> | undefined {
  if (Temporal.Instant.compare(startsAt, now) <= 0)
    return { date: 'is in the past at that time; choose a later one' };
  const inAYear = now.add({ hours: 24 * 366 });
  return Temporal.Instant.compare(startsAt, inAYear) > 0
    ? { date: 'is more than a year away; plan it later' }
    : undefined;
}

function detailsOf(
  { title, credits, channel: given }: Written,
  startsAt: Temporal.Instant,
  settings: GroupSettings,
  ctx: Context,
): Omit<Meeting, 'id'> {
  return {
    group: settings.id,
    channel: channelFor(given, settings, ctx),
    title: title.replaceAll(/\s+/g, ' '),
    startsAt,
    state: 'planned',
    ...(credits !== undefined && { credits }),
  };
}

function formValues({ date: day, time, ...rest }: Written) {
  return { ...rest, date: day.toString(), time: sayTime(time) };
}
