// What is remembered of credentials and continuing education. Interfaces only.

export type EducationRecords = object;
