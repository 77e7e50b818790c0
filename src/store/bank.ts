// The groups' own questions: what is published, what is retired.

import type { GroupId } from '../core/ids.ts';
import type { Answerable } from '../core/quiz/question.ts';
import { writeDown } from './asked-questions.ts';
import { type Contributions, makeContributions } from './bank-contributions.ts';
import type { BankRecords, NewQuestion } from './bank-records.ts';
import { digest, revise } from './bank-revisions.ts';
import { questionFrom, questionText } from './question-text.ts';
import { millisecondsOf, type Sql } from './sql.ts';

export function makeBank(sql: Sql): BankRecords {
  return { ...makeContributions(sql), ...questions(sql) };
}

type Questions = Omit<BankRecords, keyof Contributions>;

function questions(sql: Sql): Questions {
  const changed = async (group: GroupId, rows: number) => {
    if (rows > 0) await revise(sql, group);
    return rows > 0;
  };
  return {
    async page(group, after, most) {
      const rows = await sql.all<{ question: string }>(
        `SELECT q.question FROM published_questions p
         JOIN bank_questions q ON q.question_id = p.question_id
         WHERE p.group_id = ? AND p.question_id > ? ORDER BY p.question_id LIMIT ?`,
        group,
        after,
        most,
      );
      return rows.map((row): Answerable => questionFrom(row.question));
    },
    async question(id) {
      const row = await sql.get<{ question: string; group_id: GroupId }>(
        `SELECT q.question, q.group_id FROM published_questions p
         JOIN bank_questions q ON q.question_id = p.question_id WHERE p.question_id = ?`,
        id,
      );
      return row && { ...questionFrom(row.question), group: row.group_id };
    },
    async rewrite(group, { question, sameness }: NewQuestion) {
      const rows = await sql.run(
        'UPDATE published_questions SET sameness = ? WHERE question_id = ? AND group_id = ?',
        digest(sameness),
        question.id,
        group,
      );
      if (rows > 0)
        await sql.run(
          'UPDATE bank_questions SET question = ?, sameness = ? WHERE question_id = ?',
          questionText(question),
          digest(sameness),
          question.id,
        );
      return changed(group, rows);
    },
    async retired(group) {
      const rows = await sql.all<{ question_id: string }>(
        'SELECT question_id FROM retired_questions WHERE group_id = ?',
        group,
      );
      return rows.map((row) => row.question_id);
    },
    async retire(group, question, now) {
      await writeDown(sql, group);
      const rows = await sql.run(
        `INSERT INTO retired_questions (group_id, question_id, retired_at)
         VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
        group,
        question,
        millisecondsOf(now),
      );
      return changed(group, rows);
    },
    async bringBack(group, question) {
      const statement = 'DELETE FROM retired_questions WHERE group_id = ? AND question_id = ?';
      return changed(group, await sql.run(statement, group, question));
    },
    async revision(group) {
      const row = await sql.get<{ revision: string }>(
        'SELECT revision FROM bank_revisions WHERE group_id = ?',
        group,
      );
      return row?.revision ?? '';
    },
  };
}
