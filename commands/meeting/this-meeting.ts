// Which meeting of this group a command means.

import type { Context } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import type { Choice } from '../../src/bot/reply.ts';
import { text } from '../../src/bot/shape.ts';
import { sayDay } from '../../src/core/calendar/release-words.ts';
import type { GroupId } from '../../src/core/ids.ts';
import type { Meeting } from '../../src/core/meetings/meeting.ts';
import { shortened } from '../../src/core/shortened.ts';
import { groupOf } from '../group/this-group.ts';

export const meetingArg = { meeting: text('Which meeting', { max: 20 }) };

/** For commands: suggested by title, given by id. */
export const meetingOption = text('Which meeting; left out, the one nearest to now', {
  max: 100,
  label: 'Meeting',
}).optional();

/** So far back a meeting can still be opened, and its roster is found without naming it. */
const recent = Temporal.Duration.from({ hours: 24 * 200 });

export async function meetingsOf(ctx: Context): Promise<readonly Meeting[]> {
  const group = groupOf(ctx);
  const { meetings } = ctx.store;
  const past = await meetings.past(group, ctx.now, 50);
  const coming = await meetings.coming(group, ctx.now);
  const since = ctx.now.subtract(recent);
  return [...past, ...coming].filter(
    ({ startsAt }) => Temporal.Instant.compare(startsAt, since) > 0,
  );
}

/** By id, or by words of its title. */
export async function namedMeeting(typed: string, ctx: Context): Promise<Meeting> {
  const found = await meetingsOf(ctx);
  const byId = found.find(({ id }) => id === typed);
  if (byId) return byId;
  const wanted = typed.trim().toLowerCase();
  const fitting = found.filter(({ title }) => title.toLowerCase().includes(wanted));
  const [only, ...others] = fitting;
  if (only && others.length === 0) return only;
  throw new UserError(
    only
      ? `“${typed}” could be ${fitting.length} meetings. Choose one of those suggested while you type.`
      : `No meeting of this group is called “${typed}”. /meeting next lists them.`,
  );
}

export async function meetingHere(id: string, ctx: Context): Promise<Meeting> {
  const meeting = await ctx.store.meetings.find(groupOf(ctx), id);
  if (!meeting)
    throw new UserError('That meeting is not one of this group. /meeting next lists them.');
  return meeting;
}

/** The one that begins or began nearest to now. */
export function nearest(meetings: readonly Meeting[], now: Temporal.Instant): Meeting | undefined {
  const away = ({ startsAt }: Meeting) =>
    Math.abs(startsAt.epochMilliseconds - now.epochMilliseconds);
  return [...meetings].sort((a, b) => away(a) - away(b))[0];
}

export async function suggestMeetings(typed: string, ctx: Context): Promise<readonly Choice[]> {
  if (!ctx.group) return [];
  const { zone } = await ctx.store.groups.settings(ctx.group);
  const wanted = typed.trim().toLowerCase();
  return (await meetingsOf(ctx))
    .map((meeting) => ({ label: nameWithDay(meeting, zone), value: meeting.id }))
    .filter(({ label }) => label.toLowerCase().includes(wanted))
    .slice(0, 25);
}

/** `Chapter meeting · December 10, 2026`. */
export function nameWithDay({ title, startsAt }: Meeting, zone: string): string {
  const day = sayDay(startsAt.toZonedDateTimeISO(zone).toPlainDate());
  return `${shortened(title, 50)} · ${day}`;
}

export async function zoneOfGroup(ctx: Context, group: GroupId = groupOf(ctx)): Promise<string> {
  return (await ctx.store.groups.settings(group)).zone;
}
