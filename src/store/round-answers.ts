// Who plays in a round, and what they answered: one letter each, which can be changed once.

import type { MemberId } from '../core/ids.ts';
import type { SessionScore } from './quiz-records.ts';
import type { RoundCounts, RoundRecords } from './round-records.ts';
import { millisecondsOf, type Sql } from './sql.ts';

type RoundAnswers = Omit<RoundRecords, 'round' | 'running' | 'saved' | 'begin' | 'move' | 'asked'>;

export function makeRoundAnswers(sql: Sql): RoundAnswers {
  return { ...players(sql), ...ofQuestion(sql), ...ofRound(sql) };
}

function players(sql: Sql): Pick<RoundAnswers, 'join' | 'isStarter'> {
  return {
    async join(member, round) {
      const added = await sql.run(
        'INSERT INTO round_players (round_id, member_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
        round,
        member,
      );
      return added > 0;
    },
    async isStarter(member, round) {
      const row = await sql.get(
        'SELECT 1 FROM round_players WHERE round_id = ? AND member_id = ? AND is_starter = 1',
        round,
        member,
      );
      return row !== undefined;
    },
  };
}

type OfQuestion = Pick<RoundAnswers, 'lock' | 'choice' | 'counts' | 'choices' | 'answers'>;

function ofQuestion(sql: Sql): OfQuestion {
  const choice: OfQuestion['choice'] = async (member, round, position) => {
    const row = await sql.get<{ choice: number }>(
      'SELECT choice FROM round_answers WHERE round_id = ? AND position = ? AND member_id = ?',
      round,
      position,
      member,
    );
    return row?.choice;
  };
  return {
    choice,
    async lock(member, { id, position, questionIds }, given) {
      const added = await sql.run(
        `INSERT INTO round_answers
           (round_id, position, member_id, question_id, choice, is_right, answered_at)
         VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
        id,
        position,
        member,
        questionIds[position] ?? '',
        given.choice,
        given.right ? 1 : 0,
        millisecondsOf(given.at),
      );
      if (added > 0) return 'locked';
      const changed = await sql.run(
        `UPDATE round_answers SET choice = ?, is_right = ?, answered_at = ?, is_changed = 1
         WHERE round_id = ? AND position = ? AND member_id = ? AND is_changed = 0 AND choice <> ?`,
        given.choice,
        given.right ? 1 : 0,
        millisecondsOf(given.at),
        id,
        position,
        member,
        given.choice,
      );
      if (changed > 0) return 'changed';
      return (await choice(member, id, position)) === given.choice ? 'same' : 'final';
    },
    async counts(round, position) {
      const row = await sql.get<RoundCounts>(
        `SELECT COUNT(*) AS answered, COALESCE(SUM(is_right), 0) AS "right",
           (SELECT COUNT(*) FROM round_players p WHERE p.round_id = ?) AS joined
         FROM round_answers WHERE round_id = ? AND position = ?`,
        round,
        round,
        position,
      );
      return row ?? { joined: 0, answered: 0, right: 0 };
    },
    async choices(round, position) {
      const rows = await sql.all<{ choice: number; members: number }>(
        `SELECT choice, COUNT(*) AS members FROM round_answers
         WHERE round_id = ? AND position = ? GROUP BY choice`,
        round,
        position,
      );
      return new Map(rows.map((row) => [row.choice, row.members]));
    },
    async answers(round, position) {
      const rows = await sql.all<{ member_id: MemberId; is_right: number }>(
        'SELECT member_id, is_right FROM round_answers WHERE round_id = ? AND position = ?',
        round,
        position,
      );
      return rows.map((row) => ({ member: row.member_id, right: row.is_right === 1 }));
    },
  };
}

function ofRound(sql: Sql): Pick<RoundAnswers, 'shownScores' | 'score' | 'missed'> {
  return {
    async shownScores(round, most) {
      const rows = await sql.all<SessionScore & { readonly member_id: MemberId }>(
        `SELECT a.member_id, COUNT(*) AS answered, SUM(a.is_right) AS "right"
         FROM round_answers a JOIN members m ON m.member_id = a.member_id
         WHERE a.round_id = ? AND m.on_board = 1
         GROUP BY a.member_id ORDER BY SUM(a.is_right) DESC, COUNT(*), MAX(a.answered_at) LIMIT ?`,
        round,
        most,
      );
      return rows.map(({ member_id: member, answered, right }) => ({ member, answered, right }));
    },
    async score(member, round) {
      const row = await sql.get<SessionScore>(
        `SELECT COUNT(*) AS answered, COALESCE(SUM(is_right), 0) AS "right"
         FROM round_answers WHERE round_id = ? AND member_id = ?`,
        round,
        member,
      );
      return row ?? { answered: 0, right: 0 };
    },
    async missed(member, round) {
      const rows = await sql.all<{ question_id: string }>(
        `SELECT question_id FROM round_answers
         WHERE round_id = ? AND member_id = ? AND is_right = 0 ORDER BY position`,
        round,
        member,
      );
      return rows.map((row) => row.question_id);
    },
  };
}
