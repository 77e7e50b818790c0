// All answers to one question are found in rounds too, when its key is mended.

export const roundRegrading = `
CREATE INDEX round_answers_of_question ON round_answers (question_id);
`;
