// Which board is meant, and how it is read.

import type { Context } from '../../src/bot/command.ts';
import { UserError } from '../../src/bot/errors.ts';
import { localDay } from '../../src/core/calendar/local-time.ts';
import type { Board, Period } from '../../src/store/board-records.ts';

export const periods = {
  week: 'This week',
  month: 'This month',
  all: 'All time',
} as const satisfies Record<Period, string>;

/** A week and a month are those of the group's zone. */
export async function boardHere(
  period: Period,
  topic: string | undefined,
  ctx: Context,
): Promise<Board> {
  const { group } = ctx;
  if (!group)
    throw new UserError('A board belongs to a group. Type this in a channel of your study group.');
  const { zone } = await ctx.store.groups.settings(group);
  return { group, period, on: localDay(ctx.now, zone), ...(topic !== undefined && { topic }) };
}
