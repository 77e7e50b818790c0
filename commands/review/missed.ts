// What was missed anywhere comes into the review by itself. Whoever records an answer calls this, in
// the same transaction.

import { zoneOf } from '../../src/bot/zone.ts';
import { localDay } from '../../src/core/calendar/local-time.ts';
import type { MemberId } from '../../src/core/ids.ts';
import { isRight } from '../../src/core/quiz/grade.ts';
import type { Transaction } from '../../src/store/store.ts';

/** Tomorrow, or when it was due anyway if that is sooner. */
export async function noteMiss(
  tx: Transaction,
  member: MemberId,
  { question, credit }: { readonly question: string; readonly credit: number },
  now: Temporal.Instant,
): Promise<void> {
  if (isRight(credit)) return;
  const zone = await zoneOf((await tx.members.read(member)) ?? {}, tx);
  const today = localDay(now, zone);
  await tx.reviews.bringForward(member, question, today.add({ days: 1 }), today);
}
