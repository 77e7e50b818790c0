// Direct messages that were refused, and the channel in which their reader is told of them.

export const undelivered = `
ALTER TABLE members ADD COLUMN fallback_channel TEXT;

CREATE TABLE undelivered (
  undelivered_id TEXT PRIMARY KEY,
  member_id TEXT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
  payload_sealed TEXT NOT NULL,
  kept_at INTEGER NOT NULL,
  read_at INTEGER
) STRICT;
CREATE INDEX undelivered_of_member ON undelivered (member_id, kept_at);
`;
