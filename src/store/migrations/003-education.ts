// Credentials, what members said about their cycles, and continuing-education entries.

export const education = `
CREATE TABLE ceu_standings (
  member_id TEXT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
  body TEXT NOT NULL,
  place INTEGER NOT NULL,
  added_on TEXT NOT NULL,
  membership_ends TEXT,
  first_exam TEXT,
  confirmed_due TEXT,
  confirmed_total_quarters INTEGER,
  overrides TEXT,
  PRIMARY KEY (member_id, body)
) STRICT;

CREATE TABLE credentials_held (
  member_id TEXT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
  body TEXT NOT NULL,
  code TEXT NOT NULL,
  place INTEGER NOT NULL,
  certified_on TEXT NOT NULL,
  PRIMARY KEY (member_id, body, code),
  FOREIGN KEY (member_id, body) REFERENCES ceu_standings (member_id, body) ON DELETE CASCADE
) STRICT;

CREATE TABLE ceu_marks (
  member_id TEXT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
  body TEXT NOT NULL,
  due_day TEXT NOT NULL,
  submitted INTEGER NOT NULL DEFAULT 0 CHECK (submitted IN (0, 1)),
  accepted INTEGER NOT NULL DEFAULT 0 CHECK (accepted IN (0, 1)),
  paid INTEGER NOT NULL DEFAULT 0 CHECK (paid IN (0, 1)),
  stopped INTEGER NOT NULL DEFAULT 0 CHECK (stopped IN (0, 1)),
  snoozed_until TEXT,
  PRIMARY KEY (member_id, body, due_day),
  FOREIGN KEY (member_id, body) REFERENCES ceu_standings (member_id, body) ON DELETE CASCADE
) STRICT;

CREATE TABLE ceu_entries (
  entry_id TEXT PRIMARY KEY,
  member_id TEXT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
  title_sealed TEXT NOT NULL,
  sponsor_sealed TEXT,
  index_number_sealed TEXT,
  completed_on TEXT NOT NULL
) STRICT;
CREATE INDEX ceu_entries_of_member ON ceu_entries (member_id, completed_on);

CREATE TABLE ceu_counts (
  entry_id TEXT NOT NULL REFERENCES ceu_entries (entry_id) ON DELETE CASCADE,
  member_id TEXT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
  body TEXT NOT NULL,
  quarters INTEGER NOT NULL CHECK (quarters > 0),
  category TEXT NOT NULL,
  approved_for TEXT,
  count_for TEXT CHECK (count_for IN ('cycle-before', 'cycle-after')),
  is_another_course INTEGER NOT NULL DEFAULT 0 CHECK (is_another_course IN (0, 1)),
  PRIMARY KEY (entry_id, body)
) STRICT;
CREATE INDEX ceu_counts_of_member ON ceu_counts (member_id);
`;
