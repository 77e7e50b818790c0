// How much time a question has: none set, an exam's, or fast.

/**
 * Seconds for each question, by preset. Exams as their bodies time them: CPC and CRC 100 questions in
 * four hours, CBCS 125 in three.
 */
export const paceSeconds = {
  untimed: undefined,
  cpc: 144,
  crc: 144,
  cbcs: 86,
  fast: 45,
} as const;

export type Pace = keyof typeof paceSeconds;

export const paceNames: Readonly<Record<Pace, string>> = {
  untimed: 'Untimed',
  cpc: 'CPC exam pace: 144 seconds',
  crc: 'CRC exam pace: 144 seconds',
  cbcs: 'CBCS exam pace: 86 seconds',
  fast: 'Fast: 45 seconds',
};

/** Whether the time of a question that began then is up. */
export function isTimeUp(
  began: Temporal.Instant,
  secondsEach: number | undefined,
  at: Temporal.Instant,
): boolean {
  if (secondsEach === undefined) return false;
  return Temporal.Instant.compare(at, began.add({ seconds: secondsEach })) > 0;
}
