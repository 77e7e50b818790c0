// Answers that were given before other kinds than single choice could be answered.

import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrations } from '../../src/store/migrations/index.ts';

test('a choice of before becomes a response, and what was open stays open', () => {
  const database = new Database(':memory:');
  const at = migrations.findIndex(({ name }) => name === 'responses');
  for (const { statements } of migrations.slice(0, at)) database.exec(statements);
  database.exec(`
    PRAGMA foreign_keys = OFF;
    INSERT INTO quiz_sessions (session_id, member_id, question_ids, started_at)
    VALUES ('s1', 'maria', '["q1","q2"]', 1);
    INSERT INTO attempts (attempt_id, member_id, session_id, position, question_id, shown_order,
      choice, is_right, answered_at)
    VALUES ('a1', 'maria', 's1', 0, 'q1', '[2,0,1]', 2, 1, 5),
      ('a2', 'maria', 's1', 1, 'q2', '[0,1,2]', NULL, NULL, NULL);
  `);
  database.exec(migrations[at]?.statements ?? '');
  const rows = database.prepare('SELECT response, credit FROM attempts ORDER BY position').all();
  expect(rows).toEqual([
    { response: '{"kind":"single","choice":2}', credit: 1 },
    { response: null, credit: null },
  ]);
  expect(database.prepare('SELECT purpose FROM quiz_sessions').pluck().get()).toBe('quiz');
});
