// What is remembered of quizzes. Interfaces only.

export type QuizRecords = object;
