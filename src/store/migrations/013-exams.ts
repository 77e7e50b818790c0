// Exams that members sit: beside the quiz session that holds the questions.

export const exams = `
CREATE TABLE exam_sittings (
  session_id TEXT PRIMARY KEY REFERENCES quiz_sessions (session_id) ON DELETE CASCADE,
  member_id TEXT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
  exam TEXT NOT NULL,
  domain_titles TEXT NOT NULL,
  domains TEXT NOT NULL,
  marked TEXT NOT NULL,
  seconds INTEGER,
  pass_percent INTEGER,
  used INTEGER NOT NULL,
  running_since INTEGER,
  started_at INTEGER NOT NULL,
  handed_in_at INTEGER
) STRICT;
CREATE INDEX exam_sittings_of_member ON exam_sittings (member_id, handed_in_at);
`;
