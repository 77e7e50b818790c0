// All answers to one question are found when its key is mended.

export const regrading = `
CREATE INDEX attempts_of_question ON attempts (question_id);
CREATE INDEX daily_questions_of_question ON daily_questions (question_id);
`;
