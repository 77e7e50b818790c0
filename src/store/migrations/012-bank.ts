// The groups' own questions, and those that a group does not want to be asked.

export const bank = `
CREATE TABLE bank_contributions (
  contribution_id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES study_groups (group_id) ON DELETE CASCADE,
  provenance TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  attested_at INTEGER
) STRICT;
CREATE INDEX bank_contributions_of_group ON bank_contributions (group_id);
CREATE INDEX bank_contributions_waiting ON bank_contributions (made_at) WHERE attested_at IS NULL;

CREATE TABLE bank_contributors (
  contribution_id TEXT PRIMARY KEY
    REFERENCES bank_contributions (contribution_id) ON DELETE CASCADE,
  member_id TEXT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE
) STRICT;
CREATE INDEX bank_contributors_of_member ON bank_contributors (member_id);

CREATE TABLE bank_questions (
  question_id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES study_groups (group_id) ON DELETE CASCADE,
  contribution_id TEXT NOT NULL
    REFERENCES bank_contributions (contribution_id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('staged', 'proposed', 'published')),
  sameness TEXT NOT NULL,
  question TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX each_bank_question_once ON bank_questions (group_id, sameness)
  WHERE state = 'published';
CREATE INDEX bank_questions_of_group ON bank_questions (group_id, state, question_id);
CREATE INDEX bank_questions_of_contribution ON bank_questions (contribution_id);

CREATE TABLE retired_questions (
  group_id TEXT NOT NULL REFERENCES study_groups (group_id) ON DELETE CASCADE,
  question_id TEXT NOT NULL,
  retired_at INTEGER NOT NULL,
  PRIMARY KEY (group_id, question_id)
) STRICT;

CREATE TABLE bank_revisions (
  group_id TEXT PRIMARY KEY REFERENCES study_groups (group_id) ON DELETE CASCADE,
  revision TEXT NOT NULL
) STRICT;
`;
