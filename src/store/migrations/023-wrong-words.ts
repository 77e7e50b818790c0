// How often a member typed a wrong word at an open check-in; gone when that is over.

export const wrongWords = `
CREATE TABLE wrong_words (
  meeting_id TEXT NOT NULL REFERENCES meetings (meeting_id) ON DELETE CASCADE,
  member_id TEXT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
  times INTEGER NOT NULL CHECK (times > 0),
  PRIMARY KEY (meeting_id, member_id)
) STRICT;
CREATE INDEX wrong_words_of_member ON wrong_words (member_id);
`;
