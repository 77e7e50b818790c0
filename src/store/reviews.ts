// Cards and settings of spaced repetition.

import type { MemberId } from '../core/ids.ts';
import type { ReviewCard, ReviewRecords, ReviewSettings, WhyReviewed } from './review-records.ts';
import type { Sql, SqlValue } from './sql.ts';

export function makeReviews(sql: Sql): ReviewRecords {
  return { ...settingsOf(sql), ...queue(sql), ...counts(sql) };
}

const usualPerDay = 20;

interface SettingsRow {
  readonly per_day: number | null;
  readonly four_ratings: number | null;
  readonly nudge_at: string | null;
  readonly away_until: string | null;
  readonly not_today: string | null;
  readonly topics: string | null;
}

function settingsOf(sql: Sql): Pick<ReviewRecords, 'settings' | 'change'> {
  return {
    async settings(member) {
      const row = await sql.get<SettingsRow>(
        'SELECT * FROM review_settings WHERE member_id = ?',
        member,
      );
      return settingsIn(row);
    },
    async change(member, changes) {
      await sql.run(
        'INSERT INTO review_settings (member_id) VALUES (?) ON CONFLICT DO NOTHING',
        member,
      );
      for (const [column, value] of columnsOf(changes))
        await sql.run(
          `UPDATE review_settings SET ${column} = ? WHERE member_id = ?`,
          value,
          member,
        );
    },
  };
}

function settingsIn(row: SettingsRow | undefined): ReviewSettings {
  return {
    perDay: row?.per_day ?? usualPerDay,
    fourRatings: row?.four_ratings === 1,
    topics: row?.topics ? (JSON.parse(row.topics) as string[]) : [],
    ...(row?.nudge_at && { nudgeAt: Temporal.PlainTime.from(row.nudge_at) }),
    ...(row?.away_until && { awayUntil: Temporal.PlainDate.from(row.away_until) }),
    ...(row?.not_today && { notToday: Temporal.PlainDate.from(row.not_today) }),
  };
}

function columnsOf(
  changes: Parameters<ReviewRecords['change']>[1],
): readonly (readonly [string, SqlValue])[] {
  const { perDay, fourRatings, nudgeAt, awayUntil, notToday, topics } = changes;
  const columns: [string, SqlValue][] = [];
  if (perDay !== undefined) columns.push(['per_day', perDay]);
  if (fourRatings !== undefined) columns.push(['four_ratings', fourRatings ? 1 : 0]);
  if (nudgeAt !== undefined) columns.push(['nudge_at', nudgeAt?.toString() ?? null]);
  if (awayUntil !== undefined) columns.push(['away_until', awayUntil?.toString() ?? null]);
  if (notToday !== undefined) columns.push(['not_today', notToday?.toString() ?? null]);
  if (topics !== undefined) columns.push(['topics', topics && JSON.stringify(topics)]);
  return columns;
}

interface CardRow {
  readonly question_id: string;
  readonly why: WhyReviewed;
  readonly due: string;
  readonly stability: number | null;
  readonly difficulty: number | null;
  readonly reviewed_on: string | null;
  readonly reviews: number;
  readonly lapses: number;
}

type Queue = Pick<
  ReviewRecords,
  'add' | 'bringForward' | 'remove' | 'card' | 'due' | 'rate' | 'all' | 'move'
>;

function queue(sql: Sql): Queue {
  const insert = (
    member: MemberId,
    question: string,
    why: WhyReviewed,
    due: string,
    today: string,
  ) =>
    sql.run(
      `INSERT INTO review_cards (member_id, question_id, why, added_on, due)
       VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      member,
      question,
      why,
      today,
      due,
    );
  return {
    add: async (member, { question, why, due }, today) =>
      (await insert(member, question, why, due.toString(), today.toString())) > 0,
    async bringForward(member, question, due, today) {
      await insert(member, question, 'missed', due.toString(), today.toString());
      await sql.run(
        'UPDATE review_cards SET due = ? WHERE member_id = ? AND question_id = ? AND due > ?',
        due.toString(),
        member,
        question,
        due.toString(),
      );
    },
    async remove(member, question) {
      const removed = await sql.run(
        'DELETE FROM review_cards WHERE member_id = ? AND question_id = ?',
        member,
        question,
      );
      return removed > 0;
    },
    async card(member, question) {
      const row = await sql.get<CardRow>(
        'SELECT * FROM review_cards WHERE member_id = ? AND question_id = ?',
        member,
        question,
      );
      return row && cardOf(row);
    },
    async due(member, by, most) {
      const rows = await sql.all<CardRow>(
        `SELECT * FROM review_cards WHERE member_id = ? AND due <= ?
         ORDER BY due, question_id LIMIT ?`,
        member,
        by.toString(),
        most,
      );
      return rows.map(cardOf);
    },
    async rate(member, question, before, memory) {
      const changed = await sql.run(
        `UPDATE review_cards SET due = ?, stability = ?, difficulty = ?, reviewed_on = ?,
           reviews = ?, lapses = ?
         WHERE member_id = ? AND question_id = ? AND reviews = ?`,
        memory.due.toString(),
        memory.stability,
        memory.difficulty,
        memory.reviewed.toString(),
        memory.reviews,
        memory.lapses,
        member,
        question,
        before,
      );
      return changed > 0;
    },
    async all(member) {
      const rows = await sql.all<{ question_id: string; due: string }>(
        'SELECT question_id, due FROM review_cards WHERE member_id = ? ORDER BY due, question_id',
        member,
      );
      return rows.map((row) => ({
        question: row.question_id,
        due: Temporal.PlainDate.from(row.due),
      }));
    },
    async move(member, dues) {
      for (const { question, due } of dues)
        await sql.run(
          'UPDATE review_cards SET due = ? WHERE member_id = ? AND question_id = ?',
          due.toString(),
          member,
          question,
        );
    },
  };
}

function cardOf(row: CardRow): ReviewCard {
  const due = Temporal.PlainDate.from(row.due);
  const card = { question: row.question_id, why: row.why, due };
  const { stability, difficulty, reviewed_on: reviewed, reviews, lapses } = row;
  if (stability === null || difficulty === null || reviewed === null) return card;
  const known = { stability, difficulty, due, reviews, lapses };
  return { ...card, memory: { ...known, reviewed: Temporal.PlainDate.from(reviewed) } };
}

type Counts = Pick<ReviewRecords, 'countDue' | 'dueByDay' | 'count' | 'reviewedOn' | 'newOn'>;

function counts(sql: Sql): Counts {
  const counted = async (where: string, member: MemberId, ...values: readonly string[]) => {
    const row = await sql.get<{ cards: number }>(
      `SELECT COUNT(*) AS cards FROM review_cards WHERE member_id = ? ${where}`,
      member,
      ...values,
    );
    return row?.cards ?? 0;
  };
  return {
    countDue: (member, by) => counted('AND due <= ?', member, by.toString()),
    count: (member) => counted('', member),
    reviewedOn: (member, day) => counted('AND reviewed_on = ?', member, day.toString()),
    newOn: (member, day) => counted("AND why = 'topic' AND added_on = ?", member, day.toString()),
    async dueByDay(member, from, to) {
      const rows = await sql.all<{ due: string; cards: number }>(
        `SELECT due, COUNT(*) AS cards FROM review_cards
         WHERE member_id = ? AND due >= ? AND due <= ? GROUP BY due`,
        member,
        from.toString(),
        to.toString(),
      );
      return new Map(rows.map(({ due, cards }) => [due, cards]));
    },
  };
}
