// How a message of the bot, and what became of it, is said to organizers.

import { type Markdown, md, named } from '../../src/bot/markdown.ts';
import { localDay } from '../../src/core/calendar/local-time.ts';
import type { DeliveryRecord } from '../../src/store/store.ts';
import { sayTime } from './words.ts';

/** By the beginning of the key. */
const kinds: Readonly<Record<string, string>> = {
  daily: 'Question of the day',
  notice: 'Notice of code changes',
  meeting: 'Meeting',
  round: 'Quiz round',
  preview: 'TEST',
  answer: 'Answer to a question',
  dismissed: 'Answer to a question',
  questions: 'Questions to organizers',
  bank: 'Question bank',
};

export function sayWhat({ key, channel, isEdit }: DeliveryRecord): Markdown {
  const kind = kinds[key.split(':')[0] ?? ''] ?? 'Message';
  const what = isEdit ? `${kind}, edited` : kind;
  return channel ? md`**${what}** in ${named('channel', channel)}` : md`**${what}** to one member`;
}

export function sayOutcome(record: DeliveryRecord, zone: string, now: Temporal.Instant): Markdown {
  const { state, sentAt, due, isHeld, attempts } = record;
  const reason = record.reason ?? '';
  if (isHeld) return md`held: ${reason}`;
  switch (state) {
    case 'sent':
      return md`sent ${sayWhen(sentAt ?? due, zone, now)}`;
    case 'pending':
      return attempts > 0
        ? md`waiting since ${sayWhen(due, zone, now)}: ${reason}`
        : md`comes ${sayWhen(due, zone, now)}`;
    case 'sending':
      return md`being looked into: ${reason}`;
    case 'closed':
      return md`not sent: ${reason}`;
    case 'missed':
      return md`left out: ${reason}`;
  }
}

/** `today at 09:00`, or the day. */
export function sayWhen(moment: Temporal.Instant, zone: string, now: Temporal.Instant): string {
  const day = localDay(moment, zone);
  const time = sayTime(moment.toZonedDateTimeISO(zone).toPlainTime());
  return day.equals(localDay(now, zone)) ? `today at ${time}` : `${day} at ${time}`;
}
