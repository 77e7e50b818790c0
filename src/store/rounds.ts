// Rounds, who plays in them, and what they answered.

import type { ChannelId, GroupId } from '../core/ids.ts';
import type { RoundState } from '../core/quiz/round.ts';
import { writeDown } from './asked-questions.ts';
import { makeRoundAnswers } from './round-answers.ts';
import type { Round, RoundRecords } from './round-records.ts';
import { instantOf, millisecondsOf, type Sql } from './sql.ts';

interface Row {
  readonly round_id: string;
  readonly group_id: GroupId;
  readonly channel: ChannelId;
  readonly question_ids: string;
  readonly shown_orders: string;
  readonly topic: string | null;
  readonly seconds_each: number;
  readonly started_at: number;
  readonly state: RoundState['state'];
  readonly phase: RoundState['phase'];
  readonly position: number;
  readonly phase_ends: number;
  readonly posts: number;
  readonly silent: number;
}

/** Of so many rounds what was asked is not asked again soon. */
const remembered = 30;

export function makeRounds(sql: Sql): RoundRecords {
  const one = async (where: string, ...values: string[]) => {
    const row = await sql.get<Row>(`SELECT * FROM rounds WHERE ${where}`, ...values);
    return row && roundOf(row);
  };
  return {
    ...makeRoundAnswers(sql),
    round: (id) => one('round_id = ?', id),
    running: (channel) => one("channel = ? AND state = 'running'", channel),
    saved: (channel) =>
      one("channel = ? AND state = 'saved' ORDER BY started_at DESC LIMIT 1", channel),
    async begin(round, starter) {
      await writeDown(sql, round.group);
      const added = await sql.run(
        `INSERT INTO rounds (round_id, group_id, channel, question_ids, shown_orders, topic,
           seconds_each, started_at, state, phase, position, phase_ends, posts, silent)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
        round.id,
        round.group,
        round.channel,
        JSON.stringify(round.questionIds),
        JSON.stringify(round.orders),
        round.topic ?? null,
        round.secondsEach,
        millisecondsOf(round.startedAt),
        ...valuesOf(round),
      );
      if (added === 0) return false;
      await sql.run(
        'INSERT INTO round_players (round_id, member_id, is_starter) VALUES (?, ?, 1)',
        round.id,
        starter,
      );
      return true;
    },
    async move(round, to) {
      const changed = await sql.run(
        `UPDATE rounds SET state = ?, phase = ?, position = ?, phase_ends = ?, posts = ?, silent = ?
         WHERE round_id = ? AND state = ? AND phase = ? AND position = ? AND phase_ends = ?
           AND (state = 'running' OR ? <> 'running' OR NOT EXISTS
             (SELECT 1 FROM rounds r WHERE r.channel = rounds.channel AND r.state = 'running'))`,
        ...valuesOf(to),
        round.id,
        round.state,
        round.phase,
        round.position,
        millisecondsOf(round.phaseEnds),
        to.state,
      );
      return changed > 0;
    },
    async asked(group) {
      const rows = await sql.all<{ question_ids: string }>(
        'SELECT question_ids FROM rounds WHERE group_id = ? ORDER BY started_at DESC LIMIT ?',
        group,
        remembered,
      );
      return rows.toReversed().flatMap((row) => JSON.parse(row.question_ids) as string[]);
    },
  };
}

function valuesOf({ state, phase, position, phaseEnds, posts, silent }: RoundState) {
  return [state, phase, position, millisecondsOf(phaseEnds), posts, silent] as const;
}

function roundOf(row: Row): Round {
  return {
    id: row.round_id,
    group: row.group_id,
    channel: row.channel,
    questionIds: JSON.parse(row.question_ids) as string[],
    orders: JSON.parse(row.shown_orders) as number[][],
    ...(row.topic !== null && { topic: row.topic }),
    secondsEach: row.seconds_each,
    startedAt: instantOf(row.started_at),
    state: row.state,
    phase: row.phase,
    position: row.position,
    phaseEnds: instantOf(row.phase_ends),
    posts: row.posts,
    silent: row.silent,
  };
}
