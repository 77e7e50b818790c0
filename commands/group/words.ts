// How schedules and moments are said to organizers.

import { type ActionRef, refer } from '../../src/bot/action.ts';
import { type Markdown, md } from '../../src/bot/markdown.ts';
import { button, type Control } from '../../src/bot/reply.ts';
import { sayDay } from '../../src/core/calendar/release-words.ts';
import type { GroupSettings } from '../../src/store/group-records.ts';

export const usualTime = Temporal.PlainTime.from('09:00');

/** `09:00`. */
export function sayTime(time: Temporal.PlainTime): string {
  return time.toString({ smallestUnit: 'minute' });
}

/** `Monday, November 23, 2026 at 09:00`, on the group's clocks. */
export function sayMoment(moment: Temporal.Instant, zone: string): string {
  const local = moment.toZonedDateTimeISO(zone);
  const day = local.toPlainDate();
  const weekday = day.toLocaleString('en-US', { weekday: 'long' });
  return `${weekday}, ${sayDay(day)} at ${sayTime(local.toPlainTime())}`;
}

/** `60, 30 and 7 days ahead and on the day`. */
export function sayLeadDays(leadDays: readonly number[]): string {
  const ahead = leadDays.filter((days) => days > 0).sort((a, b) => b - a);
  const list = new Intl.ListFormat('en').format(ahead.map(String)).replace(', and', ' and');
  const parts = [
    ...(ahead.length > 0 ? [`${list} days ahead`] : []),
    ...(leadDays.includes(0) ? ['on the day'] : []),
  ];
  return parts.join(' and ');
}

/** The form that begins one, with an hour that suits most: sent as it is, it begins. */
export function beginRef(verb: 'daily' | 'notices'): ActionRef {
  return refer(`/group ${verb}…`, { time: sayTime(usualTime) });
}

/** Said wherever a next post is told, since a paused group gets none. */
export function pausedLine({ paused }: GroupSettings): readonly Markdown[] {
  return paused
    ? [md`**The group is paused:** nothing is posted until you resume with **/group pause off**.`]
    : [];
}

/** How many channels one message shows; the others are counted. */
const mostChannels = 4;

/** What is said of each channel, of so many that their buttons fill two rows. */
export function firstOf(lines: readonly Markdown[]): readonly Markdown[] {
  const more = lines.length - mostChannels;
  return more <= 0
    ? lines
    : [
        ...lines.slice(0, mostChannels),
        md`and ${more} more ${more === 1 ? 'channel' : 'channels'}`,
      ];
}

/** Change and Turn off of each schedule; numbered where there are several. */
export function scheduleButtons(
  schedules: readonly { readonly change: ActionRef; readonly off: ActionRef }[],
): readonly Control[] {
  const numbered = schedules.length > 1;
  const buttons = schedules.slice(0, mostChannels).flatMap(({ change, off }, index) => {
    const which = numbered ? ` (${index + 1})` : '';
    return [button(`Change${which}`, change), button(`Turn off${which}`, off)];
  });
  return [...buttons, toChecklist];
}

export const toChecklist: Control = button('Checklist', '/group setup');
