// Boards, rolled up as answers come: a look at one never counts answers.

import type { MemberId } from '../core/ids.ts';
import { lowestRank } from '../core/progress/rank.ts';
import { writeDown } from './asked-questions.ts';
import type { Board, BoardRecords, Placed, Points, Total } from './board-records.ts';
import type { Sql } from './sql.ts';

interface Row {
  readonly member_id: MemberId;
  readonly answered: number;
  readonly correct: number;
  readonly score: number;
}

export function makeBoards(sql: Sql): BoardRecords {
  return {
    async add(member, { group, topic, on }, points) {
      await writeDown(sql, group);
      for (const period of ['week', 'month', 'all'] as const)
        for (const each of [topic, ''])
          await addTo(sql, member, keyOf({ group, period, on, topic: each }), points);
    },
    async top(board, most) {
      const rows = await sql.all<Row>(
        `${onBoard} ORDER BY score DESC, member_id DESC LIMIT ?`,
        ...keyOf(board),
        most,
      );
      return ranked(rows, 0, 0);
    },
    async around(board, member, each) {
      const key = keyOf(board);
      const me = await sql.get<Row>(`${onBoard} AND member_id = ?`, ...key, member);
      if (!me) return [];
      const before = await sql.all<Row>(
        `${onBoard} AND (score, member_id) > (?, ?) ORDER BY score, member_id LIMIT ?`,
        ...key,
        me.score,
        member,
        each,
      );
      const after = await sql.all<Row>(
        `${onBoard} AND (score, member_id) < (?, ?)
         ORDER BY score DESC, member_id DESC LIMIT ?`,
        ...key,
        me.score,
        member,
        each,
      );
      const rows = [...before.toReversed(), me, ...after];
      const first = rows[0] ?? me;
      const better = await counted(sql, 'score > ?', [...key, first.score]);
      const ahead = await counted(sql, '(score, member_id) > (?, ?)', [
        ...key,
        first.score,
        first.member_id,
      ]);
      return ranked(rows, better, ahead);
    },
    async of(board, member) {
      const row = await sql.get<Row>(
        `SELECT * FROM board_points
         WHERE member_id = ? AND group_id = ? AND period = ? AND starts = ? AND topic = ?`,
        member,
        ...keyOf(board),
      );
      return row && { answered: row.answered, right: row.correct };
    },
    totals: ({ group, period, on }) =>
      sql.all<Total>(
        `SELECT topic, COUNT(*) AS members, SUM(answered) AS answered, SUM(correct) AS "right"
         FROM board_points WHERE group_id = ? AND period = ? AND starts = ?
         GROUP BY topic ORDER BY topic`,
        group,
        period,
        startOf(period, on),
      ),
  };
}

type Key = readonly [group: string, period: string, starts: string, topic: string];

function keyOf({ group, period, on, topic }: Board): Key {
  return [group, period, startOf(period, on), topic ?? ''];
}

/** Monday, the first of the month, or the beginning of everything. */
function startOf(period: Board['period'], on: Temporal.PlainDate): string {
  if (period === 'all') return '';
  const day = period === 'week' ? on.subtract({ days: on.dayOfWeek - 1 }) : on.with({ day: 1 });
  return day.toString();
}

const onBoard = `SELECT member_id, answered, correct, score FROM board_points
  WHERE group_id = ? AND period = ? AND starts = ? AND topic = ? AND is_shown = 1`;

/** More right is better; of as many right, fewer tries. No answer counts a million times. */
async function addTo(sql: Sql, member: MemberId, key: Key, points: Points): Promise<void> {
  await sql.run(
    `INSERT INTO board_points
       (member_id, group_id, period, starts, topic, answered, correct, score, is_shown)
     SELECT member_id, ?, ?, ?, ?, 0, 0, 0, on_board FROM members WHERE member_id = ?
     ON CONFLICT DO NOTHING`,
    ...key,
    member,
  );
  await sql.run(
    `UPDATE board_points SET answered = answered + ?, correct = correct + ?, score = score + ?
     WHERE member_id = ? AND group_id = ? AND period = ? AND starts = ? AND topic = ?`,
    points.answered,
    points.right,
    points.right * 1_000_000 - points.answered,
    member,
    ...key,
  );
}

/** Boards show a member from now on, or no longer: also what was reached before. */
export async function show(sql: Sql, member: MemberId, isShown: boolean): Promise<void> {
  await sql.run(
    'UPDATE board_points SET is_shown = ? WHERE member_id = ?',
    isShown ? 1 : 0,
    member,
  );
}

async function counted(
  sql: Sql,
  better: string,
  values: readonly (string | number)[],
): Promise<number> {
  const row = await sql.get<{ ahead: number }>(
    `SELECT COUNT(*) AS ahead FROM (${onBoard} AND ${better} LIMIT ${lowestRank}) AS ahead`,
    ...values,
  );
  return row?.ahead ?? 0;
}

/** `better`: how many have more than the first row; `ahead`: how many stand before it. */
function ranked(rows: readonly Row[], better: number, ahead: number): readonly Placed[] {
  let rank = better + 1;
  return rows.map((row, index) => {
    const before = rows[index - 1];
    if (before && before.score !== row.score) rank = ahead + index + 1;
    return { member: row.member_id, answered: row.answered, right: row.correct, rank };
  });
}
