// Certificate files of continuing-education entries.

export const certificates = `
CREATE TABLE ceu_certificates (
  entry_id TEXT PRIMARY KEY REFERENCES ceu_entries (entry_id) ON DELETE CASCADE,
  member_id TEXT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
  name_sealed TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  content_sealed TEXT NOT NULL
) STRICT;
CREATE INDEX ceu_certificates_of_member ON ceu_certificates (member_id);
`;
