// Days away: nothing is asked of a member meanwhile, and what waits afterwards comes a day's cap at a
// time.

import type { MemberId } from '../../src/core/ids.ts';
import { spread } from '../../src/core/review/spreading.ts';
import type { Transaction } from '../../src/store/store.ts';

/** Of the first day back. Does nothing for those who were not away. */
export async function comeBack(
  tx: Transaction,
  member: MemberId,
  today: Temporal.PlainDate,
): Promise<void> {
  const { awayUntil, perDay } = await tx.reviews.settings(member);
  if (!awayUntil) return;
  await tx.reviews.move(member, spread(await tx.reviews.all(member), today, perDay));
  await tx.reviews.change(member, { awayUntil: null });
}
