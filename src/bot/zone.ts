// Time zones as people choose them: IANA names, shown with the time that it is there now.

import { z } from 'zod';
import { assumedZone } from '../core/calendar/assumed-zone.ts';
import type { Member, Repositories } from '../store/store.ts';
import type { Context } from './command.ts';
import type { Choice } from './reply.ts';
import type { text } from './shape.ts';

/** Common ones first: most members live in the United States. */
const firstZones = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
  'Asia/Manila',
  'Asia/Kolkata',
  'Europe/London',
  'UTC',
];

/** What members write instead of the names. */
const everydayNames: Readonly<Record<string, string>> = {
  eastern: 'America/New_York',
  est: 'America/New_York',
  edt: 'America/New_York',
  et: 'America/New_York',
  central: 'America/Chicago',
  cst: 'America/Chicago',
  cdt: 'America/Chicago',
  ct: 'America/Chicago',
  mountain: 'America/Denver',
  mst: 'America/Denver',
  mdt: 'America/Denver',
  mt: 'America/Denver',
  arizona: 'America/Phoenix',
  pacific: 'America/Los_Angeles',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  pt: 'America/Los_Angeles',
  alaska: 'America/Anchorage',
  hawaii: 'Pacific/Honolulu',
};

/** The IANA name for what was typed, or nothing. */
function zoneNamed(typed: string): string | undefined {
  const plain = typed.trim().toLowerCase().replaceAll(' ', '_');
  const name = everydayNames[plain] ?? zoneOfCity(plain) ?? typed.trim().replaceAll(' ', '_');
  try {
    return Temporal.Now.zonedDateTimeISO(name).timeZoneId;
  } catch {
    return undefined;
  }
}

/** No two zones end in the same city. */
function zoneOfCity(city: string): string | undefined {
  const known = [...firstZones, ...Intl.supportedValuesOf('timeZone')];
  return known.find((name) => name.toLowerCase().endsWith(`/${city}`));
}

/** A value of a shape; zod's transform gives the IANA name. */
export function zone(hint: string): ReturnType<typeof text> {
  return z
    .string()
    .trim()
    .max(60)
    .refine(
      (typed) => zoneNamed(typed) !== undefined,
      'is not a time zone. Choose one by its city, such as America/Chicago',
    )
    .overwrite((typed) => zoneNamed(typed) ?? typed)
    .meta({ is: 'text', hint, label: 'Time zone' });
}

export function suggestZones(typed: string, ctx: Context): readonly Choice[] {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_');
  const named = everydayNames[wanted];
  const matching = Intl.supportedValuesOf('timeZone').filter((name) =>
    name.toLowerCase().includes(wanted),
  );
  const first = firstZones.filter((name) => name === named || name.toLowerCase().includes(wanted));
  const names = [...new Set([...(named ? [named] : []), ...first, ...(wanted ? matching : [])])];
  return names
    .slice(0, 25)
    .map((name) => ({ label: `${name} (${clockAt(ctx.now, name)})`, value: name }));
}

/** The member's own zone; until they say it, their home group's. */
export async function zoneOf(
  member: Pick<Member, 'zone' | 'homeGroup'>,
  { groups }: Pick<Repositories, 'groups'>,
): Promise<string> {
  if (member.zone) return member.zone;
  return member.homeGroup ? (await groups.settings(member.homeGroup)).zone : assumedZone;
}

/** A context of a command; inside a transaction, with that as its store. */
interface Here extends Pick<Context, 'member' | 'group'> {
  readonly store: Pick<Repositories, 'groups'>;
}

/** The zone of whoever is here, also on their first visit. */
export function zoneHere({ member, group, store }: Here): Promise<string> {
  const homeGroup = member.homeGroup ?? group;
  return zoneOf({ ...member, ...(homeGroup && { homeGroup }) }, store);
}

/** The calendar day that it is for the member. */
export async function todayOf(ctx: Here & Pick<Context, 'now'>): Promise<Temporal.PlainDate> {
  return ctx.now.toZonedDateTimeISO(await zoneHere(ctx)).toPlainDate();
}

/** `14:05` in that zone. */
export function clockAt(now: Temporal.Instant, zoneName: string): string {
  return now.toZonedDateTimeISO(zoneName).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** A local time as people type it: `9:00`, `09:00`, `9 am`, `9:30pm`. */
export function timeNamed(typed: string): Temporal.PlainTime | undefined {
  const match = /^(\d{1,2})(?::(\d{2}))?\s*(am|pm)?$/i.exec(typed.trim());
  if (!match) return undefined;
  const [, hourText = '', minuteText = '0', half] = match;
  const given = Number(hourText);
  if (half && (given < 1 || given > 12)) return undefined;
  const hour = half ? (given % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : given;
  const minute = Number(minuteText);
  return hour > 23 || minute > 59 ? undefined : new Temporal.PlainTime(hour, minute);
}

/** A value of a shape: a local time of day. */
export function timeOfDay(hint: string) {
  return z
    .string()
    .trim()
    .max(10)
    .refine((typed) => timeNamed(typed) !== undefined, 'is not a time, such as 18:00 or 6 pm')
    .transform((typed) => timeNamed(typed) ?? new Temporal.PlainTime())
    .meta({ is: 'text', hint });
}

/** How people say that something is not wanted: `off` and `none` mean the same everywhere. */
export function isOff(typed: string): boolean {
  return /^(?:off|none)$/i.test(typed.trim());
}

/** A value of a shape: a local time of day, or `off` for what can be turned off. */
export function timeOrOff(hint: string) {
  return z
    .string()
    .trim()
    .max(10)
    .refine(
      (typed) => isOff(typed) || timeNamed(typed) !== undefined,
      'is not a time, such as 09:00 or 9 am, nor off',
    )
    .transform((typed) => (isOff(typed) ? 'off' : (timeNamed(typed) ?? new Temporal.PlainTime())))
    .meta({ is: 'text', hint });
}
