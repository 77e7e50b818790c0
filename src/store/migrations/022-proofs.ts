// A keyed hash for each CEU entry.

export const proofs = `
CREATE TABLE ceu_proofs (
  entry_id TEXT PRIMARY KEY REFERENCES ceu_entries (entry_id) ON DELETE CASCADE,
  proof TEXT NOT NULL
) STRICT;
`;
