// What was missed anywhere comes into the review by itself. Whoever records an answer calls this, in
// the same transaction.

import type { Context } from '../../src/bot/command.ts';
import { todayOf } from '../../src/bot/zone.ts';
import { isRight } from '../../src/core/quiz/grade.ts';
import type { Transaction } from '../../src/store/store.ts';

/** Tomorrow, or when it was due anyway if that is sooner. */
export async function noteMiss(
  tx: Transaction,
  { question, credit }: { readonly question: string; readonly credit: number },
  ctx: Context,
): Promise<void> {
  if (isRight(credit)) return;
  const today = await todayOf({ ...ctx, store: tx });
  await tx.reviews.bringForward(ctx.member.id, question, today.add({ days: 1 }), today);
}
