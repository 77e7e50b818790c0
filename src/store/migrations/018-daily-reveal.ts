// A time of its own for the answer to the daily question.

export const dailyReveal = `
ALTER TABLE daily_schedules ADD COLUMN reveal_time TEXT;
`;
