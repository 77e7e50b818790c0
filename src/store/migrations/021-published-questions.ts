// Which questions are published stands apart from their texts: thousands become so in one moment.

export const publishedQuestions = `
CREATE TABLE published_questions (
  group_id TEXT NOT NULL REFERENCES study_groups (group_id) ON DELETE CASCADE,
  sameness TEXT NOT NULL,
  question_id TEXT NOT NULL REFERENCES bank_questions (question_id) ON DELETE CASCADE,
  PRIMARY KEY (group_id, sameness)
) STRICT;
INSERT INTO published_questions (group_id, sameness, question_id)
  SELECT group_id, sameness, question_id FROM bank_questions WHERE state = 'published';
CREATE UNIQUE INDEX published_once ON published_questions (question_id);
CREATE INDEX published_questions_of_group ON published_questions (group_id, question_id);
DROP INDEX each_bank_question_once;
DROP INDEX bank_questions_of_group;
CREATE INDEX bank_questions_by_state ON bank_questions (group_id, state);
`;
