// Reads `:time +1d`, and says what time it is.

import type { Journey, Travel } from './clock.ts';
import type { ClockMove } from './read.ts';

const units: Readonly<Record<string, 'minutes' | 'hours' | 'days' | 'weeks'>> = {
  m: 'minutes',
  h: 'hours',
  d: 'days',
  w: 'weeks',
};

/** Where `text` says to go; without a zone it is the one of this machine. */
function readMove(text: string): ClockMove | undefined {
  if (text === 'next') return { to: 'next' };
  const [, count = '', unit = ''] = /^\+?(\d{1,4}) ?([mhdw])$/.exec(text) ?? [];
  const span = units[unit];
  if (span) return { forward: Temporal.Duration.from({ [span]: Number(count) }) };
  try {
    return { now: instantOf(text) };
  } catch {
    return undefined;
  }
}

function instantOf(text: string): Temporal.Instant {
  if (/(?:Z|[+-]\d{2}:\d{2})$/i.test(text)) return Temporal.Instant.from(text);
  const local = Temporal.PlainDateTime.from(text);
  return local.toZonedDateTime(Temporal.Now.timeZoneId()).toInstant();
}

function tellTime({ now, next }: Pick<Journey, 'now' | 'next'>): string {
  const due = next ? ` Next event: ${inWords(next)}.` : ' Nothing is planned yet.';
  return `It is ${inWords(now)}.${due}`;
}

function inWords(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(Temporal.Now.timeZoneId()).toLocaleString('en-US', {
    dateStyle: 'full',
    timeStyle: 'short',
  });
}

export async function travelTo(travel: Travel, text: string): Promise<string> {
  if (text === '') return tellTime(await travel.where());
  const move = readMove(text);
  if (!move) return 'Write :time +2h, :time +1d, :time next or :time 2026-12-01T09:00.';
  const journey = await travel.move(move);
  const said = journey.messages.length === 0 ? ' Nothing was said on the way.' : '';
  return `${tellTime(journey)}${said}`;
}
