// Questions on their way into a group's bank: looked at, proposed, published, dropped.

import type { GroupId, MemberId } from '../core/ids.ts';
import { writeDown } from './asked-questions.ts';
import type { BankRecords } from './bank-records.ts';
import { digest, revise } from './bank-revisions.ts';
import { questionFrom, questionText } from './question-text.ts';
import { instantOf, millisecondsOf, type Sql } from './sql.ts';

export type Contributions = Pick<
  BankRecords,
  | 'begin'
  | 'put'
  | 'known'
  | 'staged'
  | 'publish'
  | 'propose'
  | 'discard'
  | 'proposals'
  | 'proposedBy'
>;

interface ProposalRow {
  readonly contribution_id: string;
  readonly question: string;
  readonly provenance: string;
  readonly made_at: number;
  readonly member_id: MemberId | null;
}

export function makeContributions(sql: Sql): Contributions {
  return {
    async begin(member, { id, group, provenance }, now) {
      await writeDown(sql, group);
      await sql.run(
        `INSERT INTO bank_contributions (contribution_id, group_id, provenance, made_at)
         VALUES (?, ?, ?, ?)`,
        id,
        group,
        provenance,
        millisecondsOf(now),
      );
      await sql.run(
        'INSERT INTO bank_contributors (contribution_id, member_id) VALUES (?, ?)',
        id,
        member,
      );
    },
    async put({ id, group }, added, state) {
      for (const { question, sameness } of added)
        await sql.run(
          `INSERT INTO bank_questions
             (question_id, group_id, contribution_id, state, sameness, question)
           VALUES (?, ?, ?, ?, ?, ?)`,
          question.id,
          group,
          id,
          state,
          digest(sameness),
          questionText(question),
        );
    },
    async known(group, samenesses) {
      const known = new Set<string>();
      for (const sameness of samenesses) {
        const row = await sql.get(
          'SELECT 1 FROM published_questions WHERE group_id = ? AND sameness = ?',
          group,
          digest(sameness),
        );
        if (row) known.add(sameness);
      }
      return known;
    },
    async staged(member, contribution) {
      const row = await sql.get<{ group_id: GroupId }>(
        `SELECT c.group_id FROM bank_contributions c
         JOIN bank_contributors m ON m.contribution_id = c.contribution_id
         WHERE c.contribution_id = ? AND m.member_id = ? AND c.attested_at IS NULL`,
        contribution,
        member,
      );
      return row?.group_id;
    },
    async publish(group, contribution, now) {
      await attest(sql, group, contribution, now);
      const published = await sql.run(
        `INSERT INTO published_questions (group_id, sameness, question_id)
         SELECT group_id, sameness, question_id FROM bank_questions
         WHERE contribution_id = ? AND group_id = ? ON CONFLICT DO NOTHING`,
        contribution,
        group,
      );
      await sql.run(
        `DELETE FROM bank_questions AS q
         WHERE contribution_id = ? AND group_id = ? AND ${unpublished}`,
        contribution,
        group,
      );
      if (published === 0) return undefined;
      await revise(sql, group);
      return published;
    },
    async propose(group, contribution, now) {
      if (!(await attest(sql, group, contribution, now))) return false;
      const statement = `UPDATE bank_questions SET state = 'proposed'
        WHERE contribution_id = ? AND group_id = ? AND state = 'staged'`;
      return (await sql.run(statement, contribution, group)) > 0;
    },
    async discard(group, contribution) {
      const removed = await sql.run(
        `DELETE FROM bank_contributions WHERE contribution_id = ? AND group_id = ? AND NOT EXISTS
         (SELECT 1 FROM bank_questions q
          JOIN published_questions p ON p.question_id = q.question_id
          WHERE q.contribution_id = bank_contributions.contribution_id)`,
        contribution,
        group,
      );
      return removed > 0;
    },
    async proposals(group, most) {
      const rows = await sql.all<ProposalRow>(
        `SELECT q.contribution_id, q.question, c.provenance, c.made_at, m.member_id
         FROM bank_questions q
         JOIN bank_contributions c ON c.contribution_id = q.contribution_id
         LEFT JOIN bank_contributors m ON m.contribution_id = q.contribution_id
         WHERE q.group_id = ? AND q.state = 'proposed' AND ${unpublished} ORDER BY c.made_at, q.question_id LIMIT ?`,
        group,
        most,
      );
      return rows.map((row) => ({
        contribution: row.contribution_id,
        question: questionFrom(row.question),
        provenance: row.provenance,
        at: instantOf(row.made_at),
        ...(row.member_id !== null && { member: row.member_id }),
      }));
    },
    async proposedBy(member, group) {
      const row = await sql.get<{ total: number }>(
        `SELECT COUNT(*) AS total FROM bank_contributors m
         JOIN bank_questions q ON q.contribution_id = m.contribution_id
         WHERE m.member_id = ? AND q.group_id = ? AND q.state = 'proposed' AND ${unpublished}`,
        member,
        group,
      );
      return row?.total ?? 0;
    },
  };
}

/** Of `bank_questions q`. */
const unpublished = `NOT EXISTS
  (SELECT 1 FROM published_questions p WHERE p.question_id = q.question_id)`;

/** False where it was attested before. */
async function attest(
  sql: Sql,
  group: GroupId,
  contribution: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const changed = await sql.run(
    `UPDATE bank_contributions SET attested_at = ?
     WHERE contribution_id = ? AND group_id = ? AND attested_at IS NULL`,
    millisecondsOf(now),
    contribution,
    group,
  );
  return changed > 0;
}
