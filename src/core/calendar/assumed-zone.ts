/** Where nobody has said a time zone: most members live in the United States. */
export const assumedZone = 'America/New_York';
