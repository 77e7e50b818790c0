// The next card among many, what is due, and a whole review.

import type Database from 'better-sqlite3';
import { review } from '../../../src/core/review/memory.ts';
import type { Transaction } from '../../../src/store/store.ts';
import { growthLine, median, memberOf, today, withStore } from './filled-store.ts';

const cards = [1_000, 10_000, 100_000] as const;

interface Costs {
  readonly next: number;
  readonly whole: number;
  readonly count: number;
}

export async function measureReviews(print: (text: string) => void): Promise<void> {
  const costs: Costs[] = [];
  for (const count of cards) costs.push(await costsAmong(count));
  print(`one member's ${cards.map((count) => count.toLocaleString('en-US')).join(', ')} cards\n`);
  const line = (what: string, of: (cost: Costs) => number) =>
    print(growthLine(what, cards, costs.map(of)));
  line('next due card', ({ next }) => next);
  line('read, rated and written', ({ whole }) => whole);
  line('how many are due (one in 40)', ({ count }) => count);
  print('');
}

function costsAmong(count: number): Promise<Costs> {
  const me = memberOf(0);
  return withStore(
    1,
    (database) => fill(database, count),
    async ({ store }) => ({
      next: await median(400, () => store.reviews.due(me, today, 1)),
      count: await median(50, () => store.reviews.countDue(me, today)),
      whole: await store.transaction((tx) => median(20, () => reviewNext(tx))),
    }),
  );
}

async function reviewNext(tx: Transaction): Promise<void> {
  const [card] = await tx.reviews.due(memberOf(0), today, 1);
  if (!card) throw new Error('Nothing is due.');
  const next = review(card.memory, 'good', today);
  await tx.reviews.rate(memberOf(0), card.question, card.memory?.reviews ?? 0, next);
}

/** One in forty is due. */
function fill(database: Database.Database, count: number): void {
  database
    .prepare(
      `WITH RECURSIVE cards (at) AS (SELECT 0 UNION ALL SELECT at + 1 FROM cards WHERE at + 1 < ?)
       INSERT INTO review_cards (member_id, question_id, why, added_on, due, stability, difficulty,
         reviewed_on, reviews, lapses)
       SELECT ?, 'q' || at, 'missed', '2026-01-01', date('2026-11-25', (at % 40) || ' days'),
         3 + at % 50, 1 + at % 9, '2026-11-01', 1 + at % 6, at % 2 FROM cards`,
    )
    .run(count, memberOf(0));
}
