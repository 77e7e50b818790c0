// Answers of every kind of question, with partial credit, and sessions of several purposes.

export const responses = `
ALTER TABLE quiz_sessions ADD COLUMN purpose TEXT NOT NULL DEFAULT 'quiz';
ALTER TABLE quiz_sessions ADD COLUMN seconds_each INTEGER;
DROP INDEX one_open_session;
CREATE UNIQUE INDEX one_open_session ON quiz_sessions (member_id, purpose) WHERE ended_at IS NULL;

ALTER TABLE attempts ADD COLUMN shown_at INTEGER;
ALTER TABLE attempts ADD COLUMN draft TEXT;
ALTER TABLE attempts ADD COLUMN response TEXT;
ALTER TABLE attempts ADD COLUMN credit REAL;
UPDATE attempts SET response = '{"kind":"single","choice":' || choice || '}', credit = is_right
WHERE choice IS NOT NULL;
ALTER TABLE attempts DROP COLUMN choice;
`;
