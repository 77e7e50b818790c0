// A member's next due dates as a file for their own calendar.

import type { Context } from '../../src/bot/command.ts';
import type { File } from '../../src/bot/reply.ts';
import { textFile } from '../../src/bot/reply.ts';
import { dueCalendar } from '../../src/core/ceu/due-calendar.ts';
import type { RulePack } from '../../src/core/ceu/rules.ts';
import { deadlinesAround, type Watched } from '../../src/core/ceu/watch.ts';

/** Nothing where no date is known. */
export function calendarFile(
  bodies: readonly { readonly pack: RulePack; readonly standing: Watched }[],
  today: Temporal.PlainDate,
  { now }: Context,
): File | undefined {
  const days = bodies.flatMap(({ pack, standing }) =>
    deadlinesAround(pack, standing, today)
      .filter(({ due }) => Temporal.PlainDate.compare(due, today) >= 0)
      .map((deadline) => ({ pack, deadline })),
  );
  if (days.length === 0) return undefined;
  return textFile('ceu-due-dates.ics', 'text/calendar', dueCalendar(days, now));
}
