// Practice sessions, attempts, daily questions.

export const quizzes = `
CREATE TABLE quiz_sessions (
  session_id TEXT PRIMARY KEY,
  member_id TEXT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
  question_ids TEXT NOT NULL,
  topic TEXT,
  started_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE UNIQUE INDEX one_open_session ON quiz_sessions (member_id) WHERE ended_at IS NULL;
CREATE INDEX quiz_sessions_of_member ON quiz_sessions (member_id);

CREATE TABLE attempts (
  attempt_id TEXT PRIMARY KEY,
  member_id TEXT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
  session_id TEXT NOT NULL REFERENCES quiz_sessions (session_id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  question_id TEXT NOT NULL,
  shown_order TEXT NOT NULL,
  choice INTEGER,
  is_right INTEGER CHECK (is_right IN (0, 1)),
  answered_at INTEGER,
  UNIQUE (session_id, position)
) STRICT;
CREATE INDEX attempts_of_member ON attempts (member_id, answered_at);

CREATE TABLE daily_questions (
  daily_id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES study_groups (group_id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  question_id TEXT NOT NULL,
  shown_order TEXT NOT NULL,
  revealed INTEGER NOT NULL DEFAULT 0 CHECK (revealed IN (0, 1)),
  UNIQUE (group_id, day)
) STRICT;

CREATE TABLE daily_answers (
  daily_id TEXT NOT NULL REFERENCES daily_questions (daily_id) ON DELETE CASCADE,
  member_id TEXT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
  choice INTEGER NOT NULL,
  is_right INTEGER NOT NULL CHECK (is_right IN (0, 1)),
  answered_at INTEGER NOT NULL,
  PRIMARY KEY (daily_id, member_id)
) STRICT;
CREATE INDEX daily_answers_of_member ON daily_answers (member_id);
`;
