// A look at a board, and an answer that counts on it, after a thousand to a million answers.

import type Database from 'better-sqlite3';
import type { Store, Transaction } from '../../../src/store/store.ts';
import { group, growthLine, median, memberOf, today, withStore } from './filled-store.ts';

const attempts = [1_000, 100_000, 1_000_000] as const;

/** A group that stays as large as it is and plays on for years; and one that grows with its answers. */
const groups = [
  { name: 'a group of 500', membersAt: () => 500 },
  { name: 'a member for each 100', membersAt: (count: number) => count / 100 },
];

const board = { group, period: 'all', on: today } as const;

interface Costs {
  readonly look: number;
  readonly answer: number;
}

export async function measureBoards(print: (text: string) => void): Promise<void> {
  print(
    `boards after ${attempts.map((count) => count.toLocaleString('en-US')).join(', ')} answers\n`,
  );
  for (const { name, membersAt } of groups) {
    const costs: Costs[] = [];
    for (const count of attempts) costs.push(await costsAfter(count, membersAt(count)));
    const line = (what: string, of: (cost: Costs) => number) =>
      print(growthLine(`${name}: ${what}`, attempts, costs.map(of)));
    line('board', ({ look }) => look);
    line('answer', ({ answer }) => answer);
  }
  print('');
}

function costsAfter(count: number, members: number): Promise<Costs> {
  return withStore(
    members,
    (database) => fill(database, count, members),
    async ({ store }) => ({
      look: await median(200, (at) => look(store, memberOf((at * 7) % members))),
      answer: await store.transaction((tx) => median(200, (at) => answer(tx, at % members))),
    }),
  );
}

/** What `/leaderboard` reads. */
async function look(store: Store, member: ReturnType<typeof memberOf>): Promise<void> {
  await store.boards.top(board, 10);
  const around = await store.boards.around(board, member, 5);
  if (around.length === 0) throw new Error('This member is not on the board.');
}

function answer(tx: Transaction, index: number): Promise<void> {
  const to = { group, topic: `topic-${index % 12}`, on: today };
  return tx.boards.add(memberOf(index), to, { right: index % 2, answered: 1 });
}

/** Daily questions and what members answered, and the points that came of it. */
function fill(database: Database.Database, count: number, members: number): void {
  const days = Math.ceil(count / members);
  database.exec('UPDATE members SET on_board = 1');
  database
    .prepare(
      `WITH RECURSIVE days (at) AS (SELECT 0 UNION ALL SELECT at + 1 FROM days WHERE at + 1 < ?)
       INSERT INTO daily_questions (daily_id, group_id, day, question_id, shown_order)
       SELECT 'd' || at, ?, date('2026-11-25', '-' || at || ' days'), 'q' || at, '[]' FROM days`,
    )
    .run(days, group);
  database
    .prepare(
      `INSERT INTO daily_answers (daily_id, member_id, choice, is_right, answered_at)
       SELECT daily_id, member_id, 0, abs(random()) % 100 < 40 + abs(m.rowid) % 50, 0
       FROM daily_questions CROSS JOIN members m LIMIT ?`,
    )
    .run(count);
  const points = database.prepare(
    `INSERT INTO board_points
       (member_id, group_id, period, starts, topic, answered, correct, score, is_shown)
     SELECT a.member_id, q.group_id, @period, @starts, @name, COUNT(*), SUM(a.is_right),
       SUM(a.is_right) * 1000000 - COUNT(*), 1
     FROM daily_answers a JOIN daily_questions q ON q.daily_id = a.daily_id
     WHERE @topic < 0 OR CAST(substr(q.question_id, 2) AS INTEGER) % 12 = @topic GROUP BY a.member_id`,
  );
  points.run({ period: 'all', starts: '', name: '', topic: -1 });
  points.run({ period: 'month', starts: '2026-11-01', name: '', topic: -1 });
  for (let topic = 0; topic < 12; topic += 1)
    points.run({ period: 'all', starts: '', name: `topic-${topic}`, topic });
}
