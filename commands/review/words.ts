// How distances are said: as people would, not to the day.

/** `tomorrow`, `in 4 days`, `in 3 weeks`, `in 5 months`. */
export function sayInterval(days: number): string {
  if (days <= 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${sayDistance(days)}`;
}

/** `1 day`, `4 days`, `3 weeks`, `5 months`. */
export function sayDistance(days: number): string {
  if (days < 14) return `${days} ${days === 1 ? 'day' : 'days'}`;
  if (days < 60) return `${Math.round(days / 7)} weeks`;
  return days < 720 ? `${Math.round(days / 30)} months` : `${Math.round(days / 365)} years`;
}

export function sayQuestions(count: number): string {
  return `${count} ${count === 1 ? 'question' : 'questions'}`;
}
