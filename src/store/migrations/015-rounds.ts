// Rounds in a channel: everybody answers in private, the answer comes for all together.

export const rounds = `
CREATE TABLE rounds (
  round_id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES study_groups (group_id) ON DELETE CASCADE,
  channel TEXT NOT NULL,
  question_ids TEXT NOT NULL,
  shown_orders TEXT NOT NULL,
  topic TEXT,
  seconds_each INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'saved', 'over')),
  phase TEXT NOT NULL CHECK (phase IN ('lobby', 'asking', 'revealed')),
  position INTEGER NOT NULL,
  phase_ends INTEGER NOT NULL,
  posts INTEGER NOT NULL,
  silent INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX one_running_round ON rounds (channel) WHERE state = 'running';
CREATE INDEX rounds_of_channel ON rounds (channel, started_at);
CREATE INDEX rounds_of_group ON rounds (group_id, started_at);

CREATE TABLE round_players (
  round_id TEXT NOT NULL REFERENCES rounds (round_id) ON DELETE CASCADE,
  member_id TEXT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
  is_starter INTEGER NOT NULL DEFAULT 0 CHECK (is_starter IN (0, 1)),
  PRIMARY KEY (round_id, member_id)
) STRICT;
CREATE INDEX round_players_of_member ON round_players (member_id);

CREATE TABLE round_answers (
  round_id TEXT NOT NULL REFERENCES rounds (round_id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  member_id TEXT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
  question_id TEXT NOT NULL,
  choice INTEGER NOT NULL,
  is_right INTEGER NOT NULL CHECK (is_right IN (0, 1)),
  is_changed INTEGER NOT NULL DEFAULT 0 CHECK (is_changed IN (0, 1)),
  answered_at INTEGER NOT NULL,
  PRIMARY KEY (round_id, position, member_id)
) STRICT;
CREATE INDEX round_answers_of_member ON round_answers (member_id, answered_at);
`;
