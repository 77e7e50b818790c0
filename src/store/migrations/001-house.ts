// Members, groups, drafts, alarms, outbox: what every feature stands on.

export const house = `
CREATE TABLE instance (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE members (
  member_id TEXT PRIMARY KEY,
  zone TEXT,
  quiet_from TEXT,
  quiet_to TEXT,
  reminders_by_dm INTEGER NOT NULL DEFAULT 0 CHECK (reminders_by_dm IN (0, 1)),
  nickname_sealed TEXT,
  on_board INTEGER NOT NULL DEFAULT 0 CHECK (on_board IN (0, 1)),
  home_group TEXT,
  home_pinned INTEGER NOT NULL DEFAULT 0 CHECK (home_pinned IN (0, 1))
) STRICT;

CREATE TABLE member_keys (
  member_id TEXT PRIMARY KEY REFERENCES members (member_id) ON DELETE CASCADE,
  wrapped TEXT NOT NULL
) STRICT;

CREATE TABLE identities (
  user_id TEXT PRIMARY KEY,
  member_id TEXT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  UNIQUE (member_id, place)
) STRICT;

CREATE TABLE study_groups (
  group_id TEXT PRIMARY KEY,
  zone TEXT,
  channel TEXT,
  organizer_role TEXT,
  paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1))
) STRICT;

CREATE TABLE group_organizers (
  group_id TEXT NOT NULL REFERENCES study_groups (group_id) ON DELETE CASCADE,
  member_id TEXT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
  user_id TEXT NOT NULL,
  PRIMARY KEY (group_id, member_id)
) STRICT;
CREATE INDEX group_organizers_of_member ON group_organizers (member_id);

CREATE TABLE daily_schedules (
  channel TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES study_groups (group_id) ON DELETE CASCADE,
  time TEXT NOT NULL,
  weekdays_only INTEGER NOT NULL CHECK (weekdays_only IN (0, 1)),
  topic TEXT
) STRICT;
CREATE INDEX daily_schedules_of_group ON daily_schedules (group_id);

CREATE TABLE notice_schedules (
  channel TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES study_groups (group_id) ON DELETE CASCADE,
  time TEXT NOT NULL,
  code_sets TEXT NOT NULL,
  lead_days TEXT NOT NULL
) STRICT;
CREATE INDEX notice_schedules_of_group ON notice_schedules (group_id);

CREATE TABLE drafts (
  draft_id TEXT PRIMARY KEY,
  member_id TEXT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
  action TEXT NOT NULL,
  values_sealed TEXT NOT NULL,
  expires INTEGER NOT NULL
) STRICT;
CREATE INDEX drafts_by_expiry ON drafts (expires);
CREATE INDEX drafts_of_member ON drafts (member_id);

CREATE TABLE alarms (
  job TEXT NOT NULL,
  subject TEXT NOT NULL,
  at INTEGER NOT NULL,
  rings_at INTEGER NOT NULL,
  member_id TEXT REFERENCES members (member_id) ON DELETE CASCADE,
  group_id TEXT REFERENCES study_groups (group_id) ON DELETE CASCADE,
  PRIMARY KEY (job, subject)
) STRICT;
CREATE INDEX alarms_by_time ON alarms (rings_at);
CREATE INDEX alarms_of_member ON alarms (member_id) WHERE member_id IS NOT NULL;

CREATE TABLE outbox (
  message_key TEXT PRIMARY KEY,
  platform TEXT NOT NULL,
  to_channel TEXT,
  to_user TEXT,
  member_id TEXT REFERENCES members (member_id) ON DELETE CASCADE,
  group_id TEXT,
  payload_sealed TEXT NOT NULL,
  due INTEGER NOT NULL,
  not_after INTEGER,
  edits TEXT,
  thread TEXT,
  state TEXT NOT NULL DEFAULT 'pending'
    CHECK (state IN ('pending', 'sending', 'sent', 'closed', 'missed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL,
  first_attempt_at INTEGER,
  last_attempt_at INTEGER,
  sent_at INTEGER,
  channel TEXT,
  message_id TEXT,
  reason TEXT,
  CHECK ((to_channel IS NULL) <> (to_user IS NULL))
) STRICT;
CREATE INDEX outbox_due ON outbox (platform, next_at) WHERE state IN ('pending', 'sending');
CREATE INDEX outbox_edits ON outbox (edits) WHERE state IN ('pending', 'sending');
CREATE INDEX outbox_of_group ON outbox (group_id, due);
CREATE INDEX outbox_of_member ON outbox (member_id) WHERE member_id IS NOT NULL;
`;
