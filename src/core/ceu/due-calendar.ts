// Due dates as a calendar file, for the calendar that a member looks into anyway.

import ical, { ICalAlarmType } from 'ical-generator';
import type { Deadline } from './reminders.ts';
import type { RulePack } from './rules.ts';

export interface DueDay {
  readonly pack: RulePack;
  readonly deadline: Deadline;
}

/** Days before, at which the calendar itself reminds: it does not depend on this bot. */
const alarmDays: readonly number[] = [60, 14, 1];
const secondsOfDay = 86_400;

export function dueCalendar(days: readonly DueDay[], now: Temporal.Instant): string {
  const calendar = ical({
    name: 'Continuing education',
    prodId: { company: 'Coderounds', product: 'Continuing education', language: 'EN' },
  });
  for (const { pack, deadline } of days) {
    const { body, kind, due } = deadline;
    calendar.createEvent({
      id: `${body}-${kind}-${due}@coderounds`,
      start: due,
      allDay: true,
      stamp: now,
      summary: summaryOf(pack, deadline),
      description: descriptionOf(pack, deadline),
      url: pack.body.site,
      alarms: alarmDays.map((count) => ({
        type: ICalAlarmType.display,
        trigger: count * secondsOfDay,
      })),
    });
  }
  return calendar.toString();
}

function summaryOf({ body }: RulePack, { kind }: Deadline): string {
  return kind === 'cycle' ? `${body.name} credits are due` : `${body.name} membership dues are due`;
}

function descriptionOf({ body, checked }: RulePack, deadline: Deadline): string {
  const origin =
    deadline.kind === 'cycle' && deadline.confirmed
      ? `As your ${body.tracker} shows it.`
      : `Computed, not confirmed: compare it with your ${body.tracker}.`;
  return `${origin} Rules of ${body.name} checked ${checked}. Confirm with ${body.name}.`;
}
