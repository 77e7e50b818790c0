// How many days in a row somebody answered the daily question.

/** `days` in any order; the streak lives until a whole day passes without an answer. */
export function streakOf(days: readonly Temporal.PlainDate[], today: Temporal.PlainDate): number {
  const answered = new Set(days.map(String));
  let day = answered.has(today.toString()) ? today : today.subtract({ days: 1 });
  let length = 0;
  while (answered.has(day.toString())) {
    length += 1;
    day = day.subtract({ days: 1 });
  }
  return length;
}
