// Meetings, and who checked in at them.

export const meetings = `
CREATE TABLE meetings (
  meeting_id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES study_groups (group_id) ON DELETE CASCADE,
  channel TEXT NOT NULL,
  title TEXT NOT NULL,
  starts_at INTEGER NOT NULL,
  quarters INTEGER CHECK (quarters > 0),
  state TEXT NOT NULL CHECK (state IN ('planned', 'open', 'closed', 'cancelled')),
  word TEXT,
  exported_at INTEGER
) STRICT;
CREATE INDEX meetings_of_group ON meetings (group_id, starts_at);

CREATE TABLE check_ins (
  check_in_id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meetings (meeting_id) ON DELETE CASCADE,
  member_id TEXT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
  first_name_sealed TEXT NOT NULL,
  last_name_sealed TEXT NOT NULL,
  member_number_sealed TEXT,
  checked_in_at INTEGER NOT NULL,
  UNIQUE (meeting_id, member_id)
) STRICT;
CREATE INDEX check_ins_of_member ON check_ins (member_id, checked_in_at);
`;
