// Questions that members flagged for their organizers.

export const questionFlags = `
CREATE TABLE question_flags (
  flag_id TEXT PRIMARY KEY,
  member_id TEXT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
  group_id TEXT NOT NULL REFERENCES study_groups (group_id) ON DELETE CASCADE,
  question_id TEXT NOT NULL,
  reason_sealed TEXT NOT NULL,
  flagged_at INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'mended', 'kept')),
  settled_at INTEGER
) STRICT;
CREATE UNIQUE INDEX one_open_flag ON question_flags (member_id, group_id, question_id)
  WHERE state = 'open';
CREATE INDEX question_flags_of_member ON question_flags (member_id);
CREATE INDEX open_question_flags ON question_flags (group_id, flagged_at) WHERE state = 'open';
`;
