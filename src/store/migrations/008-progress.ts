// Spaced repetition, boards, exam plans, and on what ground pictures are drawn.

export const progress = `
ALTER TABLE members ADD COLUMN theme TEXT CHECK (theme IN ('light', 'dark'));

CREATE TABLE review_settings (
  member_id TEXT PRIMARY KEY REFERENCES members (member_id) ON DELETE CASCADE,
  per_day INTEGER,
  four_ratings INTEGER CHECK (four_ratings IN (0, 1)),
  nudge_at TEXT,
  away_until TEXT,
  not_today TEXT,
  topics TEXT
) STRICT;

CREATE TABLE review_cards (
  member_id TEXT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
  question_id TEXT NOT NULL,
  why TEXT NOT NULL CHECK (why IN ('missed', 'saved', 'topic')),
  added_on TEXT NOT NULL,
  due TEXT NOT NULL,
  stability REAL,
  difficulty REAL,
  reviewed_on TEXT,
  reviews INTEGER NOT NULL DEFAULT 0,
  lapses INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (member_id, question_id)
) STRICT;
CREATE INDEX review_cards_due ON review_cards (member_id, due, question_id);
CREATE INDEX review_cards_reviewed ON review_cards (member_id, reviewed_on);

CREATE TABLE board_points (
  member_id TEXT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
  group_id TEXT NOT NULL REFERENCES study_groups (group_id) ON DELETE CASCADE,
  period TEXT NOT NULL CHECK (period IN ('week', 'month', 'all')),
  starts TEXT NOT NULL,
  topic TEXT NOT NULL,
  answered INTEGER NOT NULL,
  correct INTEGER NOT NULL,
  score INTEGER NOT NULL,
  is_shown INTEGER NOT NULL CHECK (is_shown IN (0, 1)),
  PRIMARY KEY (member_id, group_id, period, starts, topic)
) STRICT;
CREATE INDEX board_by_score ON board_points
  (group_id, period, starts, topic, is_shown, score, member_id, answered, correct);

CREATE TABLE exam_plans (
  member_id TEXT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
  exam TEXT NOT NULL,
  exam_on TEXT NOT NULL,
  planned_on TEXT NOT NULL,
  PRIMARY KEY (member_id, exam)
) STRICT;

CREATE TABLE practice_results (
  result_id TEXT PRIMARY KEY,
  member_id TEXT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
  exam TEXT NOT NULL,
  taken_on TEXT NOT NULL,
  percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100)
) STRICT;
CREATE INDEX practice_results_of_member ON practice_results (member_id, exam, taken_on);
`;
