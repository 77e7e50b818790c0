// Questions that members passed on, a group's own passages, votes, and how much found no answer.

export const answers = `
CREATE TABLE unanswered_counts (
  group_id TEXT NOT NULL REFERENCES study_groups (group_id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  questions INTEGER NOT NULL,
  PRIMARY KEY (group_id, day)
) STRICT;

CREATE TABLE question_readings (
  group_id TEXT PRIMARY KEY REFERENCES study_groups (group_id) ON DELETE CASCADE,
  read_at INTEGER NOT NULL
) STRICT;

CREATE TABLE group_guides (
  group_id TEXT PRIMARY KEY REFERENCES study_groups (group_id) ON DELETE CASCADE,
  revision TEXT NOT NULL
) STRICT;

CREATE TABLE group_passages (
  passage_id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES study_groups (group_id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  source_title TEXT NOT NULL,
  source_url TEXT,
  written_on TEXT NOT NULL,
  verified TEXT NOT NULL,
  valid_through TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX one_passage_of_a_title ON group_passages (group_id, title);

CREATE TABLE passage_authors (
  passage_id TEXT PRIMARY KEY REFERENCES group_passages (passage_id) ON DELETE CASCADE,
  member_id TEXT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
  user_id TEXT NOT NULL
) STRICT;
CREATE INDEX passage_authors_of_member ON passage_authors (member_id);

CREATE TABLE asked_questions (
  question_id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES study_groups (group_id) ON DELETE CASCADE,
  member_id TEXT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
  question_sealed TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  passage_id TEXT REFERENCES group_passages (passage_id) ON DELETE CASCADE
) STRICT;
CREATE INDEX asked_questions_of_member ON asked_questions (member_id, asked_at);
CREATE INDEX asked_questions_of_group ON asked_questions (group_id, asked_at);
CREATE INDEX asked_questions_of_passage ON asked_questions (passage_id);

CREATE TABLE passage_votes (
  member_id TEXT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
  passage_id TEXT NOT NULL,
  group_id TEXT REFERENCES study_groups (group_id) ON DELETE CASCADE,
  is_helpful INTEGER NOT NULL CHECK (is_helpful IN (0, 1)),
  is_settled INTEGER NOT NULL DEFAULT 0 CHECK (is_settled IN (0, 1)),
  voted_at INTEGER NOT NULL,
  PRIMARY KEY (member_id, passage_id)
) STRICT;
CREATE INDEX passage_votes_of_group ON passage_votes (group_id, passage_id);
`;
