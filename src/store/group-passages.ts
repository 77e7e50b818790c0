// The passages that a group's organizers wrote.

import type { GroupPassage } from '../core/answers/group-passage.ts';
import type { GroupId, MemberId, UserId } from '../core/ids.ts';
import type { PassageRecords, PassageText } from './answer-records.ts';
import { writeDown } from './asked-questions.ts';
import type { Sealer } from './sealing.ts';
import type { Sql } from './sql.ts';

interface Row {
  readonly passage_id: string;
  readonly group_id: GroupId;
  readonly title: string;
  readonly text: string;
  readonly source_title: string;
  readonly source_url: string | null;
  readonly written_on: string;
  readonly verified: string;
  readonly valid_through: string;
  readonly user_id: UserId | null;
}

const withAuthor = `SELECT p.*, a.user_id FROM group_passages p
  LEFT JOIN passage_authors a ON a.passage_id = p.passage_id`;

export function makeGroupPassages(sql: Sql, sealer: Sealer): PassageRecords {
  const revise = (group: GroupId) =>
    sql.run(
      `INSERT INTO group_guides (group_id, revision) VALUES (?, ?)
       ON CONFLICT (group_id) DO UPDATE SET revision = excluded.revision`,
      group,
      crypto.randomUUID(),
    );
  const changed = async (group: GroupId, rows: number) => {
    if (rows > 0) await revise(group);
    return rows > 0;
  };
  return {
    async ownPassages(group) {
      const rows = await sql.all<Row>(`${withAuthor} WHERE p.group_id = ? ORDER BY p.title`, group);
      return rows.map(passageOf);
    },
    async ownPassage(group, id) {
      const statement = `${withAuthor} WHERE p.group_id = ? AND p.passage_id = ?`;
      const row = await sql.get<Row>(statement, group, id);
      return row && passageOf(row);
    },
    async answerFor(member, id) {
      const row = await sql.get<Row>(
        `${withAuthor} WHERE p.passage_id = ? AND EXISTS
         (SELECT 1 FROM asked_questions q WHERE q.passage_id = p.passage_id AND q.member_id = ?)`,
        id,
        member,
      );
      return row && passageOf(row);
    },
    wordings: (group) => readWordings(sql, sealer, group),
    async revision(group) {
      const row = await sql.get<{ revision: string | null; questions: number }>(
        `SELECT (SELECT revision FROM group_guides WHERE group_id = ?) AS revision,
         (SELECT COUNT(*) FROM asked_questions
          WHERE group_id = ? AND passage_id IS NOT NULL) AS questions`,
        group,
        group,
      );
      return `${row?.revision ?? ''} ${row?.questions ?? 0}`;
    },
    async addPassage(member, { id, group, author, writtenOn, ...text }) {
      await writeDown(sql, group);
      await sql.run(
        `INSERT INTO group_passages (passage_id, group_id, title, text, source_title, source_url,
           verified, valid_through, written_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        id,
        group,
        ...columnsOf(text),
        writtenOn.toString(),
      );
      if (author)
        await sql.run(
          'INSERT INTO passage_authors (passage_id, member_id, user_id) VALUES (?, ?, ?)',
          id,
          member,
          author,
        );
      await revise(group);
    },
    async rewrite(group, id, text) {
      const rows = await sql.run(
        `UPDATE group_passages SET title = ?, text = ?, source_title = ?, source_url = ?,
           verified = ?, valid_through = ? WHERE passage_id = ? AND group_id = ?`,
        ...columnsOf(text),
        id,
        group,
      );
      return changed(group, rows);
    },
    async verify(group, id, verified, validThrough) {
      const rows = await sql.run(
        `UPDATE group_passages SET verified = ?, valid_through = ?
         WHERE passage_id = ? AND group_id = ?`,
        verified.toString(),
        validThrough.toString(),
        id,
        group,
      );
      return changed(group, rows);
    },
    async removePassage(group, id) {
      const statement = 'DELETE FROM group_passages WHERE passage_id = ? AND group_id = ?';
      return changed(group, await sql.run(statement, id, group));
    },
  };
}

interface WordingRow {
  readonly passage_id: string;
  readonly member_id: MemberId;
  readonly question_sealed: string;
}

async function readWordings(
  sql: Sql,
  sealer: Sealer,
  group: GroupId,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await sql.all<WordingRow>(
    `SELECT passage_id, member_id, question_sealed FROM asked_questions
     WHERE group_id = ? AND passage_id IS NOT NULL`,
    group,
  );
  const wordings = new Map<string, string[]>();
  for (const row of rows) {
    const wording = await sealer.open(row.member_id, row.question_sealed);
    wordings.set(row.passage_id, [...(wordings.get(row.passage_id) ?? []), wording]);
  }
  return wordings;
}

function columnsOf({ title, text, source, verified, validThrough }: PassageText) {
  const days = [verified.toString(), validThrough.toString()] as const;
  return [title, text, source.title, source.url ?? null, ...days] as const;
}

function passageOf(row: Row): GroupPassage {
  const verified = Temporal.PlainDate.from(row.verified);
  return {
    id: row.passage_id,
    group: row.group_id,
    title: row.title,
    text: row.text,
    source: { title: row.source_title, ...(row.source_url !== null && { url: row.source_url }) },
    writtenOn: Temporal.PlainDate.from(row.written_on),
    verified,
    validThrough: Temporal.PlainDate.from(row.valid_through),
    ...(row.user_id !== null && { author: row.user_id }),
  };
}
