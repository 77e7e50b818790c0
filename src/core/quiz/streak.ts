// How many daily questions in a row somebody answered.

/**
 * Counted in the group's questions, not in days: nobody loses a streak over a weekend or a pause
 * without questions. The one of `today` may still be open.
 */
export function streakOf(
  answered: readonly Temporal.PlainDate[],
  asked: readonly Temporal.PlainDate[],
  today: Temporal.PlainDate,
): number {
  const answers = new Set(answered.map(String));
  const days = asked
    .filter((day) => Temporal.PlainDate.compare(day, today) <= 0)
    .sort((a, b) => Temporal.PlainDate.compare(b, a))
    .filter((day) => !day.equals(today) || answers.has(day.toString()));
  const firstMissed = days.findIndex((day) => !answers.has(day.toString()));
  return firstMissed < 0 ? days.length : firstMissed;
}
