// Points of weeks and months that are over are found by their age, to be swept.

export const boardAges = `
CREATE INDEX board_by_age ON board_points (starts) WHERE period <> 'all';
`;
